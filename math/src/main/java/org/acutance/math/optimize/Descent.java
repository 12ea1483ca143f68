package org.acutance.math.optimize;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.acutance.math.array.NdArray;

/**
 * The outcome of a search along a direction and, where that failed, along the steepest descent.
 *
 * @param found the step; empty if there is none
 * @param line the line that was searched last
 * @param restarted whether that is the steepest descent because the direction failed
 */
record Descent(Optional<Trial> found, Line line, boolean restarted) {
    /**
     * Small steps or decreases count as convergence once the gradient is down to this share of that at the start:
     * before a kink steps shrink while the gradient does not.
     */
    static final double FALLEN = 1e-2;

    static Descent along(
            Objective objective, Iterate from, NdArray direction, LineSearch search, ToDoubleFunction<Line> firstStep) {
        Line line = new Line(objective, from, direction);
        Optional<Trial> found = line.descends() ? search.search(line, firstStep.applyAsDouble(line)) : Optional.empty();
        if (found.isPresent() || (line.descends() && line.promisesOnlyRounding())) {
            return new Descent(found, line, false);
        }
        Line steepest = Line.steepest(objective, from);
        return new Descent(search.search(steepest, unitFirstStep(steepest)), steepest, true);
    }

    /** Where the step leads. */
    Iterate next() {
        return Iterate.of(found.orElseThrow().point());
    }

    /** Multiple of the direction. */
    double step() {
        return found.orElseThrow().step();
    }

    /** Euclidean length of the step. */
    double length() {
        return step() * line.direction().norm();
    }

    /**
     * SciPy's first step: as if the decrease were that of the iteration before, at most 1.
     *
     * @param previousValue the value before the origin; NaN if there is none
     */
    static double scipyFirstStep(Line line, double previousValue) {
        double step = Math.min(1, 1.01 * 2 * (line.value() - previousValue) / line.slope());
        return step > 0 ? step : 1;
    }

    /** A first step of length 1 at most. */
    static double unitFirstStep(Line line) {
        return Math.min(1, 1 / line.direction().norm());
    }
}
