package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/** The Hessian of sequential quadratic programming by a square root, {@code root' root}: it is always positive. */
final class SqpModel {
    /** Powell's share of the curvature so far below which a step's own is not believed. */
    private static final double LEAST = 0.2;

    private SqpModel() {}

    /** The columns of the root; of the identity where nothing is known. */
    static double[][] columns(Optional<NdArray> root, int size) {
        double[][] columns = new double[size][size];
        double[] elements = root.map(NdArray::toDoubles).orElseGet(() -> new double[size * size]);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                columns[j][i] = root.isPresent() ? elements[i * size + j] : i == j ? 1 : 0;
            }
        }
        return columns;
    }

    /**
     * The root after a step: the update of Broyden, Fletcher, Goldfarb and Shanno as that of a factor (Dennis &amp; Schnabel
     * 1983, theorem 9.2.2), damped as by Powell (1978).
     *
     * @param change of the Lagrangian's gradient along the step
     */
    static Optional<NdArray> updated(Optional<NdArray> root, NdArray step, NdArray change) {
        int size = step.size();
        double[] s = step.toDoubles();
        double[] y = change.toDoubles();
        double curvature = DenseSystem.dot(s, y);
        double scale = root.isPresent() || !(curvature > 0) ? 1 : Math.sqrt(DenseSystem.dot(y, y) / curvature);
        double[][] columns = columns(root, size);
        for (double[] column : columns) {
            for (int i = 0; i < size; i++) {
                column[i] *= scale;
            }
        }
        double[] image = DenseSystem.combined(columns, size, s);
        double before = DenseSystem.dot(image, image);
        double[] pulled = DenseSystem.times(columns, image);
        double share = curvature >= LEAST * before ? 1 : (1 - LEAST) * before / (before - curvature);
        double[] damped = new double[size];
        for (int i = 0; i < size; i++) {
            damped[i] = share * y[i] + (1 - share) * pulled[i];
        }
        double length = Math.sqrt(DenseSystem.dot(s, damped) / before);
        double[] elements = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                elements[i * size + j] =
                        columns[j][i] + image[i] * (damped[j] - length * pulled[j]) / (length * before);
            }
        }
        NdArray next = NdArray.of(elements, size, size);
        return next.isFinite() ? Optional.of(next) : Optional.empty();
    }
}
