package org.acutance.deblur.method;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Admm;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.State;
import org.acutance.math.optimize.StopRule;

/**
 * Alternating directions that start from where a neighbouring problem ended.
 *
 * @param admm the method
 * @param from where the other ended
 */
record Resuming(Admm admm, Admm.Splitting from) implements Optimizer<Admm.Splitting> {
    /** The method itself if the state is not one of its own. */
    static Optimizer<Admm.Splitting> of(Admm admm, Optional<State> state) {
        return state.isPresent() && state.get() instanceof Admm.Splitting from ? new Resuming(admm, from) : admm;
    }

    @Override
    public Admm.Splitting start(Objective objective, NdArray x0) {
        return admm.startFrom(from);
    }

    @Override
    public Admm.Splitting step(Objective objective, Admm.Splitting state) {
        return admm.step(objective, state);
    }

    @Override
    public StopRule limits(int unknowns) {
        return admm.limits(unknowns);
    }
}
