package org.acutance.bench;

import org.acutance.bench.Scenario.Observation;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;

/**
 * The yardstick: isotropic total variation with circular differences, its weight chosen by the truth, which only a
 * comparison may do. Solved by the alternating direction method of multipliers with exact Fourier solves (Wang, Yang, Yin,
 * Zhang 2008).
 */
final class BestTotalVariation {
    private static final int ITERATIONS = 150;
    private static final double FIRST_WEIGHT = 0.01;
    private static final double RATIO = 1.3;
    private static final double LAST_WEIGHT = 2;
    /** How far the improvement may fall behind the best before the sweep ends, in decibels. */
    private static final double FALL = 0.3;

    private final Observation observation;
    private final Fft fft;
    private final NdArray response;
    private final NdArray laplacian;
    private final NdArray data;

    private BestTotalVariation(Observation observation) {
        Shape shape = observation.picture().shape();
        this.observation = observation;
        this.fft = Fft.plan(shape, Precision.FLOAT64);
        Spectrum blur = fft.forward(Scenario.wrapped(observation.scenario().kernel(), shape));
        this.response = blur.squaredMagnitude();
        this.data = fft.filter(blur.conjugate()).apply(observation.picture());
        NdArray impulse = NdArray.of(unit(shape.size()), shape);
        this.laplacian = fft.forward(divergence(difference(impulse, 0), difference(impulse, 1)))
                .real();
    }

    private static double[] unit(int size) {
        double[] values = new double[size];
        values[0] = 1;
        return values;
    }

    /** The restored picture of the best weight. */
    static NdArray restore(Observation observation) {
        BestTotalVariation solver = new BestTotalVariation(observation);
        NdArray best = observation.picture();
        double improvement = Double.NEGATIVE_INFINITY;
        for (double weight = FIRST_WEIGHT; weight < LAST_WEIGHT; weight *= RATIO) {
            NdArray restored = solver.solve(weight * observation.sigma() * observation.sigma());
            double reached = observation.improvement(restored);
            if (reached > improvement) {
                best = restored;
                improvement = reached;
            } else if (reached < improvement - FALL) {
                return best;
            }
        }
        return best;
    }

    /** The minimiser of {@code ||h*x - y||^2 / 2 + weight TV(x)}. */
    private NdArray solve(double weight) {
        double penalty = weight / 4;
        NdArray reciprocal = reciprocal(penalty);
        NdArray x = observation.picture();
        NdArray[] split = {x.times(0), x.times(0)};
        NdArray[] dual = {x.times(0), x.times(0)};
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            NdArray[] moved = {difference(x, 0).plus(dual[0]), difference(x, 1).plus(dual[1])};
            NdArray shrunk = factor(moved, weight / penalty);
            for (int axis = 0; axis < 2; axis++) {
                split[axis] = moved[axis].times(shrunk);
                dual[axis] = moved[axis].minus(split[axis]);
            }
            NdArray right = data.plusScaled(penalty, divergence(split[0].minus(dual[0]), split[1].minus(dual[1])));
            x = fft.inverse(scaled(fft.forward(right), reciprocal));
        }
        return x;
    }

    private NdArray reciprocal(double penalty) {
        return NdArray.elementwise(
                "reciprocal",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = 1 / (in[0][i] + penalty * in[1][i]);
                    }
                },
                response,
                laplacian);
    }

    private static Spectrum scaled(Spectrum spectrum, NdArray factor) {
        return new Spectrum(
                spectrum.shape(),
                spectrum.real().times(factor),
                spectrum.imaginary().times(factor));
    }

    /** By how much each gradient shrinks when its length is lessened by a threshold. */
    private static NdArray factor(NdArray[] gradient, double threshold) {
        return NdArray.elementwise(
                "shrink",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        double length = Math.sqrt(in[0][i] * in[0][i] + in[1][i] * in[1][i]);
                        out[i] = length > threshold ? 1 - threshold / length : 0;
                    }
                },
                gradient);
    }

    private static NdArray difference(NdArray x, int axis) {
        return x.roll(axis, -1).minus(x);
    }

    /** The adjoint of the two differences. */
    private static NdArray divergence(NdArray down, NdArray right) {
        return down.roll(0, 1).minus(down).plus(right.roll(1, 1).minus(right));
    }
}
