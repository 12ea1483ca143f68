package org.acutance.deblur.uncertainty;

import java.util.Random;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * Vectors that look at the diagonal of a matrix whose elements fade with the distance of the pixels (Tang &amp; Saad 2012,
 * "A probing method for computing the diagonal of a matrix inverse"): random signs on pixels of a distance, 0 between
 * them, for every offset of that lattice in turn. A pixel is disturbed only by those a multiple of the distance away.
 *
 * @param shape of the vectors
 * @param spacing distance of the pixels along every axis
 */
record Lattice(Shape shape, int spacing) {
    /** The finest lattice for which so many vectors are enough. */
    static Lattice of(Shape shape, int vectors) {
        int spacing = 1;
        while (count(spacing + 1, shape) <= vectors && spacing < longest(shape)) {
            spacing++;
        }
        return new Lattice(shape, spacing);
    }

    private static int longest(Shape shape) {
        int longest = 1;
        for (int extent : shape.extents()) {
            longest = Math.max(longest, extent);
        }
        return longest;
    }

    private static long count(int spacing, Shape shape) {
        long count = 1;
        for (int extent : shape.extents()) {
            count *= Math.min(spacing, extent);
        }
        return count;
    }

    /** How many vectors look at every pixel once. */
    int vectors() {
        return (int) count(spacing, shape);
    }

    /** A vector: 1 or -1 at the pixels of an offset, 0 elsewhere. */
    NdArray signs(int vector, Random random) {
        int[] strides = shape.strides();
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = vector == vectorOf(i, strides) ? 1 - 2 * random.nextInt(2) : 0;
        }
        return NdArray.of(values, shape, Precision.FLOAT64);
    }

    private int vectorOf(int pixel, int[] strides) {
        int vector = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            int extent = shape.extent(axis);
            int period = Math.min(spacing, extent);
            vector = vector * period + pixel / strides[axis] % extent % period;
        }
        return vector;
    }
}
