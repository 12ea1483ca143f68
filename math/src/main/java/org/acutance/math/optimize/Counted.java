package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;

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
        if (objective instanceof TwoPoint differences) {
            return new TwoPoint(of(differences.objective(), meter));
        }
        return new Counted(
                objective instanceof Differenced differences ? differences.metered(meter) : objective, meter);
    }

    @Override
    public Evaluation at(NdArray x) {
        Evaluation evaluation = objective.at(x);
        latest = Optional.of(evaluation);
        return counting(evaluation);
    }

    /** Takes up the latest evaluation again: it may have kept more than its gradient. */
    @Override
    public Evaluation known(NdArray x, double value, NdArray gradient) {
        Evaluation evaluation = kept(x).orElseGet(() -> objective.known(x, value, gradient));
        return new Known(x, value, gradient, point -> counting(evaluation));
    }

    @Override
    public Evaluation again(NdArray x) {
        return counting(kept(x).orElseGet(() -> objective.at(x)));
    }

    @Override
    public boolean hasSecondDerivatives() {
        return objective.hasSecondDerivatives();
    }

    /** The latest evaluation if it is that of this very array. Comparing the elements would cost what it saves. */
    @SuppressWarnings("ReferenceEquality")
    private Optional<Evaluation> kept(NdArray x) {
        return latest.filter(kept -> kept.x() == x);
    }

    private Evaluation counting(Evaluation evaluation) {
        return new Counting(evaluation, meter);
    }

    /** Each part is computed once, and counted then. */
    private static final class Counting implements Evaluation {
        private final Evaluation evaluation;
        private final Meter meter;
        private final Lazy<Double> value;
        private final Lazy<NdArray> gradient;

        Counting(Evaluation evaluation, Meter meter) {
            this.evaluation = evaluation;
            this.meter = meter;
            this.value = new Lazy<>(() -> {
                meter.value();
                return evaluation.value();
            });
            this.gradient = new Lazy<>(() -> {
                meter.gradient();
                return checked("gradient", evaluation.gradient(), x());
            });
        }

        @Override
        public NdArray x() {
            return evaluation.x();
        }

        @Override
        public double value() {
            return value.get();
        }

        @Override
        public NdArray gradient() {
            return gradient.get();
        }

        @Override
        public NdArray gradient(RowOperation change) {
            meter.gradient();
            return checked("gradient", evaluation.gradient(change), x());
        }

        @Override
        public NdArray hessianProduct(NdArray direction) {
            meter.hessianProduct();
            return checked("Hessian product", evaluation.hessianProduct(direction), x());
        }
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
