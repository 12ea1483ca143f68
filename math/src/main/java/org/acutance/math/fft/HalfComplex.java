package org.acutance.math.fft;

import java.util.stream.IntStream;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Pool;
import org.acutance.math.array.Precision;
import org.acutance.math.array.RowOperation;
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

    /** Groups of columns begin at multiples of this number, which vectors divide. */
    private static final int QUANTUM = 16;

    private final Shape shape;
    private final Shape half;
    private final int[] strides;
    private final Lanes<A> lanes;
    private final RowTransform<A> rows;
    private final LineTransform<A>[] lines;
    private final Pool<RoundTrip<A>>[] scratch;
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

    /** What is done to a group of neighbouring lines; tells where the result is. */
    @FunctionalInterface
    private interface Operation<A> {
        Rows<A> apply(RoundTrip<A> rows, int group, int columns);
    }

    /** The same rows for a transform, and for another one of what comes of it. */
    private record RoundTrip<A>(Lines<A> there, Lines<A> back) {}

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
                .mapToObj(axis -> new Pool<>(() -> roundTrip(lines[axis], width(axis))))
                .toArray(Pool[]::new);
        this.work = new Pool<>(() -> Complex.allocate(half.size(), lanes));
    }

    private RoundTrip<A> roundTrip(LineTransform<A> line, int width) {
        Lines<A> there = line.over(Rows.allocate(line.rows(), width, lanes), width);
        return new RoundTrip<>(there, line.over(there.output(), width));
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
        along(0, Window.corner(half), array.shape().extent(0), from(area), forward(), (to, re, im, count) -> {
            lanes.write(re, 0, real, to, count);
            lanes.write(im, 0, imaginary, to, count);
        });
        work.release(area);
        return new Spectrum(given, real.build(), imaginary.build());
    }

    private static <A> Operation<A> forward() {
        return (rows, group, columns) -> {
            rows.there().forward(columns);
            return rows.there().output();
        };
    }

    private static <A> Operation<A> backward() {
        return (rows, group, columns) -> {
            rows.there().backward(columns);
            return rows.there().output();
        };
    }

    /** The real array of a spectrum. */
    void real(Spectrum spectrum, NdArray.Builder result) {
        Complex<A> area = work.acquire();
        along(0, Window.corner(half), shape.extent(0), from(spectrum), backward(), into(area));
        inverse(area, Window.corner(shape), RowOperation.NONE, result);
        work.release(area);
    }

    /** The periodic convolution with a response. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Filter.Product filter(Spectrum spectrum) {
        Rows<A>[] response = new Rows[groups(0)];
        along(
                0,
                Window.corner(half),
                shape.extent(0),
                from(spectrum),
                (rows, group, columns) -> {
                    response[group] = Rows.allocate(shape.extent(0), columns, lanes);
                    for (int row = 0; row < shape.extent(0); row++) {
                        lanes.copy(
                                rows.there().input().re()[row],
                                0,
                                response[group].re()[row],
                                0,
                                columns);
                        lanes.copy(
                                rows.there().input().im()[row],
                                0,
                                response[group].im()[row],
                                0,
                                columns);
                    }
                    return rows.there().input();
                },
                (to, re, im, count) -> {});
        return new Response(response, false);
    }

    /** Products with a response, of which there are as many groups as of columns along the first axis. */
    private final class Response implements Filter.Product {
        private final Rows<A>[] response;
        private final boolean conjugate;

        Response(Rows<A>[] response, boolean conjugate) {
            this.response = response;
            this.conjugate = conjugate;
        }

        @Override
        public Filter.Product conjugate() {
            return new Response(response, !conjugate);
        }

        @Override
        public void apply(NdArray array, Window window, NdArray.Builder result) {
            Complex<A> area = work.acquire();
            forward(array, area);
            multiply(area, array.shape().extent(0), conjugate);
            inverse(area, window, RowOperation.NONE, result);
            work.release(area);
        }

        @Override
        public Circuit.Back there(NdArray array, Window window, RowOperation change) {
            Complex<A> area = work.acquire();
            forward(array, area);
            multiply(area, shape.extent(0), conjugate);
            between(area, window, change);
            return (last, result) -> {
                multiply(area, shape.extent(0), !conjugate);
                inverse(area, Window.corner(shape), last, result);
                work.release(area);
            };
        }

        /** Transforms along the first axis, multiplies and transforms back. */
        private void multiply(Complex<A> area, int present, boolean conjugated) {
            Operation<A> operation = (rows, group, columns) -> {
                rows.there().forward(columns);
                multiply(rows.back().input(), response[group], conjugated, columns);
                rows.back().backward(columns);
                return rows.back().output();
            };
            along(0, Window.corner(half), present, from(area), operation, into(area));
        }

        private void multiply(Rows<A> rows, Rows<A> factors, boolean conjugated, int columns) {
            for (int row = 0; row < factors.re().length; row++) {
                A re = factors.re()[row];
                A im = factors.im()[row];
                if (conjugated) {
                    lanes.multiplyConjugate(rows.re()[row], rows.im()[row], re, im, columns);
                } else {
                    lanes.multiply(rows.re()[row], rows.im()[row], re, im, columns);
                }
            }
        }
    }

    /** Transforms back along every axis but the first, changes what the window shows, and transforms that. */
    private void between(Complex<A> area, Window window, RowOperation change) {
        int last = shape.rank() - 1;
        for (int axis = 1; axis < last; axis++) {
            along(axis, window, shape.extent(axis), from(area), backward(), into(area));
        }
        Window whole = Window.corner(shape);
        bands(whole, (plane, from, band) -> {
            int shown = window.place(plane, last - 1, whole);
            RowTransform.Cut cut = cut(window, Math.max(shown, 0), from, band);
            boolean hidden = shown < 0 || cut.from() >= cut.to();
            rows.change(area, band, hidden ? cut.nothing() : cut, change, 1.0 / shape.size());
        });
        for (int axis = last - 1; axis > 0; axis--) {
            along(axis, whole, shape.extent(axis), from(area), forward(), into(area));
        }
    }

    /** What a window shows of a band of rows that begins at {@code from}. */
    private RowTransform.Cut cut(Window window, int plane, int from, RowTransform.Band band) {
        int last = shape.rank() - 1;
        int low = window.first(last - 1);
        int first = Math.max(from, low);
        int end = Math.min(from + band.count(), window.end(last - 1));
        int row = plane * window.extents().extent(last - 1) + first - low;
        return new RowTransform.Cut(window.first(last), window.extents().rowLength(), first - from, end - from, row);
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
            along(axis, present, present.extents().extent(axis), from(area), forward(), into(area));
        }
    }

    /** Transforms back along every axis but the first and writes what the window shows, changed. */
    private void inverse(Complex<A> area, Window window, RowOperation change, NdArray.Builder result) {
        int last = shape.rank() - 1;
        for (int axis = 1; axis < last; axis++) {
            along(axis, window, shape.extent(axis), from(area), backward(), into(area));
        }
        bands(
                window,
                (plane, from, band) ->
                        rows.inverse(area, band, cut(window, plane, from, band), change, result, 1.0 / shape.size()));
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
            RoundTrip<A> own = scratch[axis].acquire();
            for (int unit = from; unit < to; unit++) {
                int first = unit % groups * width;
                int columns = Math.min(width, inner - first);
                int position = window.position(unit / groups, axis, strides) + first;
                read(source, own.there().input(), axis, position, present, columns);
                Rows<A> result = operation.apply(own, unit % groups, columns);
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
