package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.acutance.math.array.NdArray;

/**
 * Sequential least squares quadratic programming, SciPy's {@code SLSQP} (Kraft, DFVLR-FB 88-28, 1988): a quasi-Newton
 * model of the Lagrangian where the constraints are linear, solved as least squares (Lawson &amp; Hanson 1974), and a
 * search along the step by an exact penalty; for few unknowns. A start outside the bounds is projected.
 *
 * @param bounds limits of the elements; objective and constraints are not asked outside of them
 * @param constraints the others
 * @param ftol converged when the step promises no larger decrease and the violations' sum is at most this
 * @param maxiter limit of iterations; 200 per unknown if empty
 * @param eps step of the differences where a constraint has no Jacobian, in units of x
 */
public record Slsqp(Bounds bounds, List<Constraint> constraints, double ftol, OptionalLong maxiter, double eps)
        implements Optimizer<Slsqp.Sqp> {
    private static final int MOST_UNKNOWNS = 300;

    /** A method; the list is copied. */
    public Slsqp {
        constraints = List.copyOf(constraints);
    }

    /**
     * The state of sequential quadratic programming.
     *
     * @param iterate the point; its gradient is that of the Lagrangian, 0 at a minimum
     * @param at the point with the objective's own gradient
     * @param constraints values and Jacobians there
     * @param root a square root of the model's Hessian {@code root' root}, a matrix; empty if nothing is known
     * @param penalties weights of the violations in the search, one for each value of a constraint
     * @param maxcv the largest violation
     * @param multiplier Lagrange's multipliers
     * @param stepLength Euclidean length of the last step
     * @param firstGradient Euclidean norm of the Lagrangian's gradient at the start
     * @param reason why it ended
     */
    public record Sqp(
            Iterate iterate,
            Iterate at,
            ConstraintValues constraints,
            Optional<NdArray> root,
            NdArray penalties,
            double maxcv,
            Multipliers multiplier,
            double stepLength,
            double firstGradient,
            Optional<Reason> reason)
            implements State {
        @Override
        public Optional<Multipliers> multipliers() {
            return Optional.of(multiplier);
        }

        Sqp ended(Multipliers found, Reason why) {
            return new Sqp(
                    iterate,
                    at,
                    constraints,
                    root,
                    penalties,
                    maxcv,
                    found,
                    stepLength,
                    firstGradient,
                    Optional.of(why));
        }

        Sqp forgotten() {
            return new Sqp(
                    iterate,
                    at,
                    constraints,
                    Optional.empty(),
                    penalties,
                    maxcv,
                    multiplier,
                    stepLength,
                    firstGradient,
                    reason);
        }
    }

    @Override
    public Optional<Optimizer<Sqp>> within(Bounds bounds) {
        return Optional.of(new Slsqp(this.bounds.and(bounds), constraints, ftol, maxiter, eps));
    }

    @Override
    public Optional<Optimizer<Sqp>> subjectTo(List<Constraint> constraints) {
        List<Constraint> all = ConstraintSystem.joined(this.constraints, constraints);
        return Optional.of(new Slsqp(bounds, all, ftol, maxiter, eps));
    }

    private ConstraintSystem system() {
        return new ConstraintSystem(bounds, constraints).differenced(eps);
    }

    @Override
    public Sqp start(Objective objective, NdArray x0) {
        DenseHessian.requireFew("slsqp", x0, MOST_UNKNOWNS);
        ConstraintSystem system = system();
        Iterate at = Iterate.of(objective.at(bounds.project(x0)));
        ConstraintValues values = system.at(at.x()).linearized();
        system.requireFit(values.values());
        double[] none = new double[values.all().length];
        Iterate iterate = new Iterate(at.x(), at.value(), bounds.projectedGradient(at.x(), at.gradient()));
        return new Sqp(
                iterate,
                at,
                values,
                Optional.empty(),
                NdArray.vector(none),
                system.maxcv(values),
                new Multipliers(at.x().times(0), system.shaped(none, values.values())),
                0,
                iterate.gradient().norm(),
                atStart(iterate, values));
    }

    private Optional<Reason> atStart(Iterate iterate, ConstraintValues values) {
        if (!values.isFinite()) {
            return Optional.of(Reason.NON_FINITE);
        }
        boolean stationary = iterate.isStationary() && system().maxcv(values) <= 0;
        return stationary ? Optional.of(Reason.OPTIMAL) : Optional.empty();
    }

    @Override
    public Sqp step(Objective objective, Sqp state) {
        return new SqpIteration(objective, system(), state, ftol).run();
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter.orElse(200L * unknowns));
    }
}
