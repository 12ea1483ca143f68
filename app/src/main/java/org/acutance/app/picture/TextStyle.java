package org.acutance.app.picture;

import org.acutance.deblur.stroke.StrokeFont;

/**
 * How text is drawn.
 *
 * @param capHeight height of a capital letter in pixels
 * @param weight width of a stroke in pixels
 * @param colour 0xRRGGBB
 */
record TextStyle(double capHeight, double weight, int colour) {
    static final TextStyle TITLE = new TextStyle(16, 2.1, Palette.INK);
    static final TextStyle CAPTION = new TextStyle(13, 1.7, Palette.INK);
    static final TextStyle BODY = new TextStyle(11.5, 1.25, Palette.QUIET);
    static final TextStyle TICK = new TextStyle(10, 1.15, Palette.QUIET);

    private static final String ELLIPSIS = "…";

    /** Width of a text in pixels. */
    double width(String text) {
        return StrokeFont.width(text, capHeight);
    }

    /** The text, or its beginning and an ellipsis where it is wider than the given number of pixels. */
    String shortened(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        for (int kept = text.codePointCount(0, text.length()) - 1; kept > 0; kept--) {
            String shorter = text.substring(0, text.offsetByCodePoints(0, kept)).stripTrailing() + ELLIPSIS;
            if (width(shorter) <= width) {
                return shorter;
            }
        }
        return ELLIPSIS;
    }

    /** This style in another colour. */
    TextStyle in(int other) {
        return new TextStyle(capHeight, weight, other);
    }
}
