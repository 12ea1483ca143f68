package org.acutance.math.optimize;

import java.util.Arrays;
import org.acutance.math.array.NdArray;

/** A norm of all elements of an array, whatever its shape. */
public enum Norm {
    /** Sum of the absolute values. */
    ONE("1") {
        @Override
        public double of(NdArray x) {
            double[] block = new double[Math.min(BLOCK, x.size())];
            double sum = 0;
            for (int from = 0; from < x.size(); from += BLOCK) {
                int count = Math.min(BLOCK, x.size() - from);
                x.read(from, block, 0, count);
                sum += sumOfAbsolutes(block, count);
            }
            return sum;
        }
    },
    /** Euclidean norm. */
    TWO("2") {
        @Override
        public double of(NdArray x) {
            return x.norm();
        }
    },
    /** Largest absolute value. */
    INF("inf") {
        @Override
        public double of(NdArray x) {
            return x.maxAbs();
        }
    };

    private static final int BLOCK = 1024;

    private final String written;

    Norm(String written) {
        this.written = written;
    }

    /** The norm of an array. */
    public abstract double of(NdArray x);

    /** The norm's order as in SciPy: {@code 1}, {@code 2} or {@code inf}. */
    public String written() {
        return written;
    }

    /**
     * The norm of a written order.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Norm parse(String written) {
        return Arrays.stream(values())
                .filter(norm -> norm.written.equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("norm: '" + written + "' is not 1, 2 or inf"));
    }

    private static double sumOfAbsolutes(double[] block, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.abs(block[i]);
        }
        return sum;
    }
}
