package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The objective along {@code x + step * direction}, and what the trials along it have shown. It lives as long as one
 * search.
 */
final class Line {
    private final Objective objective;
    private final Iterate origin;
    private final NdArray direction;
    private final double slope;
    private final Lazy<Double> resolution;
    private Optional<Trial> lowest = Optional.empty();
    private boolean metNonFinite;
    private double furthest;
    private double shortestRise = Double.POSITIVE_INFINITY;

    Line(Objective objective, Iterate origin, NdArray direction) {
        this.objective = objective;
        this.origin = origin;
        this.direction = direction;
        this.slope = origin.gradient().dot(direction);
        this.resolution = new Lazy<>(this::computeResolution);
    }

    static Line steepest(Objective objective, Iterate origin) {
        return new Line(objective, origin, origin.gradient().times(-1));
    }

    Iterate origin() {
        return origin;
    }

    NdArray direction() {
        return direction;
    }

    /** Value at the origin. */
    double value() {
        return origin.value();
    }

    /** Slope at the origin. */
    double slope() {
        return slope;
    }

    /** Whether the direction leads downhill, by what the gradient says. */
    boolean descends() {
        return slope < 0 && Double.isFinite(slope);
    }

    /** Evaluates the objective at a step. */
    Trial at(double step) {
        Trial trial = new Trial(step, objective.at(origin.x().plusScaled(step, direction)), this);
        metNonFinite |= !Double.isFinite(trial.value());
        furthest = Math.max(furthest, step);
        if (trial.value() < lowest.map(Trial::value).orElse(value())) {
            lowest = Optional.of(trial);
        }
        if (step > 0 && trial.value() > value()) {
            shortestRise = Math.min(shortestRise, step);
        }
        return trial;
    }

    double slope(Evaluation point) {
        double along = point.gradient().dot(direction);
        metNonFinite |= !Double.isFinite(along);
        return along;
    }

    /** The lowest trial that is lower than the origin and has a finite gradient. */
    Optional<Trial> lowest() {
        return lowest.filter(Trial::isFinite);
    }

    /** Whether a value or a gradient was NaN or infinite. */
    boolean metNonFinite() {
        return metNonFinite;
    }

    /** The longest step tried or, before any, the one to try first. */
    double reach() {
        return furthest > 0 ? furthest : Descent.unitFirstStep(this);
    }

    /** Whether even the longest step tried promised, by the slope, no decrease beyond rounding. */
    boolean promisesOnlyRounding() {
        return furthest > 0 && Math.abs(slope) * furthest <= Rounding.noise(direction.precision(), value());
    }

    /** Whether a rise is so near that what the slope promises before it is lost in rounding. */
    boolean isExhausted() {
        return Math.abs(slope) * shortestRise <= direction.precision().epsilon() * Math.abs(value()) / 4;
    }

    /** The smallest step that changes the largest element of the point. */
    double resolution() {
        return resolution.get();
    }

    private double computeResolution() {
        return Rounding.resolution(origin.x()) / direction.maxAbs();
    }
}
