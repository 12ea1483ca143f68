package org.acutance.math.linear;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.Shape;

/** The correlation of every line along one axis with one filter, whose taps may lie apart. */
final class AxisFilter {
    private static final int LANES = 256;
    private static final int WORTH_SHARING = 1 << 15;

    private final double[] taps;
    private final int dilation;
    private final int length;
    private final int inner;
    private final int outer;
    private final int[] sources;

    /**
     * A filter.
     *
     * @param filter its taps
     * @param dilation distance of neighbouring taps
     * @param boundary what lies beyond the ends of a line
     */
    AxisFilter(Shape shape, int axis, List<Double> filter, int dilation, Boundary boundary) {
        this.taps = filter.stream().mapToDouble(tap -> tap).toArray();
        this.dilation = dilation;
        this.length = shape.extent(axis);
        this.inner = shape.strides()[axis];
        this.outer = shape.size() / Math.max(1, length * inner);
        int before = (taps.length - 1) / 2 * dilation;
        IndexMap extension = IndexMap.pad(length, before, (taps.length - 1) * dilation - before, boundary);
        this.sources =
                IntStream.range(0, extension.extent()).map(extension::source).toArray();
    }

    /** The filtered lines. */
    double[] apply(double[] x) {
        double[] out = new double[x.length];
        forEachLine((start, count) -> {
            for (int i = 0; i < length; i++) {
                for (int k = 0; k < taps.length; k++) {
                    add(taps[k], x, start + sources[i + k * dilation] * inner, out, start + i * inner, count);
                }
            }
        });
        return out;
    }

    /** Adds the adjoint of the filter at {@code y} to {@code sum}. */
    void addAdjoint(double[] y, double[] sum) {
        forEachLine((start, count) -> {
            for (int i = 0; i < length; i++) {
                for (int k = 0; k < taps.length; k++) {
                    add(taps[k], y, start + i * inner, sum, start + sources[i + k * dilation] * inner, count);
                }
            }
        });
    }

    private static void add(double tap, double[] from, int source, double[] to, int target, int count) {
        for (int lane = 0; lane < count; lane++) {
            to[target + lane] += tap * from[source + lane];
        }
    }

    /** Some neighbouring lines. */
    private interface Work {
        /** The first element of the first line, and how many lines lie beside each other. */
        void run(int start, int count);
    }

    private void forEachLine(Work work) {
        int perLine = (inner + LANES - 1) / LANES;
        int bundles = outer * perLine;
        boolean parallel = outer * inner * length >= WORTH_SHARING;
        Blocks.forEach(bundles, Math.max(1, LANES / Math.min(inner, LANES)), parallel, (from, to) -> {
            for (int bundle = from; bundle < to; bundle++) {
                int lane = bundle % perLine * LANES;
                work.run(bundle / perLine * length * inner + lane, Math.min(LANES, inner - lane));
            }
        });
    }
}
