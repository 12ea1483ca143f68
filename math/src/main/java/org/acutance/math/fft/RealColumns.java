package org.acutance.math.fft;

import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Pool;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.RowSums;
import org.acutance.math.array.Shape;

/**
 * The transform along the first axis of real arrays into the lower half of the spectrum, and back. Columns lie beside each
 * other in memory and are not turned: two runs of neighbouring ones are the real and the imaginary part of one complex
 * group, told apart by symmetry.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class RealColumns<A> {
    private final Shape shape;
    private final Lanes<A> lanes;
    private final LineTransform<A> line;
    private final int half;
    private final int rowLength;
    private final int places;
    private final int pitch;
    private final int width;
    private final int runs;
    private final boolean parallel;
    private final Pool<Scratch<A>> scratch;

    /**
     * What a thread works in.
     *
     * @param back transforms frequencies back
     * @param there transforms what comes of that
     * @param given the frequencies before the transform back
     * @param found those after the transform
     * @param part of a run
     */
    private record Scratch<A>(Lines<A> back, Lines<A> there, Pair<A> given, Pair<A> found, A part) {}

    /** What is done to two runs, of which the second may lie behind the end. */
    @FunctionalInterface
    private interface Operation<A> {
        void apply(Scratch<A> own, Run first, Run second);
    }

    /**
     * Neighbouring columns.
     *
     * @param place number of the row among those that share an index along the first axis
     * @param column first column
     * @param count number of columns, 0 behind the end
     */
    record Run(int place, int column, int count) {}

    /**
     * Transforms of columns.
     *
     * @param shape extents of the real arrays, of rank 2 or more
     * @param pitch distance, in the spectrum, between frequencies along the first axis
     */
    RealColumns(Shape shape, int pitch, LineTransform<A> line, Lanes<A> lanes, boolean parallel) {
        this.shape = shape;
        this.pitch = pitch;
        this.lanes = lanes;
        this.line = line;
        this.half = shape.extent(0) / 2 + 1;
        this.rowLength = shape.rowLength();
        this.places = shape.size() / (shape.extent(0) * rowLength);
        int number = number();
        int quantum = RowSums.leastRun(0);
        int even = (rowLength + number - 1) / number;
        this.width = number == 1 ? rowLength : (even + quantum - 1) / quantum * quantum;
        this.runs = (rowLength + width - 1) / width;
        this.parallel = parallel;
        this.scratch = new Pool<>(this::allocate);
    }

    /** About how many runs a row is cut into, none below {@link RowSums#leastRun}: two at least where there is one row. */
    private int number() {
        if (places == 1) {
            return 2 * Math.max(1, rowLength / (4 * lanes.width()));
        }
        return Math.max(1, rowLength / (2 * lanes.width()));
    }

    private Scratch<A> allocate() {
        Lines<A> back = line.over(Rows.allocate(line.rows(), width, lanes), width);
        Lines<A> there = line.over(back.output(), width);
        Rows<A> apart = Rows.allocate(1, width, lanes);
        return new Scratch<>(
                back,
                there,
                Pair.of(back.input(), line.length(), apart.im()[0]),
                Pair.of(there.output(), line.length(), apart.re()[0]),
                lanes.allocate(width));
    }

    /** Transforms an array, zero-padded at its ends; what columns beyond its own hold then is undefined. */
    void forward(NdArray array, Complex<A> spectrum) {
        View view = new View(shape, Window.corner(array.shape()));
        pairs((own, first, second) -> {
            if (!view.of(first).isEmpty() || !view.of(second).isEmpty()) {
                int columns = Math.max(first.count, second.count);
                read(array, view.of(first), own.there.input().re(), columns);
                read(array, view.of(second), own.there.input().im(), columns);
                transform(own, first, second, spectrum);
            }
        });
    }

    private void read(NdArray array, View.Shown shown, A[] rows, int columns) {
        for (int i = 0; i < line.length(); i++) {
            int count = shown.isAt(i) ? shown.end() : 0;
            if (count > 0) {
                lanes.read(array, shown.position(i), rows[i], 0, count);
            }
            lanes.clear(rows[i], count, columns - count);
        }
    }

    private void transform(Scratch<A> own, Run first, Run second, Complex<A> spectrum) {
        int columns = Math.max(first.count, second.count);
        own.there.forward(columns);
        for (int k = 0; k < half; k++) {
            own.found.separate(lanes, k, k + 1, columns);
            store(own.found.first(), k, first, spectrum);
            store(own.found.second(), k, second, spectrum);
        }
    }

    private int position(int k, Run run) {
        return k * pitch + run.place * rowLength + run.column;
    }

    private void store(Rows<A> rows, int k, Run run, Complex<A> spectrum) {
        lanes.copy(rows.re()[k], 0, spectrum.re(), position(k, run), run.count);
        lanes.copy(rows.im()[k], 0, spectrum.im(), position(k, run), run.count);
    }

    /** Transforms back and writes what the window shows, changed. */
    void inverse(Complex<A> spectrum, Window window, RowOperation change, NdArray.Builder result) {
        View view = new View(shape, window);
        pairs((own, first, second) -> {
            if (!view.of(first).isEmpty() || !view.of(second).isEmpty()) {
                transformBack(own, first, second, spectrum);
                RowOperation alone = change.forOneThread();
                write(own, own.back.output().re(), view.of(first), alone, result);
                write(own, own.back.output().im(), view.of(second), alone, result);
            }
        });
    }

    private void transformBack(Scratch<A> own, Run first, Run second, Complex<A> spectrum) {
        int columns = Math.max(first.count, second.count);
        for (int k = 0; k < half; k++) {
            load(spectrum, k, first, own.given.first(), columns);
            load(spectrum, k, second, own.given.second(), columns);
            own.given.combine(lanes, k, k + 1, columns, 1.0 / shape.size());
        }
        own.back.backward(columns);
    }

    private void load(Complex<A> spectrum, int k, Run run, Rows<A> rows, int columns) {
        lanes.copy(spectrum.re(), position(k, run), rows.re()[k], 0, run.count);
        lanes.copy(spectrum.im(), position(k, run), rows.im()[k], 0, run.count);
        lanes.clear(rows.re()[k], run.count, columns - run.count);
        lanes.clear(rows.im()[k], run.count, columns - run.count);
    }

    private void write(Scratch<A> own, A[] rows, View.Shown shown, RowOperation change, NdArray.Builder result) {
        for (int i = 0; i < line.length(); i++) {
            if (shown.isAt(i)) {
                int from = shown.from();
                int count = shown.end() - from;
                apply(own, change, shown.position(i), rows[i], from, count);
                lanes.write(rows[i], from, result, shown.position(i), count);
            }
        }
    }

    /** Runs begin where arrays do. */
    private void apply(Scratch<A> own, RowOperation change, int position, A row, int from, int count) {
        if (from == 0) {
            lanes.change(change, position, row, count);
        } else {
            lanes.copy(row, from, own.part, 0, count);
            lanes.change(change, position, own.part, count);
            lanes.copy(own.part, 0, row, from, count);
        }
    }

    /** Transforms back, changes what a window shows, puts zeros elsewhere, and transforms that. */
    void between(Complex<A> spectrum, Window window, RowOperation change) {
        View view = new View(shape, window);
        pairs((own, first, second) -> {
            if (!view.of(first).isEmpty() || !view.of(second).isEmpty()) {
                transformBack(own, first, second, spectrum);
                int columns = Math.max(first.count, second.count);
                RowOperation alone = change.forOneThread();
                change(own, own.back.output().re(), view.of(first), columns, alone);
                change(own, own.back.output().im(), view.of(second), columns, alone);
                transform(own, first, second, spectrum);
            } else {
                clear(first, spectrum);
                clear(second, spectrum);
            }
        });
    }

    private void change(Scratch<A> own, A[] rows, View.Shown shown, int columns, RowOperation change) {
        for (int i = 0; i < line.length(); i++) {
            if (shown.isAt(i)) {
                lanes.clear(rows[i], 0, shown.from());
                lanes.clear(rows[i], shown.end(), columns - shown.end());
                apply(own, change, shown.position(i), rows[i], shown.from(), shown.end() - shown.from());
            } else {
                lanes.clear(rows[i], 0, columns);
            }
        }
    }

    private void clear(Run run, Complex<A> spectrum) {
        for (int k = 0; k < half; k++) {
            lanes.clear(spectrum.re(), position(k, run), run.count);
            lanes.clear(spectrum.im(), position(k, run), run.count);
        }
    }

    private void pairs(Operation<A> operation) {
        int number = (places * runs + 1) / 2;
        Blocks.forEach(number, 1, parallel, (from, to) -> {
            Scratch<A> own = scratch.acquire();
            for (int pair = from; pair < to; pair++) {
                operation.apply(own, run(2 * pair), run(2 * pair + 1));
            }
            scratch.release(own);
        });
    }

    private Run run(int number) {
        int column = number % runs * width;
        boolean present = number < places * runs;
        return new Run(present ? number / runs : 0, column, present ? Math.min(width, rowLength - column) : 0);
    }
}
