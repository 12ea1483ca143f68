package org.acutance.math.array;

import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A reduction of a run of values to one, in double and in a fixed order: blocks with eight partial results each, the
 * blocks combined pairwise, so that the rounding error grows with the logarithm of the length.
 */
public enum Reduction {
    /** Sum; 0 for no elements. */
    SUM(0) {
        @Override
        double combine(double a, double b) {
            return a + b;
        }

        @Override
        double block(double[] x, int count) {
            double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
            int i = 0;
            for (; i + 8 <= count; i += 8) {
                s0 += x[i];
                s1 += x[i + 1];
                s2 += x[i + 2];
                s3 += x[i + 3];
                s4 += x[i + 4];
                s5 += x[i + 5];
                s6 += x[i + 6];
                s7 += x[i + 7];
            }
            for (; i < count; i++) {
                s0 += x[i];
            }
            return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        }
    },
    /** Product; 1 for no elements. */
    PRODUCT(1) {
        @Override
        double combine(double a, double b) {
            return a * b;
        }
    },
    /** Largest value, NaN if there is one; negative infinity for no elements. */
    MAX(Double.NEGATIVE_INFINITY) {
        @Override
        double combine(double a, double b) {
            return Math.max(a, b);
        }
    },
    /** Smallest value, NaN if there is one; positive infinity for no elements. */
    MIN(Double.POSITIVE_INFINITY) {
        @Override
        double combine(double a, double b) {
            return Math.min(a, b);
        }
    };

    private static final int BLOCK = 1024;

    /** Elements from which on two threads take a half each, which changes no bit. */
    private static final int WORTH_SHARING = 1 << 16;

    private final double neutral;

    Reduction(double neutral) {
        this.neutral = neutral;
    }

    abstract double combine(double a, double b);

    double block(double[] x, int count) {
        double result = neutral;
        for (int i = 0; i < count; i++) {
            result = combine(result, x[i]);
        }
        return result;
    }

    /** The reduction of the first {@code count} values. */
    public double of(double[] values, int count) {
        return block(values, count);
    }

    /** The sum of the first {@code count} values, in double. */
    public static double sum(float[] x, int count) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = 0;
        for (; i + 8 <= count; i += 8) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
            s4 += x[i + 4];
            s5 += x[i + 5];
            s6 += x[i + 6];
            s7 += x[i + 7];
        }
        for (; i < count; i++) {
            s0 += x[i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    /** Reads the values {@code from <= i < from + count} of some run into the start of a block; one thread uses it. */
    interface Run {
        void read(int from, double[] block, int count);
    }

    double apply(Supplier<Run> runs, int from, int to) {
        if (to - from < WORTH_SHARING) {
            return apply(runs.get(), from, to, new double[Math.min(BLOCK, to - from)]);
        }
        int middle = middle(from, to);
        double[] halves = IntStream.of(from, middle)
                .parallel()
                .mapToDouble(start -> apply(runs, start, start == from ? middle : to))
                .toArray();
        return combine(halves[0], halves[1]);
    }

    private static int middle(int from, int to) {
        int blocks = (to - from + BLOCK - 1) / BLOCK;
        return from + blocks / 2 * BLOCK;
    }

    private double apply(Run run, int from, int to, double[] scratch) {
        if (to - from <= BLOCK) {
            run.read(from, scratch, to - from);
            return block(scratch, to - from);
        }
        int middle = middle(from, to);
        return combine(apply(run, from, middle, scratch), apply(run, middle, to, scratch));
    }
}
