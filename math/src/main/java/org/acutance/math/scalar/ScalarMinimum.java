package org.acutance.math.scalar;

/**
 * The result of a search for a minimum, with SciPy's names.
 *
 * @param x the lowest point found
 * @param fun the function there
 * @param nit number of iterations
 * @param nfev number of values computed
 * @param ending why the search ended
 */
public record ScalarMinimum(double x, double fun, int nit, int nfev, Ending ending) {
    /** Whether it converged. */
    public boolean success() {
        return ending.success();
    }

    /** The reason in one sentence, with the way out. */
    public String message() {
        return ending.message();
    }
}
