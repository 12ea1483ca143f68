package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/** The inverse Hessian of a quasi-Newton method, a symmetric matrix over the elements of a point. */
final class InverseHessian {
    private InverseHessian() {}

    /** The matrix times a vector of any shape. */
    static NdArray times(NdArray inverse, NdArray vector) {
        return inverse.matmul(vector.reshape(vector.size(), 1)).reshape(vector.shape());
    }

    /**
     * The matrix after a step (Nocedal &amp; Wright 2006, (6.17)); before the first a multiple of the identity (6.20).
     *
     * @param inverse the matrix before; empty for none
     */
    static NdArray updated(Optional<NdArray> inverse, CurvaturePair pair) {
        int size = pair.step().size();
        double[] step = pair.step().toDoubles();
        double[] change = pair.change().toDoubles();
        double[] matrix = inverse.map(NdArray::toDoubles)
                .orElseGet(() -> identity(size, pair.curvature() / DenseSystem.dot(change, change)));
        double[] image = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                image[i] += matrix[i * size + j] * change[j];
            }
        }
        double share = 1 / pair.curvature();
        double along = share * (1 + share * DenseSystem.dot(change, image));
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i * size + j] += along * step[i] * step[j] - share * (image[i] * step[j] + step[i] * image[j]);
            }
        }
        return NdArray.of(matrix, size, size).to(pair.step().precision());
    }

    private static double[] identity(int size, double factor) {
        double[] matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            matrix[i * size + i] = factor;
        }
        return matrix;
    }
}
