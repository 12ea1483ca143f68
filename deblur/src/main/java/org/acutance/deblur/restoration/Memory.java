package org.acutance.deblur.restoration;

import java.util.List;
import java.util.Locale;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.math.array.Shape;

/**
 * How much memory deblurring takes.
 *
 * @param bytes the most at one time, about
 */
record Memory(double bytes) {
    /** Arrays of the size of the image that any method holds. */
    private static final int LEAST_ARRAYS = 12;

    /** Arrays of a channel that waits for its turn: samples, weights, variances, start, result. */
    private static final int WAITING_ARRAYS = 6;

    /** Of problems that are solved one after the other. */
    static Memory of(List<Problem> problems, Method method) {
        Problem problem = Plan.closed(problems.get(0));
        double canvas = problem.formation().canvas().size();
        double waiting = (problems.size() - 1.0) * WAITING_ARRAYS;
        return new Memory(Double.BYTES * canvas * (method.arraysHeld(problem) + waiting));
    }

    /** Refuses an image that is too large for any method, before arrays of its size are made. */
    static void requireLeast(Image image) {
        new Memory((double) LEAST_ARRAYS * Double.BYTES * image.shape().size()).require(image);
    }

    /**
     * Refuses what the JVM has not.
     *
     * @throws IllegalArgumentException if it may use less
     */
    void require(Image image) {
        Shape shape = image.shape();
        long available = Runtime.getRuntime().maxMemory();
        if (bytes > available) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "deblur: an image of %s needs about %.1f GiB but the JVM may use %.1f GiB; give it more with -Xmx,"
                            + " or deblur parts of the image",
                    shape,
                    bytes / 0x1p30,
                    available / 0x1p30));
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "at most about %.1f MiB", bytes / 0x1p20);
    }
}
