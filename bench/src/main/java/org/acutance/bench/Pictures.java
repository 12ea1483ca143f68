package org.acutance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.acutance.deblur.image.Colour;
import org.acutance.deblur.image.Image;
import org.acutance.io.Images;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** The pictures of a folder as scenes without blur. */
final class Pictures {
    private Pictures() {}

    /**
     * The files of the folder that {@code --images} names, by name.
     *
     * @throws IllegalArgumentException if the option is missing or the folder is empty
     */
    static List<Path> files(Options options) throws IOException {
        Path folder = Path.of(options.text("--images")
                .orElseThrow(() -> new IllegalArgumentException("option --images is missing; name a folder")));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(Files::isRegularFile).sorted().toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("folder " + folder + " has no pictures");
            }
            return found;
        }
    }

    /** The picture of a file in one channel with samples in [0, 1]. */
    static NdArray gray(Path file) {
        List<NdArray> colours = colours(file);
        return colours.size() == 3 ? Colour.rgb2gray(colours) : colours.get(0);
    }

    /** As {@link #gray(Path)}, made {@link #smaller(NdArray, int) smaller}. */
    static NdArray gray(Path file, int side) {
        return smaller(gray(file), side);
    }

    /** A picture whose channels are as {@link #smaller(NdArray, int)} gives them, samples in [0, 1]. */
    static Image colour(Path file, int side) {
        Image image = Images.read(file).normalised(Precision.FLOAT64);
        List<NdArray> small =
                image.colours().stream().map(channel -> smaller(channel, side)).toList();
        return small.size() == 3 ? Image.of(image.colourModel(), small) : Image.gray(small.get(0));
    }

    private static List<NdArray> colours(Path file) {
        return Images.read(file).normalised(Precision.FLOAT64).colours();
    }

    /** Halved by means of two by two samples while it stays at least as large as asked for, then its middle. */
    static NdArray smaller(NdArray picture, int side) {
        NdArray halved = picture;
        while (least(halved.shape()) >= 2 * side) {
            halved = halved(halved);
        }
        return middle(halved, side);
    }

    private static int least(Shape shape) {
        return Math.min(shape.extent(0), shape.extent(1));
    }

    private static NdArray halved(NdArray picture) {
        NdArray sum = picture;
        for (int axis = 0; axis < 2; axis++) {
            int even = sum.shape().extent(axis) / 2 * 2;
            NdArray cut = sum.slice(axis, 0, even);
            sum = every(cut, axis, 0).plus(every(cut, axis, 1)).times(0.5);
        }
        return sum;
    }

    private static NdArray every(NdArray picture, int axis, int from) {
        int extent = picture.shape().extent(axis);
        return picture.along(axis, IndexMap.slice(extent, from, extent, 2));
    }

    private static NdArray middle(NdArray picture, int side) {
        NdArray cut = picture;
        for (int axis = 0; axis < 2; axis++) {
            int extent = cut.shape().extent(axis);
            int from = Math.max(0, (extent - side) / 2);
            cut = cut.slice(axis, from, Math.min(extent, from + side));
        }
        return cut;
    }
}
