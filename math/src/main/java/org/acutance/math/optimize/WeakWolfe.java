package org.acutance.math.optimize;

import java.util.Optional;

/**
 * Bisection for the weak Wolfe conditions, which hold somewhere along every descent direction even where the slope
 * jumps (A. S. Lewis and M. L. Overton, Nonsmooth optimization via quasi-Newton methods, Math. Program. 141, 2013,
 * algorithm 2.6).
 *
 * @param wolfe the conditions
 */
record WeakWolfe(Wolfe wolfe) implements LineSearch {
    private static final int TRIALS = 60;

    @Override
    public Optional<Trial> search(Line line, double firstStep) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double step = firstStep;
        for (int i = 0; i < TRIALS && high - low > line.resolution(); i++) {
            Trial trial = line.at(step);
            if (!wolfe.decreases(line, trial) || !trial.isFinite()) {
                high = step;
            } else if (!wolfe.rises(line, trial)) {
                low = step;
            } else if (wolfe.further().test(trial)) {
                return Optional.of(trial);
            } else {
                return Optional.empty();
            }
            step = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : 2 * low;
        }
        return line.lowest().filter(trial -> wolfe.decreases(line, trial));
    }
}
