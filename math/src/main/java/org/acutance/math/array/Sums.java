package org.acutance.math.array;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Several sums over the elements of arrays of one shape, in one pass over memory. They are taken in double, block by block,
 * and the blocks in their order, so that any number of threads gives the same bits.
 */
@FunctionalInterface
public interface Sums {
    /**
     * Writes what one run of elements gives to each sum.
     *
     * @param in one block per array, not to be written
     * @param sums one element for each sum, zeros
     * @param count number of values in use in each block
     */
    void add(double[][] in, double[] sums, int count);

    /**
     * The sums.
     *
     * @param number how many sums there are
     * @param arrays at least one
     * @throws IllegalArgumentException if shapes or precisions differ
     */
    default double[] of(int number, NdArray... arrays) {
        for (NdArray array : arrays) {
            array.requireLike("sums", arrays[0]);
        }
        int size = arrays[0].size();
        double[][] blocks = new double[(size + Elementwise.SHARE - 1) / Elementwise.SHARE][number];
        Blocks.forEach(
                size,
                Elementwise.SHARE,
                size > Elementwise.SHARE,
                (from, to) -> add(arrays, blocks[from / Elementwise.SHARE], from, to));
        return IntStream.range(0, number)
                .mapToDouble(sum ->
                        Arrays.stream(blocks).mapToDouble(block -> block[sum]).sum())
                .toArray();
    }

    private void add(NdArray[] arrays, double[] sums, int from, int to) {
        double[][] in = new double[arrays.length][Math.min(Elementwise.BLOCK, to - from)];
        double[] part = new double[sums.length];
        for (int start = from; start < to; start += Elementwise.BLOCK) {
            int count = Math.min(Elementwise.BLOCK, to - start);
            for (int i = 0; i < arrays.length; i++) {
                arrays[i].read(start, in[i], 0, count);
            }
            Arrays.fill(part, 0);
            add(in, part, count);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += part[i];
            }
        }
    }
}
