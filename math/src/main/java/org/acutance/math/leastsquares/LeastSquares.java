package org.acutance.math.leastsquares;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.optimize.Bounds;

/**
 * How to fit: minimises half the sum of the losses of the residuals' squares, as {@code scipy.optimize.least_squares}.
 * For few unknowns, in FLOAT64. An immutable description; each {@code with...} gives another one.
 *
 * @param method which way
 * @param bounds limits of the elements, different ones for each
 * @param ftol converged when the relative decrease of the cost is below this
 * @param xtol converged when the relative length of the step is below this
 * @param gtol converged when the scaled gradient is below this; in {@code lm} the cosine between residuals and a column
 *     of the Jacobian
 * @param xScale size of an element, one for all or one for each; empty to take it from the Jacobian, {@code 'jac'}
 * @param loss what is summed
 * @param fScale how large a residual may be before it counts as an outlier
 * @param maxNfev limit of evaluations; 100 per unknown if empty
 */
public record LeastSquares(
        Method method,
        Bounds bounds,
        double ftol,
        double xtol,
        double gtol,
        Optional<NdArray> xScale,
        Loss loss,
        double fScale,
        OptionalLong maxNfev) {
    private static final int MOST_UNKNOWNS = 1000;

    /**
     * A description.
     *
     * @throws IllegalArgumentException if {@code lm} is to take bounds or a robust loss, or a scale is not above 0
     */
    public LeastSquares {
        if (method == Method.LM && !(bounds.isUnlimited() && loss == Loss.LINEAR)) {
            throw new IllegalArgumentException("lm: it takes no bounds and no loss but linear; use trf or dogbox");
        }
        if (!(fScale > 0)
                || xScale.filter(scale -> scale.size() > 0 && !(scale.min() > 0))
                        .isPresent()) {
            throw new IllegalArgumentException("least squares: f_scale and x_scale must be above 0");
        }
    }

    /** A method with SciPy's defaults: elements of size 1, in {@code lm} of the size that the Jacobian says. */
    public static LeastSquares by(Method method) {
        Optional<NdArray> scale = method == Method.LM ? Optional.empty() : Optional.of(NdArray.scalar(1));
        return new LeastSquares(method, Bounds.NONE, 1e-8, 1e-8, 1e-8, scale, Loss.LINEAR, 1, OptionalLong.empty());
    }

    /** Keeps elements between limits. */
    public LeastSquares within(Bounds limits) {
        return new LeastSquares(method, limits, ftol, xtol, gtol, xScale, loss, fScale, maxNfev);
    }

    /** Sums another loss, of residuals in units of a scale. */
    public LeastSquares withLoss(Loss other, double scale) {
        return new LeastSquares(method, bounds, ftol, xtol, gtol, xScale, other, scale, maxNfev);
    }

    /** Converges by other tolerances. */
    public LeastSquares withTolerances(double cost, double step, double gradient) {
        return new LeastSquares(method, bounds, cost, step, gradient, xScale, loss, fScale, maxNfev);
    }

    /** Takes the elements' sizes from the Jacobian. */
    public LeastSquares scaledByJacobian() {
        return new LeastSquares(method, bounds, ftol, xtol, gtol, Optional.empty(), loss, fScale, maxNfev);
    }

    /**
     * Fits.
     *
     * @param x0 where to start, of any shape; projected where it is outside of the bounds
     * @throws IllegalArgumentException if x0 is FLOAT32 or has more than 1000 elements, if a lower bound is an upper one,
     *     or if {@code lm} has fewer residuals than unknowns
     */
    public Fit fit(Residuals residuals, NdArray x0) {
        if (x0.precision() != Precision.FLOAT64 || x0.size() > MOST_UNKNOWNS) {
            throw new IllegalArgumentException("least squares: " + x0.size() + " unknowns in " + x0.precision()
                    + ", but it takes at most " + MOST_UNKNOWNS + " in FLOAT64; convert by to(Precision), or minimise"
                    + " the sum of squares by l-bfgs");
        }
        Problem problem = new Problem(this, residuals, x0.shape());
        problem.requireRoom(x0.size());
        double[] start = bounds.project(x0).toDoubles();
        Linearised first = problem.linearised(start, problem.residuals(start));
        if (!first.isFinite()) {
            return problem.fit(first, first.gradient(), Status.NON_FINITE);
        }
        return switch (method) {
            case LM -> new LevenbergMarquardt(problem).fit(first);
            case TRF -> new Reflective(problem).fit(problem.moved(first));
            case DOGBOX -> new Dogbox(problem).fit(first);
        };
    }

    /** The method's name. */
    String name() {
        return method.name().toLowerCase(Locale.ROOT);
    }
}
