package org.acutance.math.fft;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Pool;
import org.acutance.math.array.RowOperation;

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
     * @param wide a line in double
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Scratch<A>(Lines<A> lines, Pair<A> there, Pair<A> back, A flat, double[] wide) {}

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
                lanes.allocate(Math.min(TILE, group) * pitch),
                new double[length]);
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
     * @param window what is written
     * @param change what is done to it before
     * @param result takes it
     * @param factor multiplies everything
     */
    void inverse(
            Complex<A> spectrum, Band band, Cut window, RowOperation change, NdArray.Builder result, double factor) {
        Scratch<A> own = scratch.acquire();
        int columns = Math.min(group, band.count);
        transformBack(spectrum, band, own, factor);
        write(own.lines.output().re(), own, 0, columns, window, change, result);
        write(own.lines.output().im(), own, columns, band.count, window, change, result);
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

    /**
     * Transforms back, changes what a window shows, puts zeros elsewhere, and transforms that.
     *
     * @param band all lines that are transformed together
     * @param window what is changed
     * @param factor multiplies everything before the change
     */
    void change(Complex<A> spectrum, Band band, Cut window, RowOperation change, double factor) {
        Scratch<A> own = scratch.acquire();
        int columns = Math.min(group, band.count);
        transformBack(spectrum, band, own, factor);
        change(own.lines.output().re(), own.lines.input().re(), own, 0, columns, window, change);
        change(own.lines.output().im(), own.lines.input().im(), own, columns, band.count, window, change);
        transform(own, band.count, band, spectrum);
        scratch.release(own);
    }

    /** Input and output are the same rows in different order, but lanes do not meet. */
    private void change(A[] output, A[] input, Scratch<A> own, int low, int high, Cut cut, RowOperation change) {
        for (int line = low; line < high; line += TILE) {
            int lines = Math.min(TILE, high - line);
            lanes.scatter(output, 0, length, line - low, lines, own.flat, 0, pitch);
            for (int l = 0; l < lines; l++) {
                changeLine(own, l * pitch, line + l, cut, change);
            }
            lanes.gather(own.flat, 0, pitch, input, 0, length, line - low, lines);
        }
        for (int row = 0; row < length && high - low < group; row++) {
            lanes.clear(input[row], high - low, group - high + low);
        }
    }

    private void changeLine(Scratch<A> own, int at, int line, Cut cut, RowOperation change) {
        A flat = own.flat;
        if (line < cut.from || line >= cut.to) {
            lanes.clear(flat, at, length);
            return;
        }
        int end = cut.column + cut.count;
        lanes.clear(flat, at, cut.column);
        lanes.clear(flat, at + end, length - end);
        apply(change, (cut.row + line - cut.from) * cut.count, own, at + cut.column, cut.count);
    }

    /** Lines are copied, also where they are doubles, so that they begin where those do that the operation reads. */
    private void apply(RowOperation change, int position, Scratch<A> own, int at, int count) {
        if (change != RowOperation.NONE) {
            lanes.widen(own.flat, at, own.wide, count);
            change.apply(position, own.wide, count);
            lanes.narrow(own.wide, own.flat, at, count);
        }
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

    /**
     * What is written of a band.
     *
     * @param column first element of a line
     * @param count number of elements of a line
     * @param from first line of the band
     * @param to last line of the band, exclusive
     * @param row number in the result of the line {@code from}
     */
    record Cut(int column, int count, int from, int to, int row) {
        /** No line of the band. */
        Cut nothing() {
            return new Cut(column, count, 0, 0, row);
        }
    }

    private void write(
            A[] rows, Scratch<A> own, int low, int high, Cut cut, RowOperation change, NdArray.Builder result) {
        int from = Math.max(low, cut.from);
        int to = Math.min(high, cut.to);
        for (int line = from; line < to; line += TILE) {
            int lines = Math.min(TILE, to - line);
            lanes.scatter(rows, cut.column, cut.count, line - low, lines, own.flat, 0, pitch);
            for (int l = 0; l < lines; l++) {
                int position = (cut.row + line + l - cut.from) * cut.count;
                apply(change, position, own, l * pitch, cut.count);
                lanes.write(own.flat, l * pitch, result, position, cut.count);
            }
        }
    }
}
