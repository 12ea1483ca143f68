package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/** The function that is 0 everywhere, as a smooth objective and by its proximal map. */
enum Zero implements Objective, Proximal {
    /** The only one. */
    FUNCTION;

    @Override
    public Evaluation at(NdArray x) {
        return new Composed(x, this::value, p -> p.times(0), (p, direction) -> direction.times(0));
    }

    @Override
    public double value(NdArray x) {
        return 0;
    }

    @Override
    public NdArray prox(NdArray x, double step) {
        return x;
    }
}
