package org.acutance.math.array;

/** Work on the lines of an array along one axis, each line by itself. */
public final class Lines {
    /** What is done to a line. */
    @FunctionalInterface
    public interface Operation {
        /** Computes a whole line of the result from a line of the array, which is not to be written. */
        void apply(double[] line, double[] result);
    }

    private Lines() {}

    /**
     * Every line along an axis made into another.
     *
     * @param extent extent of the result along the axis
     * @throws IllegalArgumentException if there is no such axis
     */
    public static NdArray map(NdArray array, int axis, int extent, Operation operation) {
        Shape shape = array.shape();
        int chosen = shape.axis(axis);
        int last = shape.rank() - 1;
        NdArray rows = array.permute(swapped(shape.rank(), chosen));
        Shape result = rows.shape().with(last, extent);
        NdArray.Builder builder = NdArray.builder(result, array.precision());
        double[] line = new double[shape.extent(chosen)];
        double[] changed = new double[extent];
        for (int row = 0; row < result.rows(); row++) {
            rows.read(row * line.length, line, 0, line.length);
            operation.apply(line, changed);
            builder.write(row * extent, changed, 0, extent);
        }
        return builder.build().permute(swapped(shape.rank(), chosen));
    }

    /** The order of the axes with one and the last exchanged. */
    private static int[] swapped(int rank, int axis) {
        int[] order = new int[rank];
        for (int i = 0; i < rank; i++) {
            order[i] = i == axis ? rank - 1 : i == rank - 1 ? axis : i;
        }
        return order;
    }
}
