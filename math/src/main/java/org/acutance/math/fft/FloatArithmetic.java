package org.acutance.math.fft;

/** Arithmetic of rows by plain loops. */
final class FloatArithmetic implements Arithmetic<float[]> {
    @Override
    public void separate(float[] re, float[] im, float[] mirrorRe, float[] mirrorIm, int columns) {
        for (int j = 0; j < columns; j++) {
            float a = re[j];
            float b = im[j];
            float c = mirrorRe[j];
            float d = mirrorIm[j];
            re[j] = 0.5f * (a + c);
            im[j] = 0.5f * (b - d);
            mirrorRe[j] = 0.5f * (b + d);
            mirrorIm[j] = 0.5f * (c - a);
        }
    }

    @Override
    public void combine(float[] re, float[] im, float[] mirrorRe, float[] mirrorIm, int columns, double factor) {
        float scale = (float) factor;
        for (int j = 0; j < columns; j++) {
            float a = scale * re[j];
            float b = scale * im[j];
            float c = scale * mirrorRe[j];
            float d = scale * mirrorIm[j];
            re[j] = a - d;
            im[j] = b + c;
            mirrorRe[j] = a + d;
            mirrorIm[j] = c - b;
        }
    }

    @Override
    public void multiply(float[] xr, float[] xi, float[] hr, float[] hi, int columns) {
        for (int j = 0; j < columns; j++) {
            float re = xr[j];
            float im = xi[j];
            xr[j] = hr[j] * re - hi[j] * im;
            xi[j] = hr[j] * im + hi[j] * re;
        }
    }

    @Override
    public void multiplyConjugate(float[] xr, float[] xi, float[] hr, float[] hi, int columns) {
        for (int j = 0; j < columns; j++) {
            float re = xr[j];
            float im = xi[j];
            xr[j] = hr[j] * re + hi[j] * im;
            xi[j] = hr[j] * im - hi[j] * re;
        }
    }
}
