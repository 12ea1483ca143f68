package org.acutance.deblur.denoise;

/**
 * The coefficients of a block of cosines in bands of neighbouring frequencies and like direction, an octave wide, as in a
 * wavelet transform. What is smooth fills few of them, so that noise can be told from it band by band.
 */
final class FrequencyBands {
    private static final int AREA = BlockTransform.AREA;
    private static final int OCTAVES = 4;
    /** The band of each coefficient: the octave of its row and that of its column. */
    private static final int[] BAND = bands();

    private static final int[] SIZE = sizes();
    /**
     * The part of the noise's power that is taken from each band. All of it is best for one block; but where blocks overlap
     * their mean takes off some too, and detail that is gone from all of them is lost. Half was best on crops of 144x144 of
     * four photographs and a micrograph with an even background.
     */
    private static final double STRENGTH = 0.5;

    private FrequencyBands() {}

    private static int[] bands() {
        int[] bands = new int[AREA];
        for (int i = 0; i < AREA; i++) {
            int row = octave(i / BlockTransform.SIDE);
            int column = octave(i % BlockTransform.SIDE);
            int higher = Math.max(row, column);
            int direction = Integer.signum(row - column) + 1;
            bands[i] = 3 * higher + direction;
        }
        return bands;
    }

    /** 0 for the mean, 1, 2 for the next two, 3 for the next four. */
    private static int octave(int frequency) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(frequency);
    }

    private static int[] sizes() {
        int[] sizes = new int[3 * OCTAVES];
        for (int band : BAND) {
            sizes[band]++;
        }
        return sizes;
    }

    /**
     * Shrinks each band of a block whose noise is white, of variance 1, as far as what is above the noise's power says
     * (James and Stein 1961, "Estimation with quadratic loss", the positive part).
     *
     * @param block 8 x 8 coefficients; changed in place
     * @return the sum of the squared factors: the variance of the noise that remains
     */
    static double shrink(float[] block) {
        double[] factors = new double[SIZE.length];
        for (int i = 0; i < AREA; i++) {
            factors[BAND[i]] += block[i] * block[i];
        }
        for (int band = 0; band < factors.length; band++) {
            double noise = STRENGTH * SIZE[band];
            factors[band] = factors[band] > noise ? 1 - noise / factors[band] : 0;
        }
        double remaining = 0;
        for (int i = 0; i < AREA; i++) {
            double factor = factors[BAND[i]];
            block[i] *= (float) factor;
            remaining += factor * factor;
        }
        return remaining;
    }
}
