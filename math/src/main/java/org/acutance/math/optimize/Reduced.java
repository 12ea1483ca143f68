package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/**
 * An objective of some elements alone, the others held fast.
 *
 * @param objective of all elements
 * @param free 1 for the elements that may move, 0 for the others
 */
record Reduced(Objective objective, NdArray free) implements Objective {
    @Override
    public Evaluation at(NdArray x) {
        return reduced(objective.at(x));
    }

    @Override
    public Evaluation known(NdArray x, double value, NdArray gradient) {
        return new Known(x, value, gradient, point -> reduced(objective.known(x, value, gradient)));
    }

    @Override
    public boolean hasSecondDerivatives() {
        return objective.hasSecondDerivatives();
    }

    private Evaluation reduced(Evaluation evaluation) {
        return new Composed(
                evaluation.x(),
                x -> evaluation.value(),
                x -> evaluation.gradient().times(free),
                (x, direction) -> evaluation.hessianProduct(direction).times(free));
    }
}
