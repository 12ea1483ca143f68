package org.acutance.deblur.image;

import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** A linear map along one axis: each result is a weighted sum of a fixed number of elements. */
final class Stencil {
    private final int taps;
    private final int[] sources;
    private final double[] weights;

    private Stencil(int taps, int[] sources, double[] weights) {
        this.taps = taps;
        this.sources = sources;
        this.weights = weights;
    }

    /** The same weights at every place where they fit onto the axis as the map reads it: a correlation. */
    static Stencil sliding(IndexMap map, double[] window) {
        int extent = Math.max(0, map.extent() - window.length + 1);
        int[] sources = new int[extent * window.length];
        double[] weights = new double[sources.length];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = map.source(i / window.length + i % window.length);
            weights[i] = window[i % window.length];
        }
        return new Stencil(window.length, sources, weights);
    }

    /** Linear interpolation at the given positions, each between two neighbours of the map, which begins at -1. */
    static Stencil between(IndexMap padded, double[] positions) {
        int[] sources = new int[2 * positions.length];
        double[] weights = new double[sources.length];
        for (int i = 0; i < positions.length; i++) {
            int below = (int) Math.floor(positions[i]);
            sources[2 * i] = padded.source(below + 1);
            sources[2 * i + 1] = padded.source(below + 2);
            weights[2 * i] = 1 - (positions[i] - below);
            weights[2 * i + 1] = positions[i] - below;
        }
        return new Stencil(2, sources, weights);
    }

    /** The array mapped along an axis, whose extent becomes the number of results. */
    NdArray apply(NdArray array, int axis) {
        Shape shape = array.shape();
        Shape target = shape.with(axis, sources.length / taps);
        double[] from = array.toDoubles();
        double[] to = new double[target.size()];
        int run = shape.strides()[shape.axis(axis)];
        for (int result = 0; result < to.length / run; result++) {
            int line = result / target.extent(axis) * shape.extent(axis);
            sum(from, line * run, to, result * run, run, result % target.extent(axis) * taps);
        }
        return NdArray.of(to, target, array.precision());
    }

    private void sum(double[] from, int line, double[] to, int at, int run, int first) {
        for (int tap = first; tap < first + taps; tap++) {
            if (sources[tap] >= 0) {
                int source = line + sources[tap] * run;
                double weight = weights[tap];
                for (int i = 0; i < run; i++) {
                    to[at + i] += weight * from[source + i];
                }
            }
        }
    }
}
