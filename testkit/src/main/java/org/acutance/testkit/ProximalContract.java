package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.optimize.Groupwise;
import org.acutance.math.optimize.Proximal;

/**
 * What every proximal map must pass: it minimises what defines it against random points near and far, does not raise the
 * value, lowers it the more the longer the step, and is firmly non-expansive where the function is convex.
 */
public final class ProximalContract {
    private static final double[] STEPS = {0.01, 0.3, 1, 20};
    private static final double[] DISTANCES = {1e-4, 1e-2, 0.3, 3};
    private static final int POINTS = 8;

    private final Proximal function;
    private final Shape shape;
    private final Precision precision;
    private final boolean convex;
    private final double tolerance;
    private final Samples samples = new Samples(2);

    /**
     * The contract for one function on arrays of one shape.
     *
     * @param convex whether the function is convex
     */
    public ProximalContract(Proximal function, Shape shape, Precision precision, boolean convex) {
        this(function, shape, precision, convex, precision == Precision.FLOAT64 ? 1e-10 : 1e-5);
    }

    /**
     * The contract for a function whose proximal map is itself an iteration.
     *
     * @param tolerance by how much a value may be missed, relative to the values
     */
    public ProximalContract(Proximal function, Shape shape, Precision precision, boolean convex, double tolerance) {
        this.function = function;
        this.shape = shape;
        this.precision = precision;
        this.convex = convex;
        this.tolerance = tolerance;
    }

    /** Checks everything. */
    public void check() {
        for (int i = 0; i < 4; i++) {
            NdArray x = sample(2);
            for (double step : STEPS) {
                checkMinimum(x, step);
                if (convex) {
                    checkFirmness(x, sample(2), step);
                }
            }
            checkMonotone(x);
        }
    }

    private NdArray sample(double size) {
        return samples.uniform(shape, precision, -size, size);
    }

    private void checkMinimum(NdArray x, double step) {
        NdArray z = function.prox(x, step);
        assertThat(z.shape()).isEqualTo(shape);
        assertThat(z.precision()).isEqualTo(precision);
        assertThat(function.prox(x, step)).as("the same again").isEqualTo(z);
        function.groupwise()
                .ifPresent(own ->
                        assertThat(byGroups(own, x, step)).as("group by group").isEqualTo(z));
        double least = defining(z, x, step);
        assertThat(least).as("value at the proximal point of step %s", step).isFinite();
        assertThat(least).as("not above that at x").isLessThanOrEqualTo(defining(x, x, step) + slack(least));
        for (double distance : DISTANCES) {
            for (int i = 0; i < POINTS; i++) {
                double other = defining(z.plus(sample(distance)), x, step);
                assertThat(least)
                        .as("step %s, against a point at distance %s", step, distance)
                        .isLessThanOrEqualTo(other + slack(least));
            }
        }
    }

    private static NdArray byGroups(Groupwise map, NdArray x, double step) {
        int members = map.alongFirstAxis() ? x.shape().extent(0) : 1;
        int groups = x.size() / members;
        double[][] parts = new double[members][groups];
        NdArray.Builder result = NdArray.builder(x.shape(), x.precision());
        for (int i = 0; i < members; i++) {
            x.read(i * groups, parts[i], 0, groups);
        }
        map.map().move(parts, step);
        for (int i = 0; i < members; i++) {
            result.write(i * groups, parts[i], 0, groups);
        }
        return result.build();
    }

    private double defining(NdArray z, NdArray x, double step) {
        NdArray move = z.minus(x);
        return step * function.value(z) + move.dot(move) / 2;
    }

    private double slack(double value) {
        return tolerance * Math.max(1, Math.abs(value));
    }

    private void checkFirmness(NdArray a, NdArray b, double step) {
        NdArray moved = function.prox(a, step).minus(function.prox(b, step));
        double product = moved.dot(a.minus(b));
        assertThat(moved.dot(moved)).as("firmly non-expansive").isLessThanOrEqualTo(product + slack(product));
    }

    private void checkMonotone(NdArray x) {
        double before = function.value(x);
        for (double step : STEPS) {
            double value = function.value(function.prox(x, step));
            assertThat(value).as("value after step %s", step).isLessThanOrEqualTo(before + slack(value));
            before = value;
        }
    }
}
