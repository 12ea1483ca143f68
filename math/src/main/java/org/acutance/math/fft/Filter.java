package org.acutance.math.fft;

import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Periodic convolution with a fixed frequency response: {@code inverse(forward(x) * response)} in one go, without
 * storing the product. Made by {@link Fft#filter}; immutable and safe for use by several threads.
 */
public final class Filter {
    private final Fft fft;
    private final HalfComplex passes;
    // The first axis last, so that the line that is being multiplied lies together.
    private final NdArray real;
    private final NdArray imaginary;

    Filter(Fft fft, HalfComplex passes, Spectrum response) {
        this.fft = fft;
        this.passes = passes;
        this.real = firstAxisLast(response.real().reshape(passes.half()));
        this.imaginary = firstAxisLast(response.imaginary().reshape(passes.half()));
    }

    private static NdArray firstAxisLast(NdArray array) {
        int rank = array.rank();
        return array.permute(
                IntStream.range(0, rank).map(axis -> (axis + 1) % rank).toArray());
    }

    /**
     * The whole result.
     *
     * @param x array of at most the planned shape, taken to be zero-padded at the ends
     * @throws IllegalArgumentException if the array does not fit the plan
     */
    public NdArray apply(NdArray x) {
        return apply(x, Shape.of(new int[fft.shape().rank()]), fft.shape());
    }

    /**
     * A part of the result.
     *
     * @param x array of at most the planned shape, taken to be zero-padded at the ends
     * @param from index of the first element of the part along every axis
     * @param extents shape of the part, which is the shape returned
     * @throws IllegalArgumentException if the array or the part does not fit the plan
     */
    public NdArray apply(NdArray x, Shape from, Shape extents) {
        fft.requireFit("filter", x);
        requireInside(from, extents);
        int rank = passes.half().rank();
        Window window = new Window(padded(from, rank), extents.expandedTo(rank));
        NdArray array = x.reshape(x.shape().expandedTo(rank));
        HalfComplex.Work work = passes.acquire();
        NdArray.Builder result = NdArray.builder(extents, fft.precision());
        passes.forward(array, work);
        passes.throughFirst(work, array.shape().extent(0), window, this::multiply);
        passes.inverse(work, window, result);
        passes.release(work);
        return result.build();
    }

    private void requireInside(Shape from, Shape extents) {
        Shape shape = fft.shape();
        boolean inside = from.rank() == shape.rank() && extents.rank() == shape.rank();
        for (int axis = 0; inside && axis < shape.rank(); axis++) {
            inside = (long) from.extent(axis) + extents.extent(axis) <= shape.extent(axis);
        }
        if (!inside) {
            throw new IllegalArgumentException("filter: part " + extents + " from " + from
                    + " leaves the planned shape " + shape + "; ask for a part inside it");
        }
    }

    private static Shape padded(Shape from, int rank) {
        int[] first = new int[Math.max(rank, from.rank())];
        System.arraycopy(from.extents(), 0, first, first.length - from.rank(), from.rank());
        return Shape.of(first);
    }

    private void multiply(double[] lanes, int offset, int number) {
        int length = real.shape().rowLength();
        double[] a = new double[length];
        double[] b = new double[length];
        real.read(number * length, a, 0, length);
        imaginary.read(number * length, b, 0, length);
        for (int k = 0; k < length; k++) {
            double re = lanes[offset + 2 * k];
            double im = lanes[offset + 2 * k + 1];
            lanes[offset + 2 * k] = a[k] * re - b[k] * im;
            lanes[offset + 2 * k + 1] = a[k] * im + b[k] * re;
        }
    }
}
