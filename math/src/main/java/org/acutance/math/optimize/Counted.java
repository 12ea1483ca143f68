package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * An objective whose values, gradients and Hessian products are counted when they are really computed, and whose
 * gradients are checked for shape and precision.
 */
final class Counted implements Objective {
    private final Objective objective;
    private final Meter meter;
    private Optional<Evaluation> latest = Optional.empty();

    private Counted(Objective objective, Meter meter) {
        this.objective = objective;
        this.meter = meter;
    }

    static Objective of(Objective objective, Meter meter) {
        if (objective instanceof Zero) {
            return objective;
        }
        return objective instanceof TwoPoint differences
                ? new TwoPoint(of(differences.objective(), meter))
                : new Counted(objective, meter);
    }

    @Override
    public Evaluation at(NdArray x) {
        Evaluation evaluation = objective.at(x);
        latest = Optional.of(evaluation);
        return counting(evaluation);
    }

    /**
     * Takes up the latest evaluation again if it is that of this very array: it may have kept more than its gradient.
     * Comparing the elements would cost what it saves.
     */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public Evaluation known(NdArray x, double value, NdArray gradient) {
        Evaluation evaluation = latest.filter(kept -> kept.x() == x).orElseGet(() -> objective.at(x));
        return new Known(x, value, gradient, point -> counting(evaluation));
    }

    private Evaluation counting(Evaluation evaluation) {
        return new Composed(
                evaluation.x(),
                x -> {
                    meter.value();
                    return evaluation.value();
                },
                x -> {
                    meter.gradient();
                    return checked("gradient", evaluation.gradient(), x);
                },
                (x, direction) -> {
                    meter.hessianProduct();
                    return checked("Hessian product", evaluation.hessianProduct(direction), x);
                });
    }

    private static NdArray checked(String part, NdArray array, NdArray x) {
        array.shape().require("objective: " + part, x.shape());
        if (array.precision() != x.precision()) {
            throw new IllegalArgumentException("objective: " + part + " is " + array.precision() + " but the point is "
                    + x.precision() + "; convert one with to(Precision)");
        }
        return array;
    }
}
