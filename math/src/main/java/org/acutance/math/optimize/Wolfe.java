package org.acutance.math.optimize;

import java.util.function.Predicate;

/**
 * When a step is good enough (Nocedal &amp; Wright 2006, section 3.1).
 *
 * @param c1 the share of the decrease promised by the slope that must be reached (3.6a)
 * @param c2 the share of the slope that may remain (3.7b)
 * @param further what a method asks for beside
 */
record Wolfe(double c1, double c2, Predicate<Trial> further) {
    Wolfe(double c1, double c2) {
        this(c1, c2, trial -> true);
    }

    /** Sufficient decrease, the Armijo condition. */
    boolean decreases(Line line, Trial trial) {
        return trial.value() <= line.value() + c1 * trial.step() * line.slope();
    }

    /** The strong curvature condition. */
    boolean flattens(Line line, Trial trial) {
        return Math.abs(trial.slope()) <= -c2 * line.slope();
    }

    /** The weak curvature condition: the slope has risen enough, and may have changed its sign. */
    boolean rises(Line line, Trial trial) {
        return trial.slope() >= c2 * line.slope();
    }
}
