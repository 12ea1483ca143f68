package org.acutance.deblur.noise;

import org.acutance.math.array.NdArray;

/**
 * Samples that were cut off at the top of what the camera or the file could hold: runs of the largest value along an
 * axis. Runs prove this only where noise makes them rare at all other values; what is flat without noise need not be cut.
 */
final class Saturation {
    private static final int SHORTEST_RUN = 3;
    private static final double RARE = 0.05;

    private Saturation() {}

    /**
     * Which samples are saturated, row-major.
     *
     * @param values the samples, all finite, at least one
     */
    static boolean[] in(NdArray values) {
        boolean[] found = new boolean[values.size()];
        double top = values.max();
        if (flatElsewhere(values, values.min(), top) < RARE) {
            int[] strides = values.shape().strides();
            for (int axis = 0; axis < strides.length; axis++) {
                markRuns(values, top, strides[axis], values.shape().extent(axis), found);
            }
        }
        return found;
    }

    /** Of the samples strictly between the limits, the share that two equal ones follow. */
    private static double flatElsewhere(NdArray samples, double low, double high) {
        int between = 0;
        int flat = 0;
        for (int i = 0; i + 2 < samples.size(); i++) {
            double sample = samples.get(i);
            if (sample > low && sample < high) {
                between++;
                flat += sample == samples.get(i + 1) && sample == samples.get(i + 2) ? 1 : 0;
            }
        }
        return between == 0 ? 1 : (double) flat / between;
    }

    private static void markRuns(NdArray samples, double top, int stride, int extent, boolean[] found) {
        for (int i = 0; i < samples.size(); i++) {
            boolean hasRoom = i / stride % extent + SHORTEST_RUN <= extent;
            if (hasRoom && isRun(samples, i, stride, top)) {
                for (int k = 0; k < SHORTEST_RUN; k++) {
                    found[i + k * stride] = true;
                }
            }
        }
    }

    private static boolean isRun(NdArray samples, int first, int stride, double top) {
        int length = 0;
        while (length < SHORTEST_RUN && samples.get(first + length * stride) == top) {
            length++;
        }
        return length == SHORTEST_RUN;
    }
}
