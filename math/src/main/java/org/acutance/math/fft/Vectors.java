package org.acutance.math.fft;

import org.acutance.math.array.VectorClasses;

/** Butterflies by vectors. */
final class Vectors {
    private Vectors() {}

    /** The vector class for the precision of plain lanes where there can be one, else the plain one. */
    static <A> Butterflies<A> orElse(Lanes<A> plain) {
        return VectorClasses.orElse(plain.butterflies(), vectors -> pass(vectors, plain));
    }

    private static <A> void pass(Butterflies<A> vectors, Lanes<A> lanes) {
        Rows<A> rows = Rows.allocate(2, vectors.quantum(), lanes);
        vectors.pass(new Stage<>(2, 1, 2, 1, false, lanes.of()), rows.re(), rows.im(), 0, vectors.quantum(), rows);
    }
}
