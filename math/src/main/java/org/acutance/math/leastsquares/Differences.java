package org.acutance.math.leastsquares;

import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.optimize.Bounds;

/** Derivatives by differences, with SciPy's steps and names. */
public enum Differences {
    /** {@code (f(x + h) - f(x)) / h}; half of the digits. */
    TWO_POINT(1.0 / 2),
    /** {@code (f(x + h) - f(x - h)) / 2h}, one-sided of the same order at a bound; two thirds of the digits. */
    THREE_POINT(1.0 / 3);

    private final double exponent;

    Differences(double exponent) {
        this.exponent = exponent;
    }

    /**
     * The Jacobian of a function.
     *
     * @param x the point, between the bounds
     * @param bounds limits that no step crosses
     * @return as many rows as values, as many columns as elements of x
     */
    public NdArray jacobian(UnaryOperator<NdArray> function, NdArray x, Bounds bounds) {
        double[] at = function.apply(x).toDoubles();
        double[] jacobian = new double[at.length * x.size()];
        for (int j = 0; j < x.size(); j++) {
            double[] column = column(function, x, at, j, bounds);
            for (int i = 0; i < at.length; i++) {
                jacobian[i * x.size() + j] = column[i];
            }
        }
        return NdArray.of(jacobian, Shape.of(at.length, x.size()));
    }

    private double[] column(UnaryOperator<NdArray> function, NdArray x, double[] at, int element, Bounds bounds) {
        double value = x.get(element);
        double below = value - bounds.lower(element);
        double above = bounds.upper(element) - value;
        double size = Math.pow(x.precision().epsilon(), exponent) * Math.max(1, Math.abs(value));
        if (this == THREE_POINT && size <= Math.min(below, above)) {
            double[] after = moved(function, x, element, size);
            return combined(after, 1 / (2 * size), moved(function, x, element, -size), -1 / (2 * size));
        }
        double nearest = value >= 0 ? above : below;
        boolean upward = (value >= 0) == (size <= nearest || nearest >= Math.max(below, above));
        double room = upward ? above : below;
        if (this == TWO_POINT) {
            double step = upward ? Math.min(size, room) : -Math.min(size, room);
            return combined(moved(function, x, element, step), 1 / step, at, -1 / step);
        }
        double step = above >= below ? Math.min(size, above / 2) : -Math.min(size, below / 2);
        double[] near = combined(moved(function, x, element, step), 2 / step, at, -1.5 / step);
        return combined(near, 1, moved(function, x, element, 2 * step), -0.5 / step);
    }

    private static double[] moved(UnaryOperator<NdArray> function, NdArray x, int element, double step) {
        double[] elements = x.toDoubles();
        elements[element] += step;
        return function.apply(NdArray.of(elements, x.shape(), x.precision())).toDoubles();
    }

    private static double[] combined(double[] left, double a, double[] right, double b) {
        double[] sum = new double[left.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a * left[i] + b * right[i];
        }
        return sum;
    }
}
