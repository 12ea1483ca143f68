package org.acutance.math.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.fourier.Fourier;
import org.acutance.math.linear.ConvolutionMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CosineFilterTest {
    private final Random random = new Random(3);

    static Stream<Shape> shapes() {
        return Stream.of(
                Shape.of(1),
                Shape.of(2),
                Shape.of(7),
                Shape.of(8),
                Shape.of(1, 6),
                Shape.of(7, 1),
                Shape.of(5, 6),
                Shape.of(6, 5),
                Shape.of(4, 3, 5),
                Shape.of(3, 6, 4));
    }

    private NdArray drawn(Shape shape) {
        return NdArray.of(random.doubles(shape.size(), -1, 1).toArray(), shape);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void multipliesTheCoefficientsOfTheCosineTransform(Shape shape) {
        for (Precision precision : Precision.values()) {
            NdArray x = drawn(shape).to(precision);
            NdArray eigenvalues = drawn(shape);
            Tensor coefficients = Tensor.of(x.to(Precision.FLOAT64));
            for (int axis = 0; axis < shape.rank(); axis++) {
                coefficients = Fourier.dct(coefficients, axis);
            }
            Tensor expected = coefficients.times(Tensor.of(eigenvalues));
            for (int axis = 0; axis < shape.rank(); axis++) {
                expected = Fourier.idct(expected, axis);
            }

            NdArray filtered = CosineFilter.of(eigenvalues, precision).apply(x);

            assertThat(filtered.precision()).isEqualTo(precision);
            assertThat(filtered.to(Precision.FLOAT64).minus(expected.value()).maxAbs())
                    .isLessThan(precision == Precision.FLOAT64 ? 1e-14 : 1e-6);
        }
    }

    /** A kernel that differs along the axes and reaches beyond the border. */
    @ParameterizedTest
    @MethodSource("shapes")
    void findsTheEigenvaluesOfAReflectingConvolution(Shape shape) {
        NdArray x = drawn(shape);
        int[] before = IntStream.of(shape.extents()).map(extent -> extent / 2).toArray();
        int[] after =
                IntStream.of(shape.extents()).map(extent -> (extent - 1) / 2).toArray();
        NdArray response = NdArray.full(Shape.SCALAR.expandedTo(shape.rank()), Precision.FLOAT64, 1)
                .pad(before, after, Boundary.ZERO);
        NdArray expected = x;
        for (int axis = 0; axis < shape.rank(); axis++) {
            int reach = (shape.extent(axis) - 1) / 2;
            double[] kernel = new double[2 * reach + 1];
            for (int i = 0; i < kernel.length; i++) {
                kernel[i] = 1.0 / (1 + axis + Math.abs(i - reach));
            }
            int[] extents = new int[shape.rank()];
            Arrays.fill(extents, 1);
            extents[axis] = kernel.length;
            NdArray along = NdArray.of(kernel, extents);
            response = new ConvolutionMap(along, shape, ConvolutionMode.SAME, Boundary.ZERO).apply(response);
            expected = new ConvolutionMap(along, shape, ConvolutionMode.SAME, Boundary.REFLECT).apply(expected);
        }

        NdArray filtered = CosineFilter.of(CosineFilter.eigenvalues(response), Precision.FLOAT64)
                .apply(x);

        assertThat(filtered.minus(expected).maxAbs()).isLessThan(1e-13);
    }

    @Test
    void refusesAnArrayOfAnotherShape() {
        CosineFilter filter = CosineFilter.of(NdArray.zeros(3, 4), Precision.FLOAT64);
        assertThatThrownBy(() -> filter.apply(NdArray.zeros(4, 3)))
                .hasMessage("cosine filter: got shape [4×3], expected [3×4]");
        assertThatThrownBy(() -> CosineFilter.of(NdArray.scalar(1), Precision.FLOAT64))
                .hasMessage("cosine filter: eigenvalues of a scalar came; give them at least one axis");
    }
}
