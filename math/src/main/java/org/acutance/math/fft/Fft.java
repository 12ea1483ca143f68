package org.acutance.math.fft;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * A planned discrete Fourier transform of real arrays of one shape: any rank, any extents. Conventions are those of
 * {@code numpy.fft.rfftn} and {@code irfftn}: no factor forward, 1/size backward. Arithmetic is in the planned
 * precision. A plan is immutable, meant to be kept, and safe for use by several
 * threads; its results do not depend on their number.
 *
 * <p>Lines are transformed beside each other. A transform works in about one copy of the half spectrum; where there is one
 * line only, as in rank 1, in up to 180 bytes per element instead.
 */
public final class Fft {
    private final Shape shape;
    private final Precision precision;
    private final HalfComplex<?> passes;

    private Fft(Shape shape, Precision precision) {
        this.shape = shape;
        this.precision = precision;
        this.passes = HalfComplex.of(shape.expandedTo(2), precision);
    }

    /**
     * Prepares transforms of real arrays.
     *
     * @param shape shape of the real arrays; rank 0 is allowed
     * @param precision precision of arrays and spectra; scalars are FLOAT64 always
     * @throws IllegalArgumentException if the shape is empty or an axis too long: above 2^28, or above 2^30 where no prime
     *     factor is above 61
     */
    public static Fft plan(Shape shape, Precision precision) {
        if (shape.size() == 0) {
            throw new IllegalArgumentException("fft: shape " + shape + " is empty; every extent must be at least 1");
        }
        Arrays.stream(shape.extents()).forEach(LineTransform::requireFit);
        return new Fft(shape, shape.rank() == 0 ? Precision.FLOAT64 : precision);
    }

    /**
     * The smallest number of the form 2^a 3^b 5^c 7^d that is not below {@code length}: lengths for which transforms
     * are fast.
     *
     * @throws IllegalArgumentException if the length is below 1 or above 2^30
     */
    public static int goodSize(int length) {
        if (length < 1 || length > 1 << 30) {
            throw new IllegalArgumentException("goodSize: length " + length + " is outside 1..2^30");
        }
        int size = length;
        while (!isGood(size)) {
            size++;
        }
        return size;
    }

    private static boolean isGood(int size) {
        int rest = size;
        for (int prime : new int[] {2, 3, 5, 7}) {
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        return rest == 1;
    }

    /** Shape of the real arrays. */
    public Shape shape() {
        return shape;
    }

    /** Precision of arrays and spectra; FLOAT64 for a scalar, as all scalars are. */
    public Precision precision() {
        return precision;
    }

    /**
     * The spectrum of a real array.
     *
     * @param real array of at most the planned shape, taken to be zero-padded at the ends
     * @throws IllegalArgumentException if the array does not fit the plan
     */
    public Spectrum forward(NdArray real) {
        requireFit("fft", real);
        return passes.spectrum(
                shape, real.reshape(real.shape().expandedTo(passes.shape().rank())));
    }

    /**
     * The real array of a spectrum. Imaginary parts that the spectrum of a real array cannot have are disregarded.
     *
     * @throws IllegalArgumentException if shape or precision is not the planned one
     */
    public NdArray inverse(Spectrum spectrum) {
        spectrum.shape().require("inverse fft", shape);
        requirePrecision("inverse fft", spectrum.real().precision());
        NdArray.Builder result = NdArray.builder(shape, precision);
        passes.real(spectrum, result);
        return result.build();
    }

    /**
     * Prepares the periodic convolution with a fixed frequency response.
     *
     * @throws IllegalArgumentException if shape or precision of the response is not the planned one
     */
    public Filter filter(Spectrum response) {
        response.shape().require("filter", shape);
        requirePrecision("filter", response.real().precision());
        return new Filter(this, passes.filter(response));
    }

    void requireFit(String operation, NdArray array) {
        requirePrecision(operation, array.precision());
        Shape given = array.shape();
        boolean fits = given.rank() == shape.rank();
        for (int axis = 0; fits && axis < shape.rank(); axis++) {
            fits = given.extent(axis) <= shape.extent(axis);
        }
        if (!fits || given.size() == 0) {
            throw new IllegalArgumentException(operation + ": array " + given + " does not fit the planned shape "
                    + shape + "; plan for its shape");
        }
    }

    private void requirePrecision(String operation, Precision given) {
        if (given != precision) {
            throw new IllegalArgumentException(operation + ": got " + given + " but the plan is for " + precision
                    + "; convert with to(Precision)");
        }
    }
}
