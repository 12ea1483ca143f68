package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/**
 * The minimum of a quadratic model over the elements that are free at the Cauchy point, by the direct primal method
 * (Byrd, Lu, Nocedal &amp; Zhu 1995, section 5.1), brought within the bounds by projection or, where that does not lead
 * downhill, by shortening the step (Morales &amp; Nocedal 2011).
 */
final class SubspaceMinimum {
    private final NdArray x;
    private final NdArray gradient;
    private final Bounds bounds;
    private final LimitedMemory memory;
    private final double[][] middle;
    private final NdArray cauchy;
    private final boolean[] free;

    private SubspaceMinimum(
            NdArray x, NdArray gradient, Bounds bounds, LimitedMemory memory, double[][] middle, NdArray cauchy) {
        this.x = x;
        this.gradient = gradient;
        this.bounds = bounds;
        this.memory = memory;
        this.middle = middle;
        this.cauchy = cauchy;
        this.free = new boolean[x.size()];
        for (int i = 0; i < free.length; i++) {
            free[i] = cauchy.get(i) > bounds.lower(i) && cauchy.get(i) < bounds.upper(i);
        }
    }

    /** The point that a step of length 1 leads to. */
    static NdArray of(NdArray x, NdArray gradient, Bounds bounds, LimitedMemory memory) {
        double[][] middle = memory.middle();
        CauchyPoint cauchy = new CauchyPoint(x, gradient, bounds, memory, middle);
        return memory.isEmpty()
                ? cauchy.point()
                : new SubspaceMinimum(x, gradient, bounds, memory, middle, cauchy.point()).solve(cauchy.products());
    }

    private NdArray solve(double... products) {
        double theta = memory.theta();
        NdArray model = Vectors.combine(1, gradient, theta, cauchy.minus(x));
        NdArray residual = freeOf(memory.plusCombination(model, -1, DenseSystem.times(middle, products)));
        double[] right = DenseSystem.times(middle, memory.transposed(residual));
        double[] solved = DenseSystem.times(DenseSystem.inverse(system(theta)), right);
        NdArray step = freeOf(memory.plusCombination(residual.times(-1 / theta), -1 / (theta * theta), solved));
        NdArray projected = bounds.project(cauchy.plus(step));
        return gradient.dot(projected.minus(x)) < 0 ? projected : shortened(step);
    }

    /** {@code I - M W'W / theta} over the free elements. */
    private double[][] system(double theta) {
        double[][] system = DenseSystem.product(middle, freeGram());
        for (int i = 0; i < system.length; i++) {
            for (int j = 0; j < system.length; j++) {
                system[i][j] = (i == j ? 1 : 0) - system[i][j] / theta;
            }
        }
        return system;
    }

    /** W'W over the free elements: the whole less the part of the others, or that of the free if these are fewer. */
    private double[][] freeGram() {
        int count = 0;
        for (boolean isFree : free) {
            count += isFree ? 1 : 0;
        }
        boolean subtract = 2 * count > free.length;
        double[][] gram = subtract ? memory.gram() : new double[memory.width()][memory.width()];
        for (int element = 0; element < free.length; element++) {
            if (free[element] != subtract) {
                addOuter(gram, subtract ? -1 : 1, memory.row(element));
            }
        }
        return gram;
    }

    private static void addOuter(double[][] to, double factor, double[] row) {
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < row.length; j++) {
                to[i][j] += factor * row[i] * row[j];
            }
        }
    }

    private NdArray freeOf(NdArray vector) {
        double[] values = vector.toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] = free[i] ? values[i] : 0;
        }
        return NdArray.of(values, vector.shape(), vector.precision());
    }

    private NdArray shortened(NdArray step) {
        return cauchy.plusScaled(Math.min(1, bounds.room(cauchy, step)), step);
    }
}
