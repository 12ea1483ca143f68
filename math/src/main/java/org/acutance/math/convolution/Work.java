package org.acutance.math.convolution;

import java.util.EnumMap;
import org.acutance.math.array.Shape;

/** How often each elementary operation is done; immutable. */
public final class Work {
    private final EnumMap<Operation, Double> counts;

    private Work(EnumMap<Operation, Double> counts) {
        this.counts = counts;
    }

    static Work none() {
        return new Work(new EnumMap<>(Operation.class));
    }

    /**
     * The work of one {@link org.acutance.math.fft.Filter#apply(org.acutance.math.array.NdArray, Shape, Shape)}.
     *
     * @param input shape of the array, rank 2 or more
     * @param output shape of the part that is asked for
     * @param period the planned shape, of good sizes
     */
    public static Work filter(Shape input, Shape output, Shape period) {
        return Period.work(input, output, period);
    }

    /** This work and {@code count} operations more. */
    Work and(Operation operation, double count) {
        EnumMap<Operation, Double> sums = counts.clone();
        sums.merge(operation, count, Double::sum);
        return new Work(sums);
    }

    /** This work and another one. */
    Work and(Work other) {
        EnumMap<Operation, Double> sums = counts.clone();
        other.counts.forEach((operation, count) -> sums.merge(operation, count, Double::sum));
        return new Work(sums);
    }

    /** Number of times an operation is done. */
    public double count(Operation operation) {
        return counts.getOrDefault(operation, 0.0);
    }
}
