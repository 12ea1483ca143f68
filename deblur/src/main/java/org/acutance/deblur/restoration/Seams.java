package org.acutance.deblur.restoration;

import java.util.Locale;
import java.util.OptionalDouble;
import org.acutance.math.array.Shape;

/**
 * How well the parts of an image that was deblurred part by part fit together.
 *
 * @param parts their number
 * @param core shape of a part without its margin
 * @param margin samples around each part that were solved for and thrown away, along each axis
 * @param difference the largest difference between solutions for some of the parts with this margin and with more, off the
 *     border of the image, as a part of the largest sample; empty if the run was cancelled before they were there
 * @param bound what was asked for
 */
public record Seams(int parts, Shape core, Shape margin, OptionalDouble difference, double bound) {
    /** Whether the difference was measured and is more than the bound. */
    public boolean isExceeded() {
        return difference.isPresent() && difference.getAsDouble() > bound;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d parts of %s with margins of %s; ", parts, core, margin) + measured();
    }

    private String measured() {
        if (difference.isEmpty()) {
            return "how they fit was not measured, since the run was cancelled";
        }
        return String.format(
                Locale.ROOT,
                "some with more margin differ by %.2g of the largest sample, %s %.2g that may be",
                difference.getAsDouble(),
                isExceeded() ? "more than the" : "within the",
                bound);
    }
}
