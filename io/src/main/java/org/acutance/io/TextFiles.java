package org.acutance.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes texts as images are written: they appear whole or not at all. */
public final class TextFiles {
    private TextFiles() {}

    /**
     * Finds out before any work whether a text can be written.
     *
     * @throws ImageWriteException if it cannot
     */
    public static void checkWritable(Path file, WriteOptions options) {
        OutputFile.check(file, options);
    }

    /**
     * Writes a text in UTF-8.
     *
     * @throws ImageWriteException if it cannot be written; an old file is as it was then
     */
    public static void write(Path file, String text, WriteOptions options) {
        OutputFile.write(file, options, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
