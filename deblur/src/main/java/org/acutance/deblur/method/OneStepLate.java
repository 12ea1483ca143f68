package org.acutance.deblur.method;

import org.acutance.deblur.likelihood.Denominator;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Objective;

/** Denominators with the gradient of a penalty at the point before the step (Green 1990). */
final class OneStepLate {
    /** Share of the sensitivity that is left where the penalty draws upwards more strongly than the data allow. */
    private static final double LEAST = 0.1;

    private OneStepLate() {}

    /** The sensitivity plus the gradient of the penalty, kept positive. */
    static Denominator of(NdArray sensitivity, Objective penalty) {
        return point -> NdArray.elementwise(
                "one step late",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.max(LEAST * in[0][i], in[0][i] + in[1][i]);
                    }
                },
                sensitivity,
                penalty.at(point.x()).gradient());
    }
}
