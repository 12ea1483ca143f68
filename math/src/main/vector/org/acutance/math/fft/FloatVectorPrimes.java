package org.acutance.math.fft;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Butterflies of odd lengths by vectors, which do the same operations on the same values. */
final class FloatVectorPrimes extends FloatPrimes {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    FloatVectorPrimes(Stage<float[]> stage, int columns, Rows<float[]> parts) {
        super(stage, columns, parts);
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    @Override
    void split(float[] low, float[] high, int count) {
        for (int j = 0; j < count; j += SPECIES.length()) {
            FloatVector a = load(low, j);
            FloatVector b = load(high, j);
            a.add(b).intoArray(low, j);
            a.sub(b).intoArray(high, j);
        }
    }

    @Override
    void addThreeToThree(
            float[] first, float[] second, float[] third, int count, float[] a, float[] b, float[] c, float... f) {
        float f0 = f[0];
        float f1 = f[1];
        float f2 = f[2];
        float f3 = f[3];
        float f4 = f[4];
        float f5 = f[5];
        float f6 = f[6];
        float f7 = f[7];
        float f8 = f[8];
        for (int j = 0; j < count; j += SPECIES.length()) {
            FloatVector x = load(a, j);
            FloatVector y = load(b, j);
            FloatVector z = load(c, j);
            load(first, j).add(x.mul(f0)).add(y.mul(f1)).add(z.mul(f2)).intoArray(first, j);
            load(second, j).add(x.mul(f3)).add(y.mul(f4)).add(z.mul(f5)).intoArray(second, j);
            load(third, j).add(x.mul(f6)).add(y.mul(f7)).add(z.mul(f8)).intoArray(third, j);
        }
    }

    @Override
    void addThree(
            float[] result, int count, float[] a, float[] b, float[] c, float fa, float fb, float fc) {
        for (int j = 0; j < count; j += SPECIES.length()) {
            FloatVector sum = load(result, j).add(load(a, j).mul(fa)).add(load(b, j).mul(fb));
            sum.add(load(c, j).mul(fc)).intoArray(result, j);
        }
    }

    @Override
    void addOne(float[] result, int count, float[] a, float factor) {
        for (int j = 0; j < count; j += SPECIES.length()) {
            load(result, j).add(load(a, j).mul(factor)).intoArray(result, j);
        }
    }

    @Override
    void join(
            float[] evenRe,
            float[] evenIm,
            float[] oddRe,
            float[] oddIm,
            int count,
            float lowRe,
            float lowIm,
            float highRe,
            float highIm) {
        for (int j = 0; j < count; j += SPECIES.length()) {
            FloatVector a = load(evenRe, j).add(load(oddIm, j));
            FloatVector b = load(evenIm, j).sub(load(oddRe, j));
            FloatVector c = load(evenRe, j).sub(load(oddIm, j));
            FloatVector d = load(evenIm, j).add(load(oddRe, j));
            a.mul(lowRe).sub(b.mul(lowIm)).intoArray(evenRe, j);
            a.mul(lowIm).add(b.mul(lowRe)).intoArray(evenIm, j);
            c.mul(highRe).sub(d.mul(highIm)).intoArray(oddRe, j);
            c.mul(highIm).add(d.mul(highRe)).intoArray(oddIm, j);
        }
    }
}
