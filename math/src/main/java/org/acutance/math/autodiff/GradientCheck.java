package org.acutance.math.autodiff;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/**
 * A gradient beside central differences of the values, element by element.
 *
 * @param worst row-major position of the element with the largest relative difference
 * @param gradient the gradient there
 * @param difference the central difference there
 * @param relativeError the difference of the two, relative to the largest of 1 and either's size
 */
public record GradientCheck(int worst, double gradient, double difference, double relativeError) {
    /** The largest relative error that is taken for rounding: 1e-6 in FLOAT64, 2e-3 in FLOAT32. */
    public static double tolerance(Precision precision) {
        return precision == Precision.FLOAT64 ? 1e-6 : 2e-3;
    }

    /**
     * Compares the gradient of a scalar function at a point with central differences. Takes two values of the function
     * per element, so it is for small arrays.
     *
     * @return the worst element
     */
    public static GradientCheck checkGradients(Function<Tensor, Tensor> function, Tensor x) {
        NdArray gradient = Gradients.grad(function).apply(x).value();
        return against(gradient, function, x);
    }

    /** Compares a gradient that was computed in some other way with central differences. */
    public static GradientCheck against(NdArray gradient, Function<Tensor, Tensor> function, Tensor x) {
        return against(gradient, function, x, x.precision());
    }

    /**
     * As {@link #against(NdArray, Function, Tensor)}, for a function that computes in another precision than that of its
     * argument, as one of a scalar and arrays does.
     *
     * @param arithmetic the precision of the function's values, which sets the step of the differences
     */
    public static GradientCheck against(
            NdArray gradient, Function<Tensor, Tensor> function, Tensor x, Precision arithmetic) {
        gradient.shape().require("checkGradients", x.shape());
        GradientCheck worst = new GradientCheck(0, 0, 0, 0);
        for (int i = 0; i < gradient.size(); i++) {
            GradientCheck here = at(i, gradient.get(i), function, x.value(), arithmetic);
            if (here.relativeError > worst.relativeError || Double.isNaN(here.relativeError)) {
                worst = here;
            }
        }
        return worst;
    }

    private static GradientCheck at(
            int i, double gradient, Function<Tensor, Tensor> function, NdArray x, Precision arithmetic) {
        double scale = Math.max(1, Math.abs(x.get(i)));
        double step = (arithmetic == Precision.FLOAT64 ? 6e-6 : 5e-3) * scale;
        NdArray above = moved(x, i, step);
        NdArray below = moved(x, i, -step);
        double rise = function.apply(Tensor.of(above)).item()
                - function.apply(Tensor.of(below)).item();
        double difference = rise / (above.get(i) - below.get(i));
        double size = Math.max(1, Math.max(Math.abs(gradient), Math.abs(difference)));
        return new GradientCheck(i, gradient, difference, Math.abs(gradient - difference) / size);
    }

    private static NdArray moved(NdArray x, int i, double step) {
        double[] values = Arrays.copyOf(x.toDoubles(), x.size());
        values[i] += step;
        return NdArray.of(values, x.shape()).to(x.precision());
    }

    /** Whether the error is no larger than the tolerance of a precision. */
    public boolean agrees(Precision precision) {
        return relativeError <= tolerance(precision);
    }

    /** The verdict in one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "worst element %d: gradient %.9g, central difference %.9g, relative error %.2g",
                worst,
                gradient,
                difference,
                relativeError);
    }
}
