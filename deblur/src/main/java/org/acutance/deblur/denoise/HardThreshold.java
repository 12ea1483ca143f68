package org.acutance.deblur.denoise;

/**
 * Sets to zero what is within some standard deviations of the noise, but for the mean of the group (Dabov et al. 2007,
 * eqs. 6 and 10).
 */
final class HardThreshold implements Shrinkage {
    private final float square;

    /** @param deviations threshold in standard deviations */
    HardThreshold(double deviations) {
        this.square = (float) (deviations * deviations);
    }

    @Override
    public float shrink(float[] group, float[] pilot, float[] variances, int blocks) {
        float remaining = variances[0];
        for (int i = 1; i < blocks * BlockTransform.AREA; i++) {
            boolean kept = group[i] * group[i] >= square * variances[i];
            group[i] = kept ? group[i] : 0;
            remaining += kept ? variances[i] : 0;
        }
        return 1 / remaining;
    }
}
