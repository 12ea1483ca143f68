package org.acutance.math.autodiff.fourier;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;

/**
 * Transforms over the last axes of real arrays, as linear maps to real and imaginary parts stacked along a new first axis,
 * with their adjoints. A frequency that stands for two, itself and its conjugate, has weight 2: with the weights W and the
 * inverse transform G of size n, the transform has the adjoint {@code n G / W} and G the adjoint {@code W F / n}.
 */
final class HalfSpectra {
    private final Shape shape;
    private final Shape half;
    private final Precision precision;
    private final Fft plan;
    private final int batches;
    private final double[] weights;

    /**
     * Plans transforms.
     *
     * @param shape shape of the real arrays
     * @param axes number of axes from the last that are transformed
     */
    HalfSpectra(Shape shape, int axes, Precision precision) {
        int[] extents = shape.extents();
        Shape inner = Shape.of(Arrays.copyOfRange(extents, extents.length - axes, extents.length));
        int last = shape.extent(-1);
        this.shape = shape;
        this.half = shape.with(-1, last / 2 + 1);
        this.precision = precision;
        this.plan = Fft.plan(inner, precision);
        this.batches = shape.size() / inner.size();
        double[] counted = new double[last / 2 + 1];
        for (int k = 0; k < counted.length; k++) {
            counted[k] = k == 0 || 2 * k == last ? 1 : 2;
        }
        this.weights = counted;
    }

    private Shape packed() {
        int[] extents = half.expandedTo(half.rank() + 1).extents();
        extents[0] = 2;
        return Shape.of(extents);
    }

    NdArray forward(NdArray real) {
        int size = plan.shape().size();
        NdArray.Builder result = NdArray.builder(packed(), precision);
        for (int batch = 0; batch < batches; batch++) {
            Spectrum spectrum = plan.forward(part(real, batch * size, plan.shape()));
            copy(spectrum.real(), result, batch * spectrum.real().size());
            copy(
                    spectrum.imaginary(),
                    result,
                    half.size() + batch * spectrum.real().size());
        }
        return result.build();
    }

    NdArray inverse(NdArray packed) {
        Shape frequencies = plan.shape().with(-1, weights.length);
        NdArray.Builder result = NdArray.builder(shape, precision);
        for (int batch = 0; batch < batches; batch++) {
            int from = batch * frequencies.size();
            Spectrum spectrum = new Spectrum(
                    plan.shape(), part(packed, from, frequencies), part(packed, half.size() + from, frequencies));
            copy(plan.inverse(spectrum), result, batch * plan.shape().size());
        }
        return result.build();
    }

    NdArray forwardAdjoint(NdArray packed) {
        return inverse(weighted(packed, weight -> 1 / weight))
                .times(plan.shape().size());
    }

    NdArray inverseAdjoint(NdArray real) {
        return weighted(forward(real), weight -> weight / plan.shape().size());
    }

    private NdArray weighted(NdArray packed, DoubleUnaryOperator factor) {
        double[] factors = Arrays.stream(weights).map(factor).toArray();
        return packed.times(NdArray.of(factors, Shape.of(factors.length), precision));
    }

    private NdArray part(NdArray array, int from, Shape part) {
        double[] values = new double[part.size()];
        array.read(from, values, 0, values.length);
        return NdArray.of(values, part, precision);
    }

    private static void copy(NdArray part, NdArray.Builder result, int to) {
        result.write(to, part.toDoubles(), 0, part.size());
    }
}
