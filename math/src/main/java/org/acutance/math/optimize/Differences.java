package org.acutance.math.optimize;

import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

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
     * @param bounds limits that no step crosses; along elements that they fix the derivative counts as 0
     * @return as many rows as values, as many columns as elements of x
     */
    public NdArray jacobian(UnaryOperator<NdArray> function, NdArray x, Bounds bounds) {
        return jacobian(function, x, function.apply(x), bounds, 1);
    }

    /**
     * The Jacobian of a function whose value at the point is known.
     *
     * @param unit size that elements nearer to 0 count as, in units of x, for the length of their steps
     */
    NdArray jacobian(UnaryOperator<NdArray> function, NdArray x, NdArray value, Bounds bounds, double unit) {
        double[] at = value.toDoubles();
        double[] jacobian = new double[at.length * x.size()];
        for (int j = 0; j < x.size(); j++) {
            double size = Math.pow(x.precision().epsilon(), exponent) * Math.max(unit, Math.abs(x.get(j)));
            double[] column = new Element(function, x, at, j).column(size, bounds);
            for (int i = 0; i < at.length; i++) {
                jacobian[i * x.size() + j] = column[i];
            }
        }
        return NdArray.of(jacobian, Shape.of(at.length, x.size()), x.precision());
    }

    /** A function along one element of its point. */
    private final class Element {
        private final UnaryOperator<NdArray> function;
        private final NdArray x;
        private final double[] at;
        private final int position;

        Element(UnaryOperator<NdArray> function, NdArray x, double[] at, int position) {
            this.function = function;
            this.x = x;
            this.at = at;
            this.position = position;
        }

        double[] column(double size, Bounds bounds) {
            double value = x.get(position);
            double below = value - bounds.lower(position);
            double above = bounds.upper(position) - value;
            if (Math.max(below, above) <= 0) {
                return new double[at.length];
            }
            return Differences.this == TWO_POINT ? oneSided(size, below, above) : threePoint(size, below, above);
        }

        /** Away from 0, unless there is more room on the other side. */
        private double[] oneSided(double size, double below, double above) {
            boolean positive = x.get(position) >= 0;
            double nearest = positive ? above : below;
            boolean upward = positive == (size <= nearest || nearest >= Math.max(below, above));
            Moved to = moved(upward ? Math.min(size, above) : -Math.min(size, below));
            return combined(to.values().toDoubles(), 1 / to.step(), at, -1 / to.step());
        }

        private double[] threePoint(double size, double below, double above) {
            if (size <= Math.min(below, above)) {
                Moved after = moved(size);
                Moved before = moved(-size);
                double apart = after.step() - before.step();
                return combined(
                        after.values().toDoubles(), 1 / apart, before.values().toDoubles(), -1 / apart);
            }
            double step = above >= below ? Math.min(size, above / 2) : -Math.min(size, below / 2);
            double[] near = combined(moved(step).values().toDoubles(), 2 / step, at, -1.5 / step);
            return combined(near, 1, moved(2 * step).values().toDoubles(), -0.5 / step);
        }

        /** The step is what rounding leaves of the one asked for. */
        private Moved moved(double step) {
            double[] elements = x.toDoubles();
            double from = elements[position];
            elements[position] += step;
            NdArray to = NdArray.of(elements, x.shape(), x.precision());
            return new Moved(to.get(position) - from, function.apply(to));
        }
    }

    /** Values beside a point. */
    private record Moved(double step, NdArray values) {}

    private static double[] combined(double[] left, double a, double[] right, double b) {
        double[] sum = new double[left.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a * left[i] + b * right[i];
        }
        return sum;
    }
}
