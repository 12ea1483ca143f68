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

/**
 * Hops from minimum to minimum (Wales &amp; Doye, Journal of Physical Chemistry A 101, 1997) with the options of
 * {@code scipy.optimize.basinhopping}: a random displacement, the way down by L-BFGS-B, and Metropolis's choice whether to
 * stay there.
 *
 * @param bounds limits of the elements
 * @param niter number of hops
 * @param temperature height of a wall that is often climbed, in units of the objective
 * @param stepsize largest displacement of an element at first, in units of x
 * @param interval number of hops after which the displacement is adapted
 * @param targetAcceptRate share of the hops that should be accepted
 * @param stepwiseFactor by which the displacement shrinks, and by whose inverse it grows
 * @param niterSuccess ends after so many hops without a lower minimum; never if 0
 * @param seed of the random numbers
 */
public record BasinHopping(
        Bounds bounds,
        int niter,
        double temperature,
        double stepsize,
        int interval,
        double targetAcceptRate,
        double stepwiseFactor,
        int niterSuccess,
        long seed)
        implements Optimizer<BasinHopping.Hop> {

    /**
     * Where the hops have led.
     *
     * @param iterate the lowest minimum, without a gradient
     * @param current from where the next hop goes
     * @param hops number of hops
     * @param accepted number of hops that were accepted
     * @param idle number of hops since the lowest minimum was found
     * @param displacement largest displacement of an element
     * @param stepLength Euclidean length by which the lowest minimum moved
     * @param reason why the search ended
     */
    public record Hop(
            Iterate iterate,
            Iterate current,
            int hops,
            int accepted,
            int idle,
            double displacement,
            double stepLength,
            Optional<Reason> reason)
            implements State {}

    /** The search with SciPy's defaults. */
    public static BasinHopping of(Bounds bounds, long seed) {
        return new BasinHopping(bounds, 100, 1, 0.5, 50, 0.5, 0.9, 0, seed);
    }

    @Override
    public Optional<Optimizer<Hop>> within(Bounds other) {
        return Optional.of(new BasinHopping(
                bounds.and(other),
                niter,
                temperature,
                stepsize,
                interval,
                targetAcceptRate,
                stepwiseFactor,
                niterSuccess,
                seed));
    }

    @Override
    public Hop start(Objective objective, NdArray x0) {
        NdArray x = bounds.project(x0);
        Iterate first = Iterate.valued(x, objective.at(x).value());
        return new Hop(first, first, 0, 0, 0, stepsize, 0, Optional.empty());
    }

    @Override
    public Hop step(Objective objective, Hop state) {
        if (state.hops() == 0) {
            Iterate bottom = Search.descended(objective, bounds, state.iterate());
            return next(state, bottom, bottom, true, state.displacement());
        }
        SplittableRandom random = Search.random(seed, state.hops());
        Iterate trial = Search.at(objective, displaced(state, random));
        Iterate found = trial.isFinite() ? Search.descended(objective, bounds, trial) : trial;
        double rise = found.value() - state.current().value();
        boolean accepted = found.isFinite() && (rise <= 0 || random.nextDouble() <= Math.exp(-rise / temperature));
        Iterate lowest = found.value() < state.iterate().value() ? found : state.iterate();
        return next(state, lowest, accepted ? found : state.current(), accepted, adapted(state));
    }

    private Hop next(Hop state, Iterate lowest, Iterate current, boolean accepted, double displacement) {
        boolean lower = lowest.value() < state.iterate().value();
        int idle = lower ? 0 : state.idle() + 1;
        boolean done = state.hops() >= niter || (niterSuccess > 0 && idle >= niterSuccess);
        return new Hop(
                lowest,
                current,
                state.hops() + 1,
                state.accepted() + (accepted ? 1 : 0),
                idle,
                displacement,
                lowest.x().minus(state.iterate().x()).norm(),
                done ? Optional.of(Reason.SCHEDULE_COMPLETE) : Optional.empty());
    }

    private double adapted(Hop state) {
        if (state.hops() % interval != 0) {
            return state.displacement();
        }
        boolean often = state.accepted() > targetAcceptRate * state.hops();
        return often ? state.displacement() / stepwiseFactor : state.displacement() * stepwiseFactor;
    }

    private NdArray displaced(Hop state, SplittableRandom random) {
        double[] x = state.current().x().toDoubles();
        for (int i = 0; i < x.length; i++) {
            x[i] += state.displacement() * (2 * random.nextDouble() - 1);
        }
        return bounds.project(Search.like(state.current().x(), x));
    }
}
