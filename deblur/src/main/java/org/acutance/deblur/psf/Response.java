package org.acutance.deblur.psf;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Reduction;

/** The optical transfer function, the Fourier transform of a kernel. */
final class Response {
    private Response() {}

    /** Its magnitude at half a cycle per pixel along each axis: the alternating sum, by the projection-slice theorem. */
    static List<Double> atHalfCycle(NdArray kernel) {
        return IntStream.range(0, kernel.rank())
                .mapToObj(axis -> Math.abs(alternating(projection(kernel, axis))))
                .toList();
    }

    private static double[] projection(NdArray kernel, int axis) {
        int[] others =
                IntStream.range(0, kernel.rank()).filter(other -> other != axis).toArray();
        return (others.length == 0 ? kernel : kernel.reduce(Reduction.SUM, others)).toDoubles();
    }

    private static double alternating(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> i % 2 == 0 ? values[i] : -values[i])
                .sum();
    }
}
