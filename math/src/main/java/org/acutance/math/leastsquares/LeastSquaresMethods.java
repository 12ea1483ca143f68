package org.acutance.math.leastsquares;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.optimize.Bounds;

/** The methods of fitting by their written names, with SciPy's names for options and SciPy's defaults. */
public final class LeastSquaresMethods {
    private static final Parameter<Double> FTOL =
            tolerance("ftol", "converged when the relative decrease of the cost is below this");
    private static final Parameter<Double> XTOL =
            tolerance("xtol", "converged when the relative length of the step is below this");
    private static final Parameter<Double> GTOL = tolerance("gtol", "converged when the scaled gradient is below this");
    private static final Parameter<Optional<NdArray>> X_SCALE = scale("1");
    private static final Parameter<Optional<NdArray>> JAC_SCALE = scale("jac");
    private static final Parameter<Loss> LOSS = new Parameter<>(
            "loss",
            "what is summed, against outliers",
            "linear, soft_l1, huber, cauchy or arctan",
            Loss::parse,
            Optional.of("linear"));
    private static final Parameter<Double> F_SCALE = Parameter.number(
            "f_scale",
            "how large a residual may be before it counts as an outlier",
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            "1");
    private static final Parameter<OptionalLong> MAX_NFEV =
            Parameter.limitOrAuto("max_nfev", "limit of evaluations; auto is 100 per unknown");

    /** All methods, the one to begin with first. */
    public static final Catalogue<LeastSquares> CATALOGUE = new Catalogue<>(
            "method",
            List.of(
                    entry(Method.TRF, "trust regions that reflect at bounds; the one to begin with"),
                    entry(Method.DOGBOX, "dogleg in boxes; quick where bounds hold the solution"),
                    new Entry<>(
                            "lm",
                            "Levenberg-Marquardt; quickest without bounds and outliers",
                            List.of(FTOL, XTOL, GTOL, JAC_SCALE, MAX_NFEV),
                            a -> of(Method.LM, a, JAC_SCALE, Loss.LINEAR, 1))));

    private LeastSquaresMethods() {}

    private static Entry<LeastSquares> entry(Method method, String help) {
        return new Entry<>(
                Parameter.written(method),
                help,
                List.of(FTOL, XTOL, GTOL, X_SCALE, LOSS, F_SCALE, MAX_NFEV),
                a -> of(method, a, X_SCALE, a.get(LOSS), a.get(F_SCALE)));
    }

    private static LeastSquares of(
            Method method, Arguments a, Parameter<Optional<NdArray>> scale, Loss loss, double fScale) {
        return new LeastSquares(
                method,
                Bounds.NONE,
                a.get(FTOL),
                a.get(XTOL),
                a.get(GTOL),
                a.get(scale),
                loss,
                fScale,
                a.get(MAX_NFEV));
    }

    private static Parameter<Double> tolerance(String name, String help) {
        return Parameter.number(name, help, 0, Double.MAX_VALUE, "1e-8");
    }

    private static Parameter<Optional<NdArray>> scale(String fallback) {
        return new Parameter<>(
                "x_scale",
                "size of an element in units of x; jac takes it from the Jacobian",
                "a number above 0, or jac",
                LeastSquaresMethods::scaleOrJac,
                Optional.of(fallback));
    }

    private static Optional<NdArray> scaleOrJac(String text) {
        if (text.equals("jac")) {
            return Optional.empty();
        }
        double scale = Double.parseDouble(text);
        if (!(scale > 0 && Double.isFinite(scale))) {
            throw new IllegalArgumentException("out of range");
        }
        return Optional.of(NdArray.scalar(scale));
    }
}
