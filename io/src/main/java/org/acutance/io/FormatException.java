package org.acutance.io;

import java.io.IOException;

/** Contents that a format cannot take: damaged, not supported, or larger than the heap. The message is for the user. */
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /** An exception with a one-line message. */
    public FormatException(String message) {
        super(message);
    }

    static FormatException damaged(String what) {
        return new FormatException("the file is damaged or incomplete: " + what + "; get it again from its source");
    }

    static FormatException unsupported(String what) {
        return new FormatException("unsupported: " + what);
    }
}
