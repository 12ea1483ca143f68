package org.acutance.deblur.denoise;

/**
 * For each reference block of a picture, where the blocks most like it are, the block itself first. Made by
 * {@link BlockMatching} and from then on not changed; one picture's groups may serve for another of its shape.
 */
final class BlockGroups {
    private final int rows;
    private final int columns;
    private final int most;
    private final int[] places;
    private final int[] counts;

    /** Empty groups of at most {@code most} blocks, for so many rows and columns of reference blocks. */
    BlockGroups(int rows, int columns, int most) {
        this.rows = rows;
        this.columns = columns;
        this.most = most;
        this.places = new int[rows * columns * most];
        this.counts = new int[rows * columns];
    }

    /** Rows of reference blocks. */
    int rows() {
        return rows;
    }

    /** Reference blocks in a row. */
    int columns() {
        return columns;
    }

    /** Number of blocks in a group at most. */
    int most() {
        return most;
    }

    /** Number of blocks in the group of a reference block. */
    int count(int reference) {
        return counts[reference];
    }

    /** Row-major position in the picture of the first pixel of a block of a group. */
    int place(int reference, int member) {
        return places[reference * most + member];
    }

    void put(int reference, int member, int place) {
        places[reference * most + member] = place;
    }

    void countAtLeast(int reference, int count) {
        counts[reference] = Math.max(counts[reference], count);
    }

    /** Leaves out the farthest blocks, as the Haar transform needs. */
    void cutToPowersOfTwo() {
        for (int reference = 0; reference < counts.length; reference++) {
            counts[reference] = Integer.highestOneBit(counts[reference]);
        }
    }
}
