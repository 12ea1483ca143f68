package org.acutance.math.fft;

/** Arithmetic of rows by plain loops. */
final class DoubleArithmetic implements Arithmetic<double[]> {
    @Override
    public void separate(double[] re, double[] im, double[] mirrorRe, double[] mirrorIm, int columns) {
        for (int j = 0; j < columns; j++) {
            double a = re[j];
            double b = im[j];
            double c = mirrorRe[j];
            double d = mirrorIm[j];
            re[j] = 0.5f * (a + c);
            im[j] = 0.5f * (b - d);
            mirrorRe[j] = 0.5f * (b + d);
            mirrorIm[j] = 0.5f * (c - a);
        }
    }

    @Override
    public void combine(double[] re, double[] im, double[] mirrorRe, double[] mirrorIm, int columns, double factor) {
        double scale = factor;
        for (int j = 0; j < columns; j++) {
            double a = scale * re[j];
            double b = scale * im[j];
            double c = scale * mirrorRe[j];
            double d = scale * mirrorIm[j];
            re[j] = a - d;
            im[j] = b + c;
            mirrorRe[j] = a + d;
            mirrorIm[j] = c - b;
        }
    }

    @Override
    public void multiply(double[] xr, double[] xi, double[] hr, double[] hi, int columns) {
        for (int j = 0; j < columns; j++) {
            double re = xr[j];
            double im = xi[j];
            xr[j] = hr[j] * re - hi[j] * im;
            xi[j] = hr[j] * im + hi[j] * re;
        }
    }

    @Override
    public void multiplyConjugate(double[] xr, double[] xi, double[] hr, double[] hi, int columns) {
        for (int j = 0; j < columns; j++) {
            double re = xr[j];
            double im = xi[j];
            xr[j] = hr[j] * re + hi[j] * im;
            xi[j] = hr[j] * im - hi[j] * re;
        }
    }
}
