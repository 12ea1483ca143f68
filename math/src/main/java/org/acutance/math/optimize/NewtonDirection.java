package org.acutance.math.optimize;

import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

/**
 * A direction from conjugate gradients on the Newton equation {@code H p = -g}, ended early: when the residual is small
 * (with SciPy's forcing term), where curvature is not positive, where a product is not finite, where the model promises
 * a decrease beyond all proportion (the Hessian is singular), or where the residual has long stopped falling. What is known by then is a descent direction.
 */
final class NewtonDirection {
    private static final int ITERATIONS_PER_UNKNOWN = 20;
    private static final int PATIENCE = 200;
    private static final double PLAUSIBLE = 1e3;
    private static final double NO_CURVATURE = 3 * Math.ulp(1d);

    private final Evaluation at;
    private final UnaryOperator<NdArray> inverse;
    private final double goal;
    private NdArray solution;
    private NdArray residual;
    private NdArray direction;
    private double squared;
    private double promised;
    private double smallest = Double.POSITIVE_INFINITY;
    private int sinceSmallest;

    private NewtonDirection(Evaluation at, Preconditioner preconditioner) {
        this.at = at;
        this.inverse = preconditioner.at(at);
        this.residual = at.gradient();
        NdArray preconditioned = inverse.apply(residual);
        this.direction = preconditioned.times(-1);
        this.solution = direction;
        this.squared = residual.dot(preconditioned);
        this.goal = goal(Norm.ONE.of(residual));
    }

    /** SciPy's forcing term: the residual that is small enough, for a norm of the gradient (Nocedal &amp; Wright 2006, (7.3)). */
    static double goal(double norm) {
        return Math.min(0.5, Math.sqrt(norm)) * norm;
    }

    static NdArray of(Objective objective, Iterate at, Preconditioner preconditioner) {
        Evaluation point = objective.known(at.x(), at.value(), at.gradient());
        return new NewtonDirection(point, preconditioner).solve();
    }

    private NdArray solve() {
        long most = (long) ITERATIONS_PER_UNKNOWN * residual.size();
        for (long i = 0; i < most && !isGoodEnough(); i++) {
            NdArray product = at.hessianProduct(direction);
            double curvature = direction.dot(product);
            double flat = NO_CURVATURE * direction.norm() * product.norm();
            if (!(curvature > flat) || !Double.isFinite(curvature)) {
                return i == 0 && curvature < -flat && Double.isFinite(curvature)
                        ? direction.times(squared / -curvature)
                        : solution;
            }
            advance(product, squared / curvature, i == 0);
        }
        return solution;
    }

    /** The first solution is the steepest descent in the preconditioner's norm, which stands in until there is a better one. */
    private void advance(NdArray product, double step, boolean first) {
        solution = first ? direction.times(step) : solution.plusScaled(step, direction);
        residual = residual.plusScaled(step, product);
        promised += step * squared / 2;
        double before = squared;
        NdArray preconditioned = inverse.apply(residual);
        squared = residual.dot(preconditioned);
        direction = Vectors.combine(-1, preconditioned, squared / before, direction);
    }

    private boolean isGoodEnough() {
        double norm = Norm.ONE.of(residual);
        sinceSmallest = norm < smallest ? 0 : sinceSmallest + 1;
        smallest = Math.min(smallest, norm);
        return norm <= goal || sinceSmallest > PATIENCE || promised > PLAUSIBLE * Math.abs(at.value());
    }
}
