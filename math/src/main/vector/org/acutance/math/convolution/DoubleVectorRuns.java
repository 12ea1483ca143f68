package org.acutance.math.convolution;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Passes in double whose runs along a row are read from where they are, two vectors at a time. */
final class DoubleVectorRuns extends DoubleRuns {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PAIR = 2 * LANES;

    @Override
    public void along(Taps taps, double[] line, double[][] moved, double[] sums, int count) {
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
    private static void pair(double[] line, int i, int[] shifts, double[] weights, double[] sums) {
        DoubleVector low = DoubleVector.zero(SPECIES);
        DoubleVector high = low;
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

    private static DoubleVector one(double[] line, int i, int[] shifts, double[] weights, int k) {
        return DoubleVector.fromArray(SPECIES, line, i + shifts[k]).mul(weights[k]);
    }

    private static DoubleVector two(double[] line, int i, int[] shifts, double[] weights, int k) {
        return one(line, i, shifts, weights, k).add(one(line, i, shifts, weights, k + 1));
    }

    private static DoubleVector four(double[] line, int i, int[] shifts, double[] weights, int k) {
        return two(line, i, shifts, weights, k).add(two(line, i, shifts, weights, k + 2));
    }

    private static double single(double[] line, int i, int[] shifts, double[] weights) {
        double sum = 0;
        int k = 0;
        for (; k + 4 <= shifts.length; k += 4) {
            sum += weights[k] * line[i + shifts[k]]
                    + weights[k + 1] * line[i + shifts[k + 1]]
                    + (weights[k + 2] * line[i + shifts[k + 2]] + weights[k + 3] * line[i + shifts[k + 3]]);
        }
        if (k + 2 <= shifts.length) {
            sum += weights[k] * line[i + shifts[k]] + weights[k + 1] * line[i + shifts[k + 1]];
            k += 2;
        }
        return k < shifts.length ? sum + weights[k] * line[i + shifts[k]] : sum;
    }
}
