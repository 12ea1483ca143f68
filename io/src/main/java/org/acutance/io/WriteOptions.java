package org.acutance.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.acutance.deblur.image.SampleType;

/**
 * How to write a file.
 *
 * @param overwrite whether an existing file may be replaced
 * @param sampleType the type to convert samples to; empty for the image's own, or the nearest that the format has
 * @param inputs files that must not be written over, even with {@code overwrite}
 */
public record WriteOptions(boolean overwrite, Optional<SampleType> sampleType, List<Path> inputs) {
    /** New files only, in the image's own sample type. */
    public static final WriteOptions NEW = new WriteOptions(false, Optional.empty(), List.of());

    /** Options; the list is copied. */
    public WriteOptions {
        inputs = List.copyOf(inputs);
    }

    /** These options with or without leave to replace an existing file. */
    public WriteOptions overwriting(boolean allowed) {
        return new WriteOptions(allowed, sampleType, inputs);
    }

    /** These options with a sample type. */
    public WriteOptions as(SampleType type) {
        return new WriteOptions(overwrite, Optional.of(type), inputs);
    }

    /** These options with files that must not be written over. */
    public WriteOptions keeping(Path... files) {
        return new WriteOptions(overwrite, sampleType, List.of(files));
    }
}
