package org.acutance.app.picture;

import java.util.List;
import java.util.Optional;

/**
 * Images side by side, each with its caption: original, blurred and deblurred for instance. Small images are enlarged
 * by a whole factor, each pixel a square of its exact colour; large ones are reduced by means over squares. All panels
 * have one scale. Under each image, the same window of all of them may be shown enlarged once more; a thin frame marks
 * it in the images.
 *
 * @param title the line at the top; may be empty
 * @param panels one to four
 * @param tone which values are black and white, for all panels
 * @param detail the window to enlarge, in pixels of the images
 */
public record Triptych(String title, List<Panel> panels, Tone tone, Optional<Window> detail) {
    /** Extent in pixels that enlarged images do not exceed. */
    static final int ENLARGED_UP_TO = 540;

    /** Extent in pixels that images keep; larger ones are reduced. */
    static final int KEPT_UP_TO = 800;

    /** How much more a detail is enlarged than the images. */
    static final int DETAIL_FACTOR = 4;

    static final int MARGIN = 40;
    static final int GAP = 24;
    private static final int NARROWEST_CELL = 200;
    private static final int MOST_PANELS = 4;
    private static final int TITLE_HEIGHT = 48;
    private static final int DETAIL_GAP = 12;
    private static final int CAPTION_DROP = 28;
    private static final int REMARK_DROP = 50;
    private static final int MARK_THICKNESS = 2;

    /** A detail is half as high as it is wide. */
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
            detail.ifPresent(window -> window.requireInside(panel));
        }
    }

    /** Values from 0 to 1, without a detail. */
    public static Triptych of(String title, List<Panel> panels) {
        return new Triptych(title, panels, Tone.UNIT, Optional.empty());
    }

    /**
     * The same with the window in which the last panel differs most from the one before it, where there is a panel
     * before it, both have one shape, and the window is smaller than the image; else this.
     */
    public Triptych withDetail() {
        int last = panels.size() - 1;
        if (last == 0) {
            return this;
        }
        int cell = extent(panels.get(last).columns());
        int columns = (cell + detailFactor() - 1) / detailFactor();
        int rows = (int) Math.ceil(cell * DETAIL_HEIGHT / detailFactor());
        return new Triptych(title, panels, tone, MostChanged.window(panels.get(last - 1), panels.get(last), rows, columns));
    }

    /** Draws it. */
    public Picture draw() {
        int cell = Math.max(NARROWEST_CELL, imageWidth());
        int right = MARGIN + panels.size() * (cell + GAP) - GAP;
        Canvas canvas = new Canvas(right + MARGIN, captionTop() + captionHeight() + MARGIN, Palette.PAPER);
        canvas.text(TextStyle.TITLE, MARGIN, MARGIN + 16, TextStyle.TITLE.shortened(title, right - MARGIN));
        for (int i = 0; i < panels.size(); i++) {
            draw(canvas, panels.get(i), MARGIN + i * (cell + GAP), cell);
        }
        return canvas.picture();
    }

    private void draw(Canvas canvas, Panel panel, int x, int cell) {
        Panel shown = panel.reduced(reduction());
        PixelGrid pixels = PixelGrid.of(shown, tone);
        canvas.place(pixels, x, imageTop(), enlargement());
        detail.ifPresent(window -> {
            mark(canvas, window, x);
            PixelGrid part = PixelGrid.of(panel.cropped(window), tone);
            canvas.place(part, x, detailTop(), detailFactor(), imageWidth(), detailHeight());
        });
        canvas.text(TextStyle.CAPTION, x, captionTop() + CAPTION_DROP, TextStyle.CAPTION.shortened(panel.caption(), cell));
        canvas.text(TextStyle.BODY, x, captionTop() + REMARK_DROP, TextStyle.BODY.shortened(panel.remark(), cell));
    }

    private void mark(Canvas canvas, Window window, int x) {
        int left = x + extent(window.column());
        int top = imageTop() + extent(window.row());
        int width = extent(window.columns());
        int height = extent(window.rows());
        canvas.frame(left - MARK_THICKNESS, top - MARK_THICKNESS, width + 2 * MARK_THICKNESS, height + 2 * MARK_THICKNESS, MARK_THICKNESS, Palette.PAPER);
    }

    /** The upper edge of the images in the picture; their left edges begin at {@link #MARGIN}. */
    int imageTop() {
        return MARGIN + (title.isEmpty() ? 0 : TITLE_HEIGHT);
    }
}
