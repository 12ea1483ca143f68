package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * Trust regions with constraints, SciPy's {@code trust-constr}: sequential quadratic programming by composite steps where
 * all constraints are equations (Lalee, Nocedal &amp; Plantenga, SIAM Journal on Optimization 8, 1998), else an interior
 * point method with slacks and a barrier that becomes ever lower (Byrd, Hribar &amp; Nocedal, SIAM Journal on Optimization 9,
 * 1999); for few unknowns. A start outside the bounds is projected, and so are trials.
 *
 * @param bounds limits of the elements; objective and constraints are not asked outside of them
 * @param constraints the others
 * @param gtol converged when no element of the Lagrangian's gradient is larger and no constraint is violated by more
 * @param xtol ended when the radius is below this
 * @param barrierTol both only when the barrier is not above this
 * @param radius first radius of the region, in units of x
 * @param penalty first weight of the violations where points are compared
 * @param barrier first barrier
 * @param tolerance how well the first problem with a barrier is solved
 * @param maxiter limit of iterations
 * @param eps step of the differences where a constraint has no Jacobian, in units of x
 * @param hessian where the Lagrangian's second derivatives come from
 */
public record TrustConstr(
        Bounds bounds,
        List<Constraint> constraints,
        double gtol,
        double xtol,
        double barrierTol,
        double radius,
        double penalty,
        double barrier,
        double tolerance,
        int maxiter,
        double eps,
        SecondDerivatives hessian)
        implements Optimizer<TrustConstr.Barrier> {
    private static final int MOST_UNKNOWNS = 300;
    /** So many iterations that bring the constraints no nearer, and they contradict each other. */
    private static final int PATIENCE = 100;
    /** The largest first slack of a side whose limit is not kept, and the share of the distance to the other side's limit. */
    private static final double SLACK = 0.1;

    /** A method; the list is copied. */
    public TrustConstr {
        constraints = List.copyOf(constraints);
    }

    /**
     * The state of the method.
     *
     * @param iterate the point; its gradient is that of the Lagrangian, 0 at a minimum
     * @param at the point with the objective's own gradient
     * @param constraints values and Jacobians there
     * @param slacks distances to the limits of inequalities, above 0
     * @param root a square root of the Hessian that the steps so far have shown, {@code root' root}, a matrix; empty if nothing
     * @param radius of the region
     * @param penalty weight of the violations where points are compared
     * @param barrier weight of the slacks' logarithms
     * @param tolerance how well the problem with this barrier is solved
     * @param maxcv the largest violation
     * @param multiplier Lagrange's multipliers
     * @param stepLength Euclidean length of the last step
     * @param firstGradient Euclidean norm of the Lagrangian's gradient at the start
     * @param reason why it ended
     */
    public record Barrier(
            Iterate iterate,
            Iterate at,
            ConstraintValues constraints,
            NdArray slacks,
            Optional<NdArray> root,
            double radius,
            double penalty,
            double barrier,
            double tolerance,
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

        Barrier ended(Reason why) {
            return new Barrier(
                    iterate,
                    at,
                    constraints,
                    slacks,
                    root,
                    radius,
                    penalty,
                    barrier,
                    tolerance,
                    maxcv,
                    multiplier,
                    stepLength,
                    firstGradient,
                    Optional.of(why));
        }
    }

    @Override
    public Optional<Optimizer<Barrier>> within(Bounds bounds) {
        return Optional.of(with(this.bounds.and(bounds), constraints));
    }

    @Override
    public Optional<Optimizer<Barrier>> subjectTo(List<Constraint> constraints) {
        return Optional.of(with(bounds, ConstraintSystem.joined(this.constraints, constraints)));
    }

    private TrustConstr with(Bounds bounds, List<Constraint> constraints) {
        return new TrustConstr(
                bounds,
                constraints,
                gtol,
                xtol,
                barrierTol,
                radius,
                penalty,
                barrier,
                tolerance,
                maxiter,
                eps,
                hessian);
    }

    ConstraintSystem system() {
        return new ConstraintSystem(bounds, constraints).differenced(eps);
    }

    @Override
    public Barrier start(Objective objective, NdArray x0) {
        DenseHessian.requireFew("trust-constr", x0, MOST_UNKNOWNS);
        ConstraintSystem system = system();
        Iterate at = Iterate.of(objective.at(bounds.project(x0)));
        ConstraintValues values = system.at(at.x()).linearized();
        system.requireFit(values.values());
        Sides sides = new Sides(system, values.values(), x0.size());
        double[] slacks = slacks(sides, at.x(), values);
        double first = slacks.length > 0 ? barrier : 0;
        BarrierModel model = new BarrierModel(
                sides,
                at.x(),
                at.gradient().toDoubles(),
                values,
                slacks,
                first,
                LagrangianHessian.ofRoot(new double[x0.size()][x0.size()]));
        NdArray lagrangian =
                NdArray.of(model.lagrangian(), at.x().shape(), at.x().precision());
        return new Barrier(
                new Iterate(at.x(), at.value(), lagrangian),
                at,
                values,
                NdArray.vector(slacks),
                Optional.empty(),
                radius,
                penalty,
                first,
                tolerance,
                system.maxcv(values),
                sides.multipliers(at.x(), model.multipliers()),
                0,
                lagrangian.norm(),
                values.isFinite() ? Optional.empty() : Optional.of(Reason.NON_FINITE));
    }

    private static double[] slacks(Sides sides, NdArray x, ConstraintValues values) {
        double[] slacks = Arrays.stream(sides.inequalities(x, values.all()))
                .map(value -> -value)
                .toArray();
        double[] widths = sides.widths();
        for (int i = 0; i < slacks.length; i++) {
            slacks[i] = Math.max(slacks[i], SLACK * Math.min(1, widths[i]));
        }
        return slacks;
    }

    @Override
    public Barrier step(Objective objective, Barrier state) {
        return new TrustConstrIteration(this, objective, state).run();
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter)
                .or(StopRule.when(
                        Reason.INFEASIBLE,
                        run -> run.bestState().maxcv() > gtol && run.iterationsWithoutImprovement() >= PATIENCE));
    }
}
