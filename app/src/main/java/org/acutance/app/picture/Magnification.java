package org.acutance.app.picture;

/**
 * How large the pixels of an image are shown: enlarged by a whole factor, or reduced by one, or neither.
 *
 * @param enlarged extent in the picture of one pixel shown
 * @param reduced how many pixels of the image along each axis become one that is shown
 */
record Magnification(int enlarged, int reduced) {
    /** Pixels are not blown up beyond this: a few of them say no more when they are huge. */
    private static final int MOST = 48;

    /** The largest enlargement to at most {@code enlargedUpTo}, or the reduction to at most {@code keptUpTo}. */
    static Magnification of(int extent, int enlargedUpTo, int keptUpTo) {
        return extent > keptUpTo
                ? new Magnification(1, (extent + keptUpTo - 1) / keptUpTo)
                : new Magnification(Math.min(Math.max(enlargedUpTo / extent, 1), MOST), 1);
    }

    /** The extent in the picture of a number of pixels of the image. */
    int shown(int pixels) {
        return Math.max(pixels / reduced, 1) * enlarged;
    }
}
