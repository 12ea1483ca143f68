package org.acutance.math.fft;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Pool;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * The passes of a real-input transform, axis by axis, over a work area that holds the half of the spectrum that
 * determines the rest. Only lines that can differ from zero, or that are asked for, are transformed.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class HalfComplex<A> {
    /** Elements from which on the lines of a pass are shared among threads. */
    static final int PARALLEL = 1 << 15;

    /** Groups of columns begin at multiples of this number, which vectors divide. */
    private static final int QUANTUM = 16;

    private final Shape shape;
    private final Shape half;
    private final int[] strides;
    private final Lanes<A> lanes;
    private final RowTransform<A> rows;
    private final LineTransform<A>[] lines;
    private final Pool<Lines<A>>[] scratch;
    private final boolean parallel;
    private final Pool<Complex<A>> work;

    /** Takes a run of complex numbers from a position on. */
    @FunctionalInterface
    private interface Source<A> {
        void read(int from, A re, A im, int count);
    }

    /** Leaves a run of complex numbers from a position on. */
    @FunctionalInterface
    private interface Sink<A> {
        void write(int to, A re, A im, int count);
    }

    /** What is done to a group of neighbouring lines. */
    @FunctionalInterface
    private interface Operation<A> {
        void apply(Lines<A> lines, int columns);
    }

    /**
     * Passes for arrays of rank 2 or more.
     *
     * @param shape extents of the real array, all positive
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private HalfComplex(Shape shape, Lanes<A> lanes) {
        int last = shape.rank() - 1;
        this.shape = shape;
        this.half = half(shape);
        this.lanes = lanes;
        this.strides = strides(half);
        this.rows = new RowTransform<>(shape.rowLength(), shape.extent(last - 1), lanes);
        this.lines = IntStream.range(0, last)
                .mapToObj(axis -> LineTransform.of(shape.extent(axis), lanes))
                .toArray(LineTransform[]::new);
        this.parallel = shape.size() >= PARALLEL;
        this.scratch = IntStream.range(0, last)
                .mapToObj(axis -> new Pool<>(() -> over(lines[axis], width(axis))))
                .toArray(Pool[]::new);
        this.work = new Pool<>(() -> Complex.allocate(half.size(), lanes));
    }

    private Lines<A> over(LineTransform<A> line, int width) {
        return line.over(Rows.allocate(line.rows(), width, lanes), width);
    }

    private static int[] strides(Shape shape) {
        int[] strides = new int[shape.rank()];
        int stride = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride = Math.multiplyExact(stride, shape.extent(axis));
        }
        return strides;
    }

    /** Passes in the arithmetic of a precision. */
    static HalfComplex<?> of(Shape shape, Precision precision) {
        return precision == Precision.FLOAT32
                ? new HalfComplex<>(shape, FloatLanes.FASTEST)
                : new HalfComplex<>(shape, DoubleLanes.FASTEST);
    }

    /** The shape of the spectrum of a real array: the last extent n becomes n/2 + 1. */
    static Shape half(Shape shape) {
        return shape.rank() == 0 ? shape : shape.with(-1, shape.rowLength() / 2 + 1);
    }

    Shape shape() {
        return shape;
    }

    private Source<A> from(Complex<A> area) {
        return (from, re, im, count) -> {
            lanes.copy(area.re(), from, re, 0, count);
            lanes.copy(area.im(), from, im, 0, count);
        };
    }

    private Sink<A> into(Complex<A> area) {
        return (to, re, im, count) -> {
            lanes.copy(re, 0, area.re(), to, count);
            lanes.copy(im, 0, area.im(), to, count);
        };
    }

    private Source<A> from(Spectrum spectrum) {
        return (from, re, im, count) -> {
            lanes.read(spectrum.real(), from, re, 0, count);
            lanes.read(spectrum.imaginary(), from, im, 0, count);
        };
    }

    /** Transforms the array, zero-padded at its ends, along every axis. */
    Spectrum spectrum(Shape given, NdArray array) {
        Complex<A> area = work.acquire();
        forward(array, area);
        NdArray.Builder real = NdArray.builder(half(given), array.precision());
        NdArray.Builder imaginary = NdArray.builder(half(given), array.precision());
        along(0, Window.corner(half), array.shape().extent(0), from(area), Lines::forward, (to, re, im, count) -> {
            lanes.write(re, 0, real, to, count);
            lanes.write(im, 0, imaginary, to, count);
        });
        work.release(area);
        return new Spectrum(given, real.build(), imaginary.build());
    }

    /** The real array of a spectrum. */
    void real(Spectrum spectrum, NdArray.Builder result) {
        Complex<A> area = work.acquire();
        along(0, Window.corner(half), shape.extent(0), from(spectrum), Lines::backward, into(area));
        inverse(area, result);
        work.release(area);
    }

    /** The periodic convolution with a response. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Filter.Product filter(Spectrum spectrum) {
        LineTransform<A>[] axes = Arrays.copyOf(lines, shape.rank());
        axes[lines.length] = rows.line();
        return CircularConvolution.of(spectrum, shape, axes, lanes);
    }

    /** Transforms along every axis but the first. */
    private void forward(NdArray array, Complex<A> area) {
        Window present = Window.corner(array.shape());
        int last = shape.rank() - 1;
        bands(present, (plane, from, band) -> {
            int extent = present.extents().extent(last - 1);
            int number = Math.min(extent - from, band.count());
            rows.forward(array, plane * extent + from, number, band, area);
        });
        for (int axis = shape.rank() - 2; axis > 0; axis--) {
            along(axis, present, present.extents().extent(axis), from(area), Lines::forward, into(area));
        }
    }

    /** Transforms back along every axis but the first and writes that. */
    private void inverse(Complex<A> area, NdArray.Builder result) {
        int last = shape.rank() - 1;
        Window whole = Window.corner(shape);
        for (int axis = 1; axis < last; axis++) {
            along(axis, whole, shape.extent(axis), from(area), Lines::backward, into(area));
        }
        bands(whole, (plane, from, band) -> {
            int row = plane * shape.extent(last - 1) + from;
            rows.inverse(area, band, row, result, 1.0 / shape.size());
        });
    }

    /** What is done to a band of rows of a plane; the rows begin at {@code from}. */
    @FunctionalInterface
    private interface BandOperation {
        void apply(int plane, int from, RowTransform.Band band);
    }

    /** Operates on all bands that have rows in a window. */
    private void bands(Window window, BandOperation operation) {
        int axis = shape.rank() - 2;
        int height = rows.rowsAtOnce();
        int first = window.first(axis) / height;
        int number = (window.end(axis) + height - 1) / height - first;
        Blocks.forEach(window.places(axis) * number, 1, parallel, (start, end) -> {
            for (int unit = start; unit < end; unit++) {
                int plane = unit / number;
                int from = (first + unit % number) * height;
                int count = Math.min(height, shape.extent(axis) - from);
                int position = window.position(plane, axis, strides) + from * strides[axis];
                operation.apply(plane, from, new RowTransform.Band(count, position, strides[axis]));
            }
        });
    }

    /** Columns that go through together along an axis: about what the lanes wish, all groups being alike. */
    private int width(int axis) {
        int inner = strides[axis];
        int groups = Math.max(1, (inner + lanes.width() / 2) / lanes.width());
        int even = (inner + groups - 1) / groups;
        return Math.min(inner, (even + QUANTUM - 1) / QUANTUM * QUANTUM);
    }

    private int groups(int axis) {
        return (strides[axis] + width(axis) - 1) / width(axis);
    }

    /** Operates on the lines along an axis that the window shows on the axes before it. */
    private void along(int axis, Window window, int present, Source<A> source, Operation<A> operation, Sink<A> sink) {
        int inner = strides[axis];
        int width = width(axis);
        int groups = groups(axis);
        Blocks.forEach(window.places(axis) * groups, 1, parallel, (from, to) -> {
            Lines<A> own = scratch[axis].acquire();
            for (int unit = from; unit < to; unit++) {
                int first = unit % groups * width;
                int columns = Math.min(width, inner - first);
                int position = window.position(unit / groups, axis, strides) + first;
                read(source, own.input(), axis, position, present, columns);
                operation.apply(own, columns);
                Rows<A> result = own.output();
                for (int row = 0; row < shape.extent(axis); row++) {
                    sink.write(position + row * inner, result.re()[row], result.im()[row], columns);
                }
            }
            scratch[axis].release(own);
        });
    }

    private void read(Source<A> source, Rows<A> rows, int axis, int position, int present, int columns) {
        for (int row = 0; row < shape.extent(axis); row++) {
            if (row < present) {
                source.read(position + row * strides[axis], rows.re()[row], rows.im()[row], columns);
            } else {
                lanes.clear(rows.re()[row], 0, columns);
                lanes.clear(rows.im()[row], 0, columns);
            }
        }
    }
}
