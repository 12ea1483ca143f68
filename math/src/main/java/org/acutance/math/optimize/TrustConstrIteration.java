package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/** One iteration of {@link TrustConstr}: a lower barrier where it is time, then smaller regions until a step is good. */
final class TrustConstrIteration {
    private static final int TRIALS = 60;
    /** The share of a slack that a step leaves at least is what this leaves of 1. */
    private static final double TO_BOUNDARY = 0.995;
    /** How much lower the barrier and its tolerance become. */
    private static final double LOWER = 0.2;
    /** The share of the promised decrease that a step must bring, and those from which on the region grows. */
    private static final double ENOUGH = 1e-8;

    private static final double GOOD = 0.8;
    private static final double VERY_GOOD = 0.9;
    /** The share of what a better violation is worth that the merit must promise. */
    private static final double WORTH = 0.3;

    /** Where the point stays, slacks that change by a smaller share stay too. */
    private static final double STILL = 1e-6;

    private final TrustConstr method;
    private final Objective objective;
    private final ConstraintSystem system;
    private final TrustConstr.Barrier state;
    private final Iterate at;
    private final Sides sides;
    private final double[] slacks;
    private final double noise;
    private double barrier;
    private double tolerance;
    private double radius;
    private double penalty;
    private BarrierModel model;
    private boolean metNonFinite;

    TrustConstrIteration(TrustConstr method, Objective objective, TrustConstr.Barrier state) {
        this.method = method;
        this.objective = objective;
        this.system = method.system();
        this.state = state;
        this.at = state.at();
        this.sides = new Sides(system, state.constraints().values(), at.x().size());
        this.slacks = state.slacks().toDoubles();
        this.noise = Rounding.noise(at.x().precision(), at.value());
        this.barrier = state.barrier();
        this.tolerance = state.tolerance();
        this.radius = state.radius();
        this.penalty = state.penalty();
        this.model = model(at, state.constraints(), slacks);
    }

    private BarrierModel model(Iterate point, ConstraintValues values, double... slacks) {
        return new BarrierModel(sides, point.x(), point.gradient().toDoubles(), values, slacks, barrier, hessian());
    }

    /** Exact if it is asked for and known, else what the steps so far have shown. */
    private LagrangianHessian hessian() {
        LagrangianHessian updated =
                LagrangianHessian.ofRoot(SqpModel.columns(state.root(), at.x().size()));
        return method.hessian() == SecondDerivatives.EXACT && objective.hasSecondDerivatives()
                ? LagrangianHessian.exact(objective, at, system, sides)
                        .map(exact -> exact.orElse(updated))
                        .orElse(updated)
                : updated;
    }

    TrustConstr.Barrier run() {
        if (isOptimal()) {
            return state.ended(Reason.OPTIMAL);
        }
        while (barrier > method.barrierTol() && Math.max(model.optimality(), model.violation()) <= tolerance) {
            lower();
        }
        double[] step = new double[at.x().size()];
        double promised = 0;
        for (int i = 0; i < TRIALS; i++) {
            if (radius < method.xtol() && barrier > method.barrierTol()) {
                lower();
            }
            step = model.step(radius, -TO_BOUNDARY);
            promised = promised(step);
            if (!(promised > 0) || radius < method.xtol() || DenseSystem.norm(step) == 0) {
                break;
            }
            Optional<TrustConstr.Barrier> next = tried(step, promised, i == 0);
            if (next.isPresent()) {
                return next.get();
            }
            if (promised <= noise && !metNonFinite) {
                break;
            }
        }
        return state.ended(failure(step, promised));
    }

    private boolean isOptimal() {
        return barrier <= method.barrierTol()
                && state.iterate().gradient().maxAbs() <= method.gtol()
                && state.maxcv() <= method.gtol()
                && model.optimality() <= Math.max(method.gtol(), method.barrierTol());
    }

    private void lower() {
        barrier *= LOWER;
        tolerance *= LOWER;
        radius = Math.max(method.radius(), 5 * radius);
        model = model(at, state.constraints(), slacks);
    }

    /** What the step promises, with a penalty that makes a better violation worth its price (Byrd et al. 1999, (3.5)). */
    private double promised(double... step) {
        double approach = model.approach(step);
        double decrease = model.decrease(step);
        if (approach > 0) {
            penalty = Math.max(penalty, -decrease / ((1 - WORTH) * approach));
        }
        return decrease + penalty * approach;
    }

    private double merit(double value, double[] slacks, double[] residuals) {
        double sum = value + penalty * DenseSystem.norm(residuals);
        for (double slack : slacks) {
            sum -= barrier * Math.log(slack);
        }
        return sum;
    }

    /** A trial: the point, and the slacks, which are no shorter than the distances to the limits there. */
    private final class Trial {
        private final NdArray x;
        private final Evaluation to;
        private final ConstraintSystem.Point constraints;
        private final double[] slacks;
        private final double[] residuals;

        Trial(double... step) {
            int unknowns = at.x().size();
            NdArray move = NdArray.of(
                    Arrays.copyOf(step, unknowns), at.x().shape(), at.x().precision());
            x = system.bounds().project(at.x().plusScaled(1, move));
            to = objective.at(x);
            constraints = system.at(x);
            double[] rows = ConstraintValues.all(constraints.values());
            double[] equations = sides.equations(x, rows);
            double[] inequalities = sides.inequalities(x, rows);
            slacks = TrustConstrIteration.this.slacks.clone();
            residuals = Arrays.copyOf(equations, equations.length + slacks.length);
            for (int i = 0; i < slacks.length; i++) {
                slacks[i] = Math.max(slacks[i] * (1 + step[unknowns + i]), -inequalities[i]);
                residuals[equations.length + i] = inequalities[i] + slacks[i];
            }
        }
    }

    private Optional<TrustConstr.Barrier> tried(double[] step, double promised, boolean first) {
        Trial trial = new Trial(step);
        double before = merit(at.value(), slacks, residuals());
        double share = share(before, trial, promised);
        if (first && share < ENOUGH && model.violation() + DenseSystem.norm(trial.residuals) > 0) {
            double[] bent = DenseSystem.plusScaled(step, 1, model.restoring(trial.residuals));
            boolean inside = Arrays.stream(bent, at.x().size(), bent.length).allMatch(change -> change >= -TO_BOUNDARY);
            if (inside && Double.isFinite(share)) {
                Trial other = new Trial(bent);
                double otherShare = share(before, other, promised);
                trial = otherShare > share ? other : trial;
                share = Math.max(otherShare, share);
            }
        }
        Optional<TrustConstr.Barrier> next = share >= ENOUGH ? accepted(trial, step, share) : Optional.empty();
        if (next.isEmpty()) {
            metNonFinite |= !Double.isFinite(share) || share >= ENOUGH;
            double shorter = Double.isFinite(share) ? (1 - VERY_GOOD) / (1 - share) : 0;
            radius = Math.min(Math.max(shorter, 0.1), 0.5) * DenseSystem.norm(step);
        }
        return next;
    }

    private double[] residuals() {
        double[] rows = state.constraints().all();
        double[] equations = sides.equations(at.x(), rows);
        double[] inequalities = sides.inequalities(at.x(), rows);
        double[] residuals = Arrays.copyOf(equations, equations.length + slacks.length);
        for (int i = 0; i < slacks.length; i++) {
            residuals[equations.length + i] = inequalities[i] + slacks[i];
        }
        return residuals;
    }

    /** The decrease as a share of what was promised, both raised by what rounding may take from them. */
    private double share(double before, Trial trial, double promised) {
        double rounding = noise / 2;
        double after = merit(trial.to.value(), trial.slacks, trial.residuals);
        double share = (before - after + rounding) / (promised + rounding);
        return Double.isFinite(share) ? share : Double.NEGATIVE_INFINITY;
    }

    private Optional<TrustConstr.Barrier> accepted(Trial trial, double[] step, double share) {
        if (!trial.to.gradient().isFinite()) {
            return Optional.empty();
        }
        ConstraintValues values = trial.constraints.linearized();
        if (!values.isFinite()) {
            return Optional.empty();
        }
        Iterate to = Iterate.of(trial.to);
        BarrierModel there = model(to, values, trial.slacks);
        NdArray lagrangian = shaped(there.lagrangian());
        NdArray before = shaped(there.lagrangianWith(at.gradient().toDoubles(), sides, state.constraints()));
        NdArray moved = to.x().minus(at.x());
        boolean isProgress = share > 2 * ENOUGH
                || lagrangian.norm() < state.iterate().gradient().norm() / 2;
        double length = DenseSystem.norm(step);
        double grown = share >= VERY_GOOD ? 7 * length : share >= GOOD ? 2 * length : 0;
        return !isProgress || (moved.maxAbs() == 0 && changed(trial.slacks) <= STILL)
                ? Optional.empty()
                : Optional.of(new TrustConstr.Barrier(
                        new Iterate(to.x(), to.value(), lagrangian),
                        to,
                        values,
                        NdArray.vector(trial.slacks),
                        moved.maxAbs() > 0
                                ? SqpModel.updated(state.root(), moved, lagrangian.minus(before))
                                : state.root(),
                        Math.max(radius, grown),
                        penalty,
                        barrier,
                        tolerance,
                        system.maxcv(values),
                        sides.multipliers(to.x(), there.multipliers()),
                        moved.norm(),
                        state.firstGradient(),
                        Optional.empty()));
    }

    /** The largest relative change of a slack. */
    private double changed(double... others) {
        double largest = 0;
        for (int i = 0; i < others.length; i++) {
            largest = Math.max(largest, Math.abs(others[i] / slacks[i] - 1));
        }
        return largest;
    }

    private NdArray shaped(double... vector) {
        return NdArray.of(vector, at.x().shape(), at.x().precision());
    }

    private Reason failure(double[] step, double promised) {
        NdArray move = shaped(Arrays.copyOf(step, at.x().size()));
        return new Stuck(
                        objective,
                        system,
                        at,
                        state.firstGradient(),
                        state.iterate().gradient().norm(),
                        metNonFinite)
                .reason(state.maxcv(), method.gtol(), move, promised);
    }
}
