package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The directions that do not cross constraints that hold, and the steepest one downhill among them. */
final class ActiveCone {
    private final double[] downhill;
    private final int[] held;
    private final PivotedQr factors;

    private ActiveCone(double[] downhill, int[] held, PivotedQr factors) {
        this.downhill = downhill;
        this.held = held;
        this.factors = factors;
    }

    /**
     * A cone.
     *
     * @param rows of all constraints, which leave directions whose product with none is positive
     * @param touched which of them hold
     */
    static ActiveCone of(double[][] rows, int[] touched, double[] gradient) {
        double[] steepest = Arrays.stream(gradient).map(element -> -element).toArray();
        double[][] conditions = new double[touched.length][];
        double[] right = new double[touched.length];
        for (int k = 0; k < touched.length; k++) {
            conditions[k] =
                    Arrays.stream(rows[touched[k]]).map(element -> -element).toArray();
            right[k] = DenseSystem.dot(rows[touched[k]], steepest);
        }
        Optional<LeastDistance> found = LeastDistance.of(conditions, right, gradient.length);
        int[] held = IntStream.range(0, touched.length)
                .filter(k -> found.filter(some -> some.multipliers()[k] <= 0).isEmpty())
                .map(k -> touched[k])
                .toArray();
        double[][] columns = Arrays.stream(held).mapToObj(k -> rows[k]).toArray(double[][]::new);
        ActiveCone cone = new ActiveCone(steepest, held, PivotedQr.of(columns, gradient.length));
        return new ActiveCone(cone.along(gradient), held, cone.factors);
    }

    /** The steepest direction. */
    double[] downhill() {
        return downhill;
    }

    /** Whether the steepest direction is along a constraint. */
    boolean holds(int row) {
        return Arrays.stream(held).anyMatch(k -> k == row);
    }

    /** Downhill along all constraints that hold. */
    double[] along(double[] gradient) {
        double[] turned =
                factors.turned(Arrays.stream(gradient).map(element -> -element).toArray());
        Arrays.fill(turned, 0, factors.rank(), 0);
        return factors.turnedBack(turned);
    }
}
