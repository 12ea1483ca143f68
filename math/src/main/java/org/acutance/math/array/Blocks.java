package org.acutance.math.array;

import java.util.stream.IntStream;

/**
 * Work that falls into independent blocks. The blocks are the same whoever does them, so that one thread and many give
 * the same bits.
 */
public final class Blocks {
    private Blocks() {}

    /** The work on the items {@code from <= i < to}. */
    @FunctionalInterface
    public interface Block {
        /** Does the work on the items {@code from <= i < to}. */
        void run(int from, int to);
    }

    /**
     * Cuts {@code count} items into blocks and runs them all.
     *
     * @param length items in a block; the last one may have fewer
     * @param parallel whether the threads of the common pool, which are daemons, may share the blocks
     */
    public static void forEach(int count, int length, boolean parallel, Block work) {
        int blocks = (count + length - 1) / length;
        IntStream numbers = IntStream.range(0, blocks);
        (parallel ? numbers.parallel() : numbers)
                .forEach(block -> work.run(block * length, Math.min((block + 1) * length, count)));
    }
}
