package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * Conjugate gradients on the Newton equation that end at the boundary of the region, or there along a direction of
 * negative curvature (Steihaug 1983; Nocedal &amp; Wright 2006, algorithm 7.2).
 */
final class Steihaug implements RegionModel {
    private static final int ITERATIONS_PER_UNKNOWN = 20;

    private final Evaluation at;
    private final double goal;

    Steihaug(Evaluation at) {
        this.at = at;
        this.goal = NewtonDirection.goal(at.gradient().norm());
    }

    /** Where conjugate gradients have lost their way by rounding, orthogonal directions have not. */
    @Override
    public Optional<RegionModel> refined() {
        return new Lanczos(at).refined();
    }

    @Override
    public RegionStep within(double radius) {
        return new Search(radius).run();
    }

    private final class Search {
        private final double radius;
        private NdArray residual = at.gradient();
        private NdArray direction = residual.times(-1);
        private NdArray solution = residual.times(0);
        private double squared = residual.dot(residual);
        private double promised;

        Search(double radius) {
            this.radius = radius;
        }

        RegionStep run() {
            long most = (long) ITERATIONS_PER_UNKNOWN * residual.size();
            for (long i = 0; i < most; i++) {
                NdArray product = at.hessianProduct(direction);
                double curvature = direction.dot(product);
                if (!Double.isFinite(curvature)) {
                    return i == 0
                            ? RegionStep.downhill(residual, radius)
                            : new RegionStep(solution, promised, solution.norm(), false);
                }
                double step = squared / curvature;
                NdArray next = curvature > 0 ? solution.plusScaled(step, direction) : solution;
                if (curvature <= 0) {
                    return alongNegativeCurvature(curvature);
                }
                if (!(next.norm() < radius)) {
                    return toBoundary(forward(), curvature);
                }
                solution = next;
                promised += step * squared / 2;
                residual = residual.plusScaled(step, product);
                double before = squared;
                squared = residual.dot(residual);
                if (Math.sqrt(squared) <= goal) {
                    break;
                }
                direction = Vectors.combine(-1, residual, squared / before, direction);
            }
            return new RegionStep(solution, promised, solution.norm(), false);
        }

        /** To the end of the line where the model is lower; both are on the boundary. */
        private RegionStep alongNegativeCurvature(double curvature) {
            RegionStep forward = toBoundary(forward(), curvature);
            RegionStep backward = toBoundary(-distance(direction.times(-1)), curvature);
            return backward.promised() > forward.promised() ? backward : forward;
        }

        private RegionStep toBoundary(double step, double curvature) {
            double gain = step * (squared - step * curvature / 2);
            return new RegionStep(solution.plusScaled(step, direction), promised + gain, radius, true);
        }

        private double forward() {
            return distance(direction);
        }

        /** The positive multiple of a direction that leads to the boundary. */
        private double distance(NdArray along) {
            return RegionStep.toBoundary(
                    along.dot(along), solution.dot(along), radius * radius - solution.dot(solution));
        }
    }
}
