package org.acutance.math.fft;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.Shape;

/**
 * Periodic convolution with a fixed frequency response: {@code inverse(forward(x) * response)} in one go, without
 * storing the product. Made by {@link Fft#filter}; immutable and safe for use by several threads.
 */
public final class Filter {
    private final Fft fft;
    private final Product product;

    /** What a frequency response does. */
    interface Product {
        /** The part in a window of what comes of an array. */
        void apply(NdArray array, Window window, NdArray.Builder result);

        /** The way there of a circuit whose part is a window. */
        Circuit.Back there(NdArray array, Window window, RowOperation change);

        /** What the complex conjugate of the response does. */
        Product conjugate();
    }

    Filter(Fft fft, Product product) {
        this.fft = fft;
        this.product = product;
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
        NdArray.Builder result = NdArray.builder(extents, fft.precision());
        product.apply(expanded(x), window(from, extents), result);
        return result.build();
    }

    /** The convolution with the reflected array, by the complex conjugate of the response: the adjoint. */
    public Filter adjoint() {
        return new Filter(fft, product.conjugate());
    }

    /**
     * The way through this filter and back through its adjoint.
     *
     * @param from index of the first element of the part that is changed between, along every axis
     * @param extents shape of that part; beyond it there are zeros
     * @throws IllegalArgumentException if the part does not fit the plan
     */
    public Circuit circuit(Shape from, Shape extents) {
        requireInside(from, extents);
        return new Circuit(fft, product, window(from, extents));
    }

    static NdArray expanded(NdArray x) {
        return x.reshape(x.shape().expandedTo(Math.max(x.rank(), 2)));
    }

    private static Window window(Shape from, Shape extents) {
        int rank = Math.max(extents.rank(), 2);
        return new Window(padded(from, rank), extents.expandedTo(rank));
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
}
