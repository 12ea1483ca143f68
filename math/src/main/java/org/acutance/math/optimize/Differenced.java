package org.acutance.math.optimize;

import java.util.function.ToDoubleFunction;
import org.acutance.math.array.NdArray;

/**
 * An objective that has values only: its gradient is made of their differences, and a Hessian product of two gradients,
 * further apart than {@link TwoPoint}'s, for they have fewer digits.
 *
 * @param function the values
 * @param differences which ones
 * @param bounds limits within which the function is asked
 * @param watch runs before each value that is not that at the point itself
 */
record Differenced(ToDoubleFunction<NdArray> function, Differences differences, Bounds bounds, Runnable watch)
        implements Objective {
    /** Balances the curvature's change along the step with the error of the gradients. */
    private static final double STEP = 1e-4;

    /** The same with each of the values beside a point counted as a value. */
    Objective metered(Meter meter) {
        return new Differenced(function, differences, bounds, meter::value);
    }

    @Override
    public Evaluation at(NdArray x) {
        return known(x, new Lazy<>(() -> function.applyAsDouble(x)));
    }

    @Override
    public Evaluation known(NdArray x, double value, NdArray gradient) {
        return new Composed(x, point -> value, point -> gradient, (point, p) -> product(point, gradient, p));
    }

    @Override
    public boolean hasSecondDerivatives() {
        return false;
    }

    private Evaluation known(NdArray x, Lazy<Double> value) {
        Lazy<NdArray> gradient = new Lazy<>(() -> gradient(x, value.get()));
        return new Composed(
                x, point -> value.get(), point -> gradient.get(), (point, p) -> product(point, gradient.get(), p));
    }

    private NdArray gradient(NdArray x, double value) {
        return differences
                .jacobian(this::beside, x, NdArray.scalar(value), bounds, 1)
                .reshape(x.shape());
    }

    private NdArray beside(NdArray x) {
        watch.run();
        return NdArray.scalar(function.applyAsDouble(x));
    }

    /** Along the direction or against it, where there is more room. */
    private NdArray product(NdArray x, NdArray gradient, NdArray direction) {
        double most = STEP * Math.max(1, x.maxAbs()) / direction.maxAbs();
        double ahead = Math.min(most, bounds.room(x, direction));
        double behind = Math.min(most, bounds.room(x, direction.times(-1)));
        double step = ahead >= behind ? ahead : -behind;
        if (step == 0 || !Double.isFinite(step)) {
            return direction.times(0);
        }
        NdArray moved = bounds.project(x.plusScaled(step, direction));
        double there = beside(moved).item();
        return Vectors.combine(1 / step, gradient(moved, there), -1 / step, gradient);
    }
}
