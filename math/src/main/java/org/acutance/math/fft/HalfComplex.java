package org.acutance.math.fft;

import java.util.stream.IntStream;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
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
    private static final int PARALLEL = 1 << 15;

    /** Neighbouring lines that are transformed together. */
    private static final int COLUMNS = 16;

    private final Shape shape;
    private final Shape half;
    private final int[] strides;
    private final Lanes<A> lanes;
    private final RowTransform<A> rows;
    private final LineTransform<A>[] lines;
    private final boolean parallel;
    private final int pitch;
    private final Pool<Complex<A>> work;
    private final Pool<Complex<A>> scratch;

    /** What is done to neighbouring lines at a position of the work area. */
    @FunctionalInterface
    private interface LineOperation<A> {
        void apply(Rows<A> lines, Rows<A> scratch, int columns);
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
        this.strides = Strides.of(half, lanes.quantum());
        this.rows = new RowTransform<>(shape.rowLength(), shape.extent(last - 1), lanes);
        this.lines = IntStream.range(0, last)
                .mapToObj(axis -> LineTransform.of(shape.extent(axis), lanes))
                .toArray(LineTransform[]::new);
        this.parallel = shape.size() >= PARALLEL;
        this.pitch = Strides.padded(Math.min(COLUMNS, inner(0)), lanes.quantum());
        int most = IntStream.range(0, last)
                .map(axis -> lines[axis].scratch())
                .max()
                .orElseThrow();
        this.work = new Pool<>(() -> Complex.allocate(strides[0] * shape.extent(0), lanes));
        this.scratch = new Pool<>(() -> Complex.allocate(most * pitch, lanes));
    }

    /** Passes in the arithmetic of a precision. */
    static HalfComplex<?> of(Shape shape, Precision precision) {
        return precision == Precision.FLOAT32
                ? new HalfComplex<>(shape, FloatLanes.PLAIN)
                : new HalfComplex<>(shape, DoubleLanes.PLAIN);
    }

    /** The shape of the spectrum of a real array: the last extent n becomes n/2 + 1. */
    static Shape half(Shape shape) {
        return shape.rank() == 0 ? shape : shape.with(-1, shape.rowLength() / 2 + 1);
    }

    Shape shape() {
        return shape;
    }

    /** A work area with any contents; give it back with {@link #release}. */
    Complex<A> acquire() {
        return work.acquire();
    }

    void release(Complex<A> area) {
        work.release(area);
    }

    /** Transforms the array, zero-padded at its ends, along every axis. */
    Spectrum spectrum(Shape given, NdArray array) {
        Complex<A> area = acquire();
        forward(array, area);
        first(area, array.shape().extent(0), (lines, own, columns) -> this.lines[0].forward(lines, own, columns));
        Spectrum spectrum = new Spectrum(given, store(area.re(), given, array), store(area.im(), given, array));
        release(area);
        return spectrum;
    }

    private NdArray store(A part, Shape given, NdArray array) {
        NdArray.Builder builder = NdArray.builder(half(given), array.precision());
        int[] starts = starts(Window.corner(half), 0, half.rows());
        int count = half.rowLength();
        for (int row = 0; row < starts.length; row++) {
            lanes.write(part, starts[row], builder, row * count, count);
        }
        return builder.build();
    }

    /** Lays a spectrum out as a work area is. */
    void load(Spectrum spectrum, Complex<A> area) {
        int[] starts = starts(Window.corner(half), 0, half.rows());
        int count = half.rowLength();
        for (int row = 0; row < starts.length; row++) {
            lanes.read(spectrum.real(), row * count, area.re(), starts[row], count);
            lanes.read(spectrum.imaginary(), row * count, area.im(), starts[row], count);
        }
    }

    /** The real array of a spectrum. */
    void real(Spectrum spectrum, NdArray.Builder result) {
        Complex<A> area = acquire();
        load(spectrum, area);
        first(area, shape.extent(0), (lines, own, columns) -> this.lines[0].backward(lines, own, columns));
        inverse(area, Window.corner(shape), result);
        release(area);
    }

    /** The periodic convolution with a response. */
    Filter.Product filter(Spectrum spectrum) {
        Complex<A> response = Complex.allocate(strides[0] * shape.extent(0), lanes);
        load(spectrum, response);
        return (array, window, result) -> filter(array, response, window, result);
    }

    private void filter(NdArray array, Complex<A> response, Window window, NdArray.Builder result) {
        Complex<A> area = acquire();
        forward(array, area);
        LineTransform<A> line = lines[0];
        first(area, array.shape().extent(0), (rows, own, columns) -> {
            line.forward(rows, own, columns);
            for (int row = 0; row < line.length(); row++) {
                int at = rows.at() + row * rows.pitch();
                lanes.multiply(rows.re(), rows.im(), response.re(), response.im(), at, columns);
            }
            line.backward(rows, own, columns);
        });
        inverse(area, window, result);
        release(area);
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
            LineTransform<A> line = lines[axis];
            along(axis, area, present, present.extents().extent(axis), line::forward);
        }
    }

    /** Along the first axis, where the first {@code present} places can differ from zero. */
    private void first(Complex<A> area, int present, LineOperation<A> operation) {
        along(0, area, Window.corner(shape), present, operation);
    }

    /** Transforms back along every axis but the first and writes what the window shows. */
    private void inverse(Complex<A> area, Window window, NdArray.Builder result) {
        int last = shape.rank() - 1;
        for (int axis = 1; axis < last; axis++) {
            LineTransform<A> line = lines[axis];
            along(axis, area, window, shape.extent(axis), line::backward);
        }
        int low = window.first(last - 1);
        bands(window, (plane, from, band) -> {
            int first = Math.max(from, low);
            int end = Math.min(from + band.count(), window.end(last - 1));
            int row = plane * window.extents().extent(last - 1) + first - low;
            RowTransform.Cut cut = new RowTransform.Cut(
                    window.first(last), window.extents().rowLength(), first - from, end - from, row);
            rows.inverse(area, band, cut, result, 1.0 / shape.size());
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

    private int[] starts(Window window, int from, int to) {
        int axes = shape.rank() - 1;
        return IntStream.range(from, to)
                .map(row -> window.position(row, axes, strides))
                .toArray();
    }

    /** Number of elements between neighbours along an axis, all of which are lines along it. */
    private int inner(int axis) {
        return half.extent(axis + 1) * strides[axis + 1];
    }

    /** Operates on the lines along an axis that the window shows on the axes before it. */
    private void along(int axis, Complex<A> area, Window window, int present, LineOperation<A> operation) {
        int inner = inner(axis);
        int groups = (inner + COLUMNS - 1) / COLUMNS;
        Blocks.forEach(window.places(axis) * groups, 1, parallel, (from, to) -> {
            Complex<A> own = scratch.acquire();
            for (int unit = from; unit < to; unit++) {
                int first = unit % groups * COLUMNS;
                int columns = Math.min(COLUMNS, inner - first);
                Rows<A> rows = area.rows(window.position(unit / groups, axis, strides) + first, strides[axis]);
                clear(rows, present, shape.extent(axis), columns);
                operation.apply(rows, own.rows(0, pitch), columns);
            }
            scratch.release(own);
        });
    }

    private void clear(Rows<A> rows, int from, int to, int columns) {
        for (int row = from; row < to; row++) {
            lanes.clear(rows.re(), rows.at() + row * rows.pitch(), columns);
            lanes.clear(rows.im(), rows.at() + row * rows.pitch(), columns);
        }
    }
}
