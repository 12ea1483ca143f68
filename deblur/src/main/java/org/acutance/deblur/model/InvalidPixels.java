package org.acutance.deblur.model;

import java.util.Arrays;
import java.util.Optional;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** What is done with samples that are NaN or infinite. */
public enum InvalidPixels {
    /** The image is refused. */
    REFUSE,
    /** They get weight 0, and the mean of their neighbours as values, so that everything stays finite. */
    MASK;

    /**
     * An observation all of whose samples are finite.
     *
     * @param operation name of the operation for the message
     * @param values the samples as they came
     * @param psf what the scene was blurred by
     * @throws IllegalArgumentException if there are samples that are not finite and they are to be refused, or there are
     *     no others
     */
    public Observation observe(String operation, NdArray values, Psf psf) {
        return values.isFinite() ? Observation.of(values, psf) : masked(operation, values, psf);
    }

    private Observation masked(String operation, NdArray values, Psf psf) {
        if (this == REFUSE || count(values) == values.size()) {
            throw refusal(operation, values, "; replace them, or leave them out by --invalid mask");
        }
        double[] weights = Arrays.stream(values.toDoubles())
                .map(value -> Double.isFinite(value) ? 1 : 0)
                .toArray();
        Optional<NdArray> mask = Optional.of(NdArray.of(weights, values.shape(), values.precision()));
        return new Observation(new Observation(values, mask, psf).filled(), mask, psf);
    }

    /**
     * Refuses samples that are not finite.
     *
     * @param operation name of the operation for the message
     * @throws IllegalArgumentException saying how many there are and where the first is
     */
    public static void requireFinite(String operation, NdArray values) {
        if (!values.isFinite()) {
            throw refusal(operation, values, "; replace them before deblurring");
        }
    }

    private static IllegalArgumentException refusal(String operation, NdArray values, String wayOut) {
        return new IllegalArgumentException(operation + ": " + count(values) + " of " + values.size()
                + " pixels are NaN or infinite, the first at " + first(values) + wayOut);
    }

    /** How many samples are NaN or infinite. */
    public static int count(NdArray values) {
        return (int) Arrays.stream(values.toDoubles())
                .filter(value -> !Double.isFinite(value))
                .count();
    }

    /** The index along each axis of the first sample that is not finite, of which there is one. */
    private static String first(NdArray values) {
        int first = 0;
        while (Double.isFinite(values.get(first))) {
            first++;
        }
        Shape shape = values.shape();
        int[] index = new int[shape.rank()];
        int[] strides = shape.strides();
        for (int axis = 0; axis < index.length; axis++) {
            index[axis] = first / strides[axis] % shape.extent(axis);
        }
        return Arrays.toString(index);
    }
}
