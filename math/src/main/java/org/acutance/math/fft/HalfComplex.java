package org.acutance.math.fft;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The passes of a real-input transform, axis by axis, over a work area that holds the half of the spectrum that
 * determines the rest. Only lines that can differ from zero, or that are asked for, are transformed.
 */
final class HalfComplex {
    /** Elements from which on the lines of a pass are shared among threads. */
    private static final int PARALLEL = 1 << 17;

    /** Neighbouring lines that are gathered together, to use whole cache lines of the work area. */
    private static final int LANES = 8;

    private static final int ROWS = 16;

    private final Shape shape;
    private final Shape half;
    private final int[] strides;
    private final LineTransform[] lines;
    private final boolean parallel;
    private final AtomicReference<SoftReference<Work>> spare = new AtomicReference<>(new SoftReference<>(null));

    /** The two parts of the spectrum, row-major. */
    @SuppressWarnings("ArrayRecordComponent")
    record Work(double[] real, double[] imaginary) {}

    /** What is done to a line of interleaved complex numbers at an offset; {@code number} is its place along the rest. */
    @FunctionalInterface
    interface LineOperation {
        void apply(double[] lanes, int offset, int number);
    }

    /**
     * Passes for arrays of rank 2 or more.
     *
     * @param shape extents of the real array, all positive
     */
    HalfComplex(Shape shape) {
        this.shape = shape;
        this.half = half(shape);
        this.strides = half.strides();
        this.lines = IntStream.of(shape.extents()).mapToObj(LineTransform::new).toArray(LineTransform[]::new);
        this.parallel = shape.size() >= PARALLEL;
    }

    /** The shape of the spectrum of a real array: the last extent n becomes n/2 + 1. */
    static Shape half(Shape shape) {
        return shape.rank() == 0 ? shape : shape.with(-1, shape.rowLength() / 2 + 1);
    }

    Shape half() {
        return half;
    }

    /** A work area with any contents; give it back with {@link #release}. */
    Work acquire() {
        Work kept = spare.getAndSet(new SoftReference<>(null)).get();
        return kept == null ? new Work(new double[half.size()], new double[half.size()]) : kept;
    }

    void release(Work work) {
        spare.set(new SoftReference<>(work));
    }

    /** Transforms the array, zero-padded at its ends, along every axis but the first. */
    void forward(NdArray array, Work work) {
        forwardRows(array, work);
        Window present = Window.corner(array.shape());
        for (int axis = shape.rank() - 2; axis > 0; axis--) {
            LineTransform line = lines[axis];
            along(axis, work, present, Range.of(present, axis), Range.all(line), (a, at, n) -> line.forward(a, at));
        }
    }

    /** Transforms along the first axis, where the first {@code present} places can differ from zero. */
    void forwardFirst(Work work, int present) {
        LineTransform line = lines[0];
        along(0, work, whole(), new Range(0, present), Range.all(line), (a, at, n) -> line.forward(a, at));
    }

    /** Transforms back along the first axis. */
    void inverseFirst(Work work) {
        LineTransform line = lines[0];
        along(0, work, whole(), Range.all(line), Range.all(line), (a, at, n) -> line.inverse(a, at));
    }

    /** Transforms along the first axis, applies an operation to each line and transforms back what the window shows. */
    void throughFirst(Work work, int present, Window window, LineOperation operation) {
        LineTransform line = lines[0];
        along(0, work, window, new Range(0, present), Range.of(window, 0), (a, at, n) -> {
            line.forward(a, at);
            operation.apply(a, at, n);
            line.inverse(a, at);
        });
    }

    /** Transforms back along every axis but the first and writes what the window shows. */
    void inverse(Work work, Window window, NdArray.Builder result) {
        for (int axis = 1; axis < shape.rank() - 1; axis++) {
            LineTransform line = lines[axis];
            along(axis, work, window, Range.all(line), Range.of(window, axis), (a, at, n) -> line.inverse(a, at));
        }
        inverseRows(work, window, result);
    }

    Window whole() {
        return Window.corner(shape);
    }

    private void forwardRows(NdArray array, Work work) {
        int axes = shape.rank() - 1;
        int count = array.shape().rowLength();
        Window present = Window.corner(array.shape());
        LineTransform transform = lines[axes];
        Blocks.forEach(present.places(axes), ROWS, parallel, (from, to) -> {
            double[] line = new double[transform.length()];
            for (int row = from; row < to; row++) {
                array.read(row * count, line, 0, count);
                Arrays.fill(line, count, line.length, 0);
                transform.realForward(line, work.real, work.imaginary, present.position(row, axes, strides));
            }
        });
    }

    private void inverseRows(Work work, Window window, NdArray.Builder result) {
        int axes = shape.rank() - 1;
        int count = window.extents().rowLength();
        LineTransform transform = lines[axes];
        Blocks.forEach(window.places(axes), ROWS, parallel, (from, to) -> {
            double[] line = new double[transform.length()];
            for (int row = from; row < to; row++) {
                transform.realInverse(work.real, work.imaginary, window.position(row, axes, strides), line);
                result.write(row * count, line, window.first(axes), count);
            }
        });
    }

    /** Places along an axis. */
    private record Range(int from, int to) {
        static Range of(Window window, int axis) {
            return new Range(window.first(axis), window.end(axis));
        }

        static Range all(LineTransform line) {
            return new Range(0, line.length());
        }
    }

    /** Gathers every line along an axis that the window shows on the axes before it, operates on it and puts it back. */
    private void along(int axis, Work work, Window window, Range read, Range written, LineOperation operation) {
        int inner = strides[axis];
        int groups = (inner + LANES - 1) / LANES;
        Blocks.forEach(window.places(axis) * groups, 4, parallel, (from, to) -> {
            Lanes lanes = new Lanes(work, lines[axis].length(), inner);
            for (int unit = from; unit < to; unit++) {
                int first = unit % groups * LANES;
                int start = window.position(unit / groups, axis, strides) + first;
                lanes.pass(start, Math.min(LANES, inner - first), first, read, written, operation);
            }
        });
    }

    /** Scratch for a few neighbouring lines. */
    private static final class Lanes {
        private final Work work;
        private final int stride;
        private final int length;
        private final int pitch;
        private final double[] scratch;

        Lanes(Work work, int length, int stride) {
            this.work = work;
            this.stride = stride;
            this.length = length;
            // An odd number of cache lines apart, so that the lanes do not fall into the same sets of the cache.
            this.pitch = 2 * length + 8;
            this.scratch = new double[LANES * pitch];
        }

        void pass(int start, int count, int number, Range read, Range written, LineOperation operation) {
            for (int i = read.from; i < read.to; i++) {
                gather(start + i * stride, 2 * i, count);
            }
            for (int lane = 0; lane < count; lane++) {
                int at = lane * pitch;
                Arrays.fill(scratch, at, at + 2 * read.from, 0);
                Arrays.fill(scratch, at + 2 * read.to, at + 2 * length, 0);
                operation.apply(scratch, at, number + lane);
            }
            for (int i = written.from; i < written.to; i++) {
                scatter(start + i * stride, 2 * i, count);
            }
        }

        private void gather(int position, int at, int count) {
            double[] real = work.real;
            double[] imaginary = work.imaginary;
            for (int lane = 0; lane < count; lane++) {
                scratch[at + lane * pitch] = real[position + lane];
                scratch[at + lane * pitch + 1] = imaginary[position + lane];
            }
        }

        private void scatter(int position, int at, int count) {
            double[] real = work.real;
            double[] imaginary = work.imaginary;
            for (int lane = 0; lane < count; lane++) {
                real[position + lane] = scratch[at + lane * pitch];
                imaginary[position + lane] = scratch[at + lane * pitch + 1];
            }
        }
    }
}
