package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Limits of every element, as the function that is 0 between them and infinite beyond. Its proximal map is the
 * projection, whatever the step.
 *
 * @param lower the least values, of rank 0 for the same everywhere or else of the point's shape; may be -infinity
 * @param upper the largest values, likewise; may be infinity
 */
public record Bounds(NdArray lower, NdArray upper) implements Proximal {
    /** No limits. */
    public static final Bounds NONE = between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * Limits.
     *
     * @throws IllegalArgumentException if the shapes do not go together, or no number lies between two limits
     */
    public Bounds {
        if (lower.rank() > 0 && upper.rank() > 0) {
            upper.shape().require("bounds: upper", lower.shape());
        }
        for (int i = 0; i < Math.max(lower.size(), upper.size()); i++) {
            requireOrder(at(lower, i), at(upper, i), i);
        }
    }

    private static void requireOrder(double lower, double upper, int position) {
        if (!(lower <= upper && lower < Double.POSITIVE_INFINITY && upper > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException("bounds: no number is from " + lower + " to " + upper + ", at element "
                    + position + "; give a lower limit that is at most the upper one");
        }
    }

    /**
     * The same limits for every element.
     *
     * @throws IllegalArgumentException if no number lies between them
     */
    public static Bounds between(double lower, double upper) {
        return new Bounds(NdArray.scalar(lower), NdArray.scalar(upper));
    }

    /** A lower limit for every element. */
    public static Bounds atLeast(double lower) {
        return between(lower, Double.POSITIVE_INFINITY);
    }

    /**
     * These limits and others together.
     *
     * @throws IllegalArgumentException if no number lies between them
     */
    public Bounds and(Bounds other) {
        return new Bounds(
                NdArray.elementwise("bounds", Bounds::larger, lower, other.lower),
                NdArray.elementwise("bounds", Bounds::smaller, upper, other.upper));
    }

    private static void larger(double[][] in, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.max(in[0][i], in[1][i]);
        }
    }

    private static void smaller(double[][] in, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.min(in[0][i], in[1][i]);
        }
    }

    /** Whether there is no limit for any element. */
    public boolean isUnlimited() {
        return isAll(lower, Double.NEGATIVE_INFINITY) && isAll(upper, Double.POSITIVE_INFINITY);
    }

    /** Whether every element has a lower and an upper limit. */
    boolean isBox() {
        return lower.isFinite() && upper.isFinite();
    }

    private static boolean isAll(NdArray limit, double value) {
        return limit.size() == 0 || (limit.min() == value && limit.max() == value);
    }

    /** The lower limit of an element by its row-major position. */
    public double lower(int position) {
        return at(lower, position);
    }

    /** The upper limit of an element by its row-major position. */
    public double upper(int position) {
        return at(upper, position);
    }

    private static double at(NdArray limit, int position) {
        return limit.get(limit.rank() == 0 ? 0 : position);
    }

    /**
     * The nearest point between the limits.
     *
     * @throws IllegalArgumentException if the limits are arrays of another shape
     */
    public NdArray project(NdArray x) {
        requireShape(x.shape());
        if (isUnlimited()) {
            return x;
        }
        return lower.rank() == 0 && upper.rank() == 0
                ? clip(x, lower.item(), upper.item())
                : clip(x, lower.to(x.precision()), upper.to(x.precision()));
    }

    private void requireShape(Shape shape) {
        for (NdArray limit : new NdArray[] {lower, upper}) {
            if (limit.rank() > 0) {
                shape.require("bounds", limit.shape());
            }
        }
    }

    private static NdArray clip(NdArray x, double low, double high) {
        return NdArray.elementwise(
                "bounds",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.min(Math.max(in[0][i], low), high);
                    }
                },
                x);
    }

    private static NdArray clip(NdArray x, NdArray low, NdArray high) {
        return NdArray.elementwise(
                "bounds",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.min(Math.max(in[0][i], in[1][i]), in[2][i]);
                    }
                },
                x,
                low,
                high);
    }

    /**
     * The projected gradient of SciPy's {@code L-BFGS-B}, {@code x - project(x - gradient)} without its rounding: what
     * of the gradient a step could follow, 0 at a minimum.
     */
    NdArray projectedGradient(NdArray x, NdArray gradient) {
        return isUnlimited()
                ? gradient
                : NdArray.elementwise(
                        "bounds",
                        (in, out, count) -> {
                            for (int i = 0; i < count; i++) {
                                double most = in[0][i] - in[2][i];
                                double least = in[0][i] - in[3][i];
                                out[i] = Math.min(Math.max(in[1][i], least), most);
                            }
                        },
                        x,
                        gradient,
                        lower.to(x.precision()),
                        upper.to(x.precision()));
    }

    /**
     * 1 for every element that may move, 0 for those at a limit, or nearly so, that the gradient holds there (Bertsekas
     * 1982, (32)).
     *
     * @param near how near to a limit counts as there, in units of x
     */
    NdArray free(NdArray x, NdArray gradient, double near) {
        return NdArray.elementwise(
                "bounds",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        boolean atLower = in[0][i] - in[2][i] <= near && in[1][i] > 0;
                        boolean atUpper = in[3][i] - in[0][i] <= near && in[1][i] < 0;
                        out[i] = atLower || atUpper ? 0 : 1;
                    }
                },
                x,
                gradient,
                lower.to(x.precision()),
                upper.to(x.precision()));
    }

    /** The largest multiple of a direction that keeps every element between its limits; infinite if there is none. */
    double room(NdArray x, NdArray direction) {
        double room = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.size(); i++) {
            double along = direction.get(i);
            double limit = along < 0 ? lower(i) : upper(i);
            room = along == 0 ? room : Math.min(room, (limit - x.get(i)) / along);
        }
        return Math.max(room, 0);
    }

    /** Whether every element is between its limits. */
    public boolean contains(NdArray x) {
        return x.size() == 0 || x.minus(project(x)).maxAbs() == 0;
    }

    @Override
    public double value(NdArray x) {
        return contains(x) ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public NdArray prox(NdArray x, double step) {
        return project(x);
    }
}
