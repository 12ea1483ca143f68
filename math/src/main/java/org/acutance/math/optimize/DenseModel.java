package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.acutance.math.array.NdArray;

/**
 * A parabola in scaled unknowns {@code weights * x}, its Hessian taken apart into eigenvectors.
 */
final class DenseModel {
    private static final double FLAT = 1e-8;

    private final NdArray gradient;
    private final double[] weights;
    private final SymmetricEigen eigen;
    private final double[] slope;

    private DenseModel(NdArray gradient, double[] weights, SymmetricEigen eigen, double... slope) {
        this.gradient = gradient;
        this.weights = weights;
        this.eigen = eigen;
        this.slope = slope;
    }

    /**
     * The model at a point in a norm that does not depend on the units of the unknowns: the weights are the largest so far
     * of the roots of the Hessian's diagonal (Moré 1978; Conn, Gould &amp; Toint 2000, section 6.7).
     *
     * @param before the weights so far, of the point's shape, or of rank 0 at the start
     */
    static RegionModel of(Evaluation at, NdArray before, Function<DenseModel, RegionModel> region) {
        double[][] hessian = DenseHessian.of(at);
        double[] weights = weights(hessian, before);
        double[] scaled = at.gradient().toDoubles();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= weights[i];
            for (int j = 0; j < scaled.length; j++) {
                hessian[i][j] /= weights[i] * weights[j];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(hessian);
        DenseModel model = new DenseModel(at.gradient(), weights, eigen, eigen.along(scaled));
        return model.isUsable() ? region.apply(model) : new Downhill(at.gradient());
    }

    private static double[] weights(double[][] hessian, NdArray before) {
        double[] weights = new double[hessian.length];
        double largest = 0;
        for (int i = 0; i < weights.length; i++) {
            double root = Math.sqrt(Math.abs(hessian[i][i]));
            weights[i] = before.rank() == 0 ? root : Math.max(root, before.get(i));
            largest = Math.max(largest, weights[i]);
        }
        double flat = FLAT * largest;
        double mean = geometricMean(weights, flat);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights[i] > flat ? weights[i] : mean;
        }
        return weights;
    }

    /** Of the weights above a limit; it stands for those of unknowns along which there is no curvature yet. */
    private static double geometricMean(double[] weights, double above) {
        return Math.exp(Arrays.stream(weights)
                .filter(weight -> weight > above)
                .map(Math::log)
                .average()
                .orElse(0));
    }

    /** What the norm multiplies the unknowns by, which makes the curvatures along them comparable. */
    NdArray weights() {
        return NdArray.of(weights, gradient.shape());
    }

    /** The eigenvectors of the scaled Hessian. */
    SymmetricEigen eigen() {
        return eigen;
    }

    /** Number of unknowns. */
    int size() {
        return slope.length;
    }

    /** The scaled gradient along an eigenvector. */
    double slope(int index) {
        return slope[index];
    }

    /** Euclidean norm of the scaled gradient. */
    double slope() {
        return norm(slope);
    }

    /** Whether it is finite and knows of any curvature. */
    private boolean isUsable() {
        return eigen.largest() > 0 && Double.isFinite(eigen.largest()) && Double.isFinite(norm(slope));
    }

    static double norm(double... components) {
        return Math.sqrt(DenseSystem.dot(components, components));
    }

    /** Below this an eigenvalue cannot be told from 0. */
    double resolution() {
        return Math.ulp(1d) * eigen.size() * eigen.largest();
    }

    /** The step of given components along the eigenvectors. */
    RegionStep step(double[] components, IntToDoubleFunction curvature, boolean atBoundary) {
        double promised = 0;
        for (int i = 0; i < components.length; i++) {
            promised -= components[i] * (slope[i] + curvature.applyAsDouble(i) * components[i] / 2);
        }
        double[] step = eigen.combined(components);
        for (int i = 0; i < step.length; i++) {
            step[i] /= weights[i];
        }
        NdArray shaped = NdArray.of(step, gradient.shape(), gradient.precision());
        return new RegionStep(shaped, promised, norm(components), atBoundary);
    }
}
