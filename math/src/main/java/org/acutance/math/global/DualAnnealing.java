package org.acutance.math.global;

import java.util.Optional;
import java.util.SplittableRandom;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.State;
import org.acutance.math.optimize.StopRule;

/**
 * Generalised simulated annealing (Tsallis &amp; Stariolo, Physica A 233, 1996; Xiang et al., Physics Letters A 233, 1997)
 * with the way down by L-BFGS-B after every temperature that brought a lower point, as
 * {@code scipy.optimize.dual_annealing}.
 *
 * @param bounds limits of the elements, all finite
 * @param maxiter number of temperatures
 * @param initialTemp the first temperature
 * @param restartTempRatio share of the first temperature below which the search begins anew from another point
 * @param visit how heavy the tails of the displacements are, above 1 and below 3
 * @param accept how easily a higher point is accepted, below 1; the lower the less
 * @param maxfun limit of evaluations
 * @param localSearch whether to go down by L-BFGS-B
 * @param seed of the random numbers
 */
public record DualAnnealing(
        Bounds bounds,
        int maxiter,
        double initialTemp,
        double restartTempRatio,
        double visit,
        double accept,
        int maxfun,
        boolean localSearch,
        long seed)
        implements Optimizer<DualAnnealing.Chain> {

    /**
     * The chain of points.
     *
     * @param iterate the lowest point, without a gradient
     * @param current from where the next displacement goes
     * @param temperatures number of temperatures since the search last began
     * @param steps number of steps
     * @param stepLength Euclidean length by which the lowest point moved
     * @param reason why the search ended
     */
    public record Chain(
            Iterate iterate, Iterate current, int temperatures, int steps, double stepLength, Optional<Reason> reason)
            implements State {}

    /** The search with SciPy's defaults. */
    public static DualAnnealing of(Bounds bounds, long seed) {
        return new DualAnnealing(bounds, 1000, 5230, 2e-5, 2.62, -5, 10_000_000, true, seed);
    }

    @Override
    public Optional<Optimizer<Chain>> within(Bounds other) {
        return Optional.of(new DualAnnealing(
                bounds.and(other), maxiter, initialTemp, restartTempRatio, visit, accept, maxfun, localSearch, seed));
    }

    @Override
    public Chain start(Objective objective, NdArray x0) {
        Search.requireBox("dual-annealing", bounds, x0);
        NdArray x = bounds.project(x0);
        Iterate first = Iterate.valued(x, objective.at(x).value());
        return new Chain(first, first, 0, 0, 0, Optional.empty());
    }

    @Override
    public Chain step(Objective objective, Chain state) {
        SplittableRandom random = Search.random(seed, state.steps());
        double temperature = temperature(state.temperatures());
        boolean restart = temperature < restartTempRatio * initialTemp;
        int age = restart ? 0 : state.temperatures();
        Iterate from = restart
                ? Search.at(objective, Search.anywhere(bounds, state.current().x(), random))
                : state.current();
        Walk walk = new Walk(objective, from, state.iterate(), age, random);
        walk.run();
        Iterate lowest = walk.lowest;
        boolean improved = age == 0 || lowest.value() < state.iterate().value();
        if (localSearch && improved && lowest.isFinite()) {
            lowest = Search.descended(objective, bounds, lowest);
        }
        boolean lower = lowest.value() < walk.lowest.value();
        int steps = state.steps() + 1;
        return new Chain(
                lowest,
                lower ? lowest : walk.current,
                age + 1,
                steps,
                lowest.x().minus(state.iterate().x()).norm(),
                steps >= maxiter ? Optional.of(Reason.SCHEDULE_COMPLETE) : Optional.empty());
    }

    /** The temperature of the visits (Tsallis &amp; Stariolo 1996, (15)). */
    private double temperature(int age) {
        double q = visit - 1;
        return initialTemp * Math.expm1(q * Math.log(2)) / Math.expm1(q * Math.log(age + 2.0));
    }

    /** Twice as many displacements as elements: first of all elements at once, then of one after the other. */
    private final class Walk {
        private final Objective objective;
        private final SplittableRandom random;
        private final Visits visits;
        private final double acceptance;
        private Iterate current;
        private Iterate lowest;

        Walk(Objective objective, Iterate current, Iterate lowest, int age, SplittableRandom random) {
            this.objective = objective;
            this.random = random;
            this.visits = new Visits(visit, temperature(age), random);
            this.acceptance = temperature(age) / (age + 1);
            this.current = current;
            this.lowest = lowest;
        }

        void run() {
            int unknowns = current.x().size();
            for (int i = 0; i < 2 * unknowns; i++) {
                NdArray x = i < unknowns
                        ? visits.everywhere(current.x(), bounds)
                        : visits.along(current.x(), i - unknowns, bounds);
                take(Search.at(objective, x));
            }
        }

        private void take(Iterate trial) {
            double rise = trial.value() - current.value();
            lowest = trial.value() < lowest.value() ? trial : lowest;
            current = rise < 0 || random.nextDouble() <= probability(rise) ? trial : current;
        }

        /** The chance of a step uphill (Tsallis &amp; Stariolo 1996, (5)). */
        private double probability(double rise) {
            double base = 1 - (1 - accept) * rise / acceptance;
            return base > 0 ? Math.pow(base, 1 / (1 - accept)) : 0;
        }
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxEvaluations(maxfun);
    }
}
