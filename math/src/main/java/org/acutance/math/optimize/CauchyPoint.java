package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/**
 * The first local minimum of a quadratic model along the projected steepest descent (Byrd, Lu, Nocedal &amp; Zhu 1995,
 * algorithm CP).
 */
final class CauchyPoint {
    private final LimitedMemory memory;
    private final double[][] middle;
    private final NdArray point;
    private final double[] products;

    /**
     * The point.
     *
     * @param x within the bounds
     * @param middle the memory's middle matrix
     */
    CauchyPoint(NdArray x, NdArray gradient, Bounds bounds, LimitedMemory memory, double[][] middle) {
        this.memory = memory;
        this.middle = middle;
        Search search = new Search(x, gradient, bounds);
        this.point = NdArray.of(search.run(), x.shape(), x.precision());
        this.products = search.c;
    }

    NdArray point() {
        return point;
    }

    /** The product of W' and the way from x to the point. */
    double[] products() {
        return products.clone();
    }

    private final class Search {
        private final double[] x;
        private final double[] gradient;
        private final Bounds bounds;
        private final double[] direction;
        private final Breakpoints breakpoints;
        private final double theta = memory.theta();
        private final double[] c = new double[memory.width()];
        private final double[] p;
        private final double leastCurvature;
        private double slope;
        private double curvature;
        private double reached;

        Search(NdArray x, NdArray gradient, Bounds bounds) {
            this.x = x.toDoubles();
            this.gradient = gradient.toDoubles();
            this.bounds = bounds;
            this.direction = new double[this.x.length];
            this.breakpoints = new Breakpoints(steps());
            this.p = memory.transposed(NdArray.of(direction, x.shape(), x.precision()));
            this.slope = -DenseSystem.dot(direction, direction);
            this.curvature = -theta * slope - DenseSystem.dot(p, DenseSystem.times(middle, p));
            this.leastCurvature = Math.ulp(1d) * curvature;
        }

        private double[] steps() {
            double[] steps = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double limit = gradient[i] < 0 ? bounds.upper(i) : bounds.lower(i);
                steps[i] = gradient[i] == 0 ? Double.POSITIVE_INFINITY : (x[i] - limit) / gradient[i];
                direction[i] = steps[i] > 0 ? -gradient[i] : 0;
            }
            return steps;
        }

        double[] run() {
            double further = -slope / curvature;
            while (!breakpoints.isEmpty() && further >= breakpoints.step() - reached) {
                double step = breakpoints.step() - reached;
                reached = breakpoints.step();
                stopAt(breakpoints.poll(), step);
                further = -slope / curvature;
            }
            further = Math.max(further, 0);
            for (int i = 0; i < x.length; i++) {
                x[i] += (reached + further) * direction[i];
            }
            addScaled(c, further, p);
            return x;
        }

        private void stopAt(int element, double step) {
            double g = gradient[element];
            double limit = g < 0 ? bounds.upper(element) : bounds.lower(element);
            double moved = limit - x[element];
            double[] row = memory.row(element);
            double[] weighted = DenseSystem.times(middle, row);
            addScaled(c, step, p);
            slope += step * curvature + g * g + theta * g * moved - g * DenseSystem.dot(weighted, c);
            curvature -= theta * g * g + 2 * g * DenseSystem.dot(weighted, p) + g * g * DenseSystem.dot(weighted, row);
            curvature = Math.max(curvature, leastCurvature);
            addScaled(p, g, row);
            x[element] = limit;
            direction[element] = 0;
        }

        private static void addScaled(double[] to, double factor, double[] amount) {
            for (int i = 0; i < to.length; i++) {
                to[i] += factor * amount[i];
            }
        }
    }
}
