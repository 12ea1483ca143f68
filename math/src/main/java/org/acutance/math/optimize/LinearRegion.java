package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Steps that are not too long, stay within bounds and keep linear constraints, or violate them as little as such steps
 * can (Powell 1994, section 2). The least of a linear function among them is on the path of the projections of ever
 * longer steps downhill.
 */
final class LinearRegion {
    private static final int HALVINGS = 30;
    private static final int TRIALS = 20;
    private static final double LONGEST = 1e9;
    /** How much shorter than the radius a step at the edge may be. */
    private static final double TOLERANCE = 1e-3;
    /** The share of what steps can change that rounding may leave of contradictions. */
    private static final double LEEWAY = 1e-9;
    /** How far a condition may be missed in units of its terms. */
    private static final double KEPT = 1e-8;

    private final double[][] rows;
    private final double[] excesses;
    private final double[] low;
    private final double[] high;
    private final double radius;
    private final double loosened;

    /**
     * A region.
     *
     * @param rows of factors of the step
     * @param excesses by how much the step 0 is beyond each row's limit, negative where it is within
     * @param low the least elements, none above 0
     * @param high the largest elements, none below 0
     * @param radius the largest Euclidean length
     */
    LinearRegion(double[][] rows, double[] excesses, double[] low, double[] high, double radius) {
        int[] reachable = IntStream.range(0, rows.length)
                .filter(k -> excesses[k] + DenseSystem.norm(rows[k]) * radius > 0)
                .toArray();
        this.rows = Arrays.stream(reachable).mapToObj(k -> rows[k]).toArray(double[][]::new);
        this.excesses = Arrays.stream(reachable).mapToDouble(k -> excesses[k]).toArray();
        this.low = low;
        this.high = high;
        this.radius = radius;
        double change =
                Arrays.stream(this.rows).mapToDouble(DenseSystem::norm).max().orElse(0) * radius;
        this.loosened = leastViolation() + LEEWAY * change;
    }

    /** The least of the largest violations that a step can leave. */
    private double leastViolation() {
        double most = Math.max(0, Arrays.stream(excesses).max().orElse(0));
        if (most == 0 || isInside(nearest(0, new double[low.length]))) {
            return 0;
        }
        double least = 0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (least + most) / 2;
            if (isInside(nearest(middle, new double[low.length]))) {
                most = middle;
            } else {
                least = middle;
            }
        }
        return most;
    }

    private boolean isInside(Optional<double[]> step) {
        return step.filter(found -> DenseSystem.norm(found) <= radius).isPresent();
    }

    /** How far the steps may be beyond the limits: as little as those of this length can. */
    double loosened() {
        return loosened;
    }

    /** The shortest step; 0 where rounding leaves none. */
    double[] shortest() {
        double[] none = new double[low.length];
        return nearest(loosened, none).orElse(none);
    }

    /** The step with the least product with a slope; 0 where rounding leaves none. */
    double[] least(double[] slope) {
        double[] none = new double[slope.length];
        double[] shortest = shortest();
        double steepness = DenseSystem.norm(slope);
        if (!(steepness > 0)) {
            return shortest;
        }
        double[] direction = Arrays.stream(slope)
                .map(element -> -element / steepness * radius)
                .toArray();
        double inside = 0;
        double[] found = shortest;
        double outside = 1;
        for (; outside <= LONGEST; outside *= 8) {
            Optional<double[]> next = nearest(loosened, DenseSystem.plusScaled(none, outside, direction));
            if (next.isEmpty() || DenseSystem.norm(next.get()) > radius) {
                return edge(direction, inside, outside, found);
            }
            inside = outside;
            found = next.get();
            if (DenseSystem.norm(found) >= (1 - TOLERANCE) * radius) {
                return found;
            }
        }
        return found;
    }

    /** The longest step on the path between one inside and one outside. */
    private double[] edge(double[] direction, double inside, double outside, double[] first) {
        double in = inside;
        double out = outside;
        double[] found = first;
        for (int i = 0; i < TRIALS && DenseSystem.norm(found) < (1 - TOLERANCE) * radius; i++) {
            double middle = (in + out) / 2;
            double[] centre = DenseSystem.plusScaled(new double[direction.length], middle, direction);
            Optional<double[]> next = nearest(loosened, centre);
            if (isInside(next)) {
                in = middle;
                found = next.get();
            } else {
                out = middle;
            }
        }
        return found;
    }

    /** The projection of a step, the constraints loosened; empty if there is none. */
    private Optional<double[]> nearest(double loose, double[] centre) {
        int[] lower =
                IntStream.range(0, low.length).filter(i -> low[i] > -radius).toArray();
        int[] upper =
                IntStream.range(0, low.length).filter(i -> high[i] < radius).toArray();
        if (rows.length == 0) {
            double[] clipped = centre.clone();
            Arrays.stream(lower).forEach(i -> clipped[i] = Math.max(clipped[i], low[i]));
            Arrays.stream(upper).forEach(i -> clipped[i] = Math.min(clipped[i], high[i]));
            return Optional.of(clipped);
        }
        double[][] conditions = new double[rows.length + lower.length + upper.length][];
        double[] right = new double[conditions.length];
        int next = 0;
        for (int k = 0; k < rows.length; k++, next++) {
            conditions[next] = Arrays.stream(rows[k]).map(element -> -element).toArray();
            right[next] = excesses[k] - loose + DenseSystem.dot(rows[k], centre);
        }
        for (int i : lower) {
            conditions[next] = unit(i, 1);
            right[next++] = low[i] - centre[i];
        }
        for (int i : upper) {
            conditions[next] = unit(i, -1);
            right[next++] = centre[i] - high[i];
        }
        return LeastDistance.of(conditions, right, centre.length)
                .filter(shortest -> isKept(conditions, right, shortest.x()))
                .map(shortest -> DenseSystem.plusScaled(centre, 1, shortest.x()));
    }

    /** Conditions that all but contradict each other may have a solution that is none. */
    private static boolean isKept(double[][] conditions, double[] right, double... x) {
        double length = DenseSystem.norm(x);
        return IntStream.range(0, right.length)
                .allMatch(k -> right[k] - DenseSystem.dot(conditions[k], x)
                        <= KEPT * (Math.abs(right[k]) + DenseSystem.norm(conditions[k]) * length));
    }

    private double[] unit(int position, double value) {
        double[] unit = new double[low.length];
        unit[position] = value;
        return unit;
    }
}
