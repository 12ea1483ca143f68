package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;

/** The elements of a point that bounds do not fix, as a plain vector around which a method puts others. */
final class FreeElements {
    private final Bounds bounds;
    private final int[] positions;

    FreeElements(Bounds bounds, int size) {
        this.bounds = bounds;
        this.positions = IntStream.range(0, size)
                .filter(i -> bounds.lower(i) < bounds.upper(i))
                .toArray();
    }

    int size() {
        return positions.length;
    }

    double[] of(NdArray x) {
        return Arrays.stream(positions).mapToDouble(x::get).toArray();
    }

    /** From one point to another. */
    double[] between(NdArray from, NdArray to) {
        return Arrays.stream(positions)
                .mapToDouble(i -> to.get(i) - from.get(i))
                .toArray();
    }

    /** A point moved, and projected where rounding would leave the bounds. */
    NdArray moved(NdArray x, double... by) {
        double[] moved = x.toDoubles();
        for (int i = 0; i < by.length; i++) {
            moved[positions[i]] += by[i];
        }
        return bounds.project(NdArray.of(moved, x.shape(), x.precision()));
    }

    /** How far down each element may go, at most 0. */
    double[] down(NdArray x) {
        return Arrays.stream(positions)
                .mapToDouble(i -> Math.min(0, bounds.lower(i) - x.get(i)))
                .toArray();
    }

    /** How far up each element may go, at least 0. */
    double[] up(NdArray x) {
        return Arrays.stream(positions)
                .mapToDouble(i -> Math.max(0, bounds.upper(i) - x.get(i)))
                .toArray();
    }

    /** A length that is at most half of what any element has room for. */
    double within(double length) {
        return Arrays.stream(positions)
                .mapToDouble(i -> (bounds.upper(i) - bounds.lower(i)) / 2)
                .reduce(length, Math::min);
    }
}
