package org.acutance.math.optimize;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

/**
 * Conjugate gradients on the Newton equation that end at the boundary of the region, or there along a direction of
 * negative curvature (Steihaug 1983; Nocedal &amp; Wright 2006, algorithm 7.2).
 */
final class Steihaug implements RegionModel {
    private static final int ITERATIONS_PER_UNKNOWN = 20;

    private final Evaluation at;
    private final UnaryOperator<NdArray> inverse;
    private final NdArray steepest;
    private final double unit;
    private final double goal;

    Steihaug(Evaluation at, Preconditioner preconditioner) {
        this.at = at;
        this.inverse = preconditioner.at(at);
        this.steepest = inverse.apply(at.gradient());
        this.unit = Math.sqrt(at.gradient().dot(steepest)) / steepest.norm();
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

    /** Lengths are those of the preconditioner's norm, and follow from those of the step before. */
    private final class Search {
        private final double radius;
        private final double reach;
        private NdArray residual = at.gradient();
        private NdArray direction = steepest.times(-1);
        private NdArray solution = residual.times(0);
        private double squared = residual.dot(steepest);
        private double promised;
        private double solutionSquared;
        private double directionSquared = squared;
        private double solutionAlong;

        Search(double radius) {
            this.radius = radius;
            this.reach = radius * unit;
        }

        RegionStep run() {
            long most = (long) ITERATIONS_PER_UNKNOWN * residual.size();
            for (long i = 0; i < most; i++) {
                NdArray product = at.hessianProduct(direction);
                double curvature = direction.dot(product);
                if (!Double.isFinite(curvature)) {
                    return i == 0 ? RegionStep.downhill(residual, radius) : inside();
                }
                if (curvature <= 0) {
                    return alongNegativeCurvature(curvature);
                }
                double step = squared / curvature;
                double next = solutionSquared + step * (2 * solutionAlong + step * directionSquared);
                if (!(next < reach * reach)) {
                    return toBoundary(forward(), curvature);
                }
                solutionSquared = next;
                advance(product, step);
                if (residual.norm() <= goal) {
                    break;
                }
            }
            return inside();
        }

        private void advance(NdArray product, double step) {
            solution = solution.plusScaled(step, direction);
            promised += step * squared / 2;
            residual = residual.plusScaled(step, product);
            double before = squared;
            NdArray preconditioned = inverse.apply(residual);
            squared = residual.dot(preconditioned);
            double turn = squared / before;
            direction = Vectors.combine(-1, preconditioned, turn, direction);
            solutionAlong = turn * (solutionAlong + step * directionSquared);
            directionSquared = squared + turn * turn * directionSquared;
        }

        private RegionStep inside() {
            return new RegionStep(solution, promised, Math.sqrt(solutionSquared) / unit, false);
        }

        /** To the end of the line where the model is lower; both are on the boundary. */
        private RegionStep alongNegativeCurvature(double curvature) {
            RegionStep forward = toBoundary(forward(), curvature);
            RegionStep backward = toBoundary(-distance(-solutionAlong), curvature);
            return backward.promised() > forward.promised() ? backward : forward;
        }

        private RegionStep toBoundary(double step, double curvature) {
            double gain = step * (squared - step * curvature / 2);
            return new RegionStep(solution.plusScaled(step, direction), promised + gain, radius, true);
        }

        private double forward() {
            return distance(solutionAlong);
        }

        /** The positive multiple of the direction, or of its opposite, that leads to the boundary. */
        private double distance(double along) {
            return RegionStep.toBoundary(directionSquared, along, reach * reach - solutionSquared);
        }
    }
}
