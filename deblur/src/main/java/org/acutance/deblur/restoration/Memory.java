package org.acutance.deblur.restoration;

import java.util.List;
import java.util.Locale;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * How much memory deblurring takes.
 *
 * @param bytes the most at one time, about
 */
record Memory(double bytes) {
    /** What planning takes, in arrays of the size of the image: 4.3 were measured where the noise is looked for in a part. */
    private static final int LEAST_ARRAYS = 5;

    /** The same where it is looked for in all samples, which is done in double precision: 11 were measured. */
    private static final int LEAST_DOUBLES = 12;

    /** Arrays of a channel that waits for its turn: samples, weights, variances, start, result. */
    private static final int WAITING_ARRAYS = 6;

    /** Of problems that are solved one after the other. */
    static Memory of(List<Problem> problems, Method method) {
        Problem problem = Plan.closed(problems.get(0));
        double canvas = problem.formation().canvas().size();
        double waiting = (problems.size() - 1.0) * WAITING_ARRAYS;
        Precision precision = problem.observation().values().precision();
        double solving = bytes(precision) * canvas * (method.arraysHeld(problem) + waiting);
        return new Memory(Math.max(solving, planning(problem.formation().frame(), precision)));
    }

    /** Of a plan that is no part of one: the image as it was read counts too if its samples are other numbers. */
    static Memory whole(Plan plan) {
        Image image = plan.blurred();
        Precision precision = plan.precision().precision();
        Memory solving = of(plan.channels(), plan.method());
        return image.sampleType() == SampleType.of(precision) ? solving : solving.plus(samples(image));
    }

    /** What any method takes for an image, which can be known before arrays of its size are made. */
    static Memory least(Image image, Precision precision) {
        double waiting =
                bytes(precision) * image.shape().size() * (image.colours().size() - 1.0) * WAITING_ARRAYS;
        return new Memory(planning(image.shape(), precision) + waiting);
    }

    /** What any part of an image takes for each of its samples while it is planned, at most. */
    static Memory leastOfSample(Image image, Precision precision) {
        double waiting = bytes(precision) * (image.colours().size() - 1.0) * WAITING_ARRAYS;
        return new Memory(Double.BYTES * LEAST_DOUBLES + waiting);
    }

    private static double planning(Shape frame, Precision precision) {
        return frame.size()
                * (Planning.looksAtPart(frame) ? bytes(precision) * LEAST_ARRAYS : Double.BYTES * LEAST_DOUBLES);
    }

    private static double bytes(Precision precision) {
        return precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES;
    }

    /** What an image and its result take. */
    static Memory held(Image image) {
        Memory once = samples(image);
        return once.plus(once);
    }

    private static Memory samples(Image image) {
        return new Memory(bytes(image.sampleType().precision())
                * image.channels().size()
                * image.shape().size());
    }

    /** What the JVM may use. */
    static Memory available() {
        return new Memory(Runtime.getRuntime().maxMemory());
    }

    Memory plus(Memory other) {
        return new Memory(bytes + other.bytes);
    }

    Memory minus(Memory other) {
        return new Memory(bytes - other.bytes);
    }

    boolean fits(Memory available) {
        return bytes <= available.bytes;
    }

    /**
     * Why an image cannot be deblurred in this memory.
     *
     * @param wayOut what to do beside giving more
     */
    IllegalArgumentException refusal(Image image, String wayOut) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT,
                "deblur: an image of %s needs about %s but the JVM may use %s; give it more with -Xmx, or %s",
                image.shape(),
                size(),
                available().size(),
                wayOut));
    }

    /** In GiB. */
    String size() {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / 0x1p30);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "at most about %.1f MiB", bytes / 0x1p20);
    }
}
