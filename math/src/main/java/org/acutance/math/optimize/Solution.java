package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The result of a minimisation, with SciPy's names.
 *
 * @param x the best point found
 * @param fun the objective there
 * @param jac the gradient there; of methods with bounds or constraints what of it they do not hold, 0 at a minimum; of no
 *     elements where the method computes none
 * @param nit number of iterations
 * @param nfev number of values computed
 * @param njev number of gradients computed
 * @param nhev number of Hessian products computed
 * @param success whether it converged or reached what was asked for
 * @param reason why it ended
 * @param message the reason in one sentence, with the way out
 * @param maxcv the largest violation of a constraint there, in units of the constraint; 0 where there is none
 * @param multipliers Lagrange's multipliers there; empty if the method keeps no constraints
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
        double maxcv,
        Optional<Multipliers> multipliers,
        List<Iteration> history) {
    /** A result; the history is copied. */
    public Solution {
        history = List.copyOf(history);
    }

    /** This result with another point, such as the nearest one within limits; value and gradient stay. */
    public Solution withX(NdArray other) {
        return new Solution(
                other, fun, jac, nit, nfev, njev, nhev, success, reason, message, maxcv, multipliers, history);
    }

    /** This result with another reason for its end, which a caller knows better. */
    public Solution withReason(Reason other) {
        return new Solution(
                x,
                fun,
                jac,
                nit,
                nfev,
                njev,
                nhev,
                other.success(),
                other,
                other.message(),
                maxcv,
                multipliers,
                history);
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
                counts.njev() + (best.isLazy() ? 1 : 0),
                counts.nhev(),
                reason.success(),
                reason,
                reason.message(),
                run.bestState().maxcv(),
                run.bestState().multipliers(),
                run.history());
    }
}
