package org.acutance.math.fft;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Pool;

/**
 * The transform along the last axis of real lines into their half spectra, and back. Two groups of lines are the real and
 * the imaginary part of one complex group, turned so that the lines lie beside each other.
 */
final class RowTransform<A> {
    /** Rows that go through a step together, so that they are still in the cache at the next. */
    private static final int TILE = 8;

    private final int length;
    private final int half;
    private final int pitch;
    private final int group;
    private final Lanes<A> lanes;
    private final LineTransform<A> line;
    private final Pool<Scratch<A>> scratch;

    /**
     * What a thread works in.
     *
     * @param lines the turned lines
     * @param there their spectra after the transform
     * @param back their spectra before the transform back
     * @param flat as many lines as a tile has, or as there are, as they lie in the array, but not at distances of powers of two
     */
    private record Scratch<A>(Lines<A> lines, Pair<A> there, Pair<A> back, A flat) {}

    /**
     * Transforms of lines.
     *
     * @param rows number of lines of a plane; those of one plane are transformed together
     */
    RowTransform(int length, int rows, Lanes<A> lanes) {
        this.length = length;
        this.half = length / 2 + 1;
        this.pitch = length / TILE * TILE + TILE + 1;
        int most = 2 * lanes.width();
        int bands = (rows + most - 1) / most;
        this.group = (rows + 2 * bands - 1) / (2 * bands);
        this.lanes = lanes;
        this.line = LineTransform.of(length, lanes);
        this.scratch = new Pool<>(this::allocate);
    }

    private Scratch<A> allocate() {
        Lines<A> lines = line.over(Rows.allocate(line.rows(), group, lanes), group);
        Rows<A> apart = Rows.allocate(1, group, lanes);
        return new Scratch<>(
                lines,
                Pair.of(lines.output(), length, apart.re()[0]),
                Pair.of(lines.input(), length, apart.im()[0]),
                lanes.allocate(Math.min(TILE, group) * pitch));
    }

    /** The transform of a single line. */
    LineTransform<A> line() {
        return line;
    }

    /** Number of lines of a plane that are transformed together, which are always the same ones. */
    int rowsAtOnce() {
        return 2 * group;
    }

    /**
     * Neighbouring lines of a plane of the spectrum.
     *
     * @param count number of lines
     * @param start position of the first
     * @param step distance between them
     */
    record Band(int count, int start, int step) {}

    /**
     * Transforms lines of an array, zero-padded at their ends.
     *
     * @param from number of the first line in the array
     * @param present number of lines that the array has; the others are zero and are not written
     * @param band all lines that are transformed together, the present ones first
     */
    void forward(NdArray array, int from, int present, Band band, Complex<A> spectrum) {
        Scratch<A> own = scratch.acquire();
        int count = array.shape().rowLength();
        int columns = Math.min(group, band.count);
        int first = Math.min(columns, present);
        Rows<A> input = own.lines.input();
        read(array, from, first, own, input.re());
        read(array, from + first, present - first, own, input.im());
        for (int row = count; row < length; row++) {
            lanes.clear(input.re()[row], 0, columns);
            lanes.clear(input.im()[row], 0, columns);
        }
        transform(own, present, band, spectrum);
        scratch.release(own);
    }

    /** Transforms what the input rows hold and leaves the spectra of the present lines. */
    private void transform(Scratch<A> own, int present, Band band, Complex<A> spectrum) {
        int columns = Math.min(group, band.count);
        int first = Math.min(columns, present);
        own.lines.forward(columns);
        for (int k = 0; k < half; k += TILE) {
            int end = Math.min(k + TILE, half);
            own.there.separate(lanes, k, end, columns);
            scatter(own.there.first(), k, end, first, spectrum, band.start, band.step);
            scatter(own.there.second(), k, end, present - first, spectrum, band.start + first * band.step, band.step);
        }
    }

    private void read(NdArray array, int from, int number, Scratch<A> own, A[] rows) {
        int count = array.shape().rowLength();
        for (int lane = 0; lane < number; lane += TILE) {
            int lines = Math.min(TILE, number - lane);
            for (int l = 0; l < lines; l++) {
                lanes.read(array, (from + lane + l) * count, own.flat, l * pitch, count);
            }
            lanes.gather(own.flat, 0, pitch, rows, 0, count, lane, lines);
        }
        for (int row = 0; row < count && number < group; row++) {
            lanes.clear(rows[row], number, group - number);
        }
    }

    private void scatter(Rows<A> rows, int k, int end, int number, Complex<A> spectrum, int at, int step) {
        lanes.scatter(rows.re(), k, end - k, 0, number, spectrum.re(), at + k, step);
        lanes.scatter(rows.im(), k, end - k, 0, number, spectrum.im(), at + k, step);
    }

    /**
     * Transforms back.
     *
     * @param band all lines that are transformed together
     * @param row number of the first of them in the result
     * @param result takes them
     * @param factor multiplies everything
     */
    void inverse(Complex<A> spectrum, Band band, int row, NdArray.Builder result, double factor) {
        Scratch<A> own = scratch.acquire();
        int columns = Math.min(group, band.count);
        transformBack(spectrum, band, own, factor);
        write(own.lines.output().re(), own, row, columns, result);
        write(own.lines.output().im(), own, row + columns, band.count - columns, result);
        scratch.release(own);
    }

    private void transformBack(Complex<A> spectrum, Band band, Scratch<A> own, double factor) {
        int columns = Math.min(group, band.count);
        for (int k = 0; k < half; k += TILE) {
            int end = Math.min(k + TILE, half);
            gather(spectrum, band.start, band.step, own.back.first(), k, end, columns, columns);
            int rest = band.count - columns;
            gather(spectrum, band.start + columns * band.step, band.step, own.back.second(), k, end, rest, columns);
            own.back.combine(lanes, k, end, columns, factor);
        }
        own.lines.backward(columns);
    }

    private void gather(
            Complex<A> spectrum, int at, int step, Rows<A> rows, int from, int end, int number, int columns) {
        for (int k = from; k < end && number < columns; k++) {
            lanes.clear(rows.re()[k], number, columns - number);
            lanes.clear(rows.im()[k], number, columns - number);
        }
        lanes.gather(spectrum.re(), at + from, step, rows.re(), from, end - from, 0, number);
        lanes.gather(spectrum.im(), at + from, step, rows.im(), from, end - from, 0, number);
    }

    private void write(A[] rows, Scratch<A> own, int first, int number, NdArray.Builder result) {
        for (int line = 0; line < number; line += TILE) {
            int count = Math.min(TILE, number - line);
            lanes.scatter(rows, 0, length, line, count, own.flat, 0, pitch);
            for (int l = 0; l < count; l++) {
                lanes.write(own.flat, l * pitch, result, (first + line + l) * length, length);
            }
        }
    }
}
