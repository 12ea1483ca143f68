package org.acutance.io;

import java.nio.file.Path;

/** Trouble with an image file. The message is one line for the user: what came, what was expected, the way out. */
public abstract sealed class ImageFileException extends RuntimeException
        permits ImageReadException, ImageWriteException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    ImageFileException(String action, Path file, String trouble) {
        super("cannot " + action + " " + file + ": " + trouble);
        this.file = file;
    }

    /** The file, as it was named. */
    public Path file() {
        return file;
    }
}
