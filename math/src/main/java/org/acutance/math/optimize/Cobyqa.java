package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * Constrained optimisation by quadratic approximations with SciPy's options (Ragonneau, thesis, The Hong Kong Polytechnic
 * University, 2022), for few unknowns and objectives and constraints without derivatives: none is computed. A start
 * outside the bounds is projected; they are kept on the way.
 *
 * @param bounds limits of the elements; objective and constraints are not asked outside of them
 * @param constraints the others
 * @param initialRadius first distance of the points, in units of x; half the least distance of two bounds if that is less
 * @param finalRadius their last distance, and
 * @param feasible how far a constraint may be violated; as long as one is by more, points come nearer still
 * @param budget limits of iterations and evaluations; 500 evaluations per unknown if neither is given
 */
public record Cobyqa(
        Bounds bounds,
        List<Constraint> constraints,
        double initialRadius,
        double finalRadius,
        double feasible,
        Budget budget)
        implements Optimizer<Interpolation> {
    private static final int MOST_UNKNOWNS = 100;
    private static final long PER_UNKNOWN = 500;

    /** A method; the list is copied. */
    public Cobyqa {
        constraints = List.copyOf(constraints);
    }

    @Override
    public Optional<Optimizer<Interpolation>> within(Bounds bounds) {
        return Optional.of(
                new Cobyqa(this.bounds.and(bounds), constraints, initialRadius, finalRadius, feasible, budget));
    }

    @Override
    public Optional<Optimizer<Interpolation>> subjectTo(List<Constraint> constraints) {
        List<Constraint> all = ConstraintSystem.joined(this.constraints, constraints);
        return Optional.of(new Cobyqa(bounds, all, initialRadius, finalRadius, feasible, budget));
    }

    @Override
    public Interpolation start(Objective objective, NdArray x0) {
        DenseHessian.requireFew("cobyqa", x0, MOST_UNKNOWNS);
        return DirectIteration.start(method(), objective, x0, initialRadius);
    }

    @Override
    public Interpolation step(Objective objective, Interpolation state) {
        return new DirectIteration(method(), objective, state).run();
    }

    @Override
    public StopRule limits(int unknowns) {
        return budget.rule(PER_UNKNOWN * Math.max(unknowns, 1));
    }

    private DirectMethod method() {
        ConstraintSystem system = new ConstraintSystem(bounds, constraints);
        return new DirectMethod(system, finalRadius, feasible, 2, QuadraticModel::new, true, Cobyqa::finer);
    }

    /** As Powell (The NEWUOA software, 2006, (7.6)): quicker the further away the last one is. */
    private static double finer(double radius, double last) {
        double times = radius / last;
        return times > 250 ? radius / 10 : times > 16 ? Math.sqrt(radius * last) : last;
    }
}
