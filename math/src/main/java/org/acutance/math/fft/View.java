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

    /** Number of the first column of a run that is shown, counted in the run. */
    int from(RealColumns.Run run) {
        return Math.max(0, window.first(middle + 1) - run.column());
    }

    /** Number of the column of a run behind the last that is shown. */
    int end(RealColumns.Run run) {
        return Math.min(run.count(), window.end(middle + 1) - run.column());
    }

    /** Whether anything of a run is shown. */
    boolean shows(RealColumns.Run run) {
        return from(run) < end(run) && place(run) >= 0;
    }

    /** Whether anything of a run is shown at an index along the first axis. */
    boolean shows(int index, RealColumns.Run run) {
        return index >= window.first(0) && index < window.end(0) && shows(run);
    }

    private int place(RealColumns.Run run) {
        return rows.place(run.place(), middle, around);
    }

    /** Where, in an array of the extents of the window, the first column stands that is shown of a run. */
    int position(int index, RealColumns.Run run) {
        int row = (index - window.first(0)) * perIndex + place(run);
        return row * window.extents().rowLength() + Math.max(0, run.column() - window.first(middle + 1));
    }
}
