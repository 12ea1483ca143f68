package org.acutance.deblur.model;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A kind of data term with levels of noise that are given or found.
 *
 * @param level the levels in an observation
 * @param term the data term for an observation with known levels
 * @param <L> what describes the levels
 */
record Levelled<L>(Function<Observation, L> level, BiFunction<Observation, L, DataTerm> term) implements Fidelity {
    @Override
    public DataTerm on(Observation observation) {
        return term.apply(observation, level.apply(observation));
    }

    @Override
    public Fidelity settled(Observation sample) {
        L found = level.apply(sample);
        return observation -> term.apply(observation, found);
    }
}
