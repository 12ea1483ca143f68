package org.acutance.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.io.Images;
import org.acutance.io.WriteOptions;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;

/** Pictures side by side, row by row, each in a cell as large as the largest. */
final class Mosaic {
    private static final int GAP = 2;

    private final int columns;
    private final List<Image> cells = new ArrayList<>();

    /** An empty mosaic with so many pictures to a row. */
    Mosaic(int columns) {
        this.columns = columns;
    }

    /** Adds a picture after the last; samples in [0, 1]. */
    void add(Image picture) {
        cells.add(picture);
    }

    /** Writes all pictures into a file in 8 bits, replacing an old one. */
    void write(Path file) {
        int height = largest(0) + GAP;
        int width = largest(1) + GAP;
        List<NdArray> channels = IntStream.range(0, 3)
                .mapToObj(channel -> channel(channel, height, width))
                .toList();
        Image sheet = Image.of(ColourModel.RGB, channels);
        Images.write(file, sheet.quantise(SampleType.UINT8).image(), WriteOptions.NEW.overwriting(true));
    }

    private int largest(int axis) {
        return cells.stream().mapToInt(cell -> cell.shape().extent(axis)).max().orElse(1);
    }

    private NdArray channel(int channel, int height, int width) {
        List<NdArray> rows = new ArrayList<>();
        for (int from = 0; from < cells.size(); from += columns) {
            List<NdArray> row = cells.subList(from, Math.min(cells.size(), from + columns)).stream()
                    .map(cell -> padded(cell, channel, height, width))
                    .toList();
            NdArray joined = NdArray.concatenate(1, row);
            int missing = columns * width - joined.shape().extent(1);
            rows.add(joined.pad(new int[2], new int[] {0, missing}, Boundary.ZERO));
        }
        return NdArray.concatenate(0, rows);
    }

    private static NdArray padded(Image cell, int channel, int height, int width) {
        NdArray samples = cell.colours().get(Math.min(channel, cell.colours().size() - 1));
        int[] after = {height - cell.shape().extent(0), width - cell.shape().extent(1)};
        return samples.pad(new int[2], after, Boundary.ZERO);
    }
}
