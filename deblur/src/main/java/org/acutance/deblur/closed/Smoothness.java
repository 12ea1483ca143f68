package org.acutance.deblur.closed;

import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** A linear map L of periodic images whose output is small for those that are expected. */
public enum Smoothness {
    /** The image itself: expects little energy. */
    IDENTITY {
        @Override
        double power(double differences) {
            return 1;
        }
    },
    /** The differences of neighbours along every axis. */
    GRADIENT {
        @Override
        double power(double differences) {
            return differences;
        }
    },
    /** The sum over the axes of twice an element less its two neighbours, scikit-image's {@code uft.laplacian}. */
    LAPLACIAN {
        @Override
        double power(double differences) {
            return differences * differences;
        }
    };

    /** The squared response at a frequency at which that of the differences along all axes is given. */
    abstract double power(double differences);

    /**
     * The squared magnitude of the map's frequency response.
     *
     * @param shape shape of the images
     * @return of the half-complex shape that {@link org.acutance.math.fft.Fft#forward} lays out
     */
    NdArray power(Shape shape) {
        Shape half = Frequencies.half(shape);
        int[] strides = half.strides();
        double[] values = IntStream.range(0, half.size())
                .mapToDouble(i -> power(differences(i, strides, half, shape)))
                .toArray();
        return NdArray.of(values, half, Precision.FLOAT64);
    }

    private static double differences(int position, int[] strides, Shape half, Shape shape) {
        double sum = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            int frequency = position / strides[axis] % half.extent(axis);
            double sine = Math.sin(Math.PI * frequency / shape.extent(axis));
            sum += 4 * sine * sine;
        }
        return sum;
    }
}
