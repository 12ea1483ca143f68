package org.acutance.deblur.denoise;

/** The orthonormal discrete cosine transform of eight values. */
final class Cosine {
    private static final float MEAN = (float) Math.sqrt(1.0 / 8);
    private static final float C1 = cosine(1);
    private static final float C2 = cosine(2);
    private static final float C3 = cosine(3);
    private static final float C5 = cosine(5);
    private static final float C6 = cosine(6);
    private static final float C7 = cosine(7);

    private Cosine() {}

    private static float cosine(int sixteenths) {
        return (float) (0.5 * Math.cos(sixteenths * Math.PI / 16));
    }

    /** Eight values, {@code stride} apart: even orders from sums of mirrored values, odd orders from differences. */
    static void forward(float[] a, int at, int stride) {
        float s0 = a[at] + a[at + 7 * stride];
        float d0 = a[at] - a[at + 7 * stride];
        float s1 = a[at + stride] + a[at + 6 * stride];
        float d1 = a[at + stride] - a[at + 6 * stride];
        float s2 = a[at + 2 * stride] + a[at + 5 * stride];
        float d2 = a[at + 2 * stride] - a[at + 5 * stride];
        float s3 = a[at + 3 * stride] + a[at + 4 * stride];
        float d3 = a[at + 3 * stride] - a[at + 4 * stride];
        float e0 = s0 + s3;
        float e1 = s1 + s2;
        float f0 = s0 - s3;
        float f1 = s1 - s2;
        a[at] = (e0 + e1) * MEAN;
        a[at + stride] = d0 * C1 + d1 * C3 + d2 * C5 + d3 * C7;
        a[at + 2 * stride] = f0 * C2 + f1 * C6;
        a[at + 3 * stride] = d0 * C3 - d1 * C7 - d2 * C1 - d3 * C5;
        a[at + 4 * stride] = (e0 - e1) * MEAN;
        a[at + 5 * stride] = d0 * C5 - d1 * C1 + d2 * C7 + d3 * C3;
        a[at + 6 * stride] = f0 * C6 - f1 * C2;
        a[at + 7 * stride] = d0 * C7 - d1 * C5 + d2 * C3 - d3 * C1;
    }

    static void inverse(float[] a, int at, int stride) {
        float y1 = a[at + stride];
        float y3 = a[at + 3 * stride];
        float y5 = a[at + 5 * stride];
        float y7 = a[at + 7 * stride];
        float e0 = (a[at] + a[at + 4 * stride]) * MEAN;
        float e1 = (a[at] - a[at + 4 * stride]) * MEAN;
        float f0 = a[at + 2 * stride] * C2 + a[at + 6 * stride] * C6;
        float f1 = a[at + 2 * stride] * C6 - a[at + 6 * stride] * C2;
        float d0 = y1 * C1 + y3 * C3 + y5 * C5 + y7 * C7;
        float d1 = y1 * C3 - y3 * C7 - y5 * C1 - y7 * C5;
        float d2 = y1 * C5 - y3 * C1 + y5 * C7 + y7 * C3;
        float d3 = y1 * C7 - y3 * C5 + y5 * C3 - y7 * C1;
        a[at] = e0 + f0 + d0;
        a[at + stride] = e1 + f1 + d1;
        a[at + 2 * stride] = e1 - f1 + d2;
        a[at + 3 * stride] = e0 - f0 + d3;
        a[at + 4 * stride] = e0 - f0 - d3;
        a[at + 5 * stride] = e1 - f1 - d2;
        a[at + 6 * stride] = e1 + f1 - d1;
        a[at + 7 * stride] = e0 + f0 - d0;
    }
}
