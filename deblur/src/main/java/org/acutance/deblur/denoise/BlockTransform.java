package org.acutance.deblur.denoise;

/**
 * The three-dimensional transform of a group: that of a basis along both axes of each block of 8 x 8, then the orthonormal
 * Haar transform across the blocks (Dabov et al. 2007, section III). A group is stored block by block, row-major; the
 * number of blocks is a power of two.
 */
final class BlockTransform {
    /** Rows and columns of a block. */
    static final int SIDE = 8;
    /** Values in a block. */
    static final int AREA = SIDE * SIDE;

    private static final float HALF_ROOT = (float) Math.sqrt(0.5);
    private final BlockBasis basis;
    private final float[] scratch;

    /**
     * A transform.
     *
     * @param basis what is done along the axes of a block
     * @param blocks the largest number of blocks in a group
     */
    BlockTransform(BlockBasis basis, int blocks) {
        this.basis = basis;
        this.scratch = new float[blocks * AREA];
    }

    /** Transforms a group in place. */
    void forward(float[] group, int blocks) {
        for (int line = 0; line < blocks * SIDE; line++) {
            basis.forward(group, line * SIDE, 1);
        }
        for (int line = 0; line < blocks * SIDE; line++) {
            basis.forward(group, line / SIDE * AREA + line % SIDE, SIDE);
        }
        for (int length = blocks; length > 1; length /= 2) {
            split(group, length / 2);
        }
    }

    /** Undoes {@link #forward}. */
    void inverse(float[] group, int blocks) {
        for (int length = 2; length <= blocks; length *= 2) {
            merge(group, length / 2);
        }
        for (int line = 0; line < blocks * SIDE; line++) {
            basis.inverse(group, line / SIDE * AREA + line % SIDE, SIDE);
        }
        for (int line = 0; line < blocks * SIDE; line++) {
            basis.inverse(group, line * SIDE, 1);
        }
    }

    private void split(float[] group, int pairs) {
        for (int pair = 0; pair < pairs; pair++) {
            int even = 2 * pair * AREA;
            int sum = pair * AREA;
            int difference = (pairs + pair) * AREA;
            for (int i = 0; i < AREA; i++) {
                float a = group[even + i];
                float b = group[even + AREA + i];
                scratch[sum + i] = (a + b) * HALF_ROOT;
                scratch[difference + i] = (a - b) * HALF_ROOT;
            }
        }
        System.arraycopy(scratch, 0, group, 0, 2 * pairs * AREA);
    }

    private void merge(float[] group, int pairs) {
        for (int pair = 0; pair < pairs; pair++) {
            int even = 2 * pair * AREA;
            int sum = pair * AREA;
            int difference = (pairs + pair) * AREA;
            for (int i = 0; i < AREA; i++) {
                float s = group[sum + i];
                float d = group[difference + i];
                scratch[even + i] = (s + d) * HALF_ROOT;
                scratch[even + AREA + i] = (s - d) * HALF_ROOT;
            }
        }
        System.arraycopy(scratch, 0, group, 0, 2 * pairs * AREA);
    }
}
