package org.acutance.deblur.noise;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Spectrum;

/**
 * The frequencies of an image at which there is noise and nothing else. The frequencies are ordered by what is expected
 * of a scene there, {@code |H(f)| / |f|}, since natural scenes fall like 1/f (Field 1987) and the blur takes its share.
 * Beginning with those where least is expected, more are taken for as long as they are not stronger.
 *
 * @param members 1 where a frequency belongs to the band, else 0, in the half-complex layout
 * @param share part of all frequencies, conjugates counted, that belongs to it
 */
record QuietBand(NdArray members, double share) {
    private static final int BINS_PER_NEPER = 8;
    private static final int BINS = 48 * BINS_PER_NEPER;
    private static final double SMALLEST_GROUP = 0.02;
    private static final int FEWEST = 24;
    private static final double SLACK = 0.03;
    private static final double DEVIATIONS = 2.5;

    /**
     * The band of an image.
     *
     * @param blur the frequency response of the blur
     * @param image the spectrum of the image
     */
    static QuietBand of(Spectrum blur, Spectrum image) {
        Shape shape = image.shape();
        int[] bins = bins(blur.squaredMagnitude().toDoubles(), squaredFrequencies(shape));
        int[] first = firsts(bins);
        double[] power = grouped(image.squaredMagnitude().toDoubles(), bins, first);
        Growth growth = new Growth(Math.max(FEWEST, (int) (SMALLEST_GROUP * bins.length)));
        int accepted = growth.through(power, first);
        double[] members =
                Arrays.stream(bins).mapToDouble(bin -> bin < accepted ? 1 : 0).toArray();
        return new QuietBand(NdArray.of(members, image.real().shape()), share(members, shape));
    }

    /** Squared distances from the zero frequency, in cycles per pixel, in the half-complex layout. */
    static double[] squaredFrequencies(Shape shape) {
        int[] extents = shape.extents();
        int last = extents.length - 1;
        int row = extents[last] / 2 + 1;
        double[] squares = new double[shape.size() / extents[last] * row];
        for (int i = 0; i < squares.length; i++) {
            int rest = i / row;
            double square = square((double) (i % row) / extents[last]);
            for (int axis = last - 1; axis >= 0; axis--) {
                int index = rest % extents[axis];
                square += square((double) Math.min(index, extents[axis] - index) / extents[axis]);
                rest /= extents[axis];
            }
            squares[i] = square;
        }
        return squares;
    }

    private static double square(double x) {
        return x * x;
    }

    /** Bins of equal width in the logarithm of the power expected of a scene; the zero frequency is in the last. */
    private static int[] bins(double[] response, double[] frequencies) {
        int[] bins = new int[response.length];
        for (int i = 0; i < bins.length; i++) {
            double expected = Math.log(response[i] / frequencies[i]) * BINS_PER_NEPER;
            bins[i] = frequencies[i] == 0
                    ? BINS - 1
                    : (int) Math.max(0, Math.min(BINS - 2, expected + BINS - 8 * BINS_PER_NEPER));
        }
        return bins;
    }

    /** Where each bin begins once all are lined up; one more at the end. */
    private static int[] firsts(int[] bins) {
        int[] first = new int[BINS + 1];
        for (int bin : bins) {
            first[bin + 1]++;
        }
        for (int bin = 0; bin < BINS; bin++) {
            first[bin + 1] += first[bin];
        }
        return first;
    }

    private static double[] grouped(double[] power, int[] bins, int[] first) {
        int[] next = first.clone();
        double[] grouped = new double[power.length];
        for (int i = 0; i < power.length; i++) {
            grouped[next[bins[i]]++] = power[i];
        }
        return grouped;
    }

    /** Conjugates count, but for those columns that are their own. */
    private static double share(double[] members, Shape shape) {
        int extent = shape.extent(shape.rank() - 1);
        int row = extent / 2 + 1;
        double sum = 0;
        for (int i = 0; i < members.length; i++) {
            int column = i % row;
            sum += members[i] * (column == 0 || 2 * column == extent ? 1 : 2);
        }
        return sum / shape.size();
    }

    /** How far the band reaches: groups of bins are added until one is stronger than the floor so far. */
    private static final class Growth {
        private final int least;
        private double floor;
        private int count;

        Growth(int least) {
            this.least = least;
        }

        int through(double[] power, int[] first) {
            int accepted = 0;
            for (int bin = 1; bin <= BINS; bin++) {
                int from = first[accepted];
                int size = first[bin] - from;
                if (size >= least || (bin == BINS && count == 0)) {
                    if (!accepts(Arrays.copyOfRange(power, from, first[bin]))) {
                        return accepted;
                    }
                    accepted = bin;
                }
            }
            return accepted;
        }

        private boolean accepts(double[] group) {
            double level = exponentialMean(group);
            double error = DEVIATIONS / (Math.log(2) * Math.sqrt(group.length));
            if (count > 0 && level > floor * (1 + SLACK + error)) {
                return false;
            }
            floor = (count * floor + group.length * level) / (count + group.length);
            count += group.length;
            return true;
        }

        /** The power of noise is distributed exponentially, with its median at log 2 times the mean. */
        private static double exponentialMean(double[] group) {
            Arrays.sort(group);
            return group[group.length / 2] / Math.log(2);
        }
    }
}
