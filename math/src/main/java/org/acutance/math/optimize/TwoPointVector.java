package org.acutance.math.optimize;

import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

/**
 * A function of several values whose Jacobian is made of one-sided differences, as SciPy's {@code 2-point}. A step that
 * would leave the bounds is made to the other side.
 *
 * @param values of any shape
 * @param bounds limits within which the function is asked
 * @param eps length of the steps, in units of x; longer where half of the digits of an element would not show it
 */
record TwoPointVector(UnaryOperator<NdArray> values, Bounds bounds, double eps) implements VectorFunction {
    /** SciPy's, the root of the machine epsilon of FLOAT64. */
    static final double EPS = Math.sqrt(Math.ulp(1d));

    /** The same function asked within bounds. */
    VectorFunction within(Bounds others, double length) {
        return new TwoPointVector(values, others, length);
    }

    @Override
    public VectorEvaluation at(NdArray x) {
        Lazy<NdArray> here = new Lazy<>(() -> values.apply(x));
        return new ComposedVector(x, point -> here.get(), point -> jacobian(point, here.get()));
    }

    private NdArray jacobian(NdArray x, NdArray here) {
        double[] entries = new double[here.size() * x.size()];
        for (int j = 0; j < x.size(); j++) {
            NdArray moved = moved(x, j);
            double step = moved.get(j) - x.get(j);
            NdArray change = values.apply(moved).minus(here);
            for (int i = 0; i < here.size(); i++) {
                entries[i * x.size() + j] = step == 0 ? 0 : change.get(i) / step;
            }
        }
        return NdArray.of(entries, here.size(), x.size()).to(x.precision());
    }

    private NdArray moved(NdArray x, int position) {
        double[] elements = x.toDoubles();
        double at = elements[position];
        double step = Math.max(eps, Math.sqrt(x.precision().epsilon()) * Math.abs(at));
        boolean upward =
                at + step <= bounds.upper(position) || bounds.upper(position) - at >= at - bounds.lower(position);
        elements[position] =
                upward ? Math.min(at + step, bounds.upper(position)) : Math.max(at - step, bounds.lower(position));
        return NdArray.of(elements, x.shape(), x.precision());
    }
}
