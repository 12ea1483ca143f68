package org.acutance.math.convolution;

import org.acutance.math.array.Shape;

/** How often each elementary operation is done; immutable. */
// An array by ordinal, private to this class: planning a small convolution must not take longer than doing it.
@SuppressWarnings("EnumOrdinal")
public final class Work {
    private static final int OPERATIONS = Operation.values().length;

    private final double[] counts;

    private Work(double[] counts) {
        this.counts = counts;
    }

    /** Adds up work. */
    static final class Tally {
        private final double[] sums = new double[OPERATIONS];

        Tally add(Operation operation, double count) {
            sums[operation.ordinal()] += count;
            return this;
        }

        Tally add(Work work) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += work.counts[i];
            }
            return this;
        }

        Work total() {
            return new Work(sums.clone());
        }
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

    /** Number of times an operation is done. */
    public double count(Operation operation) {
        return counts[operation.ordinal()];
    }
}
