package org.acutance.math.fft;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Arithmetic of rows by vectors, which do the same operations on the same values. */
final class DoubleVectorArithmetic implements Arithmetic<double[]> {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(SPECIES, values, at);
    }

    @Override
    public void separate(double[] re, double[] im, double[] mirrorRe, double[] mirrorIm, int columns) {
        for (int j = 0; j < columns; j += SPECIES.length()) {
            DoubleVector a = load(re, j);
            DoubleVector b = load(im, j);
            DoubleVector c = load(mirrorRe, j);
            DoubleVector d = load(mirrorIm, j);
            a.add(c).mul(0.5f).intoArray(re, j);
            b.sub(d).mul(0.5f).intoArray(im, j);
            b.add(d).mul(0.5f).intoArray(mirrorRe, j);
            c.sub(a).mul(0.5f).intoArray(mirrorIm, j);
        }
    }

    @Override
    public void combine(double[] re, double[] im, double[] mirrorRe, double[] mirrorIm, int columns, double factor) {
        double scale = factor;
        for (int j = 0; j < columns; j += SPECIES.length()) {
            DoubleVector a = load(re, j).mul(scale);
            DoubleVector b = load(im, j).mul(scale);
            DoubleVector c = load(mirrorRe, j).mul(scale);
            DoubleVector d = load(mirrorIm, j).mul(scale);
            a.sub(d).intoArray(re, j);
            b.add(c).intoArray(im, j);
            a.add(d).intoArray(mirrorRe, j);
            c.sub(b).intoArray(mirrorIm, j);
        }
    }

    @Override
    public void multiply(double[] xr, double[] xi, double[] hr, double[] hi, int columns) {
        for (int j = 0; j < columns; j += SPECIES.length()) {
            DoubleVector re = load(xr, j);
            DoubleVector im = load(xi, j);
            DoubleVector a = load(hr, j);
            DoubleVector b = load(hi, j);
            a.mul(re).sub(b.mul(im)).intoArray(xr, j);
            a.mul(im).add(b.mul(re)).intoArray(xi, j);
        }
    }

    @Override
    public void multiplyConjugate(double[] xr, double[] xi, double[] hr, double[] hi, int columns) {
        for (int j = 0; j < columns; j += SPECIES.length()) {
            DoubleVector re = load(xr, j);
            DoubleVector im = load(xi, j);
            DoubleVector a = load(hr, j);
            DoubleVector b = load(hi, j);
            a.mul(re).add(b.mul(im)).intoArray(xr, j);
            a.mul(im).sub(b.mul(re)).intoArray(xi, j);
        }
    }
}
