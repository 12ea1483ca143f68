package org.acutance.deblur.denoise;

/**
 * Multiplies each coefficient by {@code p^2 / (p^2 + variance)}, p being the pilot estimate's coefficient (Dabov et al.
 * 2007, eqs. 8, 9 and 11).
 */
final class EmpiricalWiener implements Shrinkage {
    /** Keeps the weight of a group finite in which nothing remains, as in a constant area. */
    private static final float LEAST = 1e-6f;

    @Override
    public float shrink(float[] group, float[] pilot, float[] variances, int blocks) {
        float remaining = LEAST;
        for (int i = 0; i < blocks * BlockTransform.AREA; i++) {
            float power = pilot[i] * pilot[i];
            float factor = power > 0 ? power / (power + variances[i]) : 0;
            group[i] *= factor;
            remaining += factor * factor * variances[i];
        }
        return 1 / remaining;
    }
}
