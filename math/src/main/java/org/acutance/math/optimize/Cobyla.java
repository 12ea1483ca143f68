package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * Constrained optimisation by linear approximation with SciPy's options (Powell, in Gomez and Hennart, Advances in
 * Optimization and Numerical Analysis, 1994), for few unknowns and objectives and constraints without derivatives: none is
 * computed. A start outside the bounds is projected; they are kept on the way, where SciPy's method leaves them.
 *
 * @param bounds limits of the elements; objective and constraints are not asked outside of them
 * @param constraints the others
 * @param rhobeg first distance of the points, in units of x; half the least distance of two bounds if that is less
 * @param tol their last distance, and
 * @param catol how far a constraint may be violated; as long as one is by more, points come nearer still
 * @param maxiter limit of evaluations, as SciPy's option of that name
 */
public record Cobyla(Bounds bounds, List<Constraint> constraints, double rhobeg, double tol, double catol, long maxiter)
        implements Optimizer<Interpolation> {
    private static final int MOST_UNKNOWNS = 300;

    /** A method; the list is copied. */
    public Cobyla {
        constraints = List.copyOf(constraints);
    }

    @Override
    public Optional<Optimizer<Interpolation>> within(Bounds bounds) {
        return Optional.of(new Cobyla(this.bounds.and(bounds), constraints, rhobeg, tol, catol, maxiter));
    }

    @Override
    public Optional<Optimizer<Interpolation>> subjectTo(List<Constraint> constraints) {
        List<Constraint> all = ConstraintSystem.joined(this.constraints, constraints);
        return Optional.of(new Cobyla(bounds, all, rhobeg, tol, catol, maxiter));
    }

    @Override
    public Interpolation start(Objective objective, NdArray x0) {
        DenseHessian.requireFew("cobyla", x0, MOST_UNKNOWNS);
        return DirectIteration.start(method(), objective, x0, rhobeg);
    }

    @Override
    public Interpolation step(Objective objective, Interpolation state) {
        return new DirectIteration(method(), objective, state).run();
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxEvaluations(maxiter);
    }

    private DirectMethod method() {
        ConstraintSystem system = new ConstraintSystem(bounds, constraints);
        return new DirectMethod(system, tol, catol, 1, SimplexModel::new, false, Cobyla::finer);
    }

    /** Half the radius; the last one where that is not much less. */
    private static double finer(double radius, double last) {
        return radius <= 3 * last ? last : radius / 2;
    }
}
