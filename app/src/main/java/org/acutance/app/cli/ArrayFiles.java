package org.acutance.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.acutance.deblur.image.Image;
import org.acutance.io.ImageFormats;
import org.acutance.io.ImageReadException;
import org.acutance.io.Images;
import org.acutance.io.Npy;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/**
 * Reads the arrays that specifications name, {@code file:psf.npy}: an image of one colour, normalised, or
 * an array of any rank as it is. Remembers the files, which must not be written over.
 */
final class ArrayFiles implements Function<String, NdArray> {
    private final List<Path> files = new ArrayList<>();

    @Override
    public NdArray apply(String name) {
        Path file = Option.path("FILE", "", "file").read(name);
        files.add(file);
        Image image = Images.read(file);
        if (image.colours().size() == 1) {
            return image.normalised(Precision.FLOAT64).colours().get(0);
        }
        if (!isNpy(file)) {
            throw new ImageReadException(
                    file, "it has " + image.colours().size() + " colours, " + image + "; give an array of one");
        }
        return Npy.read(file).to(Precision.FLOAT64);
    }

    /** A kernel of three or four columns is no picture in colour. */
    private static boolean isNpy(Path file) {
        return ImageFormats.named(file)
                .filter(format -> format.name().equals("npy"))
                .isPresent();
    }

    /** The files that were read. */
    List<Path> files() {
        return List.copyOf(files);
    }
}
