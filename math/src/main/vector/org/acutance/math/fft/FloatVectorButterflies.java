package org.acutance.math.fft;

// spotless:off
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Butterflies of short lengths. Written by ButterflyWriter, which lies beside the tests. */
final class FloatVectorButterflies implements Butterflies<float[]> {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
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

    @Override public Arithmetic<float[]> arithmetic() { return new FloatVectorArithmetic(); }

    @Override
    public int quantum() {
        return SPECIES.length();
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
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
            default -> new FloatVectorPrimes(stage, columns, spare).pass(re, im, at);
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
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a0, j), v1 = load(b0, j), v2 = v0.mul(w0r), v3 = v1.mul(w0i), v4 = v2.sub(v3);
                FloatVector v5 = v0.mul(w0i), v6 = v1.mul(w0r), v7 = v5.add(v6);
                v4.intoArray(a0, j); v7.intoArray(b0, j);
            }
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
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a0, j), v1 = load(b0, j), v2 = load(a1, j), v3 = load(b1, j), v4 = v0.add(v2);
                FloatVector v5 = v1.add(v3), v6 = v0.sub(v2), v7 = v1.sub(v3), v8 = v6.mul(w1r), v9 = v7.mul(w1i);
                FloatVector v10 = v8.sub(v9), v11 = v6.mul(w1i), v12 = v7.mul(w1r), v13 = v11.add(v12);
                v4.intoArray(a0, j); v10.intoArray(a1, j); v5.intoArray(b0, j); v13.intoArray(b1, j);
            }
        }
    }

    private static void plain2(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a0, j), v1 = load(b0, j), v2 = load(a1, j), v3 = load(b1, j), v4 = v0.add(v2);
                FloatVector v5 = v1.add(v3), v6 = v0.sub(v2), v7 = v1.sub(v3);
                v4.intoArray(a0, j); v6.intoArray(a1, j); v5.intoArray(b0, j); v7.intoArray(b1, j);
            }
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
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a1, j), v1 = load(b1, j), v2 = load(a2, j), v3 = load(b2, j), v4 = v0.add(v2);
                FloatVector v5 = v1.add(v3), v6 = v0.sub(v2), v7 = v1.sub(v3), v8 = load(a0, j), v9 = v8.add(v4);
                FloatVector v10 = v4.mul(C1_3), v11 = v8.add(v10), v12 = load(b0, j), v13 = v12.add(v5);
                FloatVector v14 = v5.mul(C1_3), v15 = v12.add(v14), v16 = v6.mul(S1_3), v17 = v7.mul(S1_3);
                FloatVector v18 = v11.add(v17), v19 = v15.sub(v16), v20 = v18.mul(w1r), v21 = v19.mul(w1i);
                FloatVector v22 = v20.sub(v21), v23 = v18.mul(w1i), v24 = v19.mul(w1r), v25 = v23.add(v24);
                FloatVector v26 = v11.sub(v17), v27 = v15.add(v16), v28 = v26.mul(w2r), v29 = v27.mul(w2i);
                FloatVector v30 = v28.sub(v29), v31 = v26.mul(w2i), v32 = v27.mul(w2r), v33 = v31.add(v32);
                v9.intoArray(a0, j); v22.intoArray(a1, j); v30.intoArray(a2, j); v13.intoArray(b0, j);
                v25.intoArray(b1, j); v33.intoArray(b2, j);
            }
        }
    }

    private static void plain3(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final float[] a2 = re[x + 2 * step], b2 = im[x + 2 * step];
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a1, j), v1 = load(b1, j), v2 = load(a2, j), v3 = load(b2, j), v4 = v0.add(v2);
                FloatVector v5 = v1.add(v3), v6 = v0.sub(v2), v7 = v1.sub(v3), v8 = load(a0, j), v9 = v8.add(v4);
                FloatVector v10 = v4.mul(C1_3), v11 = v8.add(v10), v12 = load(b0, j), v13 = v12.add(v5);
                FloatVector v14 = v5.mul(C1_3), v15 = v12.add(v14), v16 = v6.mul(S1_3), v17 = v7.mul(S1_3);
                FloatVector v18 = v11.add(v17), v19 = v15.sub(v16), v20 = v11.sub(v17), v21 = v15.add(v16);
                v9.intoArray(a0, j); v18.intoArray(a1, j); v20.intoArray(a2, j); v13.intoArray(b0, j);
                v19.intoArray(b1, j); v21.intoArray(b2, j);
            }
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
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a0, j), v1 = load(b0, j), v2 = load(a2, j), v3 = load(b2, j), v4 = v0.add(v2);
                FloatVector v5 = v1.add(v3), v6 = v0.sub(v2), v7 = v1.sub(v3), v8 = load(a1, j), v9 = load(b1, j);
                FloatVector v10 = load(a3, j), v11 = load(b3, j), v12 = v8.add(v10), v13 = v9.add(v11);
                FloatVector v14 = v8.sub(v10), v15 = v9.sub(v11), v16 = v4.add(v12), v17 = v5.add(v13);
                FloatVector v18 = v4.sub(v12), v19 = v5.sub(v13), v20 = v18.mul(w1r), v21 = v19.mul(w1i);
                FloatVector v22 = v20.sub(v21), v23 = v18.mul(w1i), v24 = v19.mul(w1r), v25 = v23.add(v24);
                FloatVector v26 = v6.add(v15), v27 = v7.sub(v14), v28 = v6.sub(v15), v29 = v7.add(v14);
                FloatVector v30 = v26.mul(w2r), v31 = v27.mul(w2i), v32 = v30.sub(v31), v33 = v26.mul(w2i);
                FloatVector v34 = v27.mul(w2r), v35 = v33.add(v34), v36 = v28.mul(w3r), v37 = v29.mul(w3i);
                FloatVector v38 = v36.sub(v37), v39 = v28.mul(w3i), v40 = v29.mul(w3r), v41 = v39.add(v40);
                v16.intoArray(a0, j); v22.intoArray(a1, j); v32.intoArray(a2, j); v38.intoArray(a3, j);
                v17.intoArray(b0, j); v25.intoArray(b1, j); v35.intoArray(b2, j); v41.intoArray(b3, j);
            }
        }
    }

    private static void plain4(
            Stage<float[]> stage, float[][] re, float[][] im, int at, int columns) {
        final int step = stage.step();
        for (int p = 0; p < stage.count(); p++) {
            final int x = at + p * stage.next();
            final float[] a0 = re[x], b0 = im[x], a1 = re[x + step], b1 = im[x + step];
            final float[] a2 = re[x + 2 * step], b2 = im[x + 2 * step], a3 = re[x + 3 * step], b3 = im[x + 3 * step];
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a0, j), v1 = load(b0, j), v2 = load(a2, j), v3 = load(b2, j), v4 = v0.add(v2);
                FloatVector v5 = v1.add(v3), v6 = v0.sub(v2), v7 = v1.sub(v3), v8 = load(a1, j), v9 = load(b1, j);
                FloatVector v10 = load(a3, j), v11 = load(b3, j), v12 = v8.add(v10), v13 = v9.add(v11);
                FloatVector v14 = v8.sub(v10), v15 = v9.sub(v11), v16 = v4.add(v12), v17 = v5.add(v13);
                FloatVector v18 = v4.sub(v12), v19 = v5.sub(v13), v20 = v6.add(v15), v21 = v7.sub(v14);
                FloatVector v22 = v6.sub(v15), v23 = v7.add(v14);
                v16.intoArray(a0, j); v18.intoArray(a1, j); v20.intoArray(a2, j); v22.intoArray(a3, j);
                v17.intoArray(b0, j); v19.intoArray(b1, j); v21.intoArray(b2, j); v23.intoArray(b3, j);
            }
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
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a1, j), v1 = load(b1, j), v2 = load(a4, j), v3 = load(b4, j), v4 = v0.add(v2);
                FloatVector v5 = v1.add(v3), v6 = v0.sub(v2), v7 = v1.sub(v3), v8 = load(a2, j), v9 = load(b2, j);
                FloatVector v10 = load(a3, j), v11 = load(b3, j), v12 = v8.add(v10), v13 = v9.add(v11);
                FloatVector v14 = v8.sub(v10), v15 = v9.sub(v11), v16 = load(a0, j), v17 = v4.add(v12);
                FloatVector v18 = v4.sub(v12), v19 = v17.mul(QUARTER), v20 = v16.sub(v19), v21 = v18.mul(ROOT5_4);
                FloatVector v22 = v16.add(v17), v23 = v20.add(v21), v24 = v20.sub(v21), v25 = load(b0, j);
                FloatVector v26 = v5.add(v13), v27 = v5.sub(v13), v28 = v26.mul(QUARTER), v29 = v25.sub(v28);
                FloatVector v30 = v27.mul(ROOT5_4), v31 = v25.add(v26), v32 = v29.add(v30), v33 = v29.sub(v30);
                FloatVector v34 = v6.mul(S1_5), v35 = v14.mul(S2_5), v36 = v34.add(v35), v37 = v6.mul(S2_5);
                FloatVector v38 = v14.mul(S4_5), v39 = v37.add(v38), v40 = v7.mul(S1_5), v41 = v15.mul(S2_5);
                FloatVector v42 = v40.add(v41), v43 = v7.mul(S2_5), v44 = v15.mul(S4_5), v45 = v43.add(v44);
                FloatVector v46 = v23.add(v42), v47 = v32.sub(v36), v48 = v46.mul(w1r), v49 = v47.mul(w1i);
                FloatVector v50 = v48.sub(v49), v51 = v46.mul(w1i), v52 = v47.mul(w1r), v53 = v51.add(v52);
                FloatVector v54 = v23.sub(v42), v55 = v32.add(v36), v56 = v54.mul(w4r), v57 = v55.mul(w4i);
                FloatVector v58 = v56.sub(v57), v59 = v54.mul(w4i), v60 = v55.mul(w4r), v61 = v59.add(v60);
                FloatVector v62 = v24.add(v45), v63 = v33.sub(v39), v64 = v62.mul(w2r), v65 = v63.mul(w2i);
                FloatVector v66 = v64.sub(v65), v67 = v62.mul(w2i), v68 = v63.mul(w2r), v69 = v67.add(v68);
                FloatVector v70 = v24.sub(v45), v71 = v33.add(v39), v72 = v70.mul(w3r), v73 = v71.mul(w3i);
                FloatVector v74 = v72.sub(v73), v75 = v70.mul(w3i), v76 = v71.mul(w3r), v77 = v75.add(v76);
                v22.intoArray(a0, j); v50.intoArray(a1, j); v66.intoArray(a2, j); v74.intoArray(a3, j);
                v58.intoArray(a4, j); v31.intoArray(b0, j); v53.intoArray(b1, j); v69.intoArray(b2, j);
                v77.intoArray(b3, j); v61.intoArray(b4, j);
            }
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
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a1, j), v1 = load(b1, j), v2 = load(a4, j), v3 = load(b4, j), v4 = v0.add(v2);
                FloatVector v5 = v1.add(v3), v6 = v0.sub(v2), v7 = v1.sub(v3), v8 = load(a2, j), v9 = load(b2, j);
                FloatVector v10 = load(a3, j), v11 = load(b3, j), v12 = v8.add(v10), v13 = v9.add(v11);
                FloatVector v14 = v8.sub(v10), v15 = v9.sub(v11), v16 = load(a0, j), v17 = v4.add(v12);
                FloatVector v18 = v4.sub(v12), v19 = v17.mul(QUARTER), v20 = v16.sub(v19), v21 = v18.mul(ROOT5_4);
                FloatVector v22 = v16.add(v17), v23 = v20.add(v21), v24 = v20.sub(v21), v25 = load(b0, j);
                FloatVector v26 = v5.add(v13), v27 = v5.sub(v13), v28 = v26.mul(QUARTER), v29 = v25.sub(v28);
                FloatVector v30 = v27.mul(ROOT5_4), v31 = v25.add(v26), v32 = v29.add(v30), v33 = v29.sub(v30);
                FloatVector v34 = v6.mul(S1_5), v35 = v14.mul(S2_5), v36 = v34.add(v35), v37 = v6.mul(S2_5);
                FloatVector v38 = v14.mul(S4_5), v39 = v37.add(v38), v40 = v7.mul(S1_5), v41 = v15.mul(S2_5);
                FloatVector v42 = v40.add(v41), v43 = v7.mul(S2_5), v44 = v15.mul(S4_5), v45 = v43.add(v44);
                FloatVector v46 = v23.add(v42), v47 = v32.sub(v36), v48 = v23.sub(v42), v49 = v32.add(v36);
                FloatVector v50 = v24.add(v45), v51 = v33.sub(v39), v52 = v24.sub(v45), v53 = v33.add(v39);
                v22.intoArray(a0, j); v46.intoArray(a1, j); v50.intoArray(a2, j); v52.intoArray(a3, j);
                v48.intoArray(a4, j); v31.intoArray(b0, j); v47.intoArray(b1, j); v51.intoArray(b2, j);
                v53.intoArray(b3, j); v49.intoArray(b4, j);
            }
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
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a1, j), v1 = load(b1, j), v2 = load(a6, j), v3 = load(b6, j), v4 = v0.add(v2);
                FloatVector v5 = v1.add(v3), v6 = v0.sub(v2), v7 = v1.sub(v3), v8 = load(a2, j), v9 = load(b2, j);
                FloatVector v10 = load(a5, j), v11 = load(b5, j), v12 = v8.add(v10), v13 = v9.add(v11);
                FloatVector v14 = v8.sub(v10), v15 = v9.sub(v11), v16 = load(a3, j), v17 = load(b3, j);
                FloatVector v18 = load(a4, j), v19 = load(b4, j), v20 = v16.add(v18), v21 = v17.add(v19);
                FloatVector v22 = v16.sub(v18), v23 = v17.sub(v19), v24 = load(a0, j), v25 = v24.add(v4);
                FloatVector v26 = v25.add(v12), v27 = v26.add(v20), v28 = v4.mul(C1_7), v29 = v24.add(v28);
                FloatVector v30 = v12.mul(C2_7), v31 = v29.add(v30), v32 = v20.mul(C3_7), v33 = v31.add(v32);
                FloatVector v34 = v4.mul(C2_7), v35 = v24.add(v34), v36 = v12.mul(C3_7), v37 = v35.add(v36);
                FloatVector v38 = v20.mul(C1_7), v39 = v37.add(v38), v40 = v4.mul(C3_7), v41 = v24.add(v40);
                FloatVector v42 = v12.mul(C1_7), v43 = v41.add(v42), v44 = v20.mul(C2_7), v45 = v43.add(v44);
                FloatVector v46 = load(b0, j), v47 = v46.add(v5), v48 = v47.add(v13), v49 = v48.add(v21);
                FloatVector v50 = v5.mul(C1_7), v51 = v46.add(v50), v52 = v13.mul(C2_7), v53 = v51.add(v52);
                FloatVector v54 = v21.mul(C3_7), v55 = v53.add(v54), v56 = v5.mul(C2_7), v57 = v46.add(v56);
                FloatVector v58 = v13.mul(C3_7), v59 = v57.add(v58), v60 = v21.mul(C1_7), v61 = v59.add(v60);
                FloatVector v62 = v5.mul(C3_7), v63 = v46.add(v62), v64 = v13.mul(C1_7), v65 = v63.add(v64);
                FloatVector v66 = v21.mul(C2_7), v67 = v65.add(v66), v68 = v6.mul(S1_7), v69 = v14.mul(S2_7);
                FloatVector v70 = v68.add(v69), v71 = v22.mul(S3_7), v72 = v70.add(v71), v73 = v6.mul(S2_7);
                FloatVector v74 = v14.mul(S4_7), v75 = v73.add(v74), v76 = v22.mul(S6_7), v77 = v75.add(v76);
                FloatVector v78 = v6.mul(S3_7), v79 = v14.mul(S6_7), v80 = v78.add(v79), v81 = v22.mul(S2_7);
                FloatVector v82 = v80.add(v81), v83 = v7.mul(S1_7), v84 = v15.mul(S2_7), v85 = v83.add(v84);
                FloatVector v86 = v23.mul(S3_7), v87 = v85.add(v86), v88 = v7.mul(S2_7), v89 = v15.mul(S4_7);
                FloatVector v90 = v88.add(v89), v91 = v23.mul(S6_7), v92 = v90.add(v91), v93 = v7.mul(S3_7);
                FloatVector v94 = v15.mul(S6_7), v95 = v93.add(v94), v96 = v23.mul(S2_7), v97 = v95.add(v96);
                FloatVector v98 = v33.add(v87), v99 = v55.sub(v72), v100 = v98.mul(w1r), v101 = v99.mul(w1i);
                FloatVector v102 = v100.sub(v101), v103 = v98.mul(w1i), v104 = v99.mul(w1r), v105 = v103.add(v104);
                FloatVector v106 = v33.sub(v87), v107 = v55.add(v72), v108 = v106.mul(w6r), v109 = v107.mul(w6i);
                FloatVector v110 = v108.sub(v109), v111 = v106.mul(w6i), v112 = v107.mul(w6r), v113 = v111.add(v112);
                FloatVector v114 = v39.add(v92), v115 = v61.sub(v77), v116 = v114.mul(w2r), v117 = v115.mul(w2i);
                FloatVector v118 = v116.sub(v117), v119 = v114.mul(w2i), v120 = v115.mul(w2r), v121 = v119.add(v120);
                FloatVector v122 = v39.sub(v92), v123 = v61.add(v77), v124 = v122.mul(w5r), v125 = v123.mul(w5i);
                FloatVector v126 = v124.sub(v125), v127 = v122.mul(w5i), v128 = v123.mul(w5r), v129 = v127.add(v128);
                FloatVector v130 = v45.add(v97), v131 = v67.sub(v82), v132 = v130.mul(w3r), v133 = v131.mul(w3i);
                FloatVector v134 = v132.sub(v133), v135 = v130.mul(w3i), v136 = v131.mul(w3r), v137 = v135.add(v136);
                FloatVector v138 = v45.sub(v97), v139 = v67.add(v82), v140 = v138.mul(w4r), v141 = v139.mul(w4i);
                FloatVector v142 = v140.sub(v141), v143 = v138.mul(w4i), v144 = v139.mul(w4r), v145 = v143.add(v144);
                v27.intoArray(a0, j); v102.intoArray(a1, j); v118.intoArray(a2, j); v134.intoArray(a3, j);
                v142.intoArray(a4, j); v126.intoArray(a5, j); v110.intoArray(a6, j); v49.intoArray(b0, j);
                v105.intoArray(b1, j); v121.intoArray(b2, j); v137.intoArray(b3, j); v145.intoArray(b4, j);
                v129.intoArray(b5, j); v113.intoArray(b6, j);
            }
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
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a1, j), v1 = load(b1, j), v2 = load(a6, j), v3 = load(b6, j), v4 = v0.add(v2);
                FloatVector v5 = v1.add(v3), v6 = v0.sub(v2), v7 = v1.sub(v3), v8 = load(a2, j), v9 = load(b2, j);
                FloatVector v10 = load(a5, j), v11 = load(b5, j), v12 = v8.add(v10), v13 = v9.add(v11);
                FloatVector v14 = v8.sub(v10), v15 = v9.sub(v11), v16 = load(a3, j), v17 = load(b3, j);
                FloatVector v18 = load(a4, j), v19 = load(b4, j), v20 = v16.add(v18), v21 = v17.add(v19);
                FloatVector v22 = v16.sub(v18), v23 = v17.sub(v19), v24 = load(a0, j), v25 = v24.add(v4);
                FloatVector v26 = v25.add(v12), v27 = v26.add(v20), v28 = v4.mul(C1_7), v29 = v24.add(v28);
                FloatVector v30 = v12.mul(C2_7), v31 = v29.add(v30), v32 = v20.mul(C3_7), v33 = v31.add(v32);
                FloatVector v34 = v4.mul(C2_7), v35 = v24.add(v34), v36 = v12.mul(C3_7), v37 = v35.add(v36);
                FloatVector v38 = v20.mul(C1_7), v39 = v37.add(v38), v40 = v4.mul(C3_7), v41 = v24.add(v40);
                FloatVector v42 = v12.mul(C1_7), v43 = v41.add(v42), v44 = v20.mul(C2_7), v45 = v43.add(v44);
                FloatVector v46 = load(b0, j), v47 = v46.add(v5), v48 = v47.add(v13), v49 = v48.add(v21);
                FloatVector v50 = v5.mul(C1_7), v51 = v46.add(v50), v52 = v13.mul(C2_7), v53 = v51.add(v52);
                FloatVector v54 = v21.mul(C3_7), v55 = v53.add(v54), v56 = v5.mul(C2_7), v57 = v46.add(v56);
                FloatVector v58 = v13.mul(C3_7), v59 = v57.add(v58), v60 = v21.mul(C1_7), v61 = v59.add(v60);
                FloatVector v62 = v5.mul(C3_7), v63 = v46.add(v62), v64 = v13.mul(C1_7), v65 = v63.add(v64);
                FloatVector v66 = v21.mul(C2_7), v67 = v65.add(v66), v68 = v6.mul(S1_7), v69 = v14.mul(S2_7);
                FloatVector v70 = v68.add(v69), v71 = v22.mul(S3_7), v72 = v70.add(v71), v73 = v6.mul(S2_7);
                FloatVector v74 = v14.mul(S4_7), v75 = v73.add(v74), v76 = v22.mul(S6_7), v77 = v75.add(v76);
                FloatVector v78 = v6.mul(S3_7), v79 = v14.mul(S6_7), v80 = v78.add(v79), v81 = v22.mul(S2_7);
                FloatVector v82 = v80.add(v81), v83 = v7.mul(S1_7), v84 = v15.mul(S2_7), v85 = v83.add(v84);
                FloatVector v86 = v23.mul(S3_7), v87 = v85.add(v86), v88 = v7.mul(S2_7), v89 = v15.mul(S4_7);
                FloatVector v90 = v88.add(v89), v91 = v23.mul(S6_7), v92 = v90.add(v91), v93 = v7.mul(S3_7);
                FloatVector v94 = v15.mul(S6_7), v95 = v93.add(v94), v96 = v23.mul(S2_7), v97 = v95.add(v96);
                FloatVector v98 = v33.add(v87), v99 = v55.sub(v72), v100 = v33.sub(v87), v101 = v55.add(v72);
                FloatVector v102 = v39.add(v92), v103 = v61.sub(v77), v104 = v39.sub(v92), v105 = v61.add(v77);
                FloatVector v106 = v45.add(v97), v107 = v67.sub(v82), v108 = v45.sub(v97), v109 = v67.add(v82);
                v27.intoArray(a0, j); v98.intoArray(a1, j); v102.intoArray(a2, j); v106.intoArray(a3, j);
                v108.intoArray(a4, j); v104.intoArray(a5, j); v100.intoArray(a6, j); v49.intoArray(b0, j);
                v99.intoArray(b1, j); v103.intoArray(b2, j); v107.intoArray(b3, j); v109.intoArray(b4, j);
                v105.intoArray(b5, j); v101.intoArray(b6, j);
            }
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
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a0, j), v1 = load(b0, j), v2 = load(a4, j), v3 = load(b4, j), v4 = v0.add(v2);
                FloatVector v5 = v1.add(v3), v6 = v0.sub(v2), v7 = v1.sub(v3), v8 = load(a1, j), v9 = load(b1, j);
                FloatVector v10 = load(a5, j), v11 = load(b5, j), v12 = v8.add(v10), v13 = v9.add(v11);
                FloatVector v14 = v8.sub(v10), v15 = v9.sub(v11), v16 = v14.add(v15), v17 = v16.mul(C1_8);
                FloatVector v18 = v15.sub(v14), v19 = v18.mul(C1_8), v20 = load(a2, j), v21 = load(b2, j);
                FloatVector v22 = load(a6, j), v23 = load(b6, j), v24 = v20.add(v22), v25 = v21.add(v23);
                FloatVector v26 = v20.sub(v22), v27 = v21.sub(v23), v28 = load(a3, j), v29 = load(b3, j);
                FloatVector v30 = load(a7, j), v31 = load(b7, j), v32 = v28.add(v30), v33 = v29.add(v31);
                FloatVector v34 = v28.sub(v30), v35 = v29.sub(v31), v36 = v35.sub(v34), v37 = v36.mul(C1_8);
                FloatVector v38 = v34.add(v35), v39 = v38.mul(C1_8), v40 = v4.add(v24), v41 = v5.add(v25);
                FloatVector v42 = v4.sub(v24), v43 = v5.sub(v25), v44 = v12.add(v32), v45 = v13.add(v33);
                FloatVector v46 = v12.sub(v32), v47 = v13.sub(v33), v48 = v40.add(v44), v49 = v41.add(v45);
                FloatVector v50 = v40.sub(v44), v51 = v41.sub(v45), v52 = v50.mul(w1r), v53 = v51.mul(w1i);
                FloatVector v54 = v52.sub(v53), v55 = v50.mul(w1i), v56 = v51.mul(w1r), v57 = v55.add(v56);
                FloatVector v58 = v42.add(v47), v59 = v43.sub(v46), v60 = v42.sub(v47), v61 = v43.add(v46);
                FloatVector v62 = v58.mul(w2r), v63 = v59.mul(w2i), v64 = v62.sub(v63), v65 = v58.mul(w2i);
                FloatVector v66 = v59.mul(w2r), v67 = v65.add(v66), v68 = v60.mul(w3r), v69 = v61.mul(w3i);
                FloatVector v70 = v68.sub(v69), v71 = v60.mul(w3i), v72 = v61.mul(w3r), v73 = v71.add(v72);
                FloatVector v74 = v6.add(v27), v75 = v7.sub(v26), v76 = v6.sub(v27), v77 = v7.add(v26);
                FloatVector v78 = v17.add(v37), v79 = v19.sub(v39), v80 = v17.sub(v37), v81 = v19.add(v39);
                FloatVector v82 = v74.add(v78), v83 = v75.add(v79), v84 = v74.sub(v78), v85 = v75.sub(v79);
                FloatVector v86 = v82.mul(w4r), v87 = v83.mul(w4i), v88 = v86.sub(v87), v89 = v82.mul(w4i);
                FloatVector v90 = v83.mul(w4r), v91 = v89.add(v90), v92 = v84.mul(w5r), v93 = v85.mul(w5i);
                FloatVector v94 = v92.sub(v93), v95 = v84.mul(w5i), v96 = v85.mul(w5r), v97 = v95.add(v96);
                FloatVector v98 = v76.add(v81), v99 = v77.sub(v80), v100 = v76.sub(v81), v101 = v77.add(v80);
                FloatVector v102 = v98.mul(w6r), v103 = v99.mul(w6i), v104 = v102.sub(v103), v105 = v98.mul(w6i);
                FloatVector v106 = v99.mul(w6r), v107 = v105.add(v106), v108 = v100.mul(w7r), v109 = v101.mul(w7i);
                FloatVector v110 = v108.sub(v109), v111 = v100.mul(w7i), v112 = v101.mul(w7r), v113 = v111.add(v112);
                v48.intoArray(a0, j); v54.intoArray(a1, j); v64.intoArray(a2, j); v70.intoArray(a3, j);
                v88.intoArray(a4, j); v94.intoArray(a5, j); v104.intoArray(a6, j); v110.intoArray(a7, j);
                v49.intoArray(b0, j); v57.intoArray(b1, j); v67.intoArray(b2, j); v73.intoArray(b3, j);
                v91.intoArray(b4, j); v97.intoArray(b5, j); v107.intoArray(b6, j); v113.intoArray(b7, j);
            }
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
            for (int j = 0; j < columns; j += SPECIES.length()) {
                FloatVector v0 = load(a0, j), v1 = load(b0, j), v2 = load(a4, j), v3 = load(b4, j), v4 = v0.add(v2);
                FloatVector v5 = v1.add(v3), v6 = v0.sub(v2), v7 = v1.sub(v3), v8 = load(a1, j), v9 = load(b1, j);
                FloatVector v10 = load(a5, j), v11 = load(b5, j), v12 = v8.add(v10), v13 = v9.add(v11);
                FloatVector v14 = v8.sub(v10), v15 = v9.sub(v11), v16 = v14.add(v15), v17 = v16.mul(C1_8);
                FloatVector v18 = v15.sub(v14), v19 = v18.mul(C1_8), v20 = load(a2, j), v21 = load(b2, j);
                FloatVector v22 = load(a6, j), v23 = load(b6, j), v24 = v20.add(v22), v25 = v21.add(v23);
                FloatVector v26 = v20.sub(v22), v27 = v21.sub(v23), v28 = load(a3, j), v29 = load(b3, j);
                FloatVector v30 = load(a7, j), v31 = load(b7, j), v32 = v28.add(v30), v33 = v29.add(v31);
                FloatVector v34 = v28.sub(v30), v35 = v29.sub(v31), v36 = v35.sub(v34), v37 = v36.mul(C1_8);
                FloatVector v38 = v34.add(v35), v39 = v38.mul(C1_8), v40 = v4.add(v24), v41 = v5.add(v25);
                FloatVector v42 = v4.sub(v24), v43 = v5.sub(v25), v44 = v12.add(v32), v45 = v13.add(v33);
                FloatVector v46 = v12.sub(v32), v47 = v13.sub(v33), v48 = v40.add(v44), v49 = v41.add(v45);
                FloatVector v50 = v40.sub(v44), v51 = v41.sub(v45), v52 = v42.add(v47), v53 = v43.sub(v46);
                FloatVector v54 = v42.sub(v47), v55 = v43.add(v46), v56 = v6.add(v27), v57 = v7.sub(v26);
                FloatVector v58 = v6.sub(v27), v59 = v7.add(v26), v60 = v17.add(v37), v61 = v19.sub(v39);
                FloatVector v62 = v17.sub(v37), v63 = v19.add(v39), v64 = v56.add(v60), v65 = v57.add(v61);
                FloatVector v66 = v56.sub(v60), v67 = v57.sub(v61), v68 = v58.add(v63), v69 = v59.sub(v62);
                FloatVector v70 = v58.sub(v63), v71 = v59.add(v62);
                v48.intoArray(a0, j); v50.intoArray(a1, j); v52.intoArray(a2, j); v54.intoArray(a3, j);
                v64.intoArray(a4, j); v66.intoArray(a5, j); v68.intoArray(a6, j); v70.intoArray(a7, j);
                v49.intoArray(b0, j); v51.intoArray(b1, j); v53.intoArray(b2, j); v55.intoArray(b3, j);
                v65.intoArray(b4, j); v67.intoArray(b5, j); v69.intoArray(b6, j); v71.intoArray(b7, j);
            }
        }
    }
}
// spotless:on
