package org.acutance.math.autodiff.integrate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;

/**
 * The explicit Runge-Kutta method of order 5 with an error of order 4 (Dormand &amp; Prince 1980, RK5(4)7M), the lengths of its
 * steps as in Hairer, Norsett and Wanner (1993, II.4).
 *
 * @param derivative of a state and a time
 * @param rtol bound of the error relative to the state
 * @param atol bound of the error of a state of 0
 */
record DormandPrince(BinaryOperator<Tensor> derivative, double rtol, double atol) {
    private static final double[] NODES = {0, 0.2, 0.3, 0.8, 8.0 / 9, 1, 1};
    /** The last row gives the result, so that its slope is the first of the next step. */
    private static final double[][] STAGES = {
        {},
        {0.2},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84},
    };
    /** The result less that of order 4. */
    private static final double[] ERROR = {
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };

    private static final double SAFETY = 0.9;
    private static final double MOST_GROWTH = 5;
    private static final double LEAST_GROWTH = 0.2;
    private static final double FIRST = 0.01;
    private static final double SMALLEST = 1e-14;
    private static final int MOST_STEPS = 100_000;

    /** The state a span of time later. Steps are parts of the span, so that a derivative by it goes through all of them. */
    Tensor across(Tensor start, Tensor from, Tensor span) {
        Tensor state = start;
        Tensor slope = slope(state, from);
        double done = 0;
        double length = FIRST;
        for (int steps = 0; done < 1; steps++) {
            require(steps < MOST_STEPS && length > SMALLEST, from, span, done);
            double part = Math.min(length, 1 - done);
            Tensor step = span.times(part);
            List<Tensor> slopes = new ArrayList<>(List.of(slope));
            Tensor next = state;
            for (int stage = 1; stage < NODES.length; stage++) {
                next = moved(state, step, STAGES[stage], slopes);
                slopes.add(slope(next, from.plus(span.times(done + NODES[stage] * part))));
            }
            double error = error(state.value(), next.value(), span.value().item() * part, slopes);
            if (error <= 1) {
                done = part == length ? done + part : 1;
                state = next;
                slope = slopes.get(6);
            }
            length = part * growth(error);
        }
        return state;
    }

    private static double growth(double error) {
        double growth = SAFETY * Math.pow(error, -0.2);
        return Double.isNaN(growth) ? LEAST_GROWTH : Math.max(LEAST_GROWTH, Math.min(MOST_GROWTH, growth));
    }

    private Tensor slope(Tensor state, Tensor time) {
        Tensor slope = derivative.apply(state, time);
        slope.shape().require("odeint: the derivative", state.shape());
        return slope;
    }

    private static Tensor moved(Tensor state, Tensor step, double[] weights, List<Tensor> slopes) {
        Tensor change = slopes.get(0).times(weights[0]);
        for (int i = 1; i < weights.length; i++) {
            if (weights[i] != 0) {
                change = change.plus(slopes.get(i).times(weights[i]));
            }
        }
        return state.plus(change.times(step));
    }

    /** The root mean square of the error over its bound. */
    private double error(NdArray before, NdArray after, double step, List<Tensor> slopes) {
        double sum = 0;
        for (int i = 0; i < before.size(); i++) {
            double error = 0;
            for (int stage = 0; stage < ERROR.length; stage++) {
                error += ERROR[stage] * slopes.get(stage).value().get(i);
            }
            double bound = atol + rtol * Math.max(Math.abs(before.get(i)), Math.abs(after.get(i)));
            sum += step * error / bound * (step * error / bound);
        }
        return Math.sqrt(sum / Math.max(1, before.size()));
    }

    private static void require(boolean fine, Tensor from, Tensor span, double done) {
        if (!fine) {
            throw new ArithmeticException("odeint: the solution is not smooth enough near time "
                    + (from.value().item() + done * span.value().item())
                    + ", or infinite or NaN; loosen rtol and atol, or end before");
        }
    }
}
