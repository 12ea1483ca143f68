package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

/**
 * The barrier problem at a point: objective less a barrier times the logarithms of slacks, subject to equations, linear in
 * the unknowns and in the relative changes of the slacks (Byrd, Hribar &amp; Nocedal, SIAM Journal on Optimization 9, 1999).
 */
final class BarrierModel {
    private final double[] gradient;
    private final double[] residuals;
    private final double[][] rows;
    private final PivotedQr factors;
    private final double[] multipliers;
    private final Lazy<UnaryOperator<double[]>> hessian;
    private final double[] curvatures;
    private final int unknowns;

    /**
     * The model.
     *
     * @param slope gradient of the objective
     * @param slacks one for each inequality, above 0
     * @param hessian of the Lagrangian
     */
    BarrierModel(
            Sides sides,
            NdArray x,
            double[] slope,
            ConstraintValues values,
            double[] slacks,
            double barrier,
            LagrangianHessian hessian) {
        this.unknowns = slope.length;
        double[] equations = sides.equations(x, values.all());
        double[] inequalities = sides.inequalities(x, values.all());
        int size = unknowns + slacks.length;
        this.gradient = Arrays.copyOf(slope, size);
        Arrays.fill(gradient, unknowns, size, -barrier);
        this.residuals = Arrays.copyOf(equations, equations.length + slacks.length);
        this.rows = new double[residuals.length][];
        double[][] ofEquations = sides.slopesOfEquations(values.rows());
        double[][] ofInequalities = sides.slopesOfInequalities(values.rows());
        for (int k = 0; k < rows.length; k++) {
            int own = k - equations.length;
            rows[k] = Arrays.copyOf(own < 0 ? ofEquations[k] : ofInequalities[own], size);
            if (own >= 0) {
                residuals[k] = inequalities[own] + slacks[own];
                rows[k][unknowns + own] = slacks[own];
            }
        }
        this.factors = PivotedQr.of(rows, size);
        double[] downhill = Arrays.stream(gradient).map(element -> -element).toArray();
        this.multipliers = factors.leastSquares(downhill);
        this.hessian = new Lazy<>(() -> hessian.with(multipliers));
        this.curvatures = new double[slacks.length];
        for (int i = 0; i < slacks.length; i++) {
            double multiplier = multipliers[equations.length + i];
            curvatures[i] = multiplier > 0 ? multiplier * slacks[i] : barrier;
        }
    }

    /** Lagrange's multipliers of the equations and inequalities by least squares. */
    double[] multipliers() {
        return multipliers;
    }

    /** What is left of the gradient, the largest element. */
    double optimality() {
        double[] rest = DenseSystem.plusScaled(gradient, 1, DenseSystem.combined(rows, gradient.length, multipliers));
        return largest(rest);
    }

    /** By how much equations are not met, the largest element. */
    double violation() {
        return largest(residuals);
    }

    static double largest(double... values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /** The gradient of the Lagrangian by the unknowns. */
    double[] lagrangian() {
        double[] sum = DenseSystem.plusScaled(gradient, 1, DenseSystem.combined(rows, gradient.length, multipliers));
        return Arrays.copyOf(sum, unknowns);
    }

    /** The gradient of the Lagrangian at another point with the multipliers of this one. */
    double[] lagrangianWith(double[] slope, Sides sides, ConstraintValues values) {
        double[][] ofEquations = sides.slopesOfEquations(values.rows());
        double[][] ofInequalities = sides.slopesOfInequalities(values.rows());
        double[] sum = slope;
        for (int k = 0; k < multipliers.length; k++) {
            int own = k - ofEquations.length;
            sum = DenseSystem.plusScaled(sum, multipliers[k], own < 0 ? ofEquations[k] : ofInequalities[own]);
        }
        return sum;
    }

    /** By how much the model of the objective and the barrier falls. */
    double decrease(double... step) {
        return -DenseSystem.dot(gradient, step) - DenseSystem.dot(curved(step), step) / 2;
    }

    /** By how much the Euclidean norm of the residuals falls. */
    double approach(double... step) {
        return DenseSystem.norm(residuals) - DenseSystem.norm(left(step));
    }

    private double[] left(double... step) {
        return DenseSystem.plusScaled(residuals, 1, DenseSystem.times(rows, step));
    }

    private double[] curved(double... step) {
        double[] curved = Arrays.copyOf(hessian.get().apply(Arrays.copyOf(step, unknowns)), step.length);
        for (int i = unknowns; i < step.length; i++) {
            curved[i] = curvatures[i - unknowns] * step[i];
        }
        return curved;
    }

    /** The shortest step that meets all equations, as if they were linear. */
    double[] restoring(double... residuals) {
        return factors.turnedBack(factors.solveTransposed(
                Arrays.stream(residuals).map(element -> -element).toArray()));
    }

    /**
     * A step towards the equations and then along them.
     *
     * @param radius the largest length
     * @param least of the relative changes of slacks, below 0
     */
    double[] step(double radius, double least) {
        double[] normal = rows.length == 0 ? new double[gradient.length] : normal(0.8 * radius, least / 2);
        return along(normal, radius, least);
    }

    /** The dogleg to the least residuals, or the straight way there, whichever leaves less within the region. */
    private double[] normal(double radius, double least) {
        double[] newton = restoring(residuals);
        double[] straight = shortened(newton, radius, least);
        double[] uphill = DenseSystem.combined(rows, gradient.length, residuals);
        double[] image = DenseSystem.times(rows, uphill);
        double share = DenseSystem.dot(uphill, uphill) / DenseSystem.dot(image, image);
        if (!Double.isFinite(share)) {
            return straight;
        }
        double[] cauchy = shortened(DenseSystem.plusScaled(new double[uphill.length], -share, uphill), radius, least);
        double[] onward = DenseSystem.plusScaled(newton, -1, cauchy);
        double room = Math.min(1, room(cauchy, onward, radius, least));
        double[] bent = DenseSystem.plusScaled(cauchy, room, onward);
        return DenseSystem.norm(left(straight)) <= DenseSystem.norm(left(bent)) ? straight : bent;
    }

    private double[] shortened(double[] step, double radius, double least) {
        double[] none = new double[step.length];
        return DenseSystem.plusScaled(none, Math.min(1, room(none, step, radius, least)), step);
    }

    /** How far a direction leads within the region. */
    private double room(double[] from, double[] direction, double radius, double least) {
        double room = RegionStep.toBoundary(
                DenseSystem.dot(direction, direction),
                DenseSystem.dot(from, direction),
                radius * radius - DenseSystem.dot(from, from));
        for (int i = unknowns; i < from.length; i++) {
            room = direction[i] < 0 ? Math.min(room, (least - from[i]) / direction[i]) : room;
        }
        return Double.isNaN(room) ? Double.POSITIVE_INFINITY : Math.max(room, 0);
    }

    /** Conjugate gradients among the steps that do not change the equations. */
    private double[] along(double[] normal, double radius, double least) {
        double[] step = normal;
        double[] residual = DenseSystem.plusScaled(gradient, 1, curved(normal));
        double[] projected = projected(residual);
        double[] direction = DenseSystem.plusScaled(new double[step.length], -1, projected);
        double squared = DenseSystem.dot(projected, projected);
        double goal = Math.min(0.01, Math.sqrt(Math.sqrt(squared))) * Math.sqrt(squared);
        for (int i = 0; i < 2 * step.length && squared > 0; i++) {
            double[] image = curved(direction);
            double curvature = DenseSystem.dot(direction, image);
            double wanted = curvature > 0 ? squared / curvature : Double.POSITIVE_INFINITY;
            double room = room(step, direction, radius, least);
            if (!(wanted < room)) {
                return DenseSystem.plusScaled(step, room, direction);
            }
            step = DenseSystem.plusScaled(step, wanted, direction);
            residual = DenseSystem.plusScaled(residual, wanted, image);
            projected = projected(residual);
            double next = DenseSystem.dot(projected, projected);
            if (Math.sqrt(next) <= goal) {
                break;
            }
            direction = DenseSystem.plusScaled(
                    DenseSystem.plusScaled(new double[step.length], next / squared, direction), -1, projected);
            squared = next;
        }
        return step;
    }

    private double[] projected(double... vector) {
        double[] turned = factors.turned(vector);
        Arrays.fill(turned, 0, factors.rank(), 0);
        return factors.turnedBack(turned);
    }
}
