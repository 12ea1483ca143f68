package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/** One iteration of sequential quadratic programming: a step of the model, and a search along it. */
final class SqpIteration {
    private static final int TRIALS = 40;
    /** The share of the promised decrease of the penalised value that a step must bring (Kraft 1988, (2.2.9)). */
    private static final double ENOUGH = 0.1;

    private static final double ABOVE = 1.1;

    private final Objective objective;
    private final ConstraintSystem system;
    private final Slsqp.Sqp state;
    private final double ftol;
    private final Iterate at;
    private final double[] violations;
    private boolean metNonFinite;

    SqpIteration(Objective objective, ConstraintSystem system, Slsqp.Sqp state, double ftol) {
        this.objective = objective;
        this.system = system;
        this.state = state;
        this.ftol = ftol;
        this.at = state.at();
        this.violations = system.violations(state.constraints());
    }

    Slsqp.Sqp run() {
        double[][] root = SqpModel.columns(state.root(), at.x().size());
        Optional<SqpDirection> found = SqpDirection.of(system, root, at, state.constraints());
        if (found.isEmpty()) {
            return again().orElseGet(() -> state.ended(state.multiplier(), Reason.INFEASIBLE));
        }
        SqpDirection direction = found.get();
        double promised = Math.abs(DenseSystem.dot(at.gradient().toDoubles(), direction.step()))
                + Math.abs(DenseSystem.dot(violations, absolute(direction.ofRows())));
        if (sum(violations) <= ftol && promised <= ftol) {
            return state.ended(multipliers(direction), Reason.OPTIMAL);
        }
        Search search = new Search(direction);
        return search.run().or(this::again).orElseGet(() -> state.ended(multipliers(direction), search.failure()));
    }

    /** The same without what was known of the Hessian; empty if nothing was. */
    private Optional<Slsqp.Sqp> again() {
        return state.root().isPresent()
                ? Optional.of(new SqpIteration(objective, system, state.forgotten(), ftol).run())
                : Optional.empty();
    }

    private static double sum(double... values) {
        return Arrays.stream(values).sum();
    }

    private static double[] absolute(double... values) {
        return Arrays.stream(values).map(Math::abs).toArray();
    }

    private Multipliers multipliers(SqpDirection direction) {
        return new Multipliers(
                NdArray.of(direction.ofBounds(), at.x().shape(), at.x().precision()),
                system.shaped(direction.ofRows(), state.constraints().values()));
    }

    /** The search along a step of the model. */
    private final class Search {
        private final SqpDirection direction;
        private final NdArray step;
        private final double[] penalties;
        private final double slope;
        private final double penalised;

        Search(SqpDirection direction) {
            this.direction = direction;
            this.step = NdArray.of(direction.step(), at.x().shape(), at.x().precision());
            this.penalties = penalties();
            double along = DenseSystem.dot(at.gradient().toDoubles(), direction.step());
            double penalty = DenseSystem.dot(penalties, violations);
            this.slope = along - penalty + DenseSystem.dot(penalties, left());
            this.penalised = at.value() + penalty;
        }

        /**
         * Powell's weights: above the multipliers, and slow to fall (Kraft 1988, (2.2.8)). Were they equal to these, the
         * penalised value would not fall along a step that only removes a violation.
         */
        private double[] penalties() {
            double[] next = new double[violations.length];
            for (int i = 0; i < next.length; i++) {
                double multiplier = ABOVE * Math.abs(direction.ofRows()[i]);
                next[i] = Math.max(multiplier, (state.penalties().get(i) + multiplier) / 2);
            }
            return next;
        }

        /** What the step would leave of the violations were the constraints linear: rounding, unless they contradict. */
        private double[] left() {
            double[] change = DenseSystem.times(state.constraints().rows(), direction.step());
            double[] linear = DenseSystem.plusScaled(state.constraints().all(), 1, change);
            return system.violations(state.constraints().values(), linear);
        }

        Optional<Slsqp.Sqp> run() {
            double share = 1;
            for (int i = 0; i < TRIALS && slope < 0; i++) {
                NdArray x = system.bounds().project(at.x().plusScaled(share, step));
                if (x.equals(at.x())) {
                    break;
                }
                Evaluation to = objective.at(x);
                ConstraintSystem.Point constraints = system.at(x);
                double[] beyond = system.violations(constraints.values(), ConstraintValues.all(constraints.values()));
                double change = to.value() - penalised + DenseSystem.dot(penalties, beyond);
                if (change <= ENOUGH * share * slope && to.gradient().isFinite()) {
                    ConstraintValues values = constraints.linearized();
                    if (values.isFinite()) {
                        return Optional.of(next(Iterate.of(to), values));
                    }
                }
                metNonFinite |= !Double.isFinite(change) || change <= ENOUGH * share * slope;
                double fitted = share * slope / (2 * (share * slope - change));
                share *= Double.isFinite(change) ? Math.min(Math.max(fitted, 0.1), 0.5) : 0.1;
            }
            return Optional.empty();
        }

        private Slsqp.Sqp next(Iterate to, ConstraintValues values) {
            NdArray lagrangian = lagrangian(to, values);
            NdArray before = lagrangian(at, state.constraints());
            NdArray moved = to.x().minus(at.x());
            return new Slsqp.Sqp(
                    new Iterate(to.x(), to.value(), lagrangian),
                    to,
                    values,
                    SqpModel.updated(state.root(), moved, lagrangian.minus(before)),
                    NdArray.vector(penalties),
                    system.maxcv(values),
                    multipliers(direction),
                    moved.norm(),
                    state.firstGradient(),
                    Optional.empty());
        }

        private NdArray lagrangian(Iterate point, ConstraintValues values) {
            double[] sum = DenseSystem.plusScaled(point.gradient().toDoubles(), 1, direction.ofBounds());
            double[] pulled = DenseSystem.combined(values.rows(), sum.length, direction.ofRows());
            return NdArray.of(
                    DenseSystem.plusScaled(sum, 1, pulled),
                    point.x().shape(),
                    point.x().precision());
        }

        private Reason failure() {
            double gradient = state.iterate().gradient().norm();
            return new Stuck(objective, system, at, state.firstGradient(), gradient, metNonFinite)
                    .reason(sum(violations), ftol, step, -slope);
        }
    }
}
