package org.acutance.math.fft;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A length of small prime factors, by decimation in frequency (Gentleman and Sande 1966), in place. Where a stage splits a
 * block of rows into parts, each part is taken to its end before the next, so that it stays in the cache.
 */
final class MixedRadix<A> implements LineTransform<A> {
    /** The longest prime that {@link Butterflies} have. */
    static final int LONGEST_WRITTEN = 7;

    /** The largest prime factor that is taken by the definition; Bluestein's way is faster beyond. */
    static final int LARGEST_PRIME = 61;

    /** The longest length whose factors an array can hold. */
    static final int LONGEST = 1 << 30;

    private final int length;
    private final Lanes<A> lanes;
    private final List<Stage<A>> stages = new ArrayList<>();
    private final int[] order;
    private final int spare;

    MixedRadix(int length, Lanes<A> lanes) {
        this.length = length;
        this.lanes = lanes;
        List<Integer> radices = radices(length);
        int rest = length;
        for (int radix : radices) {
            int rows = rest / radix;
            stages.add(
                    rows > 1 ? new Stage<>(radix, rows, 1, rows, true, lanes.of(twiddles(radix, rows))) : last(radix));
            rest = rows;
        }
        this.order = inverse(frequencies(length, primes(radices)));
        this.spare = radices.stream().mapToInt(MixedRadix::spare).max().orElse(0);
    }

    /** Takes all the blocks that the stage before makes. */
    private Stage<A> last(int radix) {
        int blocks = stages.isEmpty() ? 1 : stages.get(stages.size() - 1).radix();
        return new Stage<>(radix, 1, radix, blocks, false, lanes.of());
    }

    /** Long ones first, so that the rows are passed over few times. */
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

    /** Number of rows beside its own that a butterfly needs which is not written out; else 0. */
    static int spare(int radix) {
        return radix > LONGEST_WRITTEN && radix % 2 == 1 ? radix - 1 : 0;
    }

    private static void add(int radix, int times, List<Integer> radices) {
        for (int i = 0; i < times; i++) {
            radices.add(radix);
        }
    }

    /** The prime factors in the order in which butterflies take them, the smallest of each radix first. */
    private static List<Integer> primes(List<Integer> radices) {
        List<Integer> primes = new ArrayList<>();
        for (int radix : radices) {
            int rest = radix;
            for (int prime = 2; rest > 1; prime++) {
                for (; rest % prime == 0; rest /= prime) {
                    primes.add(prime);
                }
            }
        }
        return primes;
    }

    /** The frequency that each row holds at the end, where every prime splits a block of rows in place. */
    private static int[] frequencies(int length, List<Integer> primes) {
        int[] frequencies = new int[length];
        for (int row = 0; row < length; row++) {
            int block = length;
            int done = 1;
            for (int prime : primes) {
                block /= prime;
                frequencies[row] += row / block % prime * done;
                done *= prime;
            }
        }
        return frequencies;
    }

    private static int[] inverse(int... permutation) {
        int[] inverse = new int[permutation.length];
        for (int i = 0; i < permutation.length; i++) {
            inverse[permutation[i]] = i;
        }
        return inverse;
    }

    private static double[] twiddles(int radix, int rows) {
        int[] frequencies = frequencies(radix, primes(List.of(radix)));
        double[] factors = new double[2 * (radix - 1) * rows];
        int at = 0;
        for (long row = 0; row < rows; row++) {
            for (int k = 1; k < radix; k++) {
                factors[at++] = Roots.re(row * frequencies[k], (long) radix * rows);
                factors[at++] = Roots.im(row * frequencies[k], (long) radix * rows);
            }
        }
        return factors;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int rows() {
        return length;
    }

    @Override
    public Lines<A> over(Rows<A> rows, int width) {
        return new Work(rows, rows.ordered(order), Rows.allocate(spare, width, lanes));
    }

    private final class Work implements Lines<A> {
        private final Rows<A> input;
        private final Rows<A> output;
        private final Rows<A> spare;

        Work(Rows<A> input, Rows<A> output, Rows<A> spare) {
            this.input = input;
            this.output = output;
            this.spare = spare;
        }

        @Override
        public Rows<A> input() {
            return input;
        }

        @Override
        public Rows<A> output() {
            return output;
        }

        @Override
        public void forward(int columns) {
            if (!stages.isEmpty()) {
                block(0, 0, input.re(), input.im(), columns);
            }
        }

        @Override
        public void backward(int columns) {
            if (!stages.isEmpty()) {
                block(0, 0, input.im(), input.re(), columns);
            }
        }

        private void block(int number, int at, A[] re, A[] im, int columns) {
            Stage<A> stage = stages.get(number);
            lanes.butterflies().pass(stage, re, im, at, columns, spare);
            if (number + 2 == stages.size()) {
                lanes.butterflies().pass(stages.get(number + 1), re, im, at, columns, spare);
            } else if (number + 2 < stages.size()) {
                for (int k = 0; k < stage.radix(); k++) {
                    block(number + 1, at + k * stage.step(), re, im, columns);
                }
            }
        }
    }
}
