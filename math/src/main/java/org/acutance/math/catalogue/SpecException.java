package org.acutance.math.catalogue;

/** A specification that cannot be read or names something that does not exist. The message is meant for the user. */
public final class SpecException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** An exception with a one-line message that says what came, what was expected and the way out. */
    public SpecException(String message) {
        super(message);
    }
}
