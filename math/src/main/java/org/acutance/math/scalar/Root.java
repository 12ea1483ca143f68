package org.acutance.math.scalar;

/**
 * The result of a search for a root, with SciPy's names.
 *
 * @param root where the function is 0, or was nearest to it when the search ended
 * @param iterations number of iterations
 * @param functionCalls number of values computed, of derivatives too
 * @param ending why the search ended
 */
public record Root(double root, int iterations, int functionCalls, Ending ending) {
    /** Whether it converged. */
    public boolean converged() {
        return ending.success();
    }

    /** The reason in one sentence, with the way out. */
    public String message() {
        return ending.message();
    }
}
