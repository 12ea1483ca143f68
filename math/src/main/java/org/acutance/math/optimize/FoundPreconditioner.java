package org.acutance.math.optimize;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.CosineFilter;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;

/**
 * Preconditioners that are found at every point by one Hessian product, that with an impulse in the middle: the Hessian is
 * taken to do the same everywhere, so that a transform of the response holds its eigenvalues. That is so for blurs and
 * differences of pictures; for unknowns that are no neighbours it is of no use.
 */
public enum FoundPreconditioner implements Preconditioner {
    /** None: the unit matrix, without a product. */
    NONE {
        @Override
        public UnaryOperator<NdArray> at(Evaluation point) {
            return UnaryOperator.identity();
        }
    },
    /** The Hessian as if it went around the borders, by Fourier transforms (Chan 1988). */
    CIRCULANT {
        @Override
        public UnaryOperator<NdArray> at(Evaluation point) {
            return found(point, FoundPreconditioner::circulant);
        }
    },
    /** The Hessian as if what lies beyond the borders were reflected there, by cosine transforms (Ng, Chan &amp; Tang 1999). */
    COSINE {
        @Override
        public UnaryOperator<NdArray> at(Evaluation point) {
            return found(point, FoundPreconditioner::cosine);
        }
    };

    /** Share of the largest eigenvalue below which none is believed. */
    private static final double LEAST = 1e-3;

    private static UnaryOperator<NdArray> found(
            Evaluation point, Function<NdArray, UnaryOperator<NdArray>> byResponse) {
        Shape shape = point.x().shape();
        if (shape.size() < 2) {
            return UnaryOperator.identity();
        }
        int middle = 0;
        for (int axis = 0; axis < shape.rank(); axis++) {
            middle = middle * shape.extent(axis) + shape.extent(axis) / 2;
        }
        NdArray impulse = NdArray.builder(shape, point.x().precision())
                .write(middle, new double[] {1}, 0, 1)
                .build();
        NdArray response = point.hessianProduct(impulse);
        return response.isFinite() && response.maxAbs() > 0 ? byResponse.apply(response) : UnaryOperator.identity();
    }

    private static UnaryOperator<NdArray> circulant(NdArray response) {
        NdArray centred = response;
        for (int axis = 0; axis < response.rank(); axis++) {
            centred = centred.roll(axis, -(response.shape().extent(axis) / 2));
        }
        Fft fft = Fft.plan(response.shape(), response.precision());
        NdArray inverse = reciprocal(fft.forward(centred).real());
        return fft.filter(new Spectrum(response.shape(), inverse, inverse.times(0)))::apply;
    }

    private static UnaryOperator<NdArray> cosine(NdArray response) {
        NdArray inverse = reciprocal(CosineFilter.eigenvalues(response));
        return CosineFilter.of(inverse, response.precision())::apply;
    }

    private static NdArray reciprocal(NdArray eigenvalues) {
        double least = LEAST * eigenvalues.maxAbs();
        return NdArray.elementwise(
                "preconditioner",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = 1 / Math.max(least, Math.abs(in[0][i]));
                    }
                },
                eigenvalues);
    }
}
