package org.acutance.math.array;

/**
 * The loop of an elementwise operation over a run of values. It is called with blocks that fit the first-level cache,
 * so that one loop in double arithmetic serves both precisions and every broadcast.
 */
@FunctionalInterface
public interface Kernel {
    /**
     * Computes {@code out[i]} from {@code in[0][i], in[1][i], ...} for {@code 0 <= i < count}.
     *
     * @param in one block per operand, not to be written
     * @param out the block of results
     * @param count number of values in use in each block
     */
    void apply(double[][] in, double[] out, int count);
}
