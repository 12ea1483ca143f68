package org.acutance.math.fft;

import java.util.Arrays;

/**
 * Butterflies of odd lengths by the definition, with sums and differences of opposite elements. Every loop stores one row
 * and reads rows at the same index, which is what the compiler makes vectors of.
 */
final class FloatPrimeButterflies {
    private final Pass<float[]> pass;
    private final int half;
    private final float[] cosines;
    private final float[] sines;
    private final float[] zero;
    private final float[][] sumRe;
    private final float[][] sumIm;
    private final float[][] differenceRe;
    private final float[][] differenceIm;
    private final float[] evenRe;
    private final float[] evenIm;
    private final float[] oddRe;
    private final float[] oddIm;

    private FloatPrimeButterflies(Pass<float[]> pass) {
        int lanes = pass.lanes();
        this.pass = pass;
        // A multiple of three terms, the last ones of which may be zero.
        this.half = (pass.radix() / 2 + 2) / 3 * 3;
        this.cosines = new float[pass.radix()];
        this.sines = new float[pass.radix()];
        for (int k = 0; k < pass.radix(); k++) {
            cosines[k] = (float) Roots.re(k, pass.radix());
            sines[k] = (float) -Roots.im(k, pass.radix());
        }
        this.zero = new float[lanes];
        this.sumRe = new float[half][lanes];
        this.sumIm = new float[half][lanes];
        this.differenceRe = new float[half][lanes];
        this.differenceIm = new float[half][lanes];
        this.evenRe = new float[lanes];
        this.evenIm = new float[lanes];
        this.oddRe = new float[lanes];
        this.oddIm = new float[lanes];
    }

    static void pass(Pass<float[]> pass) {
        FloatPrimeButterflies butterflies = new FloatPrimeButterflies(pass);
        for (int p = 0; p < pass.count(); p++) {
            butterflies.butterfly(p);
        }
    }

    private void butterfly(int p) {
        Strip<float[]> in = pass.from();
        int at = in.at() + p * in.next();
        int radix = pass.radix();
        for (int t = 1; t <= radix / 2; t++) {
            int low = at + t * in.step();
            int high = at + (radix - t) * in.step();
            add(in.re(), low, high, sumRe[t - 1], differenceRe[t - 1]);
            add(in.im(), low, high, sumIm[t - 1], differenceIm[t - 1]);
        }
        float[] firstRe = first(in.re(), at);
        float[] firstIm = first(in.im(), at);
        float[] ones = new float[half];
        Arrays.fill(ones, 1);
        combine(firstRe, sumRe, ones, evenRe);
        combine(firstIm, sumIm, ones, evenIm);
        store(p, 0, evenRe, evenIm, zero, zero, 0);
        float[] even = new float[half];
        float[] odd = new float[half];
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

    private float[] first(float[] values, int at) {
        return Arrays.copyOfRange(values, at, at + pass.lanes());
    }

    private static void add(float[] values, int low, int high, float[] sum, float[] difference) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] = values[low + j] + values[high + j];
            difference[j] = values[low + j] - values[high + j];
        }
    }

    private static void combine(float[] first, float[][] rows, float[] factors, float[] result) {
        accumulate(first, rows[0], rows[1], rows[2], factors[0], factors[1], factors[2], result);
        for (int t = 3; t < rows.length; t += 3) {
            accumulate(result, rows[t], rows[t + 1], rows[t + 2], factors[t], factors[t + 1], factors[t + 2], result);
        }
    }

    private static void accumulate(
            float[] start, float[] a, float[] b, float[] c, float fa, float fb, float fc, float[] result) {
        for (int j = 0; j < result.length; j++) {
            result[j] = start[j] + fa * a[j] + fb * b[j] + fc * c[j];
        }
    }

    /** Output k: even - i sign odd, times its factor. */
    private void store(int p, int k, float[] re, float[] im, float[] turnedRe, float[] turnedIm, float sign) {
        Strip<float[]> out = pass.to();
        int at = out.at() + p * out.next() + k * out.step();
        boolean plain = k == 0 || !pass.twiddled();
        int place = 2 * (p * (pass.radix() - 1) + k - 1);
        float factorRe = plain ? 1 : pass.twiddles()[place];
        float factorIm = plain ? 0 : pass.twiddles()[place + 1];
        for (int j = 0; j < pass.lanes(); j++) {
            float a = re[j] + sign * turnedIm[j];
            float b = im[j] - sign * turnedRe[j];
            out.re()[at + j] = a * factorRe - b * factorIm;
            out.im()[at + j] = a * factorIm + b * factorRe;
        }
    }
}
