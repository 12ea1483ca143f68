package org.acutance.deblur.model;

/** A kind of data term, before it is known what was observed. */
@FunctionalInterface
public interface Fidelity {
    /** The data term for an observation; levels of noise that were not given are estimated from it. */
    DataTerm on(Observation observation);
}
