package org.acutance.deblur.likelihood;

import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Objective;

/**
 * The sum of two objectives.
 *
 * @param data how badly an estimate explains the observation
 * @param penalty how little it is what was expected
 */
public record Penalised(Objective data, Objective penalty) implements Objective {
    @Override
    public Evaluation at(NdArray x) {
        return new Sum(data.at(x), penalty.at(x));
    }

    private record Sum(Evaluation first, Evaluation second) implements Evaluation {
        @Override
        public NdArray x() {
            return first.x();
        }

        @Override
        public double value() {
            return first.value() + second.value();
        }

        @Override
        public NdArray gradient() {
            return first.gradient().plus(second.gradient());
        }

        @Override
        public NdArray hessianProduct(NdArray direction) {
            return first.hessianProduct(direction).plus(second.hessianProduct(direction));
        }
    }
}
