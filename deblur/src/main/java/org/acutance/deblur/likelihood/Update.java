package org.acutance.deblur.likelihood;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Objective;

/**
 * One multiplicative iteration: {@code x N / D}. What is 0 stays 0, what is positive stays so or becomes 0, and elements
 * that are not seen at all stay as they are.
 *
 * @param denominator D
 * @param guarded whether the objective must not rise: a step that would raise it is halved. D is positive, so that the step
 *     leads downhill. For the plain likelihood the iteration never raises it and needs no guard.
 */
public record Update(Denominator denominator, boolean guarded) {
    /** Shares of the largest element of D below which an element of the scene is not seen but for rounding. */
    private static final double UNSEEN = 1e-10;

    private static final double UNSEEN_IN_SINGLE = 1e-5;

    private static final int HALVINGS = 30;

    /** Where the iteration leads to from a point. */
    NdArray from(Iterate point) {
        NdArray divisor = denominator.at(point);
        double least = leastSeen(divisor, point.x().precision());
        return NdArray.elementwise(
                "multiplicative update",
                (in, out, count) -> {
                    double[] x = in[0];
                    double[] gradient = in[1];
                    double[] below = in[2];
                    for (int i = 0; i < count; i++) {
                        out[i] = below[i] > least ? Math.max(0, x[i] - x[i] * gradient[i] / below[i]) : x[i];
                    }
                },
                point.x(),
                point.gradient(),
                divisor);
    }

    /** What an element of the denominator is at least if the element of the scene is seen. */
    static double leastSeen(NdArray denominator, Precision precision) {
        double share = precision == Precision.FLOAT64 ? UNSEEN : UNSEEN_IN_SINGLE;
        return share * denominator.maxAbs();
    }

    /** The next point, evaluated; of points that are not taken the value alone. */
    Iterate advance(Objective objective, Iterate point) {
        Evaluation next = objective.at(from(point));
        for (int i = 0; guarded && next.value() > point.value() && i < HALVINGS; i++) {
            next = objective.at(next.x().plus(point.x()).times(0.5));
        }
        return guarded && next.value() > point.value() ? point : Iterate.of(next);
    }

    /**
     * A point that extrapolation led to, kept away from 0, from where there is no way back: no element falls below a tenth of
     * what the plain iteration gave it.
     */
    static NdArray kept(NdArray extrapolated, NdArray plain) {
        return NdArray.elementwise(
                "extrapolate",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.max(in[0][i], in[1][i] / 10);
                    }
                },
                extrapolated,
                plain);
    }
}
