package org.acutance.math.optimize;

import java.util.List;
import org.acutance.math.array.NdArray;

/**
 * The result of a minimisation, with SciPy's names.
 *
 * @param x the best point found
 * @param fun the objective there
 * @param jac the gradient there
 * @param nit number of iterations
 * @param nfev number of values computed
 * @param njev number of gradients computed
 * @param nhev number of Hessian products computed
 * @param success whether it converged or reached what was asked for
 * @param reason why it ended
 * @param message the reason in one sentence, with the way out
 * @param history one line per iteration, the start first
 */
public record Solution(
        NdArray x,
        double fun,
        NdArray jac,
        int nit,
        int nfev,
        int njev,
        int nhev,
        boolean success,
        Reason reason,
        String message,
        List<Iteration> history) {
    /** A result; the history is copied. */
    public Solution {
        history = List.copyOf(history);
    }

    /** This result with another point, such as the nearest one within limits; value and gradient stay. */
    public Solution withX(NdArray other) {
        return new Solution(other, fun, jac, nit, nfev, njev, nhev, success, reason, message, history);
    }

    static Solution of(Run<?> run, Reason reason) {
        Iterate best = run.best();
        Counts counts = run.counts();
        return new Solution(
                best.x(),
                best.value(),
                best.gradient(),
                run.iteration(),
                counts.nfev(),
                counts.njev() + (best.hasGradient() ? 0 : 1),
                counts.nhev(),
                reason.success(),
                reason,
                reason.message(),
                run.history());
    }
}
