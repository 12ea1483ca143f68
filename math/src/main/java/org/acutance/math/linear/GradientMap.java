package org.acutance.math.linear;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Forward differences along every axis, stacked along a new first axis: {@code x[i + 1] - x[i]}, and 0 at the last
 * element of an axis, so that nothing is assumed beyond the border.
 *
 * @param domain the shape of the image; the range is {@code [rank × domain]}
 */
public record GradientMap(Shape domain) implements LinearMap {
    /**
     * The differences of images of one shape.
     *
     * @throws IllegalArgumentException if the shape has no axis
     */
    public GradientMap {
        if (domain.rank() == 0) {
            throw new IllegalArgumentException(
                    "gradient: shape [] has no axis to differ along; give at least one axis");
        }
    }

    @Override
    public String name() {
        return "gradient";
    }

    @Override
    public Shape range() {
        int[] extents = domain.expandedTo(domain.rank() + 1).extents();
        extents[0] = domain.rank();
        return Shape.of(extents);
    }

    @Override
    public NdArray apply(NdArray x) {
        x.shape().require(name(), domain);
        NdArray.Builder result = NdArray.builder(range(), x.precision());
        int length = domain.rowLength();
        double[] here = new double[length];
        double[] next = new double[length];
        for (int row = 0; row < domain.rows(); row++) {
            x.read(row * length, here, 0, length);
            for (int axis = 0; axis < domain.rank() - 1; axis++) {
                writeAcross(x, axis, row, here, next, result);
            }
            differences(here, next);
            result.write(along(row), next, 0, Math.max(length - 1, 0));
        }
        return result.build();
    }

    private void writeAcross(NdArray x, int axis, int row, double[] here, double[] next, NdArray.Builder result) {
        if (!isLast(row, axis)) {
            x.read((row + rowStride(axis)) * next.length, next, 0, next.length);
            subtract(next, here);
            result.write(axis * domain.size() + row * next.length, next, 0, next.length);
        }
    }

    /** Where the differences along the last axis of a row are kept. */
    private int along(int row) {
        return (domain.rank() - 1) * domain.size() + row * domain.rowLength();
    }

    private static void differences(double[] x, double[] out) {
        for (int i = 0; i + 1 < x.length; i++) {
            out[i] = x[i + 1] - x[i];
        }
    }

    /** The adjoint of {@link #differences}; the last element of {@code y} is not used. */
    private static void spread(double[] y, double[] out) {
        int last = y.length - 1;
        out[last] = last > 0 ? y[last - 1] : 0;
        for (int i = 1; i < last; i++) {
            out[i] = y[i - 1] - y[i];
        }
        if (last > 0) {
            out[0] = -y[0];
        }
    }

    @Override
    public NdArray adjoint(NdArray y) {
        y.shape().require("adjoint of " + name(), range());
        NdArray.Builder result = NdArray.builder(domain, y.precision());
        int length = domain.rowLength();
        double[] sum = new double[length];
        double[] part = new double[length];
        for (int row = 0; row < domain.rows(); row++) {
            y.read(along(row), part, 0, length);
            spread(part, sum);
            for (int axis = 0; axis < domain.rank() - 1; axis++) {
                addAcross(y, axis, row, sum, part);
            }
            result.write(row * length, sum, 0, length);
        }
        return result.build();
    }

    private void addAcross(NdArray y, int axis, int row, double[] sum, double[] part) {
        int start = axis * domain.size();
        if (!isFirst(row, axis)) {
            y.read(start + (row - rowStride(axis)) * sum.length, part, 0, sum.length);
            add(sum, part);
        }
        if (!isLast(row, axis)) {
            y.read(start + row * sum.length, part, 0, sum.length);
            subtract(sum, part);
        }
    }

    private static void add(double[] to, double[] amount) {
        for (int i = 0; i < to.length; i++) {
            to[i] += amount[i];
        }
    }

    private static void subtract(double[] from, double[] amount) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= amount[i];
        }
    }

    /** Distance in rows between neighbours along an axis other than the last. */
    private int rowStride(int axis) {
        int stride = 1;
        for (int i = axis + 1; i < domain.rank() - 1; i++) {
            stride *= domain.extent(i);
        }
        return stride;
    }

    private int index(int row, int axis) {
        return row / rowStride(axis) % domain.extent(axis);
    }

    private boolean isFirst(int row, int axis) {
        return index(row, axis) == 0;
    }

    private boolean isLast(int row, int axis) {
        return index(row, axis) == domain.extent(axis) - 1;
    }
}
