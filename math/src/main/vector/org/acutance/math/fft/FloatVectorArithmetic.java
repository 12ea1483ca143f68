package org.acutance.math.fft;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Arithmetic of rows by vectors, which do the same operations on the same values. */
final class FloatVectorArithmetic implements Arithmetic<float[]> {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    @Override
    public void separate(float[] re, float[] im, float[] mirrorRe, float[] mirrorIm, int columns) {
        for (int j = 0; j < columns; j += SPECIES.length()) {
            FloatVector a = load(re, j);
            FloatVector b = load(im, j);
            FloatVector c = load(mirrorRe, j);
            FloatVector d = load(mirrorIm, j);
            a.add(c).mul(0.5f).intoArray(re, j);
            b.sub(d).mul(0.5f).intoArray(im, j);
            b.add(d).mul(0.5f).intoArray(mirrorRe, j);
            c.sub(a).mul(0.5f).intoArray(mirrorIm, j);
        }
    }

    @Override
    public void combine(float[] re, float[] im, float[] mirrorRe, float[] mirrorIm, int columns, double factor) {
        float scale = (float) factor;
        for (int j = 0; j < columns; j += SPECIES.length()) {
            FloatVector a = load(re, j).mul(scale);
            FloatVector b = load(im, j).mul(scale);
            FloatVector c = load(mirrorRe, j).mul(scale);
            FloatVector d = load(mirrorIm, j).mul(scale);
            a.sub(d).intoArray(re, j);
            b.add(c).intoArray(im, j);
            a.add(d).intoArray(mirrorRe, j);
            c.sub(b).intoArray(mirrorIm, j);
        }
    }

    @Override
    public void multiply(float[] xr, float[] xi, float[] hr, float[] hi, int columns) {
        for (int j = 0; j < columns; j += SPECIES.length()) {
            FloatVector re = load(xr, j);
            FloatVector im = load(xi, j);
            FloatVector a = load(hr, j);
            FloatVector b = load(hi, j);
            a.mul(re).sub(b.mul(im)).intoArray(xr, j);
            a.mul(im).add(b.mul(re)).intoArray(xi, j);
        }
    }

    @Override
    public void multiplyConjugate(float[] xr, float[] xi, float[] hr, float[] hi, int columns) {
        for (int j = 0; j < columns; j += SPECIES.length()) {
            FloatVector re = load(xr, j);
            FloatVector im = load(xi, j);
            FloatVector a = load(hr, j);
            FloatVector b = load(hi, j);
            a.mul(re).add(b.mul(im)).intoArray(xr, j);
            a.mul(im).sub(b.mul(re)).intoArray(xi, j);
        }
    }
}
