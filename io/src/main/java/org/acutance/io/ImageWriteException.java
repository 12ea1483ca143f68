package org.acutance.io;

import java.nio.file.Path;

/** An output that cannot be written, may not be written, or cannot hold the image. Nothing was changed. */
public final class ImageWriteException extends ImageFileException {
    private static final long serialVersionUID = 1L;

    /** An exception whose message begins with {@code cannot write FILE:}. */
    public ImageWriteException(Path file, String trouble) {
        super("write", file, trouble);
    }

    ImageWriteException(Path file, String trouble, Throwable cause) {
        this(file, trouble);
        initCause(cause);
    }
}
