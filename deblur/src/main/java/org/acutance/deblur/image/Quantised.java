package org.acutance.deblur.image;

/**
 * An image in another sample type, and what that cost.
 *
 * @param image the converted image
 * @param clippedShare share of all samples that were outside the range of the type, by more than rounding, and were moved to
 *     its end; 0 to 1
 */
public record Quantised(Image image, double clippedShare) {}
