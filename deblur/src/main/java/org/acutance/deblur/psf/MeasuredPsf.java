package org.acutance.deblur.psf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.acutance.deblur.psf.PointSources.Source;
import org.acutance.deblur.psf.PsfException.Fault;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/**
 * A point spread function measured on the stars or beads of an image.
 *
 * @param psf the mean of those used, in proportion to their light
 * @param found number of points of light above the noise
 * @param used number of those averaged
 * @param rejected how many were left out, for each reason
 */
public record MeasuredPsf(Psf psf, int found, int used, Map<MeasuredPsf.Reason, Integer> rejected) {
    /** Why a point of light is of no use. */
    public enum Reason {
        /** The cut-out would reach beyond the image. */
        BORDER("too near to the border"),
        /** Values at the top are cut off. */
        SATURATED("saturated"),
        /** Another one is near. */
        CROWDED("not isolated"),
        /** It does not look like the others: a hot pixel, a double star, something larger. */
        UNLIKE("unlike the others");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    private static final double NEIGHBOUR_HEIGHT = 0.05;
    private static final int FLAT_TOP = 3;
    private static final double LIKENESS = 0.8;
    private static final double DEVIATION_OF_MEDIAN = 1.4826;
    private static final double CLEARED = 2;

    /** Copies the map. */
    public MeasuredPsf {
        rejected = Map.copyOf(rejected);
    }

    /**
     * Measures: finds maxima above the noise, leaves out those near to the border, saturated, not isolated or unlike the
     * others, subtracts from each the median around it, brings its centroid into the middle, adds all up, and sets to 0
     * what is below two standard deviations of the noise that is left.
     *
     * @param image any rank; not kept
     * @param size extents of the kernel, odd or made odd, one or one per axis
     * @param threshold least height above the background, in standard deviations of the noise
     * @param saturation values from there on are cut off; if empty, a flat top at the largest value of the image is
     * @throws PsfException if no point of light is left
     */
    public static MeasuredPsf of(NdArray image, int[] size, double threshold, Optional<Double> saturation) {
        return of("stars", image, size, threshold, saturation);
    }

    /**
     * As {@link #of(NdArray, int[], double, Optional)}.
     *
     * @param owner what messages begin with
     */
    static MeasuredPsf of(String owner, NdArray image, int[] size, double threshold, Optional<Double> saturation) {
        int[] half = Arrays.stream(PerAxis.expand(owner, "size", size, image.rank()))
                .map(extent -> extent / 2)
                .toArray();
        NdArray values = image.to(Precision.FLOAT64);
        List<Source> sources = PointSources.find(values, threshold);
        Map<Reason, Integer> rejected = new EnumMap<>(Reason.class);
        List<NdArray> cutOuts = new ArrayList<>();
        for (Source source : sources) {
            Optional<Reason> reason = fault(values, source, sources, half, saturation);
            reason.ifPresent(r -> rejected.merge(r, 1, Integer::sum));
            if (reason.isEmpty()) {
                cutOuts.add(new CutOut(values, source.place(), half).centred());
            }
        }
        List<NdArray> alike = alike(cutOuts);
        if (alike.size() < cutOuts.size()) {
            rejected.put(Reason.UNLIKE, cutOuts.size() - alike.size());
        }
        String told = told(sources.size(), alike.size(), rejected);
        if (alike.isEmpty()) {
            throw new PsfException(
                    Fault.NO_POINTS,
                    owner + ": " + told + "; give a smaller size, a lower threshold, or another image");
        }
        Provenance provenance = Provenance.MEASURED.withRemark(
                Finding.note(told, "their mean was taken, in proportion to their light"));
        return new MeasuredPsf(Psf.normalised(cleared(sum(alike)), provenance), sources.size(), alike.size(), rejected);
    }

    private static Optional<Reason> fault(
            NdArray image, Source source, List<Source> all, int[] half, Optional<Double> saturation) {
        int[] place = source.place();
        boolean within = IntStream.range(0, half.length)
                .allMatch(axis -> place[axis] >= half[axis] + CutOut.MARGIN
                        && place[axis] + half[axis] + CutOut.MARGIN
                                < image.shape().extent(axis));
        if (!within) {
            return Optional.of(Reason.BORDER);
        }
        if (isSaturated(image, place, saturation)) {
            return Optional.of(Reason.SATURATED);
        }
        int[] distance = Arrays.stream(half).map(h -> h + h / 2).toArray();
        boolean crowded = all.stream()
                .anyMatch(other -> other != source
                        && other.height() > NEIGHBOUR_HEIGHT * source.height()
                        && source.isNear(other, distance));
        return crowded ? Optional.of(Reason.CROWDED) : Optional.empty();
    }

    private static boolean isSaturated(NdArray image, int[] place, Optional<Double> saturation) {
        int[] strides = image.shape().strides();
        double[] around = IntStream.range(0, (int) Math.pow(3, place.length))
                .map(n -> PointSources.neighbour(image.shape(), strides, place, n))
                .mapToDouble(image::get)
                .toArray();
        double top = image.max();
        return saturation.isPresent()
                ? Arrays.stream(around).anyMatch(v -> v >= saturation.get())
                : Arrays.stream(around).filter(v -> v == top).count() >= FLAT_TOP;
    }

    private static NdArray sum(List<NdArray> cutOuts) {
        return cutOuts.stream().reduce(NdArray::plus).orElseThrow();
    }

    /** Those whose correlation with the median of all, each for a sum of 1, is high; all if there are fewer than three. */
    private static List<NdArray> alike(List<NdArray> cutOuts) {
        if (cutOuts.size() < 3) {
            return cutOuts;
        }
        List<double[]> shares = cutOuts.stream()
                .map(cutOut -> cutOut.times(1 / cutOut.norm()).toDoubles())
                .toList();
        double[] median = new double[cutOuts.get(0).size()];
        Arrays.setAll(
                median,
                i -> PointSources.median(
                        shares.stream().mapToDouble(values -> values[i]).toArray()));
        NdArray typical = NdArray.of(median, cutOuts.get(0).shape());
        return cutOuts.stream()
                .filter(cutOut -> cutOut.dot(typical) > LIKENESS * cutOut.norm() * typical.norm())
                .toList();
    }

    private static NdArray cleared(NdArray values) {
        double[] border = Arrays.stream(CutOut.shell(values)).map(Math::abs).toArray();
        double least = CLEARED * DEVIATION_OF_MEDIAN * PointSources.median(border);
        return NdArray.of(
                Arrays.stream(values.toDoubles()).map(v -> v < least ? 0 : v).toArray(), values.shape());
    }

    /** How many were found, used and left out and why, in words. */
    public String explanation() {
        return told(found, used, rejected);
    }

    private static String told(int found, int used, Map<Reason, Integer> rejected) {
        String why = Arrays.stream(Reason.values())
                .filter(rejected::containsKey)
                .map(reason -> String.format(Locale.ROOT, "%d %s", rejected.get(reason), reason.text))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%d points of light found, %d used%s",
                found,
                used,
                why.isEmpty() ? "" : "; left out: " + why);
    }
}
