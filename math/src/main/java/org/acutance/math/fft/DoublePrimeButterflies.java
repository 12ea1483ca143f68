package org.acutance.math.fft;

import java.util.Arrays;

/**
 * Butterflies of odd lengths by the definition, with sums and differences of opposite elements. Every loop stores one row
 * and reads rows at the same index, which is what the compiler makes vectors of.
 */
final class DoublePrimeButterflies {
    private final Pass<double[]> pass;
    private final int half;
    private final double[] cosines;
    private final double[] sines;
    private final double[] zero;
    private final double[][] sumRe;
    private final double[][] sumIm;
    private final double[][] differenceRe;
    private final double[][] differenceIm;
    private final double[] evenRe;
    private final double[] evenIm;
    private final double[] oddRe;
    private final double[] oddIm;

    private DoublePrimeButterflies(Pass<double[]> pass) {
        int lanes = pass.lanes();
        this.pass = pass;
        // A multiple of three terms, the last ones of which may be zero.
        this.half = (pass.radix() / 2 + 2) / 3 * 3;
        this.cosines = new double[pass.radix()];
        this.sines = new double[pass.radix()];
        for (int k = 0; k < pass.radix(); k++) {
            cosines[k] = Roots.re(k, pass.radix());
            sines[k] = -Roots.im(k, pass.radix());
        }
        this.zero = new double[lanes];
        this.sumRe = new double[half][lanes];
        this.sumIm = new double[half][lanes];
        this.differenceRe = new double[half][lanes];
        this.differenceIm = new double[half][lanes];
        this.evenRe = new double[lanes];
        this.evenIm = new double[lanes];
        this.oddRe = new double[lanes];
        this.oddIm = new double[lanes];
    }

    static void pass(Pass<double[]> pass) {
        DoublePrimeButterflies butterflies = new DoublePrimeButterflies(pass);
        for (int p = 0; p < pass.count(); p++) {
            butterflies.butterfly(p);
        }
    }

    private void butterfly(int p) {
        Strip<double[]> in = pass.from();
        int at = in.at() + p * in.next();
        int radix = pass.radix();
        for (int t = 1; t <= radix / 2; t++) {
            int low = at + t * in.step();
            int high = at + (radix - t) * in.step();
            add(in.re(), low, high, sumRe[t - 1], differenceRe[t - 1]);
            add(in.im(), low, high, sumIm[t - 1], differenceIm[t - 1]);
        }
        double[] firstRe = first(in.re(), at);
        double[] firstIm = first(in.im(), at);
        double[] ones = new double[half];
        Arrays.fill(ones, 1);
        combine(firstRe, sumRe, ones, evenRe);
        combine(firstIm, sumIm, ones, evenIm);
        store(p, 0, evenRe, evenIm, zero, zero, 0);
        double[] even = new double[half];
        double[] odd = new double[half];
        for (int k = 1; k <= radix / 2; k++) {
            for (int t = 1; t <= radix / 2; t++) {
                even[t - 1] = cosines[t * k % radix];
                odd[t - 1] = sines[t * k % radix];
            }
            combine(firstRe, sumRe, even, evenRe);
            combine(firstIm, sumIm, even, evenIm);
            combine(zero, differenceRe, odd, oddRe);
            combine(zero, differenceIm, odd, oddIm);
            store(p, k, evenRe, evenIm, oddRe, oddIm, 1);
            store(p, radix - k, evenRe, evenIm, oddRe, oddIm, -1);
        }
    }

    private double[] first(double[] values, int at) {
        return Arrays.copyOfRange(values, at, at + pass.lanes());
    }

    private static void add(double[] values, int low, int high, double[] sum, double[] difference) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] = values[low + j] + values[high + j];
            difference[j] = values[low + j] - values[high + j];
        }
    }

    private static void combine(double[] first, double[][] rows, double[] factors, double[] result) {
        accumulate(first, rows[0], rows[1], rows[2], factors[0], factors[1], factors[2], result);
        for (int t = 3; t < rows.length; t += 3) {
            accumulate(result, rows[t], rows[t + 1], rows[t + 2], factors[t], factors[t + 1], factors[t + 2], result);
        }
    }

    private static void accumulate(
            double[] start, double[] a, double[] b, double[] c, double fa, double fb, double fc, double[] result) {
        for (int j = 0; j < result.length; j++) {
            result[j] = start[j] + fa * a[j] + fb * b[j] + fc * c[j];
        }
    }

    /** Output k: even - i sign odd, times its factor. */
    private void store(int p, int k, double[] re, double[] im, double[] turnedRe, double[] turnedIm, double sign) {
        Strip<double[]> out = pass.to();
        int at = out.at() + p * out.next() + k * out.step();
        boolean plain = k == 0 || !pass.twiddled();
        int place = 2 * (p * (pass.radix() - 1) + k - 1);
        double factorRe = plain ? 1 : pass.twiddles()[place];
        double factorIm = plain ? 0 : pass.twiddles()[place + 1];
        for (int j = 0; j < pass.lanes(); j++) {
            double a = re[j] + sign * turnedIm[j];
            double b = im[j] - sign * turnedRe[j];
            out.re()[at + j] = a * factorRe - b * factorIm;
            out.im()[at + j] = a * factorIm + b * factorRe;
        }
    }
}
