package org.acutance.math.fft;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Butterflies of odd lengths by the definition, with sums and differences of opposite elements, for lengths that are not
 * written out. Loops have few arrays and one index, which is what the compiler makes vectors of.
 */
final class DoublePrimes {
    private static final double[][] COSINES = IntStream.rangeClosed(0, MixedRadix.LARGEST_PRIME)
            .mapToObj(n -> DoubleLanes.PLAIN.of(
                    IntStream.range(0, n).mapToDouble(k -> Roots.re(k, n)).toArray()))
            .toArray(double[][]::new);
    private static final double[][] SINES = IntStream.rangeClosed(0, MixedRadix.LARGEST_PRIME)
            .mapToObj(n -> DoubleLanes.PLAIN.of(
                    IntStream.range(0, n).mapToDouble(k -> -Roots.im(k, n)).toArray()))
            .toArray(double[][]::new);

    private final Stage<double[]> stage;
    private final int half;
    private final int columns;

    /** For every pair of opposite outputs what they share, and after that by what they differ. */
    private final Rows<double[]> parts;

    private DoublePrimes(Stage<double[]> stage, int columns, Rows<double[]> parts) {
        this.stage = stage;
        this.half = stage.radix() / 2;
        this.columns = columns;
        this.parts = parts;
    }

    /**
     * As {@link Butterflies#pass}.
     *
     * @param spare at least radix - 1 rows that take anything
     */
    static void pass(Stage<double[]> stage, double[][] re, double[][] im, int at, int columns, Rows<double[]> spare) {
        DoublePrimes butterflies = new DoublePrimes(stage, columns, spare);
        for (int p = 0; p < stage.count(); p++) {
            butterflies.butterfly(re, im, at + p * stage.next(), p);
        }
    }

    private void butterfly(double[][] re, double[][] im, int at, int p) {
        split(re, at);
        split(im, at);
        sums(re, at, parts.re());
        sums(im, at, parts.im());
        for (int k = 1; k <= half; k++) {
            join(k, 2 * (p * (stage.radix() - 1) - 1));
            take(re, at, parts.re(), k);
            take(im, at, parts.im(), k);
        }
    }

    /** Makes opposite elements their sum and their difference. */
    private void split(double[][] rows, int at) {
        for (int i = 1; i <= half; i++) {
            double[] low = rows[at + i * stage.step()];
            double[] high = rows[at + (stage.radix() - i) * stage.step()];
            for (int j = 0; j < columns; j++) {
                double a = low[j];
                double b = high[j];
                low[j] = a + b;
                high[j] = a - b;
            }
        }
    }

    private void sums(double[][] rows, int at, double[][] result) {
        double[] cosines = COSINES[stage.radix()];
        double[] sines = SINES[stage.radix()];
        int last = at + stage.radix() * stage.step();
        for (int k = 1; k <= half; k++) {
            System.arraycopy(rows[at], 0, result[k - 1], 0, columns);
            add(rows, at, stage.step(), cosines, k, result[k - 1]);
            Arrays.fill(result[half + k - 1], 0, columns, 0);
            add(rows, last, -stage.step(), sines, k, result[half + k - 1]);
        }
        add(rows, at, stage.step(), cosines, 0, rows[at]);
    }

    /** Adds the rows after the first, each times the factor that belongs to {@code k} times its number. */
    private void add(double[][] rows, int at, int step, double[] factors, int k, double[] result) {
        int n = stage.radix();
        int i = 1;
        for (; i + 2 <= half; i += 3) {
            addThree(
                    result,
                    columns,
                    rows[at + i * step],
                    rows[at + (i + 1) * step],
                    rows[at + (i + 2) * step],
                    factors[i * k % n],
                    factors[(i + 1) * k % n],
                    factors[(i + 2) * k % n]);
        }
        for (; i <= half; i++) {
            addOne(result, columns, rows[at + i * step], factors[i * k % n]);
        }
    }

    private static void addThree(
            double[] result, int columns, double[] a, double[] b, double[] c, double fa, double fb, double fc) {
        for (int j = 0; j < columns; j++) {
            result[j] = result[j] + fa * a[j] + fb * b[j] + fc * c[j];
        }
    }

    private static void addOne(double[] result, int columns, double[] a, double factor) {
        for (int j = 0; j < columns; j++) {
            result[j] = result[j] + factor * a[j];
        }
    }

    /** Makes of the parts of opposite outputs these themselves, times their factors. */
    private void join(int k, int before) {
        int low = before + 2 * k;
        int high = before + 2 * (stage.radix() - k);
        double[] w = stage.twiddles();
        boolean twiddled = stage.twiddled();
        join(k, twiddled ? w[low] : 1, twiddled ? w[low + 1] : 0, twiddled ? w[high] : 1, twiddled ? w[high + 1] : 0);
    }

    private void join(int k, double lowRe, double lowIm, double highRe, double highIm) {
        double[] evenRe = parts.re()[k - 1];
        double[] evenIm = parts.im()[k - 1];
        double[] oddRe = parts.re()[half + k - 1];
        double[] oddIm = parts.im()[half + k - 1];
        for (int j = 0; j < columns; j++) {
            double a = evenRe[j] + oddIm[j];
            double b = evenIm[j] - oddRe[j];
            double c = evenRe[j] - oddIm[j];
            double d = evenIm[j] + oddRe[j];
            evenRe[j] = a * lowRe - b * lowIm;
            evenIm[j] = a * lowIm + b * lowRe;
            oddRe[j] = c * highRe - d * highIm;
            oddIm[j] = c * highIm + d * highRe;
        }
    }

    private void take(double[][] rows, int at, double[][] from, int k) {
        System.arraycopy(from[k - 1], 0, rows[at + k * stage.step()], 0, columns);
        System.arraycopy(from[half + k - 1], 0, rows[at + (stage.radix() - k) * stage.step()], 0, columns);
    }
}
