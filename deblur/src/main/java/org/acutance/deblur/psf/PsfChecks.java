package org.acutance.deblur.psf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.acutance.deblur.psf.PsfException.Fault;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** The checks that values pass before they are a point spread function, and what is worth telling about them. */
final class PsfChecks {
    private static final double NOTHING = 1e-12;
    private static final double SUM_TOLERANCE = 1e-6;
    /** Pixels by which nobody sees an image move, and which measured kernels are off by chance. */
    private static final double OFFSET_TOLERANCE = 0.05;

    private static final double FAR_TOO_LARGE = 10;
    private static final double BEYOND_TOLERANCE = 0.03;
    private static final double RESPONSE_TOLERANCE = 0.2;

    private PsfChecks() {}

    /** The sum of the values, which is positive. */
    static double usableSum(NdArray values) {
        if (values.size() == 0 || values.rank() == 0) {
            throw new PsfException(
                    Fault.EMPTY, "psf: shape " + values.shape() + " is no kernel; give at least one value on one axis");
        }
        requireFinite(values);
        double sum = values.sum();
        double magnitude = Arrays.stream(values.toDoubles()).map(Math::abs).sum();
        if (Math.abs(sum) <= NOTHING * magnitude) {
            throw new PsfException(
                    Fault.ZERO_SUM,
                    "psf: the sum of the " + values.shape() + " values is 0"
                            + (magnitude == 0 ? ", all of them are" : " within rounding")
                            + "; give a kernel with a positive sum");
        }
        if (sum < 0) {
            throw new PsfException(
                    Fault.NEGATIVE_SUM,
                    "psf: the sum of the " + values.shape() + " values is negative (" + number(sum) + ")"
                            + (values.max() <= 0 ? " and none is above 0" : "")
                            + "; give shares of light, or change the sign");
        }
        return sum;
    }

    private static void requireFinite(NdArray values) {
        int[] bad = IntStream.range(0, values.size())
                .filter(i -> !Double.isFinite(values.get(i)))
                .toArray();
        if (bad.length > 0) {
            throw new PsfException(
                    Fault.NOT_FINITE,
                    "psf: " + bad.length + " of " + values.size() + " values are NaN or infinite, the first at "
                            + index(values.shape(), bad[0]) + "; repair the kernel");
        }
    }

    private static String index(Shape shape, int position) {
        int[] strides = shape.strides();
        return IntStream.range(0, shape.rank())
                .mapToObj(axis -> "" + position / strides[axis] % shape.extent(axis))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static List<Finding> findings(NdArray values, PsfReport report, Provenance provenance) {
        List<Finding> findings = new ArrayList<>(provenance.remarks());
        double sum = report.sum();
        double negativeShare = report.negativeShare();
        List<Double> offset = report.offset();
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            findings.add(Finding.note("the sum is " + number(sum) + ", not 1", "every value was divided by it"));
        }
        if (negativeShare > 0) {
            findings.add(Finding.warning(
                    "negative values carry " + number(100 * negativeShare) + " % of the weight",
                    "least squares takes them as they are; Richardson-Lucy needs them set to 0"));
        }
        evenExtents(values.shape(), findings);
        if (offset.stream().anyMatch(shift -> Math.abs(shift) > OFFSET_TOLERANCE)) {
            String text = offset.stream().map(PsfChecks::number).collect(Collectors.joining(", ", "[", "]"));
            findings.add(Finding.warning(
                    "the centroid is off the middle by " + text + " pixels",
                    "the restored image moves as much the other way, unless the kernel is centred"));
        }
        light(report, provenance, findings);
        detail(report, provenance, findings);
        return findings;
    }

    private static void light(PsfReport report, Provenance provenance, List<Finding> findings) {
        double beyond = report.beyond().orElse(0);
        if (beyond > BEYOND_TOLERANCE) {
            findings.add(Finding.warning(
                    "about " + number(100 * beyond) + " % of the light is beyond the kernel, "
                            + number(100 * report.border()) + " % on its border",
                    provenance.kind() == Provenance.Kind.MEASURED
                            ? "take a larger cut-out and subtract the background, or haze stays in the result"
                            : "give a larger size, or haze stays in the result"));
        }
    }

    private static void detail(PsfReport report, Provenance provenance, List<Finding> findings) {
        for (int axis = 0; axis < report.fwhm().size(); axis++) {
            int along = axis;
            report.sampling()
                    .filter(known -> !known.nyquist().isEmpty()
                            && known.voxel().get(along)
                                    > (1 + SUM_TOLERANCE) * known.nyquist().get(along))
                    .ifPresent(known -> findings.add(Finding.warning(
                            "pixels of " + number(known.voxel().get(along)) + " nm along axis " + along
                                    + " are larger than Nyquist's limit of "
                                    + number(known.nyquist().get(along)) + " nm",
                            known.voxel().get(along)
                                            > FAR_TOO_LARGE * known.nyquist().get(along)
                                    ? "the kernel is little more than a pixel; check the units, nm or um"
                                    : "detail that fine is recorded falsely; record with smaller pixels or planes")));
            if (provenance.kind() == Provenance.Kind.MEASURED
                    && report.response().get(axis) > RESPONSE_TOLERANCE) {
                findings.add(Finding.warning(
                        "along axis " + axis + " the transfer function still is "
                                + number(100 * report.response().get(axis)) + " % at half a cycle per pixel",
                        "finer detail is recorded falsely; record with smaller pixels, or deblur on a finer grid"));
            }
        }
    }

    private static void evenExtents(Shape shape, List<Finding> findings) {
        for (int axis = 0; axis < shape.rank(); axis++) {
            int extent = shape.extent(axis);
            if (extent % 2 == 0) {
                findings.add(Finding.note(
                        "extent " + extent + " along axis " + axis + " is even and has no middle",
                        "index " + extent / 2 + " is taken for it"));
            }
        }
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value);
        String plain = text.contains("e") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
        return plain.equals("-0") ? "0" : plain;
    }
}
