package org.acutance.math.optimize;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;

/**
 * The left sides of all constraints at one point.
 *
 * @param values of each constraint, of any shape
 * @param jacobians of as many rows as values and as many columns as the point has elements
 */
public record ConstraintValues(List<NdArray> values, List<NdArray> jacobians) {
    /** Values with their Jacobians; the lists are copied. */
    public ConstraintValues {
        values = List.copyOf(values);
        jacobians = List.copyOf(jacobians);
    }

    /** The values of one constraint after those of the other. */
    double[] all() {
        return all(values);
    }

    /** The elements of one array after those of the other. */
    static double[] all(List<NdArray> values) {
        return values.stream()
                .flatMapToDouble(part -> DoubleStream.of(part.toDoubles()))
                .toArray();
    }

    /** The rows of all Jacobians. */
    double[][] rows() {
        return jacobians.stream().flatMap(ConstraintValues::rows).toArray(double[][]::new);
    }

    private static Stream<double[]> rows(NdArray matrix) {
        double[][] rows = new double[matrix.shape().extent(0)][matrix.shape().extent(1)];
        for (int i = 0; i < rows.length; i++) {
            matrix.read(i * rows[i].length, rows[i], 0, rows[i].length);
        }
        return Stream.of(rows);
    }

    boolean isFinite() {
        return Stream.concat(values.stream(), jacobians.stream()).allMatch(NdArray::isFinite);
    }
}
