package org.acutance.app.picture;

import java.util.ArrayList;
import java.util.List;
import org.acutance.deblur.stroke.Point;
import org.acutance.math.array.NdArray;

/**
 * Values in a row, drawn as steps over a tint; what is not finite counts as 0.
 *
 * @param values any shape, in row-major order
 * @param axis of the values; contains 0
 * @param placing where shares along the row and up the axis lie in the picture
 */
record Profile(NdArray values, Axis axis, Placing placing) {
    private static final double LINE = 1.8;
    private static final double TINT = 0.16;

    /** Maps shares of both directions, from 0 to 1, to a place. */
    interface Placing {
        Point at(double along, double up);
    }

    void draw(Canvas canvas) {
        int colour = Palette.series(0);
        int tint = Palette.mix(Palette.PAPER, colour, TINT);
        List<Point> steps = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            double value = Double.isFinite(values.get(i)) ? values.get(i) : 0;
            Point start = placing.at((double) i / values.size(), axis.place(value));
            Point end = placing.at((i + 1.0) / values.size(), axis.place(value));
            canvas.fill(placing.at((double) i / values.size(), axis.place(0)), end, tint);
            steps.add(start);
            steps.add(end);
        }
        canvas.line(new Pen(LINE, colour), steps);
    }
}
