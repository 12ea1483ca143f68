package org.acutance.math.convolution;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;

/**
 * A kernel planned for arrays of one shape: {@code out[i] = sum over j of kernel[j] * x[i + m - 1 - j]} along every
 * axis, at the places where the kernel of extents m lies within the array of extents n, so that the result has extents
 * n - m + 1 ({@code scipy.signal.convolve} with {@code mode='valid'}). Sums are computed in double. Immutable, meant to
 * be kept, and safe for use by several threads; the result does not depend on their number.
 */
public final class Convolver {
    /** Operations from which on the blocks of one convolution are shared among threads. */
    private static final double LARGE = 4e6;

    private final NdArray kernel;
    private final Shape inputShape;
    private final Shape outputShape;
    private final Method method;
    private final Work work;
    private final ValidConvolution convolution;

    private Convolver(NdArray kernel, Shape inputShape, Method method, Work work, ValidConvolution convolution) {
        this.kernel = kernel;
        this.inputShape = inputShape;
        this.outputShape = Problem.valid(inputShape, kernel.shape());
        this.method = method;
        this.work = work;
        this.convolution = convolution;
    }

    /**
     * Plans by the method with the least predicted cost.
     *
     * @param kernel taps; their precision is that of the arrays and results
     * @param input shape of the arrays, of the same rank and along no axis shorter than the kernel
     * @throws IllegalArgumentException if kernel and shape do not fit
     */
    public static Convolver valid(NdArray kernel, Shape input) {
        requireFit(kernel.shape(), input);
        Precision precision = kernel.precision();
        return plan(
                kernel,
                input,
                Candidate.all(Problem.of(input, kernel)).stream()
                        .min(Comparator.comparingDouble(
                                candidate -> CostModel.standard().nanoseconds(candidate.work(), precision))));
    }

    /**
     * Plans by a given method.
     *
     * @throws IllegalArgumentException if kernel and shape do not fit, or the kernel is not separable where it should be
     */
    public static Convolver valid(NdArray kernel, Shape input, Method method) {
        requireFit(kernel.shape(), input);
        Stream<Candidate> candidates = Candidate.all(Problem.of(input, kernel)).stream();
        return plan(
                kernel,
                input,
                candidates.filter(candidate -> candidate.method() == method).findFirst());
    }

    private static Convolver plan(NdArray kernel, Shape input, Optional<Candidate> candidate) {
        Candidate chosen = candidate.orElseThrow(() -> new IllegalArgumentException("convolve: kernel " + kernel.shape()
                + " is not an outer product of one vector per axis; use DIRECT or FFT"));
        return new Convolver(
                kernel,
                input,
                chosen.method(),
                chosen.work(),
                chosen.convolution().get());
    }

    /**
     * Whether the periodic convolution by spectra of the array's own shape is predicted to cost less than a valid one of an
     * array that is extended periodically. Of other than good sizes nothing is predicted.
     *
     * @param kernel taps, of the rank of the shape
     * @param shape shape of the arrays
     */
    public static boolean isPeriodicCheaper(NdArray kernel, Shape shape) {
        int[] extended = shape.extents();
        for (int axis = 0; axis < extended.length; axis++) {
            if (Fft.goodSize(extended[axis]) != extended[axis]) {
                return false;
            }
            extended[axis] += kernel.shape().extent(axis) - 1;
        }
        CostModel costs = CostModel.standard();
        double spectra = costs.nanoseconds(
                Work.filter(shape.expandedTo(2), shape.expandedTo(2), shape.expandedTo(2)), kernel.precision());
        return Candidate.all(Problem.of(Shape.of(extended), kernel)).stream()
                .allMatch(candidate -> costs.nanoseconds(candidate.work(), kernel.precision()) > spectra);
    }

    /** Whether a kernel is, up to rounding, an outer product of one vector per axis. */
    public static boolean isSeparable(NdArray kernel) {
        return Factors.of(kernel.rank() == 0 ? kernel.reshape(1) : kernel).isPresent();
    }

    /**
     * Convolves an array.
     *
     * @throws IllegalArgumentException if shape or precision is not the planned one
     */
    public NdArray apply(NdArray x) {
        x.shape().require("convolve", inputShape);
        requirePrecision(kernel, x);
        return convolution.apply(x).reshape(outputShape);
    }

    /**
     * Convolves an array and changes the rows of the result as soon as they are there.
     *
     * @param change what is done to each row
     * @throws IllegalArgumentException if shape or precision is not the planned one
     */
    public NdArray apply(NdArray x, RowOperation change) {
        x.shape().require("convolve", inputShape);
        requirePrecision(kernel, x);
        int length = outputShape.rank() == 0 ? 1 : outputShape.rowLength();
        return convolution.rowLength() == length
                ? convolution.apply(x, change).reshape(outputShape)
                : change.on(convolution.apply(x).reshape(outputShape));
    }

    /** The taps. */
    public NdArray kernel() {
        return kernel;
    }

    /** Shape of the arrays to convolve. */
    public Shape inputShape() {
        return inputShape;
    }

    /** Shape of the results. */
    public Shape outputShape() {
        return outputShape;
    }

    /** The method in use. */
    public Method method() {
        return method;
    }

    /** The elementary operations of one {@link #apply}. */
    public Work work() {
        return work;
    }

    static boolean isLarge(Work work) {
        return work.count(Operation.MULTIPLY_ADD) + work.count(Operation.COPY) >= LARGE;
    }

    static void requirePrecision(NdArray kernel, NdArray x) {
        if (x.precision() != kernel.precision()) {
            throw new IllegalArgumentException("convolve: kernel is " + kernel.precision() + " but the image is "
                    + x.precision() + "; convert one with to(Precision)");
        }
    }

    private static void requireFit(Shape kernel, Shape input) {
        if (kernel.rank() != input.rank()) {
            throw new IllegalArgumentException("convolve: kernel " + kernel + " has rank " + kernel.rank()
                    + " but the image " + input + " has rank " + input.rank());
        }
        if (kernel.size() == 0) {
            throw new IllegalArgumentException(
                    "convolve: kernel " + kernel + " is empty; it needs at least one tap along every axis");
        }
        for (int axis = 0; axis < kernel.rank(); axis++) {
            if (kernel.extent(axis) > input.extent(axis)) {
                throw new IllegalArgumentException("convolve: kernel " + kernel + " is larger than the image " + input
                        + " along axis " + axis + "; crop the kernel, or pad the image ('full' and 'same' do)");
            }
        }
    }
}
