package org.acutance.deblur.denoise;

/**
 * Sets to zero what is within some standard deviations of the noise, but for the mean of the group (Dabov et al. 2007,
 * eqs. 6 and 10; for coloured noise Dabov, Foi, Egiazarian 2008, with one variance for each coefficient of a block).
 */
final class HardThreshold implements Shrinkage {
    private final float[] variances;
    private final float[] limits;

    /**
     * A threshold.
     *
     * @param variances of the noise in the coefficients of a block
     * @param deviations threshold in standard deviations
     */
    HardThreshold(float[] variances, double deviations) {
        this.variances = variances;
        this.limits = new float[variances.length];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = (float) (deviations * deviations * variances[i]);
        }
    }

    @Override
    public float shrink(float[] group, float[] pilot, int blocks) {
        float remaining = variances[0];
        for (int block = 0; block < blocks; block++) {
            int at = block * BlockTransform.AREA;
            for (int i = block == 0 ? 1 : 0; i < BlockTransform.AREA; i++) {
                boolean kept = group[at + i] * group[at + i] >= limits[i];
                group[at + i] = kept ? group[at + i] : 0;
                remaining += kept ? variances[i] : 0;
            }
        }
        return 1 / remaining;
    }
}
