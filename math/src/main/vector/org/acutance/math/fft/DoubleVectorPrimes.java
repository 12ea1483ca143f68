package org.acutance.math.fft;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Butterflies of odd lengths by vectors, which do the same operations on the same values. */
final class DoubleVectorPrimes extends DoublePrimes {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    DoubleVectorPrimes(Stage<double[]> stage, int columns, Rows<double[]> parts) {
        super(stage, columns, parts);
    }

    private static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(SPECIES, values, at);
    }

    @Override
    void split(double[] low, double[] high, int count) {
        for (int j = 0; j < count; j += SPECIES.length()) {
            DoubleVector a = load(low, j);
            DoubleVector b = load(high, j);
            a.add(b).intoArray(low, j);
            a.sub(b).intoArray(high, j);
        }
    }

    @Override
    void addThreeToThree(
            double[] first, double[] second, double[] third, int count, double[] a, double[] b, double[] c, double... f) {
        double f0 = f[0];
        double f1 = f[1];
        double f2 = f[2];
        double f3 = f[3];
        double f4 = f[4];
        double f5 = f[5];
        double f6 = f[6];
        double f7 = f[7];
        double f8 = f[8];
        for (int j = 0; j < count; j += SPECIES.length()) {
            DoubleVector x = load(a, j);
            DoubleVector y = load(b, j);
            DoubleVector z = load(c, j);
            load(first, j).add(x.mul(f0)).add(y.mul(f1)).add(z.mul(f2)).intoArray(first, j);
            load(second, j).add(x.mul(f3)).add(y.mul(f4)).add(z.mul(f5)).intoArray(second, j);
            load(third, j).add(x.mul(f6)).add(y.mul(f7)).add(z.mul(f8)).intoArray(third, j);
        }
    }

    @Override
    void addThree(
            double[] result, int count, double[] a, double[] b, double[] c, double fa, double fb, double fc) {
        for (int j = 0; j < count; j += SPECIES.length()) {
            DoubleVector sum = load(result, j).add(load(a, j).mul(fa)).add(load(b, j).mul(fb));
            sum.add(load(c, j).mul(fc)).intoArray(result, j);
        }
    }

    @Override
    void addOne(double[] result, int count, double[] a, double factor) {
        for (int j = 0; j < count; j += SPECIES.length()) {
            load(result, j).add(load(a, j).mul(factor)).intoArray(result, j);
        }
    }

    @Override
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
        for (int j = 0; j < count; j += SPECIES.length()) {
            DoubleVector a = load(evenRe, j).add(load(oddIm, j));
            DoubleVector b = load(evenIm, j).sub(load(oddRe, j));
            DoubleVector c = load(evenRe, j).sub(load(oddIm, j));
            DoubleVector d = load(evenIm, j).add(load(oddRe, j));
            a.mul(lowRe).sub(b.mul(lowIm)).intoArray(evenRe, j);
            a.mul(lowIm).add(b.mul(lowRe)).intoArray(evenIm, j);
            c.mul(highRe).sub(d.mul(highIm)).intoArray(oddRe, j);
            c.mul(highIm).add(d.mul(highRe)).intoArray(oddIm, j);
        }
    }
}
