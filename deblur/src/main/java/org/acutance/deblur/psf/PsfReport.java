package org.acutance.deblur.psf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * What there is to know about a point spread function.
 *
 * @param sum sum of the values as they came
 * @param offset centroid less middle along each axis, in pixels
 * @param negativeShare sum of the absolute negative values over the sum of all absolute values, 0 to 1
 * @param fwhm full width at half maximum of the line through the largest value along each axis, in pixels; of values that
 *     are equal but for rounding that next to the centroid counts; the places of the half are found by linear
 *     interpolation, beyond the kernel there is 0
 * @param border share of the absolute values in the outermost layer of the kernel, 0 to 1
 * @param beyond share of the light beyond the kernel: known to be at most that, or estimated from how fast the outer
 *     layers fade; empty where a kernel is just so, or does not fade
 * @param response magnitude of the optical transfer function along each axis at half a cycle per pixel, the highest
 *     frequency that the pixels can hold; 1 for no blur
 * @param sampling size of the pixels, if known
 * @param findings what the user should know
 */
public record PsfReport(
        double sum,
        List<Double> offset,
        double negativeShare,
        List<Double> fwhm,
        double border,
        OptionalDouble beyond,
        List<Double> response,
        Optional<Sampling> sampling,
        List<Finding> findings) {
    /** A report; the lists are copied. */
    public PsfReport {
        offset = List.copyOf(offset);
        fwhm = List.copyOf(fwhm);
        response = List.copyOf(response);
        findings = List.copyOf(findings);
    }

    /** Share of the largest value by which values differ that are equal but for rounding. */
    private static final double ROUNDING = 1e-9;

    static PsfReport of(NdArray values, double sum, NdArray kernel, Provenance provenance) {
        double[] all = kernel.toDoubles();
        double magnitude = Arrays.stream(all).map(Math::abs).sum();
        double negative = -Arrays.stream(all).filter(v -> v < 0).sum();
        List<Double> offset = IntStream.range(0, kernel.rank())
                .mapToObj(axis -> offset(all, kernel.shape(), axis))
                .toList();
        int peak = peak(all, kernel.shape(), offset);
        List<Double> fwhm = IntStream.range(0, kernel.rank())
                .mapToObj(axis -> width(line(all, kernel.shape(), axis, peak)))
                .toList();
        double share = negative == 0 ? 0 : negative / magnitude;
        PsfReport plain = new PsfReport(
                sum,
                offset,
                share,
                fwhm,
                Layers.of(kernel).border(),
                provenance.beyond().isPresent() || provenance.kind() == Provenance.Kind.DRAWN
                        ? provenance.beyond()
                        : Layers.of(kernel).beyond(),
                Response.atHalfCycle(kernel),
                provenance.sampling(),
                List.of());
        return plain.with(PsfChecks.findings(values, plain, provenance));
    }

    private PsfReport with(List<Finding> told) {
        return new PsfReport(sum, offset, negativeShare, fwhm, border, beyond, response, sampling, told);
    }

    /** The full widths at half maximum in nm; empty where the size of the pixels is not known. */
    public Optional<List<Double>> fwhmNanometres() {
        return sampling.map(known -> IntStream.range(0, fwhm.size())
                .mapToObj(axis -> fwhm.get(axis) * known.voxel().get(axis))
                .toList());
    }

    private static double offset(double[] kernel, Shape shape, int axis) {
        int stride = shape.strides()[axis];
        int extent = shape.extent(axis);
        return IntStream.range(0, kernel.length)
                .mapToDouble(i -> kernel[i] * (i / stride % extent - extent / 2))
                .sum();
    }

    private static int peak(double[] kernel, Shape shape, List<Double> centroid) {
        double largest = Arrays.stream(kernel).max().orElseThrow();
        return IntStream.range(0, kernel.length)
                .filter(i -> kernel[i] >= (1 - ROUNDING) * largest)
                .boxed()
                .min(Comparator.comparingDouble(i -> squaredDistance(i, shape, centroid)))
                .orElseThrow();
    }

    private static double squaredDistance(int position, Shape shape, List<Double> centroid) {
        return IntStream.range(0, shape.rank())
                .mapToDouble(axis -> position / shape.strides()[axis] % shape.extent(axis)
                        - shape.extent(axis) / 2
                        - centroid.get(axis))
                .map(difference -> difference * difference)
                .sum();
    }

    private static List<Double> line(double[] kernel, Shape shape, int axis, int through) {
        int stride = shape.strides()[axis];
        int start = through - through / stride % shape.extent(axis) * stride;
        List<Double> line = new ArrayList<>(List.of(0.0));
        for (int i = 0; i < shape.extent(axis); i++) {
            line.add(kernel[start + i * stride]);
        }
        line.add(0.0);
        return line;
    }

    private static double width(List<Double> line) {
        double half = line.stream().mapToDouble(v -> v).max().orElseThrow() / 2;
        int first = IntStream.range(0, line.size())
                .filter(i -> line.get(i) >= half)
                .findFirst()
                .orElseThrow();
        int last = IntStream.range(0, line.size())
                .filter(i -> line.get(i) >= half)
                .reduce((a, b) -> b)
                .orElseThrow();
        double rise = (line.get(first) - half) / (line.get(first) - line.get(first - 1));
        double fall = (line.get(last) - half) / (line.get(last) - line.get(last + 1));
        return last - first + rise + fall;
    }
}
