package org.acutance.deblur.closed;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Continues a frame over a larger canvas so that nothing jumps where the canvas closes on itself: beyond the frame its
 * reflections about both borders fade into each other. Filters in the Fourier domain then ring no more at the borders
 * than inside (the aim of Liu &amp; Jia 2008, "Reducing boundary artifacts in image deconvolution").
 */
public final class PeriodicExtension {
    private PeriodicExtension() {}

    /**
     * The frame on its canvas.
     *
     * @param frame what is continued; none of its samples changes
     * @param corner index on the canvas of the frame's first element
     * @param canvas shape of the canvas, no smaller than corner and frame
     */
    public static NdArray over(NdArray frame, Shape corner, Shape canvas) {
        NdArray extended = frame;
        for (int axis = 0; axis < frame.rank(); axis++) {
            extended = along(extended, axis, corner.extent(axis), canvas.extent(axis));
        }
        return extended;
    }

    private static NdArray along(NdArray array, int axis, int corner, int canvas) {
        int extent = array.shape().extent(axis);
        int gap = canvas - extent;
        if (gap == 0) {
            return array;
        }
        // Places counted from the frame's first element, once around the canvas.
        int[] places = IntStream.range(0, canvas)
                .map(i -> Math.floorMod(i - corner, canvas))
                .toArray();
        int[] fromEnd =
                IntStream.of(places).map(place -> reflected(place, extent)).toArray();
        int[] fromStart = IntStream.of(places)
                .map(place -> place < extent ? place : reflected(place - canvas, extent))
                .toArray();
        double[] share = IntStream.of(places)
                .mapToDouble(place -> place < extent ? 0 : fading((place - extent + 0.5) / gap))
                .toArray();
        NdArray second = weights(share, axis, array);
        NdArray end = array.along(axis, IndexMap.take(extent, fromEnd));
        NdArray start = array.along(axis, IndexMap.take(extent, fromStart));
        return end.plus(start.minus(end).times(second));
    }

    private static int reflected(int place, int extent) {
        int folded = Math.floorMod(place, 2 * extent);
        return folded < extent ? folded : 2 * extent - 1 - folded;
    }

    private static double fading(double share) {
        double sine = Math.sin(Math.PI / 2 * share);
        return sine * sine;
    }

    private static NdArray weights(double[] share, int axis, NdArray like) {
        int[] extents = new int[like.rank()];
        Arrays.fill(extents, 1);
        extents[axis] = share.length;
        return NdArray.of(share, Shape.of(extents), like.precision());
    }
}
