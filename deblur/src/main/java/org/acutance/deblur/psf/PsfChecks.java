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
    private static final double OFFSET_TOLERANCE = 0.01;

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

    static List<Finding> findings(NdArray values, double sum, double negativeShare, List<Double> offset) {
        List<Finding> findings = new ArrayList<>();
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
        return findings;
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
