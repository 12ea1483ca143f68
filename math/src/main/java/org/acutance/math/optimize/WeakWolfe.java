package org.acutance.math.optimize;

import java.util.Optional;

/**
 * Bisection for the weak Wolfe conditions, which hold somewhere along every descent direction even where the slope
 * jumps (A. S. Lewis and M. L. Overton, Nonsmooth optimization via quasi-Newton methods, Math. Program. 141, 2013,
 * algorithm 2.6).
 *
 * @param wolfe the conditions
 * @param most the largest step
 */
record WeakWolfe(Wolfe wolfe, double most) implements LineSearch {
    private static final int TRIALS = 60;

    WeakWolfe(Wolfe wolfe) {
        this(wolfe, Double.POSITIVE_INFINITY);
    }

    @Override
    public Optional<Trial> search(Line line, double firstStep) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double step = Math.min(firstStep, most);
        for (int i = 0; i < TRIALS && high - low > line.resolution() && !line.isExhausted(); i++) {
            Trial trial = line.at(step);
            if (!wolfe.decreases(line, trial) || !trial.isFinite()) {
                high = step;
            } else if (!wolfe.rises(line, trial) && step < most) {
                low = step;
            } else if (wolfe.further().test(trial)) {
                return Optional.of(trial);
            } else {
                return Optional.empty();
            }
            step = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : Math.min(2 * low, most);
        }
        return line.lowest().filter(trial -> wolfe.decreases(line, trial));
    }
}
