package org.acutance.math.optimize;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.acutance.math.array.NdArray;

/**
 * A parabola in scaled unknowns {@code weights * x}, its Hessian taken apart into eigenvectors.
 */
final class DenseModel {
    private final NdArray gradient;
    private final double[] curvatures;
    private final double[] weights;
    private final SymmetricEigen eigen;
    private final double[] slope;

    private DenseModel(NdArray gradient, double[] curvatures, double[] weights, double[][] hessian) {
        this.gradient = gradient;
        this.curvatures = curvatures;
        this.weights = weights;
        this.eigen = SymmetricEigen.of(hessian);
        this.slope = eigen.along(RegionWeights.over(gradient.toDoubles(), weights));
    }

    /**
     * The model at a point in a norm that does not depend on the units of the unknowns, or, where its curvatures are not
     * finite or all 0, the way downhill in the norm so far.
     *
     * @param before what the region's norm was made of; empty at the start
     */
    static RegionModel of(Evaluation at, Optional<NdArray> before, Function<DenseModel, RegionModel> region) {
        double[][] hessian = DenseHessian.of(at);
        double[] curvatures = RegionWeights.largest(hessian, before);
        double[] weights = RegionWeights.filled(curvatures);
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                hessian[i][j] /= weights[i] * weights[j];
            }
        }
        DenseModel model = new DenseModel(at.gradient(), curvatures, weights, hessian);
        return model.isUsable() ? region.apply(model) : new Downhill(at.gradient(), before);
    }

    /** What the weights come from. */
    Optional<NdArray> curvatures() {
        return Optional.of(NdArray.of(curvatures, gradient.shape()));
    }

    /** The least of the weights. */
    double unit() {
        return RegionWeights.least(weights);
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
        return DenseSystem.norm(slope);
    }

    /** Whether it is finite and knows of any curvature. */
    private boolean isUsable() {
        return eigen.largest() > 0 && Double.isFinite(eigen.largest()) && Double.isFinite(slope());
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
        double[] step = RegionWeights.over(eigen.combined(components), weights);
        NdArray shaped = NdArray.of(step, gradient.shape(), gradient.precision());
        return new RegionStep(shaped, promised, DenseSystem.norm(components), atBoundary);
    }
}
