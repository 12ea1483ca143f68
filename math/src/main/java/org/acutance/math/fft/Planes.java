package org.acutance.math.fft;

import java.util.stream.IntStream;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Pool;
import org.acutance.math.array.Shape;

/**
 * What a convolution does to the part of a spectrum that belongs to each frequency along the first axis: transforms along the
 * other axes, product with a response, and transforms back. Where there is but one other axis, the frequencies are the lines
 * of one plane.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Planes<A> {
    /** Lines that are turned together. */
    private static final int TILE = 8;

    /** Groups of columns begin at multiples of this number, which vectors divide. */
    private static final int QUANTUM = 16;

    private final Shape shape;
    private final int[] strides;
    private final int last;
    private final int half;
    private final int planes;
    private final int lines;
    private final int pitch;
    private final int step;
    private final Lanes<A> lanes;
    private final boolean parallel;
    private final Pool<RoundTrip<A>>[] scratch;

    /** The same rows for a transform, and for another one of what comes of it. */
    private record RoundTrip<A>(Lines<A> there, Lines<A> back) {}

    /**
     * Transforms in planes.
     *
     * @param shape extents of the real arrays
     * @param pitch distance, in the spectrum, between frequencies along the first axis
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Planes(Shape shape, int pitch, LineTransform<A>[] axes, Lanes<A> lanes, boolean parallel) {
        this.shape = shape;
        this.strides = shape.strides();
        this.last = shape.rank() - 1;
        this.half = shape.extent(0) / 2 + 1;
        this.planes = last == 1 ? 1 : half;
        this.lines = last == 1 ? half : strides[0] / shape.rowLength();
        this.pitch = pitch;
        this.step = last == 1 ? pitch : shape.rowLength();
        this.lanes = lanes;
        this.parallel = parallel;
        this.scratch = IntStream.rangeClosed(0, last)
                .mapToObj(axis -> new Pool<>(() -> roundTrip(axes[axis], width(axis))))
                .toArray(Pool[]::new);
    }

    private RoundTrip<A> roundTrip(LineTransform<A> line, int width) {
        Lines<A> there = line.over(Rows.allocate(line.rows(), width, lanes), width);
        return new RoundTrip<>(there, line.over(there.output(), width));
    }

    /** Columns beside each other along an axis in the middle, lines along the last one. */
    private int inner(int axis) {
        return axis == last ? lines : strides[axis];
    }

    /** Columns that go through together along an axis: about what the lanes wish, all groups being alike. */
    private int width(int axis) {
        int inner = inner(axis);
        int groups = Math.max(1, (inner + lanes.width() / 2) / lanes.width());
        int even = (inner + groups - 1) / groups;
        return Math.min(inner, (even + QUANTUM - 1) / QUANTUM * QUANTUM);
    }

    private int groups(int axis) {
        return (inner(axis) + width(axis) - 1) / width(axis);
    }

    /** The response in the order in which it is multiplied by: for each group of lines of each plane. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Rows<A>[] response(Spectrum spectrum) {
        Rows<A>[] response = new Rows[planes * groups(last)];
        int width = width(last);
        Blocks.forEach(response.length, 1, parallel, (from, to) -> {
            for (int unit = from; unit < to; unit++) {
                int first = unit % groups(last) * width;
                int count = Math.min(width, lines - first);
                response[unit] = Rows.allocate(shape.rowLength(), count, lanes);
                for (int lane = 0; lane < count; lane++) {
                    fill(response[unit], lane, spectrum, unit / groups(last) * lines + first + lane);
                }
            }
        });
        return response;
    }

    /** A whole line of a spectrum, of which there is one half: the other is the conjugate of the opposite line. */
    private void fill(Rows<A> rows, int lane, Spectrum spectrum, int line) {
        int length = shape.rowLength();
        A re = lanes.of(whole(spectrum.real(), line, 1));
        A im = lanes.of(whole(spectrum.imaginary(), line, -1));
        lanes.gather(re, 0, length, rows.re(), 0, length, lane, 1);
        lanes.gather(im, 0, length, rows.im(), 0, length, lane, 1);
    }

    private double[] whole(NdArray part, int line, int sign) {
        int length = shape.rowLength();
        int kept = length / 2 + 1;
        double[] values = new double[length];
        double[] opposite = new double[kept];
        part.read(line * kept, values, 0, kept);
        part.read(opposite(line) * kept, opposite, 0, kept);
        for (int k = kept; k < length; k++) {
            values[k] = sign * opposite[length - k];
        }
        return values;
    }

    private int opposite(int line) {
        int opposite = 0;
        int rest = line;
        int stride = 1;
        for (int axis = last - 1; axis >= 0; axis--) {
            int extent = shape.extent(axis);
            opposite += (extent - rest % extent) % extent * stride;
            rest /= extent;
            stride *= extent;
        }
        return opposite;
    }

    /**
     * Transforms, multiplies and transforms back.
     *
     * @param present what of the array is not zero: columns beyond are undefined
     */
    void multiply(Complex<A> area, Shape present, Rows<A>[] response, boolean conjugate) {
        Blocks.forEach(planes, 1, parallel, (from, to) -> {
            for (int plane = from; plane < to; plane++) {
                multiply(area, plane, present, response, conjugate);
            }
        });
    }

    private void multiply(Complex<A> area, int plane, Shape present, Rows<A>[] response, boolean conjugate) {
        int start = plane * pitch;
        for (int axis = 1; axis < last; axis++) {
            int number = present.extent(axis);
            along(area, start, axis, number, (own, columns) -> {
                own.there.forward(columns);
                return own.there.output();
            });
        }
        lines(area, start, plane * groups(last), present.rowLength(), response, conjugate);
        for (int axis = last - 1; axis > 0; axis--) {
            along(area, start, axis, shape.extent(axis), (own, columns) -> {
                own.there.backward(columns);
                return own.there.output();
            });
        }
    }

    /** What is done to a group of neighbouring columns; tells where the result is. */
    @FunctionalInterface
    private interface Operation<A> {
        Rows<A> apply(RoundTrip<A> rows, int columns);
    }

    private void along(Complex<A> area, int start, int axis, int present, Operation<A> operation) {
        int inner = strides[axis];
        int width = width(axis);
        int groups = groups(axis);
        int number = strides[0] / (inner * shape.extent(axis)) * groups;
        Blocks.forEach(number, 1, parallel, (from, to) -> {
            RoundTrip<A> own = scratch[axis].acquire();
            for (int unit = from; unit < to; unit++) {
                int first = unit % groups * width;
                int columns = Math.min(width, inner - first);
                int position = start + unit / groups * inner * shape.extent(axis) + first;
                read(area, own.there.input(), position, axis, present, columns);
                write(operation.apply(own, columns), area, position, axis, columns);
            }
            scratch[axis].release(own);
        });
    }

    private void read(Complex<A> area, Rows<A> rows, int position, int axis, int present, int columns) {
        int step = strides[axis];
        for (int row = 0; row < present; row++) {
            lanes.copy(area.re(), position + row * step, rows.re()[row], 0, columns);
            lanes.copy(area.im(), position + row * step, rows.im()[row], 0, columns);
        }
        clear(rows, present, shape.extent(axis), columns);
    }

    private void write(Rows<A> rows, Complex<A> area, int position, int axis, int columns) {
        int step = strides[axis];
        for (int row = 0; row < shape.extent(axis); row++) {
            lanes.copy(rows.re()[row], 0, area.re(), position + row * step, columns);
            lanes.copy(rows.im()[row], 0, area.im(), position + row * step, columns);
        }
    }

    private void lines(Complex<A> area, int start, int group, int present, Rows<A>[] response, boolean conjugate) {
        int width = width(last);
        Blocks.forEach(groups(last), 1, parallel, (from, to) -> {
            RoundTrip<A> own = scratch[last].acquire();
            for (int unit = from; unit < to; unit++) {
                int columns = Math.min(width, lines - unit * width);
                int position = start + unit * width * step;
                gather(area, position, own.there.input(), present, columns);
                own.there.forward(columns);
                multiply(own.back.input(), response[group + unit], conjugate, columns);
                own.back.backward(columns);
                scatter(own.back.output(), area, position, columns);
            }
            scratch[last].release(own);
        });
    }

    private void multiply(Rows<A> rows, Rows<A> factors, boolean conjugate, int columns) {
        Arithmetic<A> arithmetic = lanes.arithmetic();
        for (int row = 0; row < factors.re().length; row++) {
            A re = factors.re()[row];
            A im = factors.im()[row];
            if (conjugate) {
                arithmetic.multiplyConjugate(rows.re()[row], rows.im()[row], re, im, columns);
            } else {
                arithmetic.multiply(rows.re()[row], rows.im()[row], re, im, columns);
            }
        }
    }

    /** Turns lines into columns. */
    private void gather(Complex<A> area, int position, Rows<A> rows, int present, int columns) {
        int length = shape.rowLength();
        lanes.gather(area.re(), position, step, rows.re(), 0, present, 0, columns);
        lanes.gather(area.im(), position, step, rows.im(), 0, present, 0, columns);
        clear(rows, present, length, columns);
    }

    private void clear(Rows<A> rows, int from, int end, int columns) {
        for (int row = from; row < end; row++) {
            lanes.clear(rows.re()[row], 0, columns);
            lanes.clear(rows.im()[row], 0, columns);
        }
    }

    private void scatter(Rows<A> rows, Complex<A> area, int position, int columns) {
        int length = shape.rowLength();
        for (int line = 0; line < columns; line += TILE) {
            int number = Math.min(TILE, columns - line);
            lanes.scatter(rows.re(), 0, length, line, number, area.re(), position + line * step, step);
            lanes.scatter(rows.im(), 0, length, line, number, area.im(), position + line * step, step);
        }
    }
}
