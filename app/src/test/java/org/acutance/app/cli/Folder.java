package org.acutance.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.io.Images;
import org.acutance.io.Npy;
import org.acutance.io.WriteOptions;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** A folder of small test images. */
record Folder(Path path) {
    static final int ROWS = 12;
    static final int COLUMNS = 14;

    Path at(String name) {
        return path.resolve(name);
    }

    /** A smooth pattern between 0 and 1, another for each phase. */
    static NdArray pattern(Shape shape, double phase) {
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5 + 0.2 * Math.sin(0.7 * i + phase) + 0.2 * Math.cos(0.05 * i * i);
        }
        return NdArray.of(values, shape);
    }

    static NdArray pattern() {
        return pattern(Shape.of(ROWS, COLUMNS), 0);
    }

    /** Writes an array of float64. */
    Path npy(String name, NdArray array) {
        Npy.write(at(name), array, WriteOptions.NEW);
        return at(name);
    }

    /** Writes a pattern of a type, one phase for each channel. */
    Path image(String name, ColourModel model, int channels, SampleType type) {
        List<NdArray> colours = Stream.iterate(0, i -> i + 1)
                .limit(channels)
                .map(i -> pattern(Shape.of(ROWS, COLUMNS), i))
                .toList();
        Images.write(at(name), Image.of(model, colours).quantise(type).image(), WriteOptions.NEW);
        return at(name);
    }

    Path gray(String name, SampleType type) {
        return image(name, ColourModel.GRAY, 1, type);
    }

    Path text(String name, String text) {
        try {
            return Files.writeString(at(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static NdArray channel(Path file, int number) {
        return Images.read(file).channels().get(number).to(Precision.FLOAT64);
    }

    /** Every file below, with its length and time: what must not change when a command refuses. */
    Map<Path, String> contents() {
        try (Stream<Path> files = Files.walk(path)) {
            Map<Path, String> contents = new TreeMap<>();
            for (Path file : files.toList()) {
                contents.put(
                        file, Files.isDirectory(file) ? "" : Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
            return contents;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
