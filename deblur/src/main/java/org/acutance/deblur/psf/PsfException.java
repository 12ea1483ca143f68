package org.acutance.deblur.psf;

/** A kernel that cannot be a point spread function. The message is one line and meant for the user. */
public final class PsfException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Fault {
        /** There are no values. */
        EMPTY,
        /** A value is NaN or infinite. */
        NOT_FINITE,
        /** The values add up to nothing, so that no factor makes their sum 1. */
        ZERO_SUM,
        /** The values add up to less than nothing. */
        NEGATIVE_SUM,
        /** The number of axes is not the image's. */
        RANK,
        /** No point of light in an image can be measured. */
        NO_POINTS,
        /** A length, an index or a combination of options has no meaning. */
        OPTION,
        /** There would be more values than a kernel may have. */
        TOO_LARGE
    }

    private final Fault fault;

    /** An exception of a kind, with a message that says what came, what was expected and the way out. */
    public PsfException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }
}
