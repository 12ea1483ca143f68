package org.acutance.math.scalar;

import java.util.function.DoubleUnaryOperator;

/** A function that counts how often it is asked. */
final class Counting implements DoubleUnaryOperator {
    private final DoubleUnaryOperator function;
    private int count;

    Counting(DoubleUnaryOperator function) {
        this.function = function;
    }

    @Override
    public double applyAsDouble(double x) {
        count++;
        return function.applyAsDouble(x);
    }

    int count() {
        return count;
    }
}
