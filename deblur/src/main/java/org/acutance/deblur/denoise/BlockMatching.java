package org.acutance.deblur.denoise;

import java.util.Arrays;
import org.acutance.math.array.Blocks;

/**
 * Finds for each reference block those that look most like it (Dabov et al. 2007, eq. 4). Works displacement by
 * displacement, so that the squared differences of pixels are computed once for all blocks which share them.
 *
 * @param step distance of neighbouring reference blocks in pixels; the last row and column always have some
 * @param reach how far away a block may be along each axis, in pixels
 * @param most number of blocks in a group at most, a power of two
 */
record BlockMatching(int step, int reach, int most) {
    /** Reference rows that are worked on together: the unit of parallel work. */
    static final int STRIP = 8;

    private static final int SIDE = BlockTransform.SIDE;

    /** The groups of a picture. */
    BlockGroups groups(Pixels image) {
        int[] rows = references(image.rows());
        int[] columns = references(image.columns());
        BlockGroups groups = new BlockGroups(rows.length, columns.length, most);
        Blocks.forEach(rows.length, STRIP, true, (from, to) -> {
            Strip strip = new Strip(image, Arrays.copyOfRange(rows, from, to), columns, from, groups);
            for (int dy = -reach; dy <= reach; dy++) {
                for (int dx = -reach; dx <= reach; dx++) {
                    strip.compare(dy, dx);
                }
            }
        });
        groups.cutToPowersOfTwo();
        return groups;
    }

    private int[] references(int extent) {
        int last = extent - SIDE;
        int[] places = new int[(last + step - 1) / step + 1];
        Arrays.setAll(places, i -> Math.min(i * step, last));
        return places;
    }

    /** Some rows of reference blocks, and the differences of their pixels for one displacement at a time. */
    private final class Strip {
        private final Pixels image;
        private final int[] rows;
        private final int[] columns;
        private final int firstReference;
        private final BlockGroups groups;
        private final float[] distances;
        private final float[] differences;
        private final float[] sums;

        Strip(Pixels image, int[] rows, int[] columns, int firstRow, BlockGroups groups) {
            this.image = image;
            this.rows = rows;
            this.columns = columns;
            this.firstReference = firstRow * columns.length;
            this.groups = groups;
            this.distances = new float[rows.length * columns.length * most];
            this.differences = new float[(rows[rows.length - 1] + SIDE - rows[0]) * image.columns()];
            this.sums = new float[image.columns()];
        }

        void compare(int dy, int dx) {
            int left = Math.max(0, -dx);
            int right = Math.min(image.columns(), image.columns() - dx);
            int top = Math.max(rows[0], -dy);
            int bottom = Math.min(rows[rows.length - 1] + SIDE, image.rows() - dy);
            if (right - left < SIDE) {
                return;
            }
            for (int y = top; y < bottom; y++) {
                square(y * image.columns(), dy * image.columns() + dx, left, right);
            }
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] >= top && rows[i] + SIDE <= bottom) {
                    sumColumns((rows[i] - rows[0]) * image.columns(), left, right);
                    compareRow(i, dy, dx, left, right);
                }
            }
        }

        private void square(int line, int shift, int left, int right) {
            float[] values = image.values();
            int store = line - rows[0] * image.columns();
            for (int x = left; x < right; x++) {
                float difference = values[line + x] - values[line + shift + x];
                differences[store + x] = difference * difference;
            }
        }

        private void sumColumns(int line, int left, int right) {
            int width = image.columns();
            for (int x = left; x < right; x++) {
                int at = line + x;
                sums[x] = (differences[at] + differences[at + width])
                        + (differences[at + 2 * width] + differences[at + 3 * width])
                        + ((differences[at + 4 * width] + differences[at + 5 * width])
                                + (differences[at + 6 * width] + differences[at + 7 * width]));
            }
        }

        private void compareRow(int row, int dy, int dx, int left, int right) {
            boolean itself = dy == 0 && dx == 0;
            for (int j = 0; j < columns.length; j++) {
                int x = columns[j];
                if (x >= left && x + SIDE <= right) {
                    float distance = itself
                            ? -1
                            : (sums[x] + sums[x + 1])
                                    + (sums[x + 2] + sums[x + 3])
                                    + ((sums[x + 4] + sums[x + 5]) + (sums[x + 6] + sums[x + 7]));
                    int place = (rows[row] + dy) * image.columns() + x + dx;
                    keepNearest(row * columns.length + j, distance, place);
                }
            }
        }

        /** Insertion into a sorted list; of equally near blocks the one found first stays ahead. */
        private void keepNearest(int reference, float distance, int place) {
            int base = reference * most;
            int slot = groups.count(firstReference + reference);
            if (slot == most) {
                if (distance >= distances[base + most - 1]) {
                    return;
                }
                slot--;
            }
            groups.countAtLeast(firstReference + reference, slot + 1);
            while (slot > 0 && distances[base + slot - 1] > distance) {
                distances[base + slot] = distances[base + slot - 1];
                groups.put(firstReference + reference, slot, groups.place(firstReference + reference, slot - 1));
                slot--;
            }
            distances[base + slot] = distance;
            groups.put(firstReference + reference, slot, place);
        }
    }
}
