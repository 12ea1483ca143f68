package org.acutance.app.picture;

import java.util.function.DoubleToIntFunction;
import org.acutance.deblur.stroke.Point;
import org.acutance.math.array.NdArray;

/**
 * A point spread function as an enlarged heat map with its scale, and its profiles along the row and the column
 * through the largest value, which dashes at the edges mark. Pixels are counted from the middle one (index n/2).
 *
 * @param title the line at the top; may be empty
 * @param kernel weights [rows×columns]; values that are not finite get a colour of their own
 */
public record PsfPicture(String title, NdArray kernel) {
    static final int MARGIN = 40;
    private static final int ENLARGED_UP_TO = 480;
    private static final int KEPT_UP_TO = 800;
    private static final int NARROWEST = 620;
    private static final int PROFILE = 130;
    private static final int GAP = 16;
    private static final int TITLE_BASELINE = 17;
    private static final int TITLE_HEIGHT = 34;
    private static final int REMARK_BASELINE = 15;
    private static final int REMARK_HEIGHT = 44;
    private static final int TICK_GAP = 9;
    private static final int TICK_DROP = 20;
    private static final int BAR_DROP = 62;
    private static final int BAR_THICKNESS = 12;
    private static final int NARROWEST_BAR = 240;
    private static final int PIXEL_MARKS = 7;
    private static final int VALUE_MARKS = 3;
    private static final int BAR_MARKS = 6;
    private static final int DIGITS = 4;
    private static final int DIGITS_OF_WIDTH = 3;
    private static final int DASH_GAP = 3;
    private static final int DASH = 8;

    /**
     * @throws IllegalArgumentException if the kernel's rank is not 2 or it has no element
     */
    public PsfPicture {
        if (kernel.rank() != 2 || kernel.size() == 0) {
            throw new IllegalArgumentException("PSF picture: shape " + kernel.shape()
                    + " is not that of an image; give [rows×columns], a slice of a volume for instance");
        }
    }

    /** Draws it. */
    public Picture draw() {
        KernelFigures figures = KernelFigures.of(kernel);
        Axis values = values(figures);
        NdArray shown =
                Panel.gray(kernel, "", "").reduced(scale().reduced()).channels().get(0);
        Frame map = mapFrame(values);
        int bottom = map.bottom() + BAR_DROP + BAR_THICKNESS + TICK_DROP;
        int width = Math.max(map.right() + GAP + PROFILE - MARGIN, NARROWEST);
        Canvas canvas = new Canvas(width + 2 * MARGIN, bottom + MARGIN, Palette.PAPER);
        canvas.text(TextStyle.TITLE, MARGIN, MARGIN + TITLE_BASELINE, TextStyle.TITLE.shortened(title, width));
        int remark = MARGIN + titleHeight() + REMARK_BASELINE;
        canvas.text(TextStyle.BODY, MARGIN, remark, TextStyle.BODY.shortened(remark(figures), width));
        DoubleToIntFunction colour =
                value -> Colormap.colour(Double.isFinite(value) ? values.place(value) : Double.NaN);
        canvas.place(PixelGrid.of(shown, colour), map.x(), map.y(), scale().enlarged(), map.width());
        drawPixelTicks(canvas, map);
        drawBar(canvas, map, values);
        drawProfiles(canvas, map, values, figures, shown);
        return canvas.picture();
    }

    private Magnification scale() {
        int extent = Math.max(kernel.shape().extent(0), kernel.shape().extent(1));
        return Magnification.of(extent, ENLARGED_UP_TO, KEPT_UP_TO);
    }

    private int titleHeight() {
        return title.isEmpty() ? 0 : TITLE_HEIGHT;
    }

    private static Axis values(KernelFigures figures) {
        double low = Math.min(figures.least(), 0);
        double high = Math.max(figures.peak(), 0);
        return new LinearAxis(low, high > low ? high : low + 1, VALUE_MARKS, 0);
    }

    private Frame mapFrame(Axis values) {
        int rows = scale().shown(kernel.shape().extent(0));
        int columns = scale().shown(kernel.shape().extent(1));
        double labels = Math.max(values.labelWidth(), pixels(0).labelWidth());
        int top = MARGIN + titleHeight() + REMARK_HEIGHT + PROFILE + GAP;
        return new Frame(MARGIN + (int) Math.ceil(labels) + TICK_GAP, top, columns, rows);
    }

    /** Pixels of one axis of the kernel, each as wide as 1, counted from the middle one. */
    private Axis pixels(int axis) {
        int extent = kernel.shape().extent(axis);
        return new LinearAxis(-(extent / 2) - 0.5, extent - extent / 2 - 0.5, PIXEL_MARKS, 1);
    }

    private String remark(KernelFigures figures) {
        String size = kernel.shape().extent(0) + "×" + kernel.shape().extent(1) + " pixels   sum ";
        String text = size + RoundNumbers.significant(figures.sum(), DIGITS) + "   peak "
                + RoundNumbers.significant(figures.peak(), DIGITS);
        String deviation = Double.isNaN(figures.rowDeviation())
                ? ""
                : "   σ " + RoundNumbers.significant(figures.rowDeviation(), DIGITS_OF_WIDTH) + "×"
                        + RoundNumbers.significant(figures.columnDeviation(), DIGITS_OF_WIDTH);
        return text + deviation + (figures.notFinite() > 0 ? "   " + figures.notFinite() + " not finite" : "");
    }

    private void drawPixelTicks(Canvas canvas, Frame map) {
        for (Tick tick : pixels(1).ticks()) {
            double x = map.at(pixels(1).place(tick.value()), 0).x();
            canvas.textAround(TextStyle.TICK, x, map.bottom() + TICK_DROP, tick.label());
        }
        for (Tick tick : pixels(0).ticks()) {
            double y = map.at(0, 1 - pixels(0).place(tick.value())).y();
            int baseline = (int) (y + TextStyle.TICK.capHeight() / 2);
            canvas.textBefore(TextStyle.TICK, map.x() - TICK_GAP, baseline, tick.label());
        }
    }

    private void drawBar(Canvas canvas, Frame map, Axis values) {
        Frame bar = new Frame(
                map.x(), map.bottom() + BAR_DROP - BAR_THICKNESS, Math.max(map.width(), NARROWEST_BAR), BAR_THICKNESS);
        for (int i = 0; i < bar.width(); i++) {
            canvas.fill(bar.x() + i, bar.y(), 1, bar.height(), Colormap.colour((double) i / (bar.width() - 1)));
        }
        for (Tick tick : new LinearAxis(values.low(), values.high(), BAR_MARKS, 0).ticks()) {
            double x = bar.at(values.place(tick.value()), 0).x();
            canvas.textAround(TextStyle.TICK, x, bar.bottom() + TICK_DROP, tick.label());
        }
    }

    private void drawProfiles(Canvas canvas, Frame map, Axis values, KernelFigures figures, NdArray shown) {
        int row = Math.min(figures.peakRow() / scale().reduced(), shown.shape().extent(0) - 1);
        int column =
                Math.min(figures.peakColumn() / scale().reduced(), shown.shape().extent(1) - 1);
        Frame above = new Frame(map.x(), map.y() - GAP - PROFILE, map.width(), PROFILE);
        Frame beside = new Frame(map.right() + GAP, map.y(), PROFILE, map.height());
        drawValueTicks(canvas, above, beside, values);
        drawDashes(
                canvas,
                map,
                (row + 0.5) / shown.shape().extent(0),
                (column + 0.5) / shown.shape().extent(1));
        new Profile(shown.slice(0, row, row + 1), values, above::at).draw(canvas);
        new Profile(shown.slice(1, column, column + 1), values, (along, up) -> beside.at(up, 1 - along)).draw(canvas);
    }

    private static void drawValueTicks(Canvas canvas, Frame above, Frame beside, Axis values) {
        for (Tick tick : values.ticks()) {
            double y = above.at(0, values.place(tick.value())).y();
            double x = beside.at(values.place(tick.value()), 0).x();
            canvas.fill(new Point(above.x(), y), new Point(above.right(), y + 1), Palette.GRID);
            canvas.fill(new Point(x, beside.y()), new Point(x + 1, beside.bottom()), Palette.GRID);
            int baseline = (int) (y + TextStyle.TICK.capHeight() / 2);
            canvas.textBefore(TextStyle.TICK, above.x() - TICK_GAP, baseline, tick.label());
            canvas.textAround(TextStyle.TICK, x + 0.5, beside.bottom() + TICK_DROP, tick.label());
        }
    }

    /** Marks where the profiles are taken, at shares of the height, from above, and of the width. */
    private void drawDashes(Canvas canvas, Frame map, double down, double across) {
        int thickness = Math.max(scale().enlarged() / 8, 2);
        double x = map.at(across, 0).x();
        double y = map.at(0, 1 - down).y();
        canvas.fill((int) (x - thickness / 2.0), map.y() - DASH_GAP - DASH, thickness, DASH, Palette.series(0));
        canvas.fill(map.right() + DASH_GAP, (int) (y - thickness / 2.0), DASH, thickness, Palette.series(0));
    }
}
