package org.acutance.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Quantised;
import org.acutance.deblur.image.SampleType;
import org.acutance.io.ImageFormats;
import org.acutance.io.ImageWriteException;
import org.acutance.io.Images;
import org.acutance.io.TextFiles;
import org.acutance.io.WriteOptions;

/**
 * Where a result goes.
 *
 * @param file its name, whose ending says the format
 * @param options what may be written over
 */
record Output(Path file, WriteOptions options) {
    /** Allows to replace files. */
    static final Option<Boolean> FORCE = Option.flag("--force", "replace files that exist; an input is never replaced");

    /** An output that must not be one of the inputs. */
    static Output of(Path file, Line line, List<Path> inputs) {
        return new Output(file, WriteOptions.NEW.overwriting(line.has(FORCE)).keeping(inputs.toArray(Path[]::new)));
    }

    /** {@code photo.png} becomes {@code photo-deblurred.png} in the same folder. */
    static Path beside(Path input, String what) {
        String name = String.valueOf(input.getFileName());
        int dot = name.lastIndexOf('.');
        return input.resolveSibling(dot < 1 ? name + what : name.substring(0, dot) + what + name.substring(dot));
    }

    /**
     * The type in which samples are written: that of the input, or the one that holds most where the format lacks it.
     */
    SampleType type(SampleType input) {
        return ImageFormats.named(file).map(format -> format.nearest(input)).orElse(input);
    }

    /**
     * Finds out before any work whether an image like the given one can be written.
     *
     * @throws org.acutance.io.ImageWriteException if it cannot
     */
    void check(Image image) {
        check();
        Images.checkWritable(file, image, options);
    }

    /** As {@link #check(Image)}, of name and folder alone. That it is an input is said before that it exists. */
    void check() {
        Images.checkWritable(file, options.overwriting(true));
        if (!options.overwrite() && Files.exists(file)) {
            throw new ImageWriteException(file, "the file exists; replace it with --force, or name another with -o");
        }
    }

    /** As {@link #check()}, for a text. */
    void checkText() {
        TextFiles.checkWritable(file, options);
    }

    /** Writes a text. */
    void write(String text) {
        TextFiles.write(file, text, options);
    }

    /** Writes an image in a type. */
    Quantised write(Image image, SampleType type) {
        Quantised quantised = image.quantise(type);
        Images.write(file, quantised.image(), options);
        return quantised;
    }

    /** Refuses a second output of the same name. */
    Output other(Path first) {
        if (file.toAbsolutePath().normalize().equals(first.toAbsolutePath().normalize())) {
            throw new UsageException("both outputs are " + file + "; name another file for one of them");
        }
        return this;
    }

    /** What was written, for the report, and what it cost. */
    void report(Quantised written, Report report) {
        report.put("output", file)
                .put("output_type", written.image().sampleType())
                .put("clipped_share", written.clippedShare());
        if (written.clippedShare() > 0) {
            report.line(
                    "clipped   %.3g %% of the samples lay outside the range of %s",
                    100 * written.clippedShare(), written.image().sampleType());
        }
        report.line("wrote     %s, %s", file, written.image());
    }

    /** Files that a command reads, for {@link #of}. */
    static List<Path> inputs(ArrayFiles arrays, Stream<Path> others) {
        return Stream.concat(arrays.files().stream(), others).toList();
    }
}
