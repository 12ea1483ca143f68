package org.acutance.app.picture;

/**
 * How a line is drawn.
 *
 * @param width in pixels, at least 1
 * @param colour 0xRRGGBB
 */
record Pen(double width, int colour) {}
