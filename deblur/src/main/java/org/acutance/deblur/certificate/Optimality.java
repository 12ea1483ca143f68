package org.acutance.deblur.certificate;

import java.util.List;
import java.util.Locale;
import org.acutance.deblur.method.Averaged;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Solved;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Admm;
import org.acutance.math.optimize.Iteration;
import org.acutance.math.optimize.PrimalDual;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.State;

/**
 * How near a search has come to where it was going.
 *
 * @param measure what is near 0 there
 * @param value of the measure, without unit
 */
public record Optimality(Measure measure, double value) {
    /** What is near 0 at a result that is exact. */
    public enum Measure {
        /** A formula has no distance to go. */
        FORMULA("solved by a formula"),
        /** Euclidean norm of the gradient over that at the start. */
        GRADIENT("gradient, over that at the start"),
        /** The larger of the primal and the dual residual in units of its tolerance: converged at 1. */
        RESIDUALS("primal and dual residual, in units of the tolerance"),
        /** Euclidean length of the last step over that of the result, where it moves by less than matters beside the noise. */
        STEP("last step, over the result"),
        /** Euclidean length of the last step over that of the result: there is no loss, but a point that denoising and fitting keep. */
        FIXED_POINT("last step of fitting and denoising, over the result");

        private final String text;

        Measure(String text) {
            this.text = text;
        }

        /** In a few words. */
        public String text() {
            return text;
        }
    }

    /** The optimality of a solved problem. */
    static Optimality of(Problem problem, Solved solved) {
        Solution solution = solved.solution();
        if (solution.reason() == Reason.SOLVED) {
            return new Optimality(Measure.FORMULA, 0);
        }
        if (!problem.prior().denoising().isEmpty()) {
            return new Optimality(Measure.FIXED_POINT, ratio(last(solution).step(), solution.x()));
        }
        State state = solved.state().orElse(null);
        if (state instanceof Admm.Splitting splitting) {
            return solution.reason() == Reason.STEP_SMALL
                    ? new Optimality(Measure.STEP, ratio(last(solution).step(), solution.x()))
                    : new Optimality(Measure.RESIDUALS, Math.max(splitting.primalResidual(), splitting.dualResidual()));
        }
        if (state instanceof Averaged averaged) {
            return new Optimality(Measure.RESIDUALS, averaged.residual());
        }
        if (state instanceof PrimalDual.Saddle saddle) {
            return new Optimality(Measure.RESIDUALS, Math.max(saddle.primalResidual(), saddle.dualResidual()));
        }
        return new Optimality(Measure.GRADIENT, fallen(solution));
    }

    private static Iteration last(Solution solution) {
        List<Iteration> history = solution.history();
        return history.get(history.size() - 1);
    }

    private static double ratio(double length, NdArray result) {
        return length == 0 ? 0 : length / result.norm();
    }

    private static double fallen(Solution solution) {
        double gradient = solution.jac().norm();
        return gradient == 0 ? 0 : gradient / solution.history().get(0).gradientNorm();
    }

    /** In one line: {@code 2.1e-05 (gradient, over that at the start)}. */
    @Override
    public String toString() {
        return measure == Measure.FORMULA
                ? measure.text()
                : String.format(Locale.ROOT, "%.2g (%s)", value, measure.text());
    }
}
