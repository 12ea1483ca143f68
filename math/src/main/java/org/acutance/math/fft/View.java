package org.acutance.math.fft;

import java.util.Arrays;
import org.acutance.math.array.Shape;

/** What a window shows of runs of columns. */
final class View {
    private final Window window;
    private final Window around;
    private final Window rows;
    private final int middle;
    private final int perIndex;

    /**
     * A view.
     *
     * @param shape extents of the array that the window is in
     */
    View(Shape shape, Window window) {
        int last = shape.rank() - 1;
        this.window = window;
        this.middle = last - 1;
        this.rows = new Window(between(window.from(), last), between(window.extents(), last));
        this.around = Window.corner(between(shape, last));
        this.perIndex = rows.places(middle);
    }

    private static Shape between(Shape shape, int last) {
        return Shape.of(Arrays.copyOfRange(shape.extents(), 1, last));
    }

    /** What is shown of a run of columns. */
    Shown of(RealColumns.Run run) {
        int first = window.first(middle + 1);
        int from = Math.max(0, first - run.column());
        int end = Math.min(run.count(), window.end(middle + 1) - run.column());
        int place = rows.place(run.place(), middle, around);
        int column = Math.max(0, run.column() - first);
        return new Shown(place < 0 ? 0 : from, place < 0 ? 0 : end, place, column);
    }

    /** What is shown of a run. */
    final class Shown {
        private final int from;
        private final int end;
        private final int place;
        private final int column;

        private Shown(int from, int end, int place, int column) {
            this.from = from;
            this.end = end;
            this.place = place;
            this.column = column;
        }

        boolean isEmpty() {
            return from >= end;
        }

        /** Number of its first column, counted in the run. */
        int from() {
            return from;
        }

        /** Number of the column behind its last, counted in the run. */
        int end() {
            return end;
        }

        /** Whether it is shown at an index along the first axis. */
        boolean isAt(int index) {
            return from < end && index >= window.first(0) && index < window.end(0);
        }

        /** Where its first column stands in an array of the extents of the window. */
        int position(int index) {
            int row = (index - window.first(0)) * perIndex + place;
            return row * window.extents().rowLength() + column;
        }
    }
}
