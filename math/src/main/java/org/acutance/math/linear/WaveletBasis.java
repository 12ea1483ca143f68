package org.acutance.math.linear;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.acutance.math.array.Lines;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The decimated wavelet transform with periodic border (Mallat 2009, section 7.3): an orthogonal matrix, so that the
 * adjoint is the inverse. Along every axis the first half of the result is the approximation and the second the details;
 * further levels transform the corner of the approximations again.
 *
 * @param shape shape of the arrays; extents of 1 are left as they are
 * @param wavelet an orthogonal wavelet: HAAR, DB4 or SYM4
 * @param levels number of levels
 */
public record WaveletBasis(Shape shape, Wavelet wavelet, int levels) implements LinearMap {
    /**
     * A transform.
     *
     * @throws IllegalArgumentException if the wavelet has no orthogonal basis, the number of levels is negative, or an
     *     extent cannot be halved so often
     */
    public WaveletBasis {
        if (wavelet.filters().size() != 2) {
            throw new IllegalArgumentException(
                    "wavelets: " + wavelet + " has no orthogonal basis; use HAAR, DB4 or SYM4");
        }
        for (int extent : shape.extents()) {
            if (levels < 0 || levels > 30 || (extent != 1 && extent % (1 << levels) != 0)) {
                throw new IllegalArgumentException("wavelets: " + levels + " levels need extents that can be halved as"
                        + " often, got " + shape + "; pad it, or use fewer levels");
            }
        }
    }

    @Override
    public String name() {
        return "wavelet basis";
    }

    @Override
    public boolean isOrthogonal() {
        return true;
    }

    @Override
    public Shape domain() {
        return shape;
    }

    @Override
    public Shape range() {
        return shape;
    }

    @Override
    public NdArray apply(NdArray x) {
        x.shape().require(name(), shape);
        double[][] filters = filters();
        NdArray result = x;
        for (int level = 0; level < levels; level++) {
            result = inCorner(result, level, (line, changed) -> analyse(filters, line, changed));
        }
        return result;
    }

    @Override
    public NdArray adjoint(NdArray y) {
        y.shape().require("adjoint of " + name(), shape);
        double[][] filters = filters();
        NdArray result = y;
        for (int level = levels - 1; level >= 0; level--) {
            result = inCorner(result, level, (line, changed) -> synthesise(filters, line, changed));
        }
        return result;
    }

    /** Changes the lines, along every axis, of the corner that the approximations of a level fill. */
    private NdArray inCorner(NdArray array, int level, BiConsumer<double[], double[]> change) {
        int[] lengths = Arrays.stream(shape.extents())
                .map(extent -> Math.max(1, extent >> level))
                .toArray();
        NdArray corner = array;
        for (int axis = 0; axis < lengths.length; axis++) {
            corner = corner.slice(axis, 0, lengths[axis]);
        }
        NdArray changed = corner;
        for (int axis = 0; axis < lengths.length; axis++) {
            if (lengths[axis] > 1) {
                changed = Lines.map(changed, axis, lengths[axis], change::accept);
            }
        }
        return put(array, changed, lengths);
    }

    private NdArray put(NdArray array, NdArray corner, int... lengths) {
        NdArray.Builder result = NdArray.builder(shape, array.precision()).write(0, array.toDoubles(), 0, array.size());
        double[] row = new double[corner.shape().rowLength()];
        int[] strides = shape.strides();
        for (int number = 0; number < corner.shape().rows(); number++) {
            corner.read(number * row.length, row, 0, row.length);
            int to = 0;
            int rest = number;
            for (int axis = lengths.length - 2; axis >= 0; axis--) {
                to += rest % lengths[axis] * strides[axis];
                rest /= lengths[axis];
            }
            result.write(to, row, 0, row.length);
        }
        return result.build();
    }

    /** The filters with unit norm; the frame's have half of that. */
    private double[][] filters() {
        List<List<Double>> filters = wavelet.filters();
        double[][] taps = new double[filters.size()][];
        for (int i = 0; i < taps.length; i++) {
            taps[i] = filters.get(i).stream()
                    .mapToDouble(tap -> tap * Math.sqrt(2))
                    .toArray();
        }
        return taps;
    }

    private static void analyse(double[][] filters, double[] line, double[] result) {
        int half = line.length / 2;
        for (int i = 0; i < line.length; i++) {
            double[] taps = filters[i / half];
            double sum = 0;
            for (int k = 0; k < taps.length; k++) {
                sum += taps[k] * line[(2 * (i % half) + k) % line.length];
            }
            result[i] = sum;
        }
    }

    private static void synthesise(double[][] filters, double[] line, double[] result) {
        int half = line.length / 2;
        Arrays.fill(result, 0);
        for (int i = 0; i < line.length; i++) {
            double[] taps = filters[i / half];
            for (int k = 0; k < taps.length; k++) {
                result[(2 * (i % half) + k) % line.length] += taps[k] * line[i];
            }
        }
    }
}
