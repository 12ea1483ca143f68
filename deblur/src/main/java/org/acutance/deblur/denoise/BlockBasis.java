package org.acutance.deblur.denoise;

/** A transform of the eight values of a line of a block. */
enum BlockBasis {
    /** The discrete cosine transform, orthonormal. */
    COSINE {
        @Override
        void forward(float[] a, int at, int stride) {
            Cosine.forward(a, at, stride);
        }

        @Override
        void inverse(float[] a, int at, int stride) {
            Cosine.inverse(a, at, stride);
        }
    },
    /**
     * The biorthogonal wavelet 1.5 of Cohen, Daubechies and Feauveau (1992), three levels, periodic: Haar's differences,
     * and means that take the slope out of account. By lifting; of its corrections those of neighbouring pairs alone do not
     * cancel on so short a line, and on the first level alone.
     */
    WAVELET {
        @Override
        void forward(float[] a, int at, int stride) {
            float d0 = (a[at] - a[at + stride]) * HALF_ROOT;
            float d1 = (a[at + 2 * stride] - a[at + 3 * stride]) * HALF_ROOT;
            float d2 = (a[at + 4 * stride] - a[at + 5 * stride]) * HALF_ROOT;
            float d3 = (a[at + 6 * stride] - a[at + 7 * stride]) * HALF_ROOT;
            float s0 = (a[at] + a[at + stride]) * HALF_ROOT + LIFT * (d1 - d3);
            float s1 = (a[at + 2 * stride] + a[at + 3 * stride]) * HALF_ROOT + LIFT * (d2 - d0);
            float s2 = (a[at + 4 * stride] + a[at + 5 * stride]) * HALF_ROOT + LIFT * (d3 - d1);
            float s3 = (a[at + 6 * stride] + a[at + 7 * stride]) * HALF_ROOT + LIFT * (d0 - d2);
            float t0 = (s0 + s1) * HALF_ROOT;
            float t1 = (s2 + s3) * HALF_ROOT;
            a[at] = (t0 + t1) * HALF_ROOT;
            a[at + stride] = (t0 - t1) * HALF_ROOT;
            a[at + 2 * stride] = (s0 - s1) * HALF_ROOT;
            a[at + 3 * stride] = (s2 - s3) * HALF_ROOT;
            a[at + 4 * stride] = d0;
            a[at + 5 * stride] = d1;
            a[at + 6 * stride] = d2;
            a[at + 7 * stride] = d3;
        }

        @Override
        void inverse(float[] a, int at, int stride) {
            float d0 = a[at + 4 * stride];
            float d1 = a[at + 5 * stride];
            float d2 = a[at + 6 * stride];
            float d3 = a[at + 7 * stride];
            float t0 = (a[at] + a[at + stride]) * HALF_ROOT;
            float t1 = (a[at] - a[at + stride]) * HALF_ROOT;
            float s0 = (t0 + a[at + 2 * stride]) * HALF_ROOT - LIFT * (d1 - d3);
            float s1 = (t0 - a[at + 2 * stride]) * HALF_ROOT - LIFT * (d2 - d0);
            float s2 = (t1 + a[at + 3 * stride]) * HALF_ROOT - LIFT * (d3 - d1);
            float s3 = (t1 - a[at + 3 * stride]) * HALF_ROOT - LIFT * (d0 - d2);
            a[at] = (s0 + d0) * HALF_ROOT;
            a[at + stride] = (s0 - d0) * HALF_ROOT;
            a[at + 2 * stride] = (s1 + d1) * HALF_ROOT;
            a[at + 3 * stride] = (s1 - d1) * HALF_ROOT;
            a[at + 4 * stride] = (s2 + d2) * HALF_ROOT;
            a[at + 5 * stride] = (s2 - d2) * HALF_ROOT;
            a[at + 6 * stride] = (s3 + d3) * HALF_ROOT;
            a[at + 7 * stride] = (s3 - d3) * HALF_ROOT;
        }
    };

    private static final int SIDE = BlockTransform.SIDE;
    private static final float HALF_ROOT = (float) Math.sqrt(0.5);
    private static final float LIFT = 11f / 64;

    /** Transforms in place eight values from a position on, so far apart. */
    abstract void forward(float[] values, int at, int stride);

    /** Undoes {@link #forward}. */
    abstract void inverse(float[] values, int at, int stride);

    /** The weight of each place, second index, in each coefficient, first index. */
    double[][] atoms() {
        double[][] atoms = new double[SIDE][SIDE];
        for (int place = 0; place < SIDE; place++) {
            float[] impulse = new float[SIDE];
            impulse[place] = 1;
            forward(impulse, 0, 1);
            for (int order = 0; order < SIDE; order++) {
                atoms[order][place] = impulse[order];
            }
        }
        return atoms;
    }
}
