package org.acutance.deblur.denoise;

/**
 * The variance of the noise in every coefficient of a group: that of a sum or difference of blocks follows from their
 * covariances, level by level of the Haar transform (Mäkinen, Azzari, Foi 2020, eq. 12). For one thread.
 */
final class GroupVariances {
    private static final int AREA = BlockTransform.AREA;
    /** The least variance of a coefficient against that in a block alone, above what rounding leaves. */
    private static final float LEAST = 1e-5f;

    private final BlockCovariances noise;
    private final float[] covariances;
    private final BlockGroups groups;
    private final int width;
    private final int[] rows;
    private final int[] columns;
    private final float[] sums;
    private final float[] values;

    /**
     * Variances.
     *
     * @param noise covariances of blocks, for displacements as large as those within the groups
     * @param width columns of the picture
     */
    GroupVariances(BlockCovariances noise, BlockGroups groups, int width) {
        this.noise = noise;
        this.covariances = noise.table();
        this.groups = groups;
        this.width = width;
        this.rows = new int[groups.most()];
        this.columns = new int[groups.most()];
        this.sums = new float[groups.most() * groups.most() / 4 * AREA];
        this.values = new float[groups.most() * AREA];
    }

    /** The variances for a group, in the order of the coefficients; the next call writes over them. */
    float[] of(int reference) {
        int blocks = groups.count(reference);
        for (int i = 0; i < blocks; i++) {
            rows[i] = groups.place(reference, i) / width;
            columns[i] = groups.place(reference, i) % width;
        }
        if (blocks == 1) {
            System.arraycopy(covariances, between(0, 0), values, 0, AREA);
            return values;
        }
        pairs(blocks / 2);
        for (int extent = blocks / 2; extent > 1; extent /= 2) {
            differences(extent);
            sums(extent);
        }
        System.arraycopy(sums, 0, values, 0, AREA);
        keepPositive(blocks);
        return values;
    }

    private int between(int a, int b) {
        return noise.at(rows[b] - rows[a], columns[b] - columns[a]);
    }

    /** The first level: the variances of the differences of pairs, and the covariances of their sums. */
    private void pairs(int pairs) {
        int none = between(0, 0);
        for (int p = 0; p < pairs; p++) {
            int pair = between(2 * p, 2 * p + 1);
            for (int i = 0; i < AREA; i++) {
                values[(pairs + p) * AREA + i] = covariances[none + i] - covariances[pair + i];
            }
            for (int q = 0; q <= p; q++) {
                int a = between(2 * p, 2 * q);
                int b = between(2 * p, 2 * q + 1);
                int c = between(2 * p + 1, 2 * q);
                int d = between(2 * p + 1, 2 * q + 1);
                halfSum(covariances, new int[] {a, b, c, d}, (p * pairs + q) * AREA);
            }
        }
    }

    /** The variances of the differences of pairs of sums, of which there are so many. */
    private void differences(int extent) {
        for (int p = 0; p < extent / 2; p++) {
            int first = (2 * p * extent + 2 * p) * AREA;
            int cross = first + extent * AREA;
            int second = cross + AREA;
            int to = (extent / 2 + p) * AREA;
            for (int i = 0; i < AREA; i++) {
                values[to + i] = 0.5f * (sums[first + i] + sums[second + i]) - sums[cross + i];
            }
        }
    }

    /** The covariances of the sums of pairs; in place, for what is written has been read, and only for q up to p. */
    private void sums(int extent) {
        for (int p = 0; p < extent / 2; p++) {
            for (int q = 0; q <= p; q++) {
                int a = (2 * p * extent + 2 * q) * AREA;
                int c = a + extent * AREA;
                int b = q == p ? c : a + AREA;
                halfSum(sums, new int[] {a, b, c, c + AREA}, (p * (extent / 2) + q) * AREA);
            }
        }
    }

    private void halfSum(float[] from, int[] at, int to) {
        int a = at[0];
        int b = at[1];
        int c = at[2];
        int d = at[3];
        for (int i = 0; i < AREA; i++) {
            sums[to + i] = 0.5f * ((from[a + i] + from[b + i]) + (from[c + i] + from[d + i]));
        }
    }

    private void keepPositive(int blocks) {
        int none = between(0, 0);
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < AREA; i++) {
                int at = block * AREA + i;
                values[at] = Math.max(values[at], LEAST * covariances[none + i]);
            }
        }
    }
}
