package org.acutance.math.convolution;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Passes in float whose runs along a row are read from where they are, two vectors at a time. */
final class FloatVectorRuns extends FloatRuns {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PAIR = 2 * LANES;

    @Override
    public void along(Taps taps, float[] line, float[][] moved, float[] sums, int count) {
        int[] shifts = taps.shifts();
        double[] weights = taps.weights(0);
        int i = 0;
        for (; i + PAIR <= count; i += PAIR) {
            pair(line, i, shifts, weights, sums);
        }
        if (i < count && count >= PAIR) {
            pair(line, count - PAIR, shifts, weights, sums);
        } else {
            for (; i < count; i++) {
                sums[i] = single(line, i, shifts, weights);
            }
        }
    }

    /** Two vectors of sums; those of elements that have been summed are the same again. */
    private static void pair(float[] line, int i, int[] shifts, double[] weights, float[] sums) {
        FloatVector low = FloatVector.zero(SPECIES);
        FloatVector high = low;
        int k = 0;
        for (; k + 4 <= shifts.length; k += 4) {
            low = low.add(four(line, i, shifts, weights, k));
            high = high.add(four(line, i + LANES, shifts, weights, k));
        }
        if (k + 2 <= shifts.length) {
            low = low.add(two(line, i, shifts, weights, k));
            high = high.add(two(line, i + LANES, shifts, weights, k));
            k += 2;
        }
        if (k < shifts.length) {
            low = low.add(one(line, i, shifts, weights, k));
            high = high.add(one(line, i + LANES, shifts, weights, k));
        }
        low.intoArray(sums, i);
        high.intoArray(sums, i + LANES);
    }

    private static FloatVector one(float[] line, int i, int[] shifts, double[] weights, int k) {
        return FloatVector.fromArray(SPECIES, line, i + shifts[k]).mul((float) weights[k]);
    }

    private static FloatVector two(float[] line, int i, int[] shifts, double[] weights, int k) {
        return one(line, i, shifts, weights, k).add(one(line, i, shifts, weights, k + 1));
    }

    private static FloatVector four(float[] line, int i, int[] shifts, double[] weights, int k) {
        return two(line, i, shifts, weights, k).add(two(line, i, shifts, weights, k + 2));
    }

    private static float single(float[] line, int i, int[] shifts, double[] weights) {
        float sum = 0;
        int k = 0;
        for (; k + 4 <= shifts.length; k += 4) {
            sum += (float) weights[k] * line[i + shifts[k]]
                    + (float) weights[k + 1] * line[i + shifts[k + 1]]
                    + ((float) weights[k + 2] * line[i + shifts[k + 2]] + (float) weights[k + 3] * line[i + shifts[k + 3]]);
        }
        if (k + 2 <= shifts.length) {
            sum += (float) weights[k] * line[i + shifts[k]] + (float) weights[k + 1] * line[i + shifts[k + 1]];
            k += 2;
        }
        return k < shifts.length ? sum + (float) weights[k] * line[i + shifts[k]] : sum;
    }
}
