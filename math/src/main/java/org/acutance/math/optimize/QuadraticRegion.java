package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Steps for quadratic models: first towards keeping linear constraints, then by conjugate gradients along those that hold
 * (Byrd and Omojokun's composite step with the active sets of Powell, Mathematical Programming Computation 7, 2015).
 */
final class QuadraticRegion {
    /** The share of the radius for keeping constraints. */
    private static final double NORMAL = 0.8;
    /** The share of the radius within which a constraint counts as one that holds. */
    private static final double NEAR = 1e-8;
    /** Conjugate gradients end at so small a share of the first slope. */
    private static final double SLOPE_LEFT = 1e-8;

    private final double[][] rows;
    private final double[] room;
    private final double[] down;
    private final double[] up;
    private final double radius;
    private final LinearRegion normal;

    /**
     * A region.
     *
     * @param constraints rows of factors of the step
     * @param excesses by how much the step 0 is beyond each row's limit, negative where it is within
     * @param down the least elements, none above 0
     * @param up the largest elements, none below 0
     * @param radius the largest Euclidean length
     */
    QuadraticRegion(double[][] constraints, double[] excesses, double[] down, double[] up, double radius) {
        this.down = down;
        this.up = up;
        this.radius = radius;
        this.normal = new LinearRegion(constraints, excesses, down, up, NORMAL * radius);
        int size = down.length;
        double[][] units = new double[2 * size][size];
        double[] limits = new double[2 * size];
        for (int i = 0; i < size; i++) {
            units[2 * i][i] = -1;
            limits[2 * i] = -down[i];
            units[2 * i + 1][i] = 1;
            limits[2 * i + 1] = up[i];
        }
        int[] bounded = IntStream.range(0, limits.length)
                .filter(i -> limits[i] < radius)
                .toArray();
        this.rows = new double[constraints.length + bounded.length][];
        this.room = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            boolean own = k < constraints.length;
            rows[k] = own ? constraints[k] : units[bounded[k - constraints.length]];
            room[k] = own ? normal.loosened() - excesses[k] : limits[bounded[k - constraints.length]];
        }
    }

    /** The step to a low value of {@code slope' d + d' hessian d / 2}. */
    double[] least(double[] slope, double[][] hessian) {
        double[] step = normal.shortest();
        for (int i = 0; i < 2 * (slope.length + rows.length) + 2; i++) {
            double[] next = along(slope, hessian, step);
            if (Arrays.equals(next, step)) {
                break;
            }
            step = next;
        }
        return step;
    }

    /** Conjugate gradients until a constraint that did not hold stops them, or the radius. */
    private double[] along(double[] slope, double[][] hessian, double[] from) {
        double[] step = from;
        double[] gradient = DenseSystem.plusScaled(slope, 1, DenseSystem.times(hessian, step));
        ActiveCone cone = ActiveCone.of(rows, held(step), gradient);
        double[] residual = cone.downhill();
        double[] direction = residual;
        double first = DenseSystem.norm(residual);
        if (!(first > SLOPE_LEFT * DenseSystem.norm(gradient))) {
            return from;
        }
        for (int i = 0; i < slope.length; i++) {
            double[] image = DenseSystem.times(hessian, direction);
            double curvature = DenseSystem.dot(direction, image);
            double squared = DenseSystem.dot(residual, residual);
            double wanted = curvature > 0 ? squared / curvature : Double.POSITIVE_INFINITY;
            double edge = toEdge(step, direction);
            double held = toConstraint(step, direction, cone);
            double share = Math.min(wanted, Math.min(edge, held));
            step = DenseSystem.plusScaled(step, share, direction);
            if (share < wanted) {
                return step;
            }
            gradient = DenseSystem.plusScaled(gradient, share, image);
            residual = cone.along(gradient);
            double rest = DenseSystem.dot(residual, residual);
            if (Math.sqrt(rest) <= SLOPE_LEFT * first) {
                return step;
            }
            direction = DenseSystem.plusScaled(residual, rest / squared, direction);
        }
        return step;
    }

    private int[] held(double... step) {
        return IntStream.range(0, rows.length)
                .filter(k -> room[k] - DenseSystem.dot(rows[k], step) <= NEAR * radius * DenseSystem.norm(rows[k]))
                .toArray();
    }

    private double toEdge(double[] step, double[] direction) {
        double a = DenseSystem.dot(direction, direction);
        double b = DenseSystem.dot(step, direction);
        double c = Math.max(0, radius * radius - DenseSystem.dot(step, step));
        double root = Math.sqrt(b * b + a * c);
        return b > 0 ? c / (b + root) : (root - b) / a;
    }

    private double toConstraint(double[] step, double[] direction, ActiveCone cone) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < rows.length; k++) {
            double towards = DenseSystem.dot(rows[k], direction);
            double left = Math.max(0, room[k] - DenseSystem.dot(rows[k], step));
            boolean ahead = towards > 0 && !cone.holds(k);
            least = ahead ? Math.min(least, left / towards) : least;
        }
        return least;
    }

    /**
     * A step bent so that curved constraints are kept.
     *
     * @param excesses after the step
     */
    double[] corrected(double[] step, double[] excesses) {
        double[] down = DenseSystem.plusScaled(this.down, -1, step);
        double[] up = DenseSystem.plusScaled(this.up, -1, step);
        double[][] constraints = Arrays.copyOf(rows, excesses.length);
        double[] bend = new LinearRegion(constraints, excesses, down, up, DenseSystem.norm(step)).shortest();
        double[] bent = DenseSystem.plusScaled(step, 1, bend);
        double length = DenseSystem.norm(bent);
        return length <= radius ? bent : DenseSystem.plusScaled(new double[step.length], radius / length, bent);
    }
}
