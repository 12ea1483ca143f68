package org.acutance.deblur.denoise;

/** What is done to the coefficients of one group. */
interface Shrinkage {
    /**
     * Shrinks coefficients in place.
     *
     * @param group coefficients of the noisy group, block by block
     * @param pilot coefficients of the same group in the pilot estimate; those of the noisy group where there is none
     * @param variances of the noise in the coefficients of the noisy group
     * @param blocks number of blocks
     * @return how much the group is trusted: the reciprocal of the noise variance that remains in it
     */
    float shrink(float[] group, float[] pilot, float[] variances, int blocks);
}
