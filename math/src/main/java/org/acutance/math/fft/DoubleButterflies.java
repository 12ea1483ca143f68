package org.acutance.math.fft;

// spotless:off
/** Butterflies of short lengths. Written by ButterflyWriter, which lies beside the tests. */
final class DoubleButterflies {
    private static final double C1_3 = -0.49999999999999994;
    private static final double C1_5 = 0.3090169943749474;
    private static final double C1_7 = 0.6234898018587335;
    private static final double C1_8 = 0.7071067811865476;
    private static final double C2_5 = -0.8090169943749475;
    private static final double C2_7 = -0.2225209339563144;
    private static final double C3_7 = -0.9009688679024191;
    private static final double S1_3 = 0.8660254037844387;
    private static final double S1_5 = 0.9510565162951535;
    private static final double S1_7 = 0.7818314824680298;
    private static final double S2_5 = 0.5877852522924731;
    private static final double S2_7 = 0.9749279121818236;
    private static final double S3_7 = 0.4338837391175581;
    private static final double S4_5 = -0.9510565162951535;
    private static final double S4_7 = -0.4338837391175581;
    private static final double S6_7 = -0.7818314824680298;

    private DoubleButterflies() {}

    static void pass(Pass<double[]> pass) {
        switch (pass.radix()) {
            case 1 -> { if (pass.twiddled()) { twiddled1(pass); } else { plain1(pass); } }
            case 2 -> { if (pass.twiddled()) { twiddled2(pass); } else { plain2(pass); } }
            case 3 -> { if (pass.twiddled()) { twiddled3(pass); } else { plain3(pass); } }
            case 4 -> { if (pass.twiddled()) { twiddled4(pass); } else { plain4(pass); } }
            case 5 -> { if (pass.twiddled()) { twiddled5(pass); } else { plain5(pass); } }
            case 7 -> { if (pass.twiddled()) { twiddled7(pass); } else { plain7(pass); } }
            case 8 -> { if (pass.twiddled()) { twiddled8(pass); } else { plain8(pass); } }
            default -> throw new IllegalArgumentException("no butterfly of length " + pass.radix());
        }
    }

    private static void twiddled1(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im(), w = pass.twiddles();
        final int lanes = pass.lanes();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            final int q = p * 2;
            final double w0r = w[q + 0], w0i = w[q + 1];
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = v0 * w0r - v1 * w0i, v3 = v0 * w0i + v1 * w0r;
                yr[y + j] = v2; yi[y + j] = v3;
            }
        }
    }

    private static void plain1(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im();
        final int lanes = pass.lanes();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j];
                yr[y + j] = v0; yi[y + j] = v1;
            }
        }
    }

    private static void twiddled2(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im(), w = pass.twiddles();
        final int lanes = pass.lanes(), xs = in.step(), ys = out.step();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            final int q = p * 2;
            final double w1r = w[q + 0], w1i = w[q + 1];
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = xr[x + xs + j], v3 = xi[x + xs + j], v4 = v0 + v2;
                double v5 = v1 + v3, v6 = v0 - v2, v7 = v1 - v3;
                yr[y + j] = v4; yi[y + j] = v5;
                double v8 = v6 * w1r - v7 * w1i, v9 = v6 * w1i + v7 * w1r;
                yr[y + ys + j] = v8; yi[y + ys + j] = v9;
            }
        }
    }

    private static void plain2(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im();
        final int lanes = pass.lanes(), xs = in.step(), ys = out.step();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = xr[x + xs + j], v3 = xi[x + xs + j], v4 = v0 + v2;
                double v5 = v1 + v3, v6 = v0 - v2, v7 = v1 - v3;
                yr[y + j] = v4; yi[y + j] = v5; yr[y + ys + j] = v6; yi[y + ys + j] = v7;
            }
        }
    }

    private static void twiddled3(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im(), w = pass.twiddles();
        final int lanes = pass.lanes(), xs = in.step(), ys = out.step();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            final int q = p * 4;
            final double w1r = w[q + 0], w1i = w[q + 1], w2r = w[q + 2], w2i = w[q + 3];
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = xr[x + xs + j], v3 = xi[x + xs + j];
                double v4 = xr[x + 2 * xs + j], v5 = xi[x + 2 * xs + j], v6 = v2 + v4, v7 = v3 + v5, v8 = v2 - v4;
                double v9 = v3 - v5, v10 = v0 + v6, v11 = v1 + v7, v12 = v0 + v6 * C1_3, v13 = v1 + v7 * C1_3;
                double v14 = v8 * S1_3, v15 = v14, v16 = v9 * S1_3, v17 = v16, v18 = v12 + v17, v19 = v13 - v15;
                double v20 = v12 - v17, v21 = v13 + v15;
                yr[y + j] = v10; yi[y + j] = v11;
                double v22 = v18 * w1r - v19 * w1i, v23 = v18 * w1i + v19 * w1r;
                yr[y + ys + j] = v22; yi[y + ys + j] = v23;
                double v24 = v20 * w2r - v21 * w2i, v25 = v20 * w2i + v21 * w2r;
                yr[y + 2 * ys + j] = v24; yi[y + 2 * ys + j] = v25;
            }
        }
    }

    private static void plain3(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im();
        final int lanes = pass.lanes(), xs = in.step(), ys = out.step();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = xr[x + xs + j], v3 = xi[x + xs + j];
                double v4 = xr[x + 2 * xs + j], v5 = xi[x + 2 * xs + j], v6 = v2 + v4, v7 = v3 + v5, v8 = v2 - v4;
                double v9 = v3 - v5, v10 = v0 + v6, v11 = v1 + v7, v12 = v0 + v6 * C1_3, v13 = v1 + v7 * C1_3;
                double v14 = v8 * S1_3, v15 = v14, v16 = v9 * S1_3, v17 = v16, v18 = v12 + v17, v19 = v13 - v15;
                double v20 = v12 - v17, v21 = v13 + v15;
                yr[y + j] = v10; yi[y + j] = v11; yr[y + ys + j] = v18; yi[y + ys + j] = v19; yr[y + 2 * ys + j] = v20;
                yi[y + 2 * ys + j] = v21;
            }
        }
    }

    private static void twiddled4(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im(), w = pass.twiddles();
        final int lanes = pass.lanes(), xs = in.step(), ys = out.step();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            final int q = p * 6;
            final double w1r = w[q + 0], w1i = w[q + 1], w2r = w[q + 2], w2i = w[q + 3];
            final double w3r = w[q + 4], w3i = w[q + 5];
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = xr[x + xs + j], v3 = xi[x + xs + j];
                double v4 = xr[x + 2 * xs + j], v5 = xi[x + 2 * xs + j], v6 = xr[x + 3 * xs + j];
                double v7 = xi[x + 3 * xs + j], v8 = v0 + v4, v9 = v1 + v5, v10 = v0 - v4, v11 = v1 - v5;
                double v12 = v2 + v6, v13 = v3 + v7, v14 = v2 - v6, v15 = v3 - v7, v16 = v8 + v12, v17 = v9 + v13;
                double v18 = v8 - v12, v19 = v9 - v13, v20 = v10 + v15, v21 = v11 - v14, v22 = v10 - v15;
                double v23 = v11 + v14;
                yr[y + j] = v16; yi[y + j] = v17;
                double v24 = v20 * w1r - v21 * w1i, v25 = v20 * w1i + v21 * w1r;
                yr[y + ys + j] = v24; yi[y + ys + j] = v25;
                double v26 = v18 * w2r - v19 * w2i, v27 = v18 * w2i + v19 * w2r;
                yr[y + 2 * ys + j] = v26; yi[y + 2 * ys + j] = v27;
                double v28 = v22 * w3r - v23 * w3i, v29 = v22 * w3i + v23 * w3r;
                yr[y + 3 * ys + j] = v28; yi[y + 3 * ys + j] = v29;
            }
        }
    }

    private static void plain4(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im();
        final int lanes = pass.lanes(), xs = in.step(), ys = out.step();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = xr[x + xs + j], v3 = xi[x + xs + j];
                double v4 = xr[x + 2 * xs + j], v5 = xi[x + 2 * xs + j], v6 = xr[x + 3 * xs + j];
                double v7 = xi[x + 3 * xs + j], v8 = v0 + v4, v9 = v1 + v5, v10 = v0 - v4, v11 = v1 - v5;
                double v12 = v2 + v6, v13 = v3 + v7, v14 = v2 - v6, v15 = v3 - v7, v16 = v8 + v12, v17 = v9 + v13;
                double v18 = v8 - v12, v19 = v9 - v13, v20 = v10 + v15, v21 = v11 - v14, v22 = v10 - v15;
                double v23 = v11 + v14;
                yr[y + j] = v16; yi[y + j] = v17; yr[y + ys + j] = v20; yi[y + ys + j] = v21; yr[y + 2 * ys + j] = v18;
                yi[y + 2 * ys + j] = v19; yr[y + 3 * ys + j] = v22; yi[y + 3 * ys + j] = v23;
            }
        }
    }

    private static void twiddled5(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im(), w = pass.twiddles();
        final int lanes = pass.lanes(), xs = in.step(), ys = out.step();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            final int q = p * 8;
            final double w1r = w[q + 0], w1i = w[q + 1], w2r = w[q + 2], w2i = w[q + 3];
            final double w3r = w[q + 4], w3i = w[q + 5], w4r = w[q + 6], w4i = w[q + 7];
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = xr[x + xs + j], v3 = xi[x + xs + j];
                double v4 = xr[x + 2 * xs + j], v5 = xi[x + 2 * xs + j], v6 = xr[x + 3 * xs + j];
                double v7 = xi[x + 3 * xs + j], v8 = xr[x + 4 * xs + j], v9 = xi[x + 4 * xs + j], v10 = v2 + v8;
                double v11 = v3 + v9, v12 = v2 - v8, v13 = v3 - v9, v14 = v4 + v6, v15 = v5 + v7, v16 = v4 - v6;
                double v17 = v5 - v7, v18 = v0 + v10, v19 = v1 + v11, v20 = v18 + v14, v21 = v19 + v15;
                double v22 = v0 + v10 * C1_5 + v14 * C2_5, v23 = v1 + v11 * C1_5 + v15 * C2_5, v24 = v12 * S1_5;
                double v25 = v24 + v16 * S2_5, v26 = v13 * S1_5, v27 = v26 + v17 * S2_5, v28 = v22 + v27;
                double v29 = v23 - v25, v30 = v22 - v27, v31 = v23 + v25, v32 = v0 + v10 * C2_5 + v14 * C1_5;
                double v33 = v1 + v11 * C2_5 + v15 * C1_5, v34 = v12 * S2_5, v35 = v34 + v16 * S4_5, v36 = v13 * S2_5;
                double v37 = v36 + v17 * S4_5, v38 = v32 + v37, v39 = v33 - v35, v40 = v32 - v37, v41 = v33 + v35;
                yr[y + j] = v20; yi[y + j] = v21;
                double v42 = v28 * w1r - v29 * w1i, v43 = v28 * w1i + v29 * w1r;
                yr[y + ys + j] = v42; yi[y + ys + j] = v43;
                double v44 = v38 * w2r - v39 * w2i, v45 = v38 * w2i + v39 * w2r;
                yr[y + 2 * ys + j] = v44; yi[y + 2 * ys + j] = v45;
                double v46 = v40 * w3r - v41 * w3i, v47 = v40 * w3i + v41 * w3r;
                yr[y + 3 * ys + j] = v46; yi[y + 3 * ys + j] = v47;
                double v48 = v30 * w4r - v31 * w4i, v49 = v30 * w4i + v31 * w4r;
                yr[y + 4 * ys + j] = v48; yi[y + 4 * ys + j] = v49;
            }
        }
    }

    private static void plain5(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im();
        final int lanes = pass.lanes(), xs = in.step(), ys = out.step();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = xr[x + xs + j], v3 = xi[x + xs + j];
                double v4 = xr[x + 2 * xs + j], v5 = xi[x + 2 * xs + j], v6 = xr[x + 3 * xs + j];
                double v7 = xi[x + 3 * xs + j], v8 = xr[x + 4 * xs + j], v9 = xi[x + 4 * xs + j], v10 = v2 + v8;
                double v11 = v3 + v9, v12 = v2 - v8, v13 = v3 - v9, v14 = v4 + v6, v15 = v5 + v7, v16 = v4 - v6;
                double v17 = v5 - v7, v18 = v0 + v10, v19 = v1 + v11, v20 = v18 + v14, v21 = v19 + v15;
                double v22 = v0 + v10 * C1_5 + v14 * C2_5, v23 = v1 + v11 * C1_5 + v15 * C2_5, v24 = v12 * S1_5;
                double v25 = v24 + v16 * S2_5, v26 = v13 * S1_5, v27 = v26 + v17 * S2_5, v28 = v22 + v27;
                double v29 = v23 - v25, v30 = v22 - v27, v31 = v23 + v25, v32 = v0 + v10 * C2_5 + v14 * C1_5;
                double v33 = v1 + v11 * C2_5 + v15 * C1_5, v34 = v12 * S2_5, v35 = v34 + v16 * S4_5, v36 = v13 * S2_5;
                double v37 = v36 + v17 * S4_5, v38 = v32 + v37, v39 = v33 - v35, v40 = v32 - v37, v41 = v33 + v35;
                yr[y + j] = v20; yi[y + j] = v21; yr[y + ys + j] = v28; yi[y + ys + j] = v29; yr[y + 2 * ys + j] = v38;
                yi[y + 2 * ys + j] = v39; yr[y + 3 * ys + j] = v40; yi[y + 3 * ys + j] = v41; yr[y + 4 * ys + j] = v30;
                yi[y + 4 * ys + j] = v31;
            }
        }
    }

    private static void twiddled7(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im(), w = pass.twiddles();
        final int lanes = pass.lanes(), xs = in.step(), ys = out.step();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            final int q = p * 12;
            final double w1r = w[q + 0], w1i = w[q + 1], w2r = w[q + 2], w2i = w[q + 3];
            final double w3r = w[q + 4], w3i = w[q + 5], w4r = w[q + 6], w4i = w[q + 7];
            final double w5r = w[q + 8], w5i = w[q + 9], w6r = w[q + 10], w6i = w[q + 11];
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = xr[x + xs + j], v3 = xi[x + xs + j];
                double v4 = xr[x + 2 * xs + j], v5 = xi[x + 2 * xs + j], v6 = xr[x + 3 * xs + j];
                double v7 = xi[x + 3 * xs + j], v8 = xr[x + 4 * xs + j], v9 = xi[x + 4 * xs + j];
                double v10 = xr[x + 5 * xs + j], v11 = xi[x + 5 * xs + j], v12 = xr[x + 6 * xs + j];
                double v13 = xi[x + 6 * xs + j], v14 = v2 + v12, v15 = v3 + v13, v16 = v2 - v12, v17 = v3 - v13;
                double v18 = v4 + v10, v19 = v5 + v11, v20 = v4 - v10, v21 = v5 - v11, v22 = v6 + v8, v23 = v7 + v9;
                double v24 = v6 - v8, v25 = v7 - v9, v26 = v0 + v14, v27 = v1 + v15, v28 = v26 + v18, v29 = v27 + v19;
                double v30 = v28 + v22, v31 = v29 + v23, v32 = v0 + v14 * C1_7 + v18 * C2_7 + v22 * C3_7;
                double v33 = v1 + v15 * C1_7 + v19 * C2_7 + v23 * C3_7, v34 = v16 * S1_7;
                double v35 = v34 + v20 * S2_7 + v24 * S3_7, v36 = v17 * S1_7, v37 = v36 + v21 * S2_7 + v25 * S3_7;
                double v38 = v32 + v37, v39 = v33 - v35, v40 = v32 - v37, v41 = v33 + v35;
                double v42 = v0 + v14 * C2_7 + v18 * C3_7 + v22 * C1_7;
                double v43 = v1 + v15 * C2_7 + v19 * C3_7 + v23 * C1_7, v44 = v16 * S2_7;
                double v45 = v44 + v20 * S4_7 + v24 * S6_7, v46 = v17 * S2_7, v47 = v46 + v21 * S4_7 + v25 * S6_7;
                double v48 = v42 + v47, v49 = v43 - v45, v50 = v42 - v47, v51 = v43 + v45;
                double v52 = v0 + v14 * C3_7 + v18 * C1_7 + v22 * C2_7;
                double v53 = v1 + v15 * C3_7 + v19 * C1_7 + v23 * C2_7, v54 = v16 * S3_7;
                double v55 = v54 + v20 * S6_7 + v24 * S2_7, v56 = v17 * S3_7, v57 = v56 + v21 * S6_7 + v25 * S2_7;
                double v58 = v52 + v57, v59 = v53 - v55, v60 = v52 - v57, v61 = v53 + v55;
                yr[y + j] = v30; yi[y + j] = v31;
                double v62 = v38 * w1r - v39 * w1i, v63 = v38 * w1i + v39 * w1r;
                yr[y + ys + j] = v62; yi[y + ys + j] = v63;
                double v64 = v48 * w2r - v49 * w2i, v65 = v48 * w2i + v49 * w2r;
                yr[y + 2 * ys + j] = v64; yi[y + 2 * ys + j] = v65;
                double v66 = v58 * w3r - v59 * w3i, v67 = v58 * w3i + v59 * w3r;
                yr[y + 3 * ys + j] = v66; yi[y + 3 * ys + j] = v67;
                double v68 = v60 * w4r - v61 * w4i, v69 = v60 * w4i + v61 * w4r;
                yr[y + 4 * ys + j] = v68; yi[y + 4 * ys + j] = v69;
                double v70 = v50 * w5r - v51 * w5i, v71 = v50 * w5i + v51 * w5r;
                yr[y + 5 * ys + j] = v70; yi[y + 5 * ys + j] = v71;
                double v72 = v40 * w6r - v41 * w6i, v73 = v40 * w6i + v41 * w6r;
                yr[y + 6 * ys + j] = v72; yi[y + 6 * ys + j] = v73;
            }
        }
    }

    private static void plain7(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im();
        final int lanes = pass.lanes(), xs = in.step(), ys = out.step();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = xr[x + xs + j], v3 = xi[x + xs + j];
                double v4 = xr[x + 2 * xs + j], v5 = xi[x + 2 * xs + j], v6 = xr[x + 3 * xs + j];
                double v7 = xi[x + 3 * xs + j], v8 = xr[x + 4 * xs + j], v9 = xi[x + 4 * xs + j];
                double v10 = xr[x + 5 * xs + j], v11 = xi[x + 5 * xs + j], v12 = xr[x + 6 * xs + j];
                double v13 = xi[x + 6 * xs + j], v14 = v2 + v12, v15 = v3 + v13, v16 = v2 - v12, v17 = v3 - v13;
                double v18 = v4 + v10, v19 = v5 + v11, v20 = v4 - v10, v21 = v5 - v11, v22 = v6 + v8, v23 = v7 + v9;
                double v24 = v6 - v8, v25 = v7 - v9, v26 = v0 + v14, v27 = v1 + v15, v28 = v26 + v18, v29 = v27 + v19;
                double v30 = v28 + v22, v31 = v29 + v23, v32 = v0 + v14 * C1_7 + v18 * C2_7 + v22 * C3_7;
                double v33 = v1 + v15 * C1_7 + v19 * C2_7 + v23 * C3_7, v34 = v16 * S1_7;
                double v35 = v34 + v20 * S2_7 + v24 * S3_7, v36 = v17 * S1_7, v37 = v36 + v21 * S2_7 + v25 * S3_7;
                double v38 = v32 + v37, v39 = v33 - v35, v40 = v32 - v37, v41 = v33 + v35;
                double v42 = v0 + v14 * C2_7 + v18 * C3_7 + v22 * C1_7;
                double v43 = v1 + v15 * C2_7 + v19 * C3_7 + v23 * C1_7, v44 = v16 * S2_7;
                double v45 = v44 + v20 * S4_7 + v24 * S6_7, v46 = v17 * S2_7, v47 = v46 + v21 * S4_7 + v25 * S6_7;
                double v48 = v42 + v47, v49 = v43 - v45, v50 = v42 - v47, v51 = v43 + v45;
                double v52 = v0 + v14 * C3_7 + v18 * C1_7 + v22 * C2_7;
                double v53 = v1 + v15 * C3_7 + v19 * C1_7 + v23 * C2_7, v54 = v16 * S3_7;
                double v55 = v54 + v20 * S6_7 + v24 * S2_7, v56 = v17 * S3_7, v57 = v56 + v21 * S6_7 + v25 * S2_7;
                double v58 = v52 + v57, v59 = v53 - v55, v60 = v52 - v57, v61 = v53 + v55;
                yr[y + j] = v30; yi[y + j] = v31; yr[y + ys + j] = v38; yi[y + ys + j] = v39; yr[y + 2 * ys + j] = v48;
                yi[y + 2 * ys + j] = v49; yr[y + 3 * ys + j] = v58; yi[y + 3 * ys + j] = v59; yr[y + 4 * ys + j] = v60;
                yi[y + 4 * ys + j] = v61; yr[y + 5 * ys + j] = v50; yi[y + 5 * ys + j] = v51; yr[y + 6 * ys + j] = v40;
                yi[y + 6 * ys + j] = v41;
            }
        }
    }

    private static void twiddled8(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im(), w = pass.twiddles();
        final int lanes = pass.lanes(), xs = in.step(), ys = out.step();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            final int q = p * 14;
            final double w1r = w[q + 0], w1i = w[q + 1], w2r = w[q + 2], w2i = w[q + 3];
            final double w3r = w[q + 4], w3i = w[q + 5], w4r = w[q + 6], w4i = w[q + 7];
            final double w5r = w[q + 8], w5i = w[q + 9], w6r = w[q + 10], w6i = w[q + 11];
            final double w7r = w[q + 12], w7i = w[q + 13];
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = xr[x + xs + j], v3 = xi[x + xs + j];
                double v4 = xr[x + 2 * xs + j], v5 = xi[x + 2 * xs + j], v6 = xr[x + 3 * xs + j];
                double v7 = xi[x + 3 * xs + j], v8 = xr[x + 4 * xs + j], v9 = xi[x + 4 * xs + j];
                double v10 = xr[x + 5 * xs + j], v11 = xi[x + 5 * xs + j], v12 = xr[x + 6 * xs + j];
                double v13 = xi[x + 6 * xs + j], v14 = xr[x + 7 * xs + j], v15 = xi[x + 7 * xs + j], v16 = v0 + v8;
                double v17 = v1 + v9, v18 = v0 - v8, v19 = v1 - v9, v20 = v4 + v12, v21 = v5 + v13, v22 = v4 - v12;
                double v23 = v5 - v13, v24 = v16 + v20, v25 = v17 + v21, v26 = v16 - v20, v27 = v17 - v21;
                double v28 = v18 + v23, v29 = v19 - v22, v30 = v18 - v23, v31 = v19 + v22, v32 = v2 + v10;
                double v33 = v3 + v11, v34 = v2 - v10, v35 = v3 - v11, v36 = v6 + v14, v37 = v7 + v15, v38 = v6 - v14;
                double v39 = v7 - v15, v40 = v32 + v36, v41 = v33 + v37, v42 = v32 - v36, v43 = v33 - v37;
                double v44 = v34 + v39, v45 = v35 - v38, v46 = v34 - v39, v47 = v35 + v38, v48 = v24 + v40;
                double v49 = v25 + v41, v50 = v24 - v40, v51 = v25 - v41, v52 = v44 + v45, v53 = v52 * C1_8;
                double v54 = v45 - v44, v55 = v54 * C1_8, v56 = v28 + v53, v57 = v29 + v55, v58 = v28 - v53;
                double v59 = v29 - v55, v60 = v26 + v43, v61 = v27 - v42, v62 = v26 - v43, v63 = v27 + v42;
                double v64 = v47 - v46, v65 = v64 * C1_8, v66 = v46 + v47, v67 = v66 * C1_8, v68 = v30 + v65;
                double v69 = v31 - v67, v70 = v30 - v65, v71 = v31 + v67;
                yr[y + j] = v48; yi[y + j] = v49;
                double v72 = v56 * w1r - v57 * w1i, v73 = v56 * w1i + v57 * w1r;
                yr[y + ys + j] = v72; yi[y + ys + j] = v73;
                double v74 = v60 * w2r - v61 * w2i, v75 = v60 * w2i + v61 * w2r;
                yr[y + 2 * ys + j] = v74; yi[y + 2 * ys + j] = v75;
                double v76 = v68 * w3r - v69 * w3i, v77 = v68 * w3i + v69 * w3r;
                yr[y + 3 * ys + j] = v76; yi[y + 3 * ys + j] = v77;
                double v78 = v50 * w4r - v51 * w4i, v79 = v50 * w4i + v51 * w4r;
                yr[y + 4 * ys + j] = v78; yi[y + 4 * ys + j] = v79;
                double v80 = v58 * w5r - v59 * w5i, v81 = v58 * w5i + v59 * w5r;
                yr[y + 5 * ys + j] = v80; yi[y + 5 * ys + j] = v81;
                double v82 = v62 * w6r - v63 * w6i, v83 = v62 * w6i + v63 * w6r;
                yr[y + 6 * ys + j] = v82; yi[y + 6 * ys + j] = v83;
                double v84 = v70 * w7r - v71 * w7i, v85 = v70 * w7i + v71 * w7r;
                yr[y + 7 * ys + j] = v84; yi[y + 7 * ys + j] = v85;
            }
        }
    }

    private static void plain8(Pass<double[]> pass) {
        final Strip<double[]> in = pass.from(), out = pass.to();
        final double[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im();
        final int lanes = pass.lanes(), xs = in.step(), ys = out.step();
        for (int p = 0; p < pass.count(); p++) {
            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();
            for (int j = 0; j < lanes; j++) {
                double v0 = xr[x + j], v1 = xi[x + j], v2 = xr[x + xs + j], v3 = xi[x + xs + j];
                double v4 = xr[x + 2 * xs + j], v5 = xi[x + 2 * xs + j], v6 = xr[x + 3 * xs + j];
                double v7 = xi[x + 3 * xs + j], v8 = xr[x + 4 * xs + j], v9 = xi[x + 4 * xs + j];
                double v10 = xr[x + 5 * xs + j], v11 = xi[x + 5 * xs + j], v12 = xr[x + 6 * xs + j];
                double v13 = xi[x + 6 * xs + j], v14 = xr[x + 7 * xs + j], v15 = xi[x + 7 * xs + j], v16 = v0 + v8;
                double v17 = v1 + v9, v18 = v0 - v8, v19 = v1 - v9, v20 = v4 + v12, v21 = v5 + v13, v22 = v4 - v12;
                double v23 = v5 - v13, v24 = v16 + v20, v25 = v17 + v21, v26 = v16 - v20, v27 = v17 - v21;
                double v28 = v18 + v23, v29 = v19 - v22, v30 = v18 - v23, v31 = v19 + v22, v32 = v2 + v10;
                double v33 = v3 + v11, v34 = v2 - v10, v35 = v3 - v11, v36 = v6 + v14, v37 = v7 + v15, v38 = v6 - v14;
                double v39 = v7 - v15, v40 = v32 + v36, v41 = v33 + v37, v42 = v32 - v36, v43 = v33 - v37;
                double v44 = v34 + v39, v45 = v35 - v38, v46 = v34 - v39, v47 = v35 + v38, v48 = v24 + v40;
                double v49 = v25 + v41, v50 = v24 - v40, v51 = v25 - v41, v52 = v44 + v45, v53 = v52 * C1_8;
                double v54 = v45 - v44, v55 = v54 * C1_8, v56 = v28 + v53, v57 = v29 + v55, v58 = v28 - v53;
                double v59 = v29 - v55, v60 = v26 + v43, v61 = v27 - v42, v62 = v26 - v43, v63 = v27 + v42;
                double v64 = v47 - v46, v65 = v64 * C1_8, v66 = v46 + v47, v67 = v66 * C1_8, v68 = v30 + v65;
                double v69 = v31 - v67, v70 = v30 - v65, v71 = v31 + v67;
                yr[y + j] = v48; yi[y + j] = v49; yr[y + ys + j] = v56; yi[y + ys + j] = v57; yr[y + 2 * ys + j] = v60;
                yi[y + 2 * ys + j] = v61; yr[y + 3 * ys + j] = v68; yi[y + 3 * ys + j] = v69; yr[y + 4 * ys + j] = v50;
                yi[y + 4 * ys + j] = v51; yr[y + 5 * ys + j] = v58; yi[y + 5 * ys + j] = v59; yr[y + 6 * ys + j] = v62;
                yi[y + 6 * ys + j] = v63; yr[y + 7 * ys + j] = v70; yi[y + 7 * ys + j] = v71;
            }
        }
    }
}
// spotless:on
