package org.acutance.math.fft;

import org.acutance.math.array.NdArray;

/**
 * The transform along the last axis of real rows into their half spectra, and back. Two groups of rows are the real and
 * the imaginary part of one complex group, turned so that the rows lie beside each other.
 */
final class RowTransform<A> {
    /** Rows that are transformed together: as real and as imaginary parts this many each. */
    private static final int GROUP = 16;

    private final int length;
    private final int half;
    private final int group;
    private final int pitch;
    private final Lanes<A> lanes;
    private final LineTransform<A> line;
    private final Pool<Scratch<A>> scratch;

    /** What a thread works in: the turned rows, the scratch of the transform, and rows as they lie in the array. */
    private record Scratch<A>(Complex<A> turned, Complex<A> line, A rows) {}

    /**
     * Transforms of rows.
     *
     * @param rows number of rows of a plane; those of one plane are transformed together
     */
    RowTransform(int length, int rows, Lanes<A> lanes) {
        this.length = length;
        this.half = length / 2 + 1;
        int bands = (rows + 2 * GROUP - 1) / (2 * GROUP);
        this.group = (rows + 2 * bands - 1) / (2 * bands);
        this.pitch = Strides.padded(group, lanes.quantum());
        this.lanes = lanes;
        this.line = LineTransform.of(length, lanes);
        this.scratch = new Pool<>(() -> new Scratch<>(
                Complex.allocate((length + 2) * pitch, lanes),
                Complex.allocate(line.scratch() * pitch, lanes),
                lanes.allocate(group * length)));
    }

    /** Number of rows of a plane that are transformed together, which are always the same ones. */
    int rowsAtOnce() {
        return 2 * group;
    }

    /**
     * Neighbouring rows of a plane of the spectrum.
     *
     * @param count number of rows
     * @param start position of the first
     * @param step distance between them
     */
    record Band(int count, int start, int step) {
        private int[] starts(int from, int to) {
            int[] starts = new int[to - from];
            for (int i = from; i < to; i++) {
                starts[i - from] = start + i * step;
            }
            return starts;
        }
    }

    /**
     * Transforms rows of an array, zero-padded at their ends.
     *
     * @param from number of the first row in the array
     * @param present number of rows that the array has; the others are zero and are not written
     * @param band all rows that are transformed together, the present ones first
     */
    void forward(NdArray array, int from, int present, Band band, Complex<A> spectrum) {
        Scratch<A> own = scratch.acquire();
        int count = array.shape().rowLength();
        int columns = Math.min(group, band.count);
        int first = Math.min(columns, present);
        read(array, from, first, own, own.turned.re());
        read(array, from + first, present - first, own, own.turned.im());
        Rows<A> turned = own.turned.rows(0, pitch);
        for (int row = count; row < length; row++) {
            lanes.clear(turned.re(), row * pitch, pitch);
            lanes.clear(turned.im(), row * pitch, pitch);
        }
        line.forward(turned, own.line.rows(0, pitch), columns);
        lanes.separate(turned, length, columns);
        scatter(turned, pitch, spectrum, band.starts(0, first));
        scatter(turned.from(length + 1), -pitch, spectrum, band.starts(first, present));
        scratch.release(own);
    }

    private void read(NdArray array, int from, int number, Scratch<A> own, A part) {
        int count = array.shape().rowLength();
        lanes.read(array, from * count, own.rows, 0, number * count);
        if (number < group) {
            lanes.clear(part, 0, count * pitch);
        }
        lanes.gather(own.rows, new Band(number, 0, count).starts(0, number), number, count, part, 0, pitch);
    }

    private void scatter(Rows<A> rows, int step, Complex<A> spectrum, int... starts) {
        lanes.scatter(rows.re(), rows.at(), step, half, spectrum.re(), starts, starts.length);
        lanes.scatter(rows.im(), rows.at(), step, half, spectrum.im(), starts, starts.length);
    }

    /**
     * Transforms back.
     *
     * @param band all rows that are transformed together
     * @param window what is written
     * @param result takes it
     * @param factor multiplies everything
     */
    void inverse(Complex<A> spectrum, Band band, Cut window, NdArray.Builder result, double factor) {
        Scratch<A> own = scratch.acquire();
        int columns = Math.min(group, band.count);
        Rows<A> turned = own.turned.rows(0, pitch);
        Rows<A> second = turned.from(length + 1);
        if (band.count < 2 * columns) {
            for (int k = 0; k < half; k++) {
                lanes.clear(second.re(), second.at() - k * pitch, pitch);
                lanes.clear(second.im(), second.at() - k * pitch, pitch);
            }
        }
        gather(spectrum, turned, pitch, band.starts(0, columns));
        gather(spectrum, second, -pitch, band.starts(columns, band.count));
        lanes.combine(turned, length, columns, factor);
        line.backward(turned, own.line.rows(0, pitch), columns);
        write(own.turned.re(), own, 0, columns, window, result);
        write(own.turned.im(), own, columns, band.count, window, result);
        scratch.release(own);
    }

    private void gather(Complex<A> spectrum, Rows<A> rows, int step, int... starts) {
        lanes.gather(spectrum.re(), starts, starts.length, half, rows.re(), rows.at(), step);
        lanes.gather(spectrum.im(), starts, starts.length, half, rows.im(), rows.at(), step);
    }

    /**
     * What is written of a band.
     *
     * @param column first element of a row
     * @param count number of elements of a row
     * @param from first row of the band
     * @param to last row of the band, exclusive
     * @param row number in the result of the row {@code from}
     */
    record Cut(int column, int count, int from, int to, int row) {}

    private void write(A part, Scratch<A> own, int low, int high, Cut cut, NdArray.Builder result) {
        int from = Math.max(low, cut.from);
        int to = Math.min(high, cut.to);
        if (from < to) {
            int[] starts = new Band(to - from, 0, cut.count).starts(0, to - from);
            lanes.scatter(part, cut.column * pitch + from - low, pitch, cut.count, own.rows, starts, to - from);
            lanes.write(own.rows, 0, result, (cut.row + from - cut.from) * cut.count, (to - from) * cut.count);
        }
    }
}
