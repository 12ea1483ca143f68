package org.acutance.math.fft;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Butterflies of odd lengths by the definition, with sums and differences of opposite elements, for lengths that are not
 * written out. Loops have few arrays and one index, which is what the compiler makes vectors of.
 */
class DoublePrimes {
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

    private final double[] nine = new double[9];

    /**
     * Butterflies.
     *
     * @param parts at least radix - 1 rows that take anything
     */
    DoublePrimes(Stage<double[]> stage, int columns, Rows<double[]> parts) {
        this.stage = stage;
        this.half = stage.radix() / 2;
        this.columns = columns;
        this.parts = parts;
    }

    /** As {@link Butterflies#pass}. */
    void pass(double[][] re, double[][] im, int at) {
        for (int p = 0; p < stage.count(); p++) {
            butterfly(re, im, at + p * stage.next(), p);
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

    private void split(double[][] rows, int at) {
        for (int i = 1; i <= half; i++) {
            split(rows[at + i * stage.step()], rows[at + (stage.radix() - i) * stage.step()], columns);
        }
    }

    /** Makes opposite elements their sum and their difference. */
    void split(double[] low, double[] high, int count) {
        for (int j = 0; j < count; j++) {
            double a = low[j];
            double b = high[j];
            low[j] = a + b;
            high[j] = a - b;
        }
    }

    private void sums(double[][] rows, int at, double[][] result) {
        double[] cosines = COSINES[stage.radix()];
        double[] sines = SINES[stage.radix()];
        int last = at + stage.radix() * stage.step();
        for (int k = 0; k < half; k++) {
            System.arraycopy(rows[at], 0, result[k], 0, columns);
            Arrays.fill(result[half + k], 0, columns, 0);
        }
        int k = 1;
        for (; k + 2 <= half; k += 3) {
            addToThree(rows, at, stage.step(), cosines, k, result, k - 1);
            addToThree(rows, last, -stage.step(), sines, k, result, half + k - 1);
        }
        for (; k <= half; k++) {
            add(rows, at, stage.step(), cosines, k, result[k - 1]);
            add(rows, last, -stage.step(), sines, k, result[half + k - 1]);
        }
        add(rows, at, stage.step(), cosines, 0, rows[at]);
    }

    /** As {@link #add} for k and the two that follow it. */
    private void addToThree(double[][] rows, int at, int step, double[] factors, int k, double[][] results, int first) {
        int n = stage.radix();
        int i = 1;
        for (; i + 2 <= half; i += 3) {
            for (int l = 0; l < 9; l++) {
                nine[l] = factors[(i + l % 3) * (k + l / 3) % n];
            }
            addThreeToThree(
                    results[first],
                    results[first + 1],
                    results[first + 2],
                    columns,
                    rows[at + i * step],
                    rows[at + (i + 1) * step],
                    rows[at + (i + 2) * step],
                    nine);
        }
        for (; i <= half; i++) {
            for (int l = 0; l < 3; l++) {
                addOne(results[first + l], columns, rows[at + i * step], factors[i * (k + l) % n]);
            }
        }
    }

    /** Three rows, each three times, to three results; the factors of the first result come first. */
    void addThreeToThree(
            double[] first,
            double[] second,
            double[] third,
            int count,
            double[] a,
            double[] b,
            double[] c,
            double... f) {
        addThree(first, count, a, b, c, f[0], f[1], f[2]);
        addThree(second, count, a, b, c, f[3], f[4], f[5]);
        addThree(third, count, a, b, c, f[6], f[7], f[8]);
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

    void addThree(double[] result, int count, double[] a, double[] b, double[] c, double fa, double fb, double fc) {
        for (int j = 0; j < count; j++) {
            result[j] = result[j] + fa * a[j] + fb * b[j] + fc * c[j];
        }
    }

    void addOne(double[] result, int count, double[] a, double factor) {
        for (int j = 0; j < count; j++) {
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
        double[][] re = parts.re();
        double[][] im = parts.im();
        int odd = half + k - 1;
        join(re[k - 1], im[k - 1], re[odd], im[odd], columns, lowRe, lowIm, highRe, highIm);
    }

    /** Makes of what opposite outputs share, and by what they differ, these themselves, times their factors. */
    void join(
            double[] evenRe,
            double[] evenIm,
            double[] oddRe,
            double[] oddIm,
            int count,
            double lowRe,
            double lowIm,
            double highRe,
            double highIm) {
        for (int j = 0; j < count; j++) {
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
