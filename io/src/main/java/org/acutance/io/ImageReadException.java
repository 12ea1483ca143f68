package org.acutance.io;

import java.nio.file.Path;

/** An input that is missing, unreadable, damaged, unsupported or too large. */
public final class ImageReadException extends ImageFileException {
    private static final long serialVersionUID = 1L;

    /** An exception whose message begins with {@code cannot read FILE:}. */
    public ImageReadException(Path file, String trouble) {
        super("read", file, trouble);
    }

    ImageReadException(Path file, String trouble, Throwable cause) {
        this(file, trouble);
        initCause(cause);
    }
}
