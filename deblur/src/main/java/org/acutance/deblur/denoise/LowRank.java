package org.acutance.deblur.denoise;

import java.util.Arrays;

/**
 * Shrinks the singular values of a group, seen as a matrix with a column for each block, as is best for the mean squared
 * error of a matrix of low rank in white noise (Gavish and Donoho 2017, "Optimal shrinkage of singular values", eq. 7).
 * Coloured noise is made white first, by one factor for each coefficient of a block and one for each block; where
 * blocks share some of their noise, these are the blocks of the transformed group, which share less.
 *
 * @param byBands whether the pattern that the blocks share, which is the left singular vector, is shrunk by {@link
 *     FrequencyBands} instead, and the value only for the noise of the blocks' shares: the formula takes the same part from all
 *     frequencies, so that smooth patterns keep noise
 */
record LowRank(boolean byBands) implements Shrinkage {
    private static final int AREA = BlockTransform.AREA;
    /** Keeps the weight of a group finite in which nothing remains. */
    private static final float LEAST = 1;
    /** The least variance against the greatest, so that frequencies without noise can be made white too. */
    private static final float NARROWEST = 1e-8f;

    @Override
    public float shrink(float[] group, float[] pilot, float[] variances, int blocks) {
        float[] rows = reciprocalRoots(rows(variances, blocks));
        float[] columns = reciprocalRoots(columns(variances, rows, blocks));
        scale(group, rows, columns, blocks);
        SymmetricEigen eigen = new SymmetricEigen(products(group, blocks));
        float[] white = Arrays.copyOf(group, blocks * AREA);
        Arrays.fill(group, 0, white.length, 0);
        double remaining = LEAST;
        for (int i = 0; i < blocks; i++) {
            double square = eigen.value(i) / AREA;
            double factor = factor(square, (double) blocks / AREA);
            if (factor > 0) {
                float[] shares = shares(eigen, i);
                float[] pattern = pattern(white, shares);
                remaining += byBands ? FrequencyBands.shrink(pattern) : AREA * factor * factor;
                add(group, pattern, shares, byBands ? 1 - blocks / eigen.value(i) : factor);
            }
        }
        scale(group, reciprocals(rows), reciprocals(columns), blocks);
        return (float) (1 / remaining);
    }

    private static void scale(float[] group, float[] rows, float[] columns, int blocks) {
        for (int at = 0; at < blocks * AREA; at++) {
            group[at] *= rows[at % AREA] * columns[at / AREA];
        }
    }

    private static float[] reciprocals(float[] factors) {
        float[] reciprocals = new float[factors.length];
        for (int i = 0; i < factors.length; i++) {
            reciprocals[i] = 1 / factors[i];
        }
        return reciprocals;
    }

    private static float[] shares(SymmetricEigen eigen, int index) {
        float[] shares = new float[eigen.order()];
        for (int block = 0; block < shares.length; block++) {
            shares[block] = (float) eigen.component(block, index);
        }
        return shares;
    }

    /** The singular vector of blocks times its value. */
    private static float[] pattern(float[] white, float[] shares) {
        float[] pattern = new float[AREA];
        for (int block = 0; block < shares.length; block++) {
            for (int i = 0; i < AREA; i++) {
                pattern[i] += shares[block] * white[block * AREA + i];
            }
        }
        return pattern;
    }

    private static void add(float[] group, float[] pattern, float[] shares, double factor) {
        for (int block = 0; block < shares.length; block++) {
            float share = (float) (factor * shares[block]);
            for (int i = 0; i < AREA; i++) {
                group[block * AREA + i] += share * pattern[i];
            }
        }
    }

    /** The variance of each coefficient of a block: its mean over the blocks, which no orthonormal transform changes. */
    private static float[] rows(float[] variances, int blocks) {
        float[] rows = new float[AREA];
        for (int at = 0; at < blocks * AREA; at++) {
            rows[at % AREA] += variances[at] / blocks;
        }
        return rows;
    }

    /** The mean variance of the coefficients of each block, once those of each coefficient are even. */
    private static float[] columns(float[] variances, float[] rows, int blocks) {
        float[] columns = new float[blocks];
        for (int at = 0; at < blocks * AREA; at++) {
            float even = rows[at % AREA];
            columns[at / AREA] += variances[at] * even * even / AREA;
        }
        return columns;
    }

    private static float[] reciprocalRoots(float[] variances) {
        float greatest = 0;
        for (float variance : variances) {
            greatest = Math.max(greatest, variance);
        }
        float[] reciprocals = new float[variances.length];
        for (int i = 0; i < reciprocals.length; i++) {
            reciprocals[i] = (float) (1 / Math.sqrt(Math.max(variances[i], NARROWEST * greatest)));
        }
        return reciprocals;
    }

    /**
     * The factor of a singular value: eq. 7 over the value.
     *
     * @param square of the singular value, in units of the noise's variance times the rows
     * @param shape columns over rows
     */
    private static double factor(double square, double shape) {
        double edge = 1 + Math.sqrt(shape);
        double inner = square - shape - 1;
        return square > edge * edge ? Math.sqrt(inner * inner - 4 * shape) / square : 0;
    }

    /** The products of all pairs of blocks. */
    private static double[][] products(float[] white, int blocks) {
        double[][] products = new double[blocks][blocks];
        for (int i = 0; i < blocks; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = product(white, i * AREA, j * AREA);
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    /** Four sums, which the processor can work on side by side. */
    private static double product(float[] white, int a, int b) {
        float sum = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int i = 0; i < AREA; i += 4) {
            sum += white[a + i] * white[b + i];
            second += white[a + i + 1] * white[b + i + 1];
            third += white[a + i + 2] * white[b + i + 2];
            fourth += white[a + i + 3] * white[b + i + 3];
        }
        return (sum + second) + (third + fourth);
    }
}
