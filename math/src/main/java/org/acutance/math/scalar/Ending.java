package org.acutance.math.scalar;

/** Why a search for a minimum or a root of a function of one variable ended. */
public enum Ending {
    /** The point is known to the tolerance. */
    CONVERGED(true, "Converged: the point is known to the tolerance."),
    /** The iterations are used up. */
    MAX_ITERATIONS(false, "Stopped at the limit of iterations before convergence; raise maxiter."),
    /** The function is NaN or infinite. */
    NON_FINITE(
            false, "Stopped: the function is NaN or infinite where the search has to go; start elsewhere or check it."),
    /** The slope is 0 where the method divides by it. */
    FLAT(false, "Stopped: the slope is 0, so that there is no way to tell where the root is; start elsewhere."),
    /** The function does not rise on both sides of a point. */
    NO_BRACKET(false, "Stopped: no rise was found on both sides; give other points for the bracket, or bounds.");

    private final boolean success;
    private final String message;

    Ending(boolean success, String message) {
        this.success = success;
        this.message = message;
    }

    /** Whether the result is what was asked for. */
    public boolean success() {
        return success;
    }

    /** One sentence for the user, with the way out. */
    public String message() {
        return message;
    }
}
