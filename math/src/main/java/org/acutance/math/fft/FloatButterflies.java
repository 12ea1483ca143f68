package org.acutance.math.fft;

// spotless:off
/** Butterflies of short lengths. Written by ButterflyWriter, which lies beside the tests. */
final class FloatButterflies implements Butterflies<float[]> {
    private static final float C1_3 = -0.5f;
    private static final float C1_7 = 0.6234898f;
    private static final float C1_8 = 0.70710677f;
    private static final float C2_7 = -0.22252093f;
    private static final float C3_7 = -0.90096885f;
    private static final float QUARTER = 0.25f;
    private static final float ROOT5_4 = 0.559017f;
    private static final float S1_3 = 0.8660254f;
    private static final float S1_5 = 0.95105654f;
    private static final float S1_7 = 0.7818315f;
    private static final float S2_5 = 0.58778524f;
    private static final float S2_7 = 0.9749279f;
    private static final float S3_7 = 0.43388373f;
    private static final float S4_5 = -0.95105654f;
    private static final float S4_7 = -0.43388373f;
    private static final float S6_7 = -0.7818315f;

    @Override public Arithmetic<float[]> arithmetic() { return new FloatArithmetic(); }

    @Override
    public int quantum() {
        return 1;
    }

    @Override
    public void pass(Stage<float[]> stage, float[][] re, float[][] im, int at, int columns, Rows<float[]> spare) {
        switch (stage.radix()) {
            case 1 -> twiddled1(stage, re, im, at, columns);
            case 2 -> { if (stage.twiddled()) { twiddled2(stage, re, im, at, columns); } else { plain2(stage, re, im, at, columns); } }
            case 3 -> { if (stage.twiddled()) { twiddled3(stage, re, im, at, columns); } else { plain3(stage, re, im, at, columns); } }
            case 4 -> { if (stage.twiddled()) { twiddled4(stage, re, im, at, columns); } else { plain4(stage, re, im, at, columns); } }
            case 5 -> { if (stage.twiddled()) { twiddled5(stage, re, im, at, columns); } else { plain5(stage, re, im, at, columns); } }
            case 7 -> { if (stage.twiddled()) { twiddled7(stage, re, im, at, columns); } else { plain7(stage, re, im, at, columns); } }
            case 8 -> { if (stage.twiddled()) { twiddled8(stage, re, im, at, columns); } else { plain8(stage, re, im, at, columns); } }
            default -> new FloatPrimes(stage, columns, spare).pass(re, im, at);
        }
    }

    private static void twiddled1(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final float[] w = stage.twiddles();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x];
            final int q = p * 2;
            final float w0r = w[q], w0i = w[q + 1];
            loop0(a0, b0, w0r, w0i, columns);
        }
    }

    private static void twiddled2(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        final float[] w = stage.twiddles();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final int q = p * 2;
            final float w1r = w[q], w1i = w[q + 1];
            loop1(a0, b0, a1, b1, w1r, w1i, columns);
        }
    }

    private static void plain2(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            loop2(a0, b0, a1, b1, columns);
        }
    }

    private static void twiddled3(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        final float[] w = stage.twiddles();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final float[] a2 = re[x + 2 * step], b2 = im[x + 2 * step];
            final int q = p * 4;
            final float w1r = w[q], w1i = w[q + 1], w2r = w[q + 2], w2i = w[q + 3];
            loop2(a1, b1, a2, b2, columns);
            loop3(a0, a1, b0, b1, columns);
            loop4(a2, b2, a1, b1, w1r, w1i, w2r, w2i, columns);
        }
    }

    private static void plain3(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final float[] a2 = re[x + 2 * step], b2 = im[x + 2 * step];
            loop2(a1, b1, a2, b2, columns);
            loop3(a0, a1, b0, b1, columns);
            loop5(a2, b2, a1, b1, columns);
        }
    }

    private static void twiddled4(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        final float[] w = stage.twiddles();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final float[] a2 = re[x + 2 * step], b2 = im[x + 2 * step], a3 = re[x + 3 * step], b3 = im[x + 3 * step];
            final int q = p * 6;
            final float w1r = w[q], w1i = w[q + 1], w2r = w[q + 2], w2i = w[q + 3], w3r = w[q + 4], w3i = w[q + 5];
            loop2(a0, b0, a2, b2, columns);
            loop6(a1, b1, a3, b3, columns);
            loop1(a0, b0, a1, b1, w1r, w1i, columns);
            loop7(a2, b2, a3, b3, w2r, w2i, w3r, w3i, columns);
        }
    }

    private static void plain4(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final float[] a2 = re[x + 2 * step], b2 = im[x + 2 * step], a3 = re[x + 3 * step], b3 = im[x + 3 * step];
            loop2(a0, b0, a2, b2, columns);
            loop6(a1, b1, a3, b3, columns);
            loop2(a0, b0, a1, b1, columns);
            loop2(a2, b2, a3, b3, columns);
        }
    }

    private static void twiddled5(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        final float[] w = stage.twiddles();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final float[] a2 = re[x + 2 * step], b2 = im[x + 2 * step], a3 = re[x + 3 * step], b3 = im[x + 3 * step];
            final float[] a4 = re[x + 4 * step], b4 = im[x + 4 * step];
            final int q = p * 8;
            final float w1r = w[q], w1i = w[q + 1], w2r = w[q + 2], w2i = w[q + 3], w3r = w[q + 4], w3i = w[q + 5];
            final float w4r = w[q + 6], w4i = w[q + 7];
            loop2(a1, b1, a4, b4, columns);
            loop2(a2, b2, a3, b3, columns);
            loop8(a0, a1, a2, columns);
            loop8(b0, b1, b2, columns);
            loop9(a4, a3, columns);
            loop9(b4, b3, columns);
            loop10(a1, b1, a4, b4, w1r, w1i, w4r, w4i, columns);
            loop10(a2, b2, a3, b3, w2r, w2i, w3r, w3i, columns);
        }
    }

    private static void plain5(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final float[] a2 = re[x + 2 * step], b2 = im[x + 2 * step], a3 = re[x + 3 * step], b3 = im[x + 3 * step];
            final float[] a4 = re[x + 4 * step], b4 = im[x + 4 * step];
            loop2(a1, b1, a4, b4, columns);
            loop2(a2, b2, a3, b3, columns);
            loop8(a0, a1, a2, columns);
            loop8(b0, b1, b2, columns);
            loop9(a4, a3, columns);
            loop9(b4, b3, columns);
            loop11(a1, b1, a4, b4, columns);
            loop11(a2, b2, a3, b3, columns);
        }
    }

    private static void twiddled7(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        final float[] w = stage.twiddles();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final float[] a2 = re[x + 2 * step], b2 = im[x + 2 * step], a3 = re[x + 3 * step], b3 = im[x + 3 * step];
            final float[] a4 = re[x + 4 * step], b4 = im[x + 4 * step], a5 = re[x + 5 * step], b5 = im[x + 5 * step];
            final float[] a6 = re[x + 6 * step], b6 = im[x + 6 * step];
            final int q = p * 12;
            final float w1r = w[q], w1i = w[q + 1], w2r = w[q + 2], w2i = w[q + 3], w3r = w[q + 4], w3i = w[q + 5];
            final float w4r = w[q + 6], w4i = w[q + 7], w5r = w[q + 8], w5i = w[q + 9];
            final float w6r = w[q + 10], w6i = w[q + 11];
            loop2(a1, b1, a6, b6, columns);
            loop2(a2, b2, a5, b5, columns);
            loop2(a3, b3, a4, b4, columns);
            loop12(a0, a1, a2, a3, columns);
            loop12(b0, b1, b2, b3, columns);
            loop13(a6, a5, a4, columns);
            loop13(b6, b5, b4, columns);
            loop10(a1, b1, a6, b6, w1r, w1i, w6r, w6i, columns);
            loop10(a2, b2, a5, b5, w2r, w2i, w5r, w5i, columns);
            loop10(a3, b3, a4, b4, w3r, w3i, w4r, w4i, columns);
        }
    }

    private static void plain7(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final float[] a2 = re[x + 2 * step], b2 = im[x + 2 * step], a3 = re[x + 3 * step], b3 = im[x + 3 * step];
            final float[] a4 = re[x + 4 * step], b4 = im[x + 4 * step], a5 = re[x + 5 * step], b5 = im[x + 5 * step];
            final float[] a6 = re[x + 6 * step], b6 = im[x + 6 * step];
            loop2(a1, b1, a6, b6, columns);
            loop2(a2, b2, a5, b5, columns);
            loop2(a3, b3, a4, b4, columns);
            loop12(a0, a1, a2, a3, columns);
            loop12(b0, b1, b2, b3, columns);
            loop13(a6, a5, a4, columns);
            loop13(b6, b5, b4, columns);
            loop11(a1, b1, a6, b6, columns);
            loop11(a2, b2, a5, b5, columns);
            loop11(a3, b3, a4, b4, columns);
        }
    }

    private static void twiddled8(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        final float[] w = stage.twiddles();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final float[] a2 = re[x + 2 * step], b2 = im[x + 2 * step], a3 = re[x + 3 * step], b3 = im[x + 3 * step];
            final float[] a4 = re[x + 4 * step], b4 = im[x + 4 * step], a5 = re[x + 5 * step], b5 = im[x + 5 * step];
            final float[] a6 = re[x + 6 * step], b6 = im[x + 6 * step], a7 = re[x + 7 * step], b7 = im[x + 7 * step];
            final int q = p * 14;
            final float w1r = w[q], w1i = w[q + 1], w2r = w[q + 2], w2i = w[q + 3], w3r = w[q + 4], w3i = w[q + 5];
            final float w4r = w[q + 6], w4i = w[q + 7], w5r = w[q + 8], w5i = w[q + 9];
            final float w6r = w[q + 10], w6i = w[q + 11], w7r = w[q + 12], w7i = w[q + 13];
            loop2(a0, b0, a4, b4, columns);
            loop14(a1, b1, a5, b5, columns);
            loop6(a2, b2, a6, b6, columns);
            loop15(a3, b3, a7, b7, columns);
            loop2(a0, b0, a2, b2, columns);
            loop6(a1, b1, a3, b3, columns);
            loop1(a0, b0, a1, b1, w1r, w1i, columns);
            loop7(a2, b2, a3, b3, w2r, w2i, w3r, w3i, columns);
            loop2(a4, b4, a6, b6, columns);
            loop6(a5, b5, a7, b7, columns);
            loop7(a4, b4, a5, b5, w4r, w4i, w5r, w5i, columns);
            loop7(a6, b6, a7, b7, w6r, w6i, w7r, w7i, columns);
        }
    }

    private static void plain8(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final float[] a2 = re[x + 2 * step], b2 = im[x + 2 * step], a3 = re[x + 3 * step], b3 = im[x + 3 * step];
            final float[] a4 = re[x + 4 * step], b4 = im[x + 4 * step], a5 = re[x + 5 * step], b5 = im[x + 5 * step];
            final float[] a6 = re[x + 6 * step], b6 = im[x + 6 * step], a7 = re[x + 7 * step], b7 = im[x + 7 * step];
            loop2(a0, b0, a4, b4, columns);
            loop14(a1, b1, a5, b5, columns);
            loop6(a2, b2, a6, b6, columns);
            loop15(a3, b3, a7, b7, columns);
            loop2(a0, b0, a2, b2, columns);
            loop6(a1, b1, a3, b3, columns);
            loop2(a0, b0, a1, b1, columns);
            loop2(a2, b2, a3, b3, columns);
            loop2(a4, b4, a6, b6, columns);
            loop6(a5, b5, a7, b7, columns);
            loop2(a4, b4, a5, b5, columns);
            loop2(a6, b6, a7, b7, columns);
        }
    }

    private static void loop0(float[] r0, float[] r1, float f0, float f1, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = v0 * f0, v3 = v1 * f1, v4 = v2 - v3, v5 = v0 * f1, v6 = v1 * f0;
            float v7 = v5 + v6;
            r0[j] = v4; r1[j] = v7;
        }
    }

    private static void loop1(float[] r0, float[] r1, float[] r2, float[] r3, float f0, float f1, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = r2[j], v3 = r3[j], v4 = v0 + v2, v5 = v1 + v3, v6 = v0 - v2;
            float v7 = v1 - v3, v8 = v6 * f0, v9 = v7 * f1, v10 = v8 - v9, v11 = v6 * f1, v12 = v7 * f0;
            float v13 = v11 + v12;
            r0[j] = v4; r2[j] = v10; r1[j] = v5; r3[j] = v13;
        }
    }

    private static void loop2(float[] r0, float[] r1, float[] r2, float[] r3, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = r2[j], v3 = r3[j], v4 = v0 + v2, v5 = v1 + v3, v6 = v0 - v2;
            float v7 = v1 - v3;
            r0[j] = v4; r2[j] = v6; r1[j] = v5; r3[j] = v7;
        }
    }

    private static void loop3(float[] r0, float[] r1, float[] r2, float[] r3, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = v0 + v1, v3 = v1 * C1_3, v4 = v0 + v3, v5 = r2[j], v6 = r3[j];
            float v7 = v5 + v6, v8 = v6 * C1_3, v9 = v5 + v8;
            r0[j] = v2; r1[j] = v4; r2[j] = v7; r3[j] = v9;
        }
    }

    private static void loop4(float[] r0, float[] r1, float[] r2, float[] r3, float f0, float f1, float f2, float f3, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = v0 * S1_3, v2 = r1[j], v3 = v2 * S1_3, v4 = r2[j], v5 = r3[j], v6 = v4 + v3;
            float v7 = v5 - v1, v8 = v6 * f0, v9 = v7 * f1, v10 = v8 - v9, v11 = v6 * f1, v12 = v7 * f0;
            float v13 = v11 + v12, v14 = v4 - v3, v15 = v5 + v1, v16 = v14 * f2, v17 = v15 * f3, v18 = v16 - v17;
            float v19 = v14 * f3, v20 = v15 * f2, v21 = v19 + v20;
            r2[j] = v10; r0[j] = v18; r3[j] = v13; r1[j] = v21;
        }
    }

    private static void loop5(float[] r0, float[] r1, float[] r2, float[] r3, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = v0 * S1_3, v2 = r1[j], v3 = v2 * S1_3, v4 = r2[j], v5 = r3[j], v6 = v4 + v3;
            float v7 = v5 - v1, v8 = v4 - v3, v9 = v5 + v1;
            r2[j] = v6; r0[j] = v8; r3[j] = v7; r1[j] = v9;
        }
    }

    private static void loop6(float[] r0, float[] r1, float[] r2, float[] r3, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = r2[j], v3 = r3[j], v4 = v0 + v2, v5 = v1 + v3, v6 = v0 - v2;
            float v7 = v1 - v3;
            r0[j] = v4; r2[j] = v7; r1[j] = v5; r3[j] = -v6;
        }
    }

    private static void loop7(float[] r0, float[] r1, float[] r2, float[] r3, float f0, float f1, float f2, float f3, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = r2[j], v3 = r3[j], v4 = v0 + v2, v5 = v1 + v3, v6 = v0 - v2;
            float v7 = v1 - v3, v8 = v4 * f0, v9 = v5 * f1, v10 = v8 - v9, v11 = v4 * f1, v12 = v5 * f0;
            float v13 = v11 + v12, v14 = v6 * f2, v15 = v7 * f3, v16 = v14 - v15, v17 = v6 * f3, v18 = v7 * f2;
            float v19 = v17 + v18;
            r0[j] = v10; r2[j] = v16; r1[j] = v13; r3[j] = v19;
        }
    }

    private static void loop8(float[] r0, float[] r1, float[] r2, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = r2[j], v3 = v1 + v2, v4 = v1 - v2, v5 = v3 * QUARTER, v6 = v0 - v5;
            float v7 = v4 * ROOT5_4, v8 = v0 + v3, v9 = v6 + v7, v10 = v6 - v7;
            r0[j] = v8; r1[j] = v9; r2[j] = v10;
        }
    }

    private static void loop9(float[] r0, float[] r1, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = v0 * S1_5, v3 = v1 * S2_5, v4 = v2 + v3, v5 = v0 * S2_5, v6 = v1 * S4_5;
            float v7 = v5 + v6;
            r1[j] = v7; r0[j] = v4;
        }
    }

    private static void loop10(float[] r0, float[] r1, float[] r2, float[] r3, float f0, float f1, float f2, float f3, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = r2[j], v3 = r3[j], v4 = v0 + v3, v5 = v1 - v2, v6 = v4 * f0;
            float v7 = v5 * f1, v8 = v6 - v7, v9 = v4 * f1, v10 = v5 * f0, v11 = v9 + v10, v12 = v0 - v3;
            float v13 = v1 + v2, v14 = v12 * f2, v15 = v13 * f3, v16 = v14 - v15, v17 = v12 * f3, v18 = v13 * f2;
            float v19 = v17 + v18;
            r0[j] = v8; r2[j] = v16; r1[j] = v11; r3[j] = v19;
        }
    }

    private static void loop11(float[] r0, float[] r1, float[] r2, float[] r3, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = r2[j], v3 = r3[j], v4 = v0 + v3, v5 = v1 - v2, v6 = v0 - v3;
            float v7 = v1 + v2;
            r0[j] = v4; r2[j] = v6; r1[j] = v5; r3[j] = v7;
        }
    }

    private static void loop12(float[] r0, float[] r1, float[] r2, float[] r3, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = v0 + v1, v3 = r2[j], v4 = v2 + v3, v5 = r3[j], v6 = v4 + v5;
            float v7 = v1 * C1_7, v8 = v0 + v7, v9 = v3 * C2_7, v10 = v8 + v9, v11 = v5 * C3_7, v12 = v10 + v11;
            float v13 = v1 * C2_7, v14 = v0 + v13, v15 = v3 * C3_7, v16 = v14 + v15, v17 = v5 * C1_7, v18 = v16 + v17;
            float v19 = v1 * C3_7, v20 = v0 + v19, v21 = v3 * C1_7, v22 = v20 + v21, v23 = v5 * C2_7, v24 = v22 + v23;
            r0[j] = v6; r1[j] = v12; r2[j] = v18; r3[j] = v24;
        }
    }

    private static void loop13(float[] r0, float[] r1, float[] r2, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = r2[j], v3 = v0 * S1_7, v4 = v1 * S2_7, v5 = v3 + v4, v6 = v2 * S3_7;
            float v7 = v5 + v6, v8 = v0 * S2_7, v9 = v1 * S4_7, v10 = v8 + v9, v11 = v2 * S6_7, v12 = v10 + v11;
            float v13 = v0 * S3_7, v14 = v1 * S6_7, v15 = v13 + v14, v16 = v2 * S2_7, v17 = v15 + v16;
            r2[j] = v17; r1[j] = v12; r0[j] = v7;
        }
    }

    private static void loop14(float[] r0, float[] r1, float[] r2, float[] r3, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = r2[j], v3 = r3[j], v4 = v0 + v2, v5 = v1 + v3, v6 = v0 - v2;
            float v7 = v1 - v3, v8 = v6 + v7, v9 = v8 * C1_8, v10 = v7 - v6, v11 = v10 * C1_8;
            r0[j] = v4; r2[j] = v9; r1[j] = v5; r3[j] = v11;
        }
    }

    private static void loop15(float[] r0, float[] r1, float[] r2, float[] r3, int columns) {
        for (int j = 0; j < columns; j++) {
            float v0 = r0[j], v1 = r1[j], v2 = r2[j], v3 = r3[j], v4 = v0 + v2, v5 = v1 + v3, v6 = v0 - v2;
            float v7 = v1 - v3, v8 = v7 - v6, v9 = v8 * C1_8, v10 = v6 + v7, v11 = v10 * C1_8;
            r0[j] = v4; r2[j] = v9; r1[j] = v5; r3[j] = -v11;
        }
    }
}
// spotless:on
