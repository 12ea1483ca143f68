package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The absolute values of a kernel summed over layers around its middle: layer k of K holds the places whose distance,
 * counted in half extents along the axis where that is largest, is about k / K.
 */
final class Layers {
    private static final int LEAST = 4;

    private final double[] light;
    private final double border;
    private final boolean fades;

    private Layers(double[] light, double border, boolean fades) {
        this.light = light;
        this.border = border;
        this.fades = fades;
    }

    static Layers of(NdArray kernel) {
        Shape shape = kernel.shape();
        int count = Arrays.stream(shape.extents()).max().orElseThrow() / 2;
        double[] values = kernel.toDoubles();
        double[] light = new double[count + 1];
        double edge = 0;
        double highest = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = distance(shape, i);
            light[(int) Math.rint(distance * count)] += Math.abs(values[i]);
            edge += distance == 1 ? Math.abs(values[i]) : 0;
            highest = Math.max(highest, distance == 1 ? Math.abs(values[i]) : 0);
        }
        double sum = Arrays.stream(light).sum();
        Arrays.setAll(light, k -> light[k] / sum);
        return new Layers(light, edge / sum, highest < kernel.maxAbs() / 2);
    }

    private static double distance(Shape shape, int position) {
        double distance = 0;
        int[] strides = shape.strides();
        for (int axis = 0; axis < shape.rank(); axis++) {
            int half = shape.extent(axis) / 2;
            double from = Math.abs(position / strides[axis] % shape.extent(axis) - half);
            distance = half == 0 ? distance : Math.max(distance, from / half);
        }
        return distance;
    }

    /** The share of the outermost places. */
    double border() {
        return border;
    }

    /**
     * The share of the light beyond the last layer if it goes on fading as a power of the distance: for layers
     * proportional to r^-p beyond R that is light(R) R / (p - 1). The power is that between the last sixth of the layers
     * and the sixth before, so that rings do not disturb it. Empty if there are too few layers, or the border is as bright
     * as half the maximum, where a kernel is taken to end.
     */
    OptionalDouble beyond() {
        int last = light.length - 1;
        int width = Math.max(1, last / 6);
        if (last < LEAST || !fades) {
            return OptionalDouble.empty();
        }
        double outer = mean(last - width + 1, last);
        double inner = mean(last - 2 * width + 1, last - width);
        if (outer == 0) {
            return OptionalDouble.of(0);
        }
        double power = Math.log(inner / outer) / Math.log((last - width / 2.0) / (last - 1.5 * width));
        // Light that hardly fades has no sum; what as many layers again would hold is said instead.
        double more = power > 2 ? outer * (last + 0.5) / (power - 1) : outer * last;
        return OptionalDouble.of(more / (1 + more));
    }

    private double mean(int from, int to) {
        return Arrays.stream(light, from, to + 1).average().orElseThrow();
    }
}
