package org.acutance.math.autodiff;

import org.acutance.math.array.NdArray;

/** A value that a reverse derivative has recorded, and its place on that derivative's tape. */
record Recorded(Tape tape, int position, Tensor primal) implements Tensor {
    @Override
    public long level() {
        return tape.level();
    }

    @Override
    public NdArray value() {
        return primal.value();
    }

    @Override
    public String toString() {
        return value() + " (reverse)";
    }
}
