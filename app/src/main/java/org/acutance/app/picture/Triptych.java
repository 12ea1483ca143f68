package org.acutance.app.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Images side by side, each with its caption: original, blurred and deblurred for instance. Small images are enlarged
 * by a whole factor, each pixel a square of its exact colour; large ones are reduced by means over squares. All panels
 * have one scale. Under each image, the same window of all of them may be shown enlarged once more; a thin frame
 * around it marks it in the images.
 *
 * @param title the line at the top; may be empty
 * @param panels one to four
 * @param tone which values are black and white, for all panels
 * @param detail the window to enlarge, in pixels of the images
 */
public record Triptych(String title, List<Panel> panels, Tone tone, Optional<Window> detail) {
    /** Extent in pixels that enlarged images do not exceed. */
    static final int ENLARGED_UP_TO = 540;

    /** Extent in pixels up to which images are kept; larger ones are reduced. */
    static final int KEPT_UP_TO = 800;

    static final int MARGIN = 40;
    static final int GAP = 24;
    private static final int MOST_PANELS = 4;
    private static final int NARROWEST_CELL = 220;
    private static final int TITLE_BASELINE = 17;
    private static final int TITLE_HEIGHT = 42;
    private static final int DETAIL_GAP = 14;
    private static final int CAPTION_DROP = 32;
    private static final int REMARK_DROP = 56;
    private static final int MARK_THICKNESS = 2;

    /** A detail that is chosen here shows this share of the image's width, and is half as high as wide. */
    private static final double DETAIL_WIDTH = 0.25;

    private static final double DETAIL_HEIGHT = 0.5;

    /**
     * @throws IllegalArgumentException unless there are one to four panels and the detail lies inside each
     */
    public Triptych {
        panels = List.copyOf(panels);
        if (panels.isEmpty() || panels.size() > MOST_PANELS) {
            throw new IllegalArgumentException("triptych: " + panels.size() + " panels; give one to " + MOST_PANELS);
        }
        for (Panel panel : panels) {
            detail.ifPresent(window -> window.requireInside(panel.rows(), panel.columns()));
        }
    }

    /** Values from 0 to 1, without a detail. */
    public static Triptych of(String title, List<Panel> panels) {
        return new Triptych(title, panels, Tone.UNIT, Optional.empty());
    }

    /**
     * The same with a detail: the window in which the last panel is sharper than the one before it.
     *
     * @throws IllegalArgumentException if there are not two panels, or their images differ in shape or colour
     */
    public Triptych withDetail() {
        if (panels.size() < 2 || panels.stream().anyMatch(panel -> !panel.sameKind(panels.get(0)))) {
            throw new IllegalArgumentException("detail: choosing one needs two panels or more of one shape and one"
                    + " number of channels; name a window instead");
        }
        Panel last = panels.get(panels.size() - 1);
        int columns = (int) Math.ceil(last.columns() * DETAIL_WIDTH);
        int rows = (int) Math.min(Math.ceil(columns * DETAIL_HEIGHT), last.rows());
        Window window = MostSharpened.window(panels.get(panels.size() - 2), last, rows, columns);
        return new Triptych(title, panels, tone, Optional.of(window));
    }

    /** Draws it. */
    public Picture draw() {
        int cell = Math.max(NARROWEST_CELL, imageWidth());
        int width = panels.size() * (cell + GAP) - GAP;
        boolean remarks = panels.stream().anyMatch(panel -> !panel.remark().isEmpty());
        boolean captions =
                remarks || panels.stream().anyMatch(panel -> !panel.caption().isEmpty());
        int bottom = imagesBottom() + (remarks ? REMARK_DROP : captions ? CAPTION_DROP : 0);
        Canvas canvas = new Canvas(width + 2 * MARGIN, bottom + MARGIN, Palette.PAPER);
        canvas.text(TextStyle.TITLE, MARGIN, MARGIN + TITLE_BASELINE, TextStyle.TITLE.shortened(title, width));
        for (int i = 0; i < panels.size(); i++) {
            draw(canvas, panels.get(i), MARGIN + i * (cell + GAP), cell);
        }
        return canvas.picture();
    }

    private void draw(Canvas canvas, Panel panel, int x, int cell) {
        PixelGrid pixels = PixelGrid.of(panel.reduced(scale().reduced()), tone);
        canvas.place(pixels, x, imageTop(), scale().enlarged(), imageWidth());
        detail.ifPresent(window -> {
            mark(canvas, window, x);
            PixelGrid part = PixelGrid.of(panel.cropped(window), tone);
            canvas.place(part, x, imageBottom() + DETAIL_GAP, factor(window), imageWidth());
        });
        int bottom = imagesBottom();
        canvas.text(TextStyle.CAPTION, x, bottom + CAPTION_DROP, TextStyle.CAPTION.shortened(panel.caption(), cell));
        canvas.text(TextStyle.BODY, x, bottom + REMARK_DROP, TextStyle.BODY.shortened(panel.remark(), cell));
    }

    private void mark(Canvas canvas, Window window, int x) {
        int left = x + scale().shown(window.column());
        int top = imageTop() + scale().shown(window.row());
        int width = scale().shown(window.columns());
        int height = scale().shown(window.rows());
        canvas.frameAround(left, top, width, height, MARK_THICKNESS + 1, Palette.INK);
        canvas.frameAround(left, top, width, height, MARK_THICKNESS, Palette.FIELD);
    }

    private Magnification scale() {
        return Magnification.of(Math.max(most(Panel::rows), most(Panel::columns)), ENLARGED_UP_TO, KEPT_UP_TO);
    }

    private int most(ToIntFunction<Panel> extent) {
        return panels.stream().mapToInt(extent).max().orElseThrow();
    }

    private int imageWidth() {
        return scale().shown(most(Panel::columns));
    }

    /** The row at which the images begin; the first one begins at column {@link #MARGIN}. */
    int imageTop() {
        return MARGIN + (title.isEmpty() ? 0 : TITLE_HEIGHT);
    }

    private int imageBottom() {
        return imageTop() + scale().shown(most(Panel::rows));
    }

    private int imagesBottom() {
        return imageBottom()
                + detail.map(window -> DETAIL_GAP + window.rows() * factor(window))
                        .orElse(0);
    }

    /** Fills the width of the image, where that cuts off less than one pixel of the detail; else stays within it. */
    private int factor(Window window) {
        int filling = (imageWidth() + window.columns() - 1) / window.columns();
        int cut = filling * window.columns() - imageWidth();
        return cut < filling ? filling : Math.max(filling - 1, 1);
    }
}
