package org.acutance.app.picture;

import java.util.ArrayList;
import java.util.List;
import org.acutance.deblur.stroke.Point;

/**
 * Lines in a frame with two axes, a quiet grid, and a mark at the end of each line: a disc, hollow where the value is
 * below the axis (a zero on a logarithmic one), or a cross where the values after it are not finite.
 *
 * @param xLabel what the horizontal axis is, written at its right end
 * @param yLabel what the vertical axis is, written above it
 */
record Chart(String xLabel, String yLabel, Axis x, Axis y, List<Series> series) {
    static final int ABOVE = 40;
    static final int BELOW = 52;
    private static final int TICK_GAP = 9;
    private static final int X_TICK_DROP = 20;
    private static final int X_LABEL_DROP = 42;
    private static final int Y_LABEL_RISE = 13;
    private static final int MANY_POINTS = 40;
    private static final double LINE = 2.2;
    private static final double POINT = 5.5;
    private static final double END = 10.5;
    private static final double CROSS = 5.5;

    /** Room that labels need on the left of the frame. */
    int leftOf() {
        return (int) Math.ceil(y.labelWidth()) + TICK_GAP;
    }

    /** Draws it so that the data fill the frame; labels lie around. */
    void draw(Canvas canvas, Frame frame) {
        canvas.fill(frame.x(), frame.y(), frame.width(), frame.height(), Palette.FIELD);
        y.ticks().stream().filter(Tick::isLabelled).forEach(tick -> drawAcross(canvas, frame, tick));
        x.ticks().forEach(tick -> drawUpright(canvas, frame, tick));
        canvas.fill(frame.x(), frame.bottom(), frame.width(), 1, Palette.RULE);
        canvas.text(TextStyle.BODY, frame.x(), frame.y() - Y_LABEL_RISE, yLabel);
        canvas.textBefore(TextStyle.BODY, frame.right(), frame.bottom() + X_LABEL_DROP, xLabel);
        for (int i = 0; i < series.size(); i++) {
            draw(canvas, frame, series.get(i), Palette.series(i));
        }
    }

    private void drawAcross(Canvas canvas, Frame frame, Tick tick) {
        int row = (int) Math.rint(frame.at(0, y.place(tick.value())).y());
        canvas.fill(frame.x(), row, frame.width(), 1, Palette.GRID);
        int baseline = row + (int) (TextStyle.TICK.capHeight() / 2);
        canvas.textBefore(TextStyle.TICK, frame.x() - TICK_GAP, baseline, tick.label());
    }

    private void drawUpright(Canvas canvas, Frame frame, Tick tick) {
        int column = (int) Math.rint(frame.at(x.place(tick.value()), 0).x());
        canvas.fill(column, frame.y(), 1, frame.height(), Palette.GRID);
        canvas.textAround(TextStyle.TICK, column + 0.5, frame.bottom() + X_TICK_DROP, tick.label());
    }

    private void draw(Canvas canvas, Frame frame, Series line, int colour) {
        List<Point> places = new ArrayList<>();
        for (int[] stretch : line.stretches()) {
            places.clear();
            for (int i = stretch[0]; i < stretch[1]; i++) {
                places.add(frame.at(x.place(line.x().get(i)), y.place(line.y().get(i))));
            }
            canvas.line(new Pen(LINE, colour), places);
            if (line.y().size() <= MANY_POINTS) {
                places.forEach(place -> canvas.line(new Pen(POINT, colour), List.of(place)));
            }
        }
        if (!places.isEmpty()) {
            drawEnd(canvas, line, places.get(places.size() - 1), colour);
        }
    }

    private void drawEnd(Canvas canvas, Series line, Point end, int colour) {
        if (line.endsInNothing()) {
            Pen pen = new Pen(LINE, colour);
            canvas.line(pen, end.x() - CROSS, end.y() - CROSS, end.x() + CROSS, end.y() + CROSS);
            canvas.line(pen, end.x() - CROSS, end.y() + CROSS, end.x() + CROSS, end.y() - CROSS);
            return;
        }
        canvas.line(new Pen(END + 3, Palette.FIELD), List.of(end));
        canvas.line(new Pen(END, colour), List.of(end));
        if (line.y().get(line.y().size() - 1) < y.low()) {
            canvas.line(new Pen(END - 2 * LINE, Palette.FIELD), List.of(end));
        }
    }
}
