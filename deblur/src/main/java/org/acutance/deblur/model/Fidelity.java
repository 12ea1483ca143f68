package org.acutance.deblur.model;

/** A kind of data term, before it is known what was observed. */
@FunctionalInterface
public interface Fidelity {
    /** The data term for an observation; levels of noise that were not given are estimated from it. */
    DataTerm on(Observation observation);

    /**
     * This kind with the levels of noise that were not given estimated once, from one observation, for other parts of the
     * same image.
     *
     * @param sample what the levels are estimated from
     */
    default Fidelity settled(Observation sample) {
        return this;
    }
}
