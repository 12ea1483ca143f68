package org.acutance.math.fft;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Pool;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.Shape;

/**
 * The periodic convolution with a fixed response. Real arrays are transformed along the first axis, and of the frequencies
 * found the lower half is kept; then, frequency by frequency, along the other axes and, while that is in the cache, multiplied
 * and transformed back. So lines are turned once there and once back, and what is real lies as it does in the array.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class CircularConvolution<A> implements Filter.Product {
    private static final int CACHED = 256;
    private static final int PADDING = 16;

    private final Passes<A> passes;
    private final Rows<A>[] response;
    private final boolean conjugate;

    private CircularConvolution(Passes<A> passes, Rows<A>[] response, boolean conjugate) {
        this.passes = passes;
        this.response = response;
        this.conjugate = conjugate;
    }

    /**
     * A convolution.
     *
     * @param axes transforms along every axis, two of them at least
     */
    static <A> CircularConvolution<A> of(Spectrum spectrum, Shape shape, LineTransform<A>[] axes, Lanes<A> lanes) {
        Passes<A> passes = new Passes<>(shape, axes, lanes);
        return new CircularConvolution<>(passes, passes.planes.response(spectrum), false);
    }

    /** Not a multiple of powers of two that would have all frequencies share few places of the cache. */
    private static int pitch(int size) {
        return size % CACHED == 0 ? size + PADDING : size;
    }

    /** All but the response. */
    private static final class Passes<A> {
        private final Shape shape;
        private final RealColumns<A> columns;
        private final Planes<A> planes;
        private final Pool<Complex<A>> work;

        Passes(Shape shape, LineTransform<A>[] axes, Lanes<A> lanes) {
            boolean parallel = shape.size() >= HalfComplex.PARALLEL;
            this.shape = shape;
            int pitch = pitch(shape.size() / shape.extent(0));
            this.columns = new RealColumns<>(shape, pitch, axes[0], lanes, parallel);
            this.planes = new Planes<>(shape, pitch, axes, lanes, parallel);
            int size = Math.multiplyExact(shape.extent(0) / 2 + 1, pitch);
            this.work = new Pool<>(() -> Complex.allocate(size, lanes));
        }
    }

    @Override
    public Filter.Product conjugate() {
        return new CircularConvolution<>(passes, response, !conjugate);
    }

    @Override
    public void apply(NdArray array, Window window, NdArray.Builder result) {
        Complex<A> area = passes.work.acquire();
        passes.columns.forward(array, area);
        passes.planes.multiply(area, array.shape(), response, conjugate);
        passes.columns.inverse(area, window, RowOperation.NONE, result);
        passes.work.release(area);
    }

    @Override
    public Circuit.Back there(NdArray array, Window window, RowOperation change) {
        Complex<A> area = passes.work.acquire();
        passes.columns.forward(array, area);
        passes.planes.multiply(area, array.shape(), response, conjugate);
        passes.columns.between(area, window, change);
        return (last, result) -> {
            passes.planes.multiply(area, passes.shape, response, !conjugate);
            passes.columns.inverse(
                    area, Window.corner(passes.shape), last.takesRuns() ? last : RowOperation.NONE, result);
            passes.work.release(area);
            if (!last.takesRuns()) {
                result.change(last);
            }
        };
    }
}
