package org.acutance.math.fft;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A length of small prime factors, by decimation in frequency (Gentleman and Sande 1966). One stage after the other
 * works in the scratch, a part that fits the cache being taken to its end before the next; the last stage writes every
 * frequency to its place.
 */
final class MixedRadix<A> implements LineTransform<A> {
    /** The longest butterfly that {@link Lanes.Butterflies} has. */
    static final int LONGEST_WRITTEN = 8;

    /** The largest prime factor that is taken by the definition; Bluestein's way is faster beyond. */
    private static final int LARGEST_PRIME = 61;

    private final int length;
    private final Lanes<A> lanes;
    private final List<Stage<A>> stages = new ArrayList<>();

    /**
     * Butterflies that make of a block of {@code radix * blocks} rows {@code radix} blocks.
     *
     * @param blocks rows in a block that comes out
     * @param before product of the radices before
     */
    private record Stage<A>(int radix, int blocks, int before, A twiddles) {}

    MixedRadix(int length, Lanes<A> lanes) {
        this.length = length;
        this.lanes = lanes;
        int rest = length;
        for (int radix : radices(length)) {
            int rows = rest / radix;
            stages.add(new Stage<>(radix, rows, length / rest, lanes.of(twiddles(radix, rows))));
            rest = rows;
        }
    }

    private static List<Integer> radices(int length) {
        List<Integer> radices = new ArrayList<>();
        int twos = Integer.numberOfTrailingZeros(length);
        int fours = twos % 3 == 1 && twos > 1 ? 2 : twos % 3 == 2 ? 1 : 0;
        add(8, (twos - 2 * fours) / 3, radices);
        int rest = length >> twos;
        for (int factor = LARGEST_PRIME; factor > 3; factor -= 2) {
            for (; rest % factor == 0 && isPrime(factor); rest /= factor) {
                radices.add(factor);
            }
        }
        add(4, fours, radices);
        for (; rest > 1; rest /= 3) {
            radices.add(3);
        }
        add(2, twos == 1 ? 1 : 0, radices);
        if (radices.isEmpty()) {
            radices.add(1);
        }
        return radices;
    }

    private static boolean isPrime(int odd) {
        return IntStream.range(2, odd).noneMatch(divisor -> odd % divisor == 0);
    }

    /** Whether a length has small prime factors only. */
    static boolean has(int length) {
        int rest = length;
        for (int factor = 2; factor <= LARGEST_PRIME; factor++) {
            while (rest % factor == 0) {
                rest /= factor;
            }
        }
        return rest == 1;
    }

    private static void add(int radix, int times, List<Integer> radices) {
        for (int i = 0; i < times; i++) {
            radices.add(radix);
        }
    }

    private static double[] twiddles(int radix, int rows) {
        double[] factors = new double[2 * (radix - 1) * rows];
        int at = 0;
        for (long row = 0; row < rows; row++) {
            for (int k = 1; k < radix; k++) {
                factors[at++] = Roots.re(row * k, (long) radix * rows);
                factors[at++] = Roots.im(row * k, (long) radix * rows);
            }
        }
        return factors;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int scratch() {
        return length;
    }

    @Override
    public void forward(Rows<A> data, Rows<A> scratch, int columns) {
        Stage<A> first = stages.get(0);
        if (stages.size() == 1) {
            Strip<A> all = data.strip(0, 1, 0);
            lanes.pass(new Pass<>(first.radix, false, all, all, first.twiddles, 1, columns));
        } else {
            block(0, 0, 0, data, data, scratch, columns);
        }
    }

    /** Transforms a block of {@code from} into frequencies {@code low, low + before, ...}. */
    private void block(int stage, int start, int low, Rows<A> from, Rows<A> result, Rows<A> scratch, int columns) {
        Stage<A> split = stages.get(stage);
        int rows = split.blocks;
        lanes.pass(new Pass<>(
                split.radix,
                true,
                from.strip(start, rows, 1),
                scratch.strip(start, rows, 1),
                split.twiddles,
                rows,
                columns));
        if (stage + 2 < stages.size()) {
            for (int k = 0; k < split.radix; k++) {
                block(stage + 1, start + k * rows, low + k * split.before, scratch, result, scratch, columns);
            }
        } else {
            Strip<A> frequencies = result.strip(low, length / rows, split.before);
            Stage<A> last = stages.get(stage + 1);
            lanes.pass(new Pass<>(
                    last.radix,
                    false,
                    scratch.strip(start, 1, rows),
                    frequencies,
                    last.twiddles,
                    split.radix,
                    columns));
        }
    }
}
