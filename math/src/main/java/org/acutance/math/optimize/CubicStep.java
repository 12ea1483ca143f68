package org.acutance.math.optimize;

/**
 * The next step of a Moré-Thuente search: interpolation with safeguards, and the interval that then holds an acceptable
 * step (J. J. Moré and D. J. Thuente, Line search algorithms with guaranteed sufficient decrease, ACM TOMS 20, 1994,
 * section 4).
 *
 * @param best the endpoint with the lower value
 * @param other the other endpoint
 * @param bracketed whether the interval is known to hold a minimiser
 * @param step the next step to try
 */
record CubicStep(Sample best, Sample other, boolean bracketed, double step) {
    private static final double SHARE_OF_BRACKET = 0.66;

    /** An interval to be narrowed by a trial; steps are kept within {@code least} and {@code most} while unbracketed. */
    record Interval(Sample best, Sample other, boolean bracketed, double least, double most) {}

    static CubicStep next(Interval interval, Sample trial) {
        Sample best = interval.best();
        boolean higher = trial.value() > best.value();
        boolean turned = !higher && Math.signum(trial.slope()) * Math.signum(best.slope()) < 0;
        double step = higher
                ? afterHigherValue(best, trial)
                : turned ? afterTurnedSlope(best, trial) : afterSameSlope(interval, trial);
        Sample other = higher ? trial : turned ? best : interval.other();
        return new CubicStep(higher ? best : trial, other, interval.bracketed() || higher || turned, step);
    }

    /** Case 1: the cubic's minimiser if it is nearer to the best step than the parabola's, else their mean. */
    private static double afterHigherValue(Sample best, Sample trial) {
        double width = trial.step() - best.step();
        double cubic = best.step() + cubicRatio(best, trial) * width;
        double secant = (best.value() - trial.value()) / width + best.slope();
        double parabola = best.step() + best.slope() / secant / 2 * width;
        boolean cubicNearer = Math.abs(cubic - best.step()) <= Math.abs(parabola - best.step());
        return cubicNearer ? cubic : cubic + (parabola - cubic) / 2;
    }

    /** Case 2: the farther of the cubic's and the secant's minimisers. */
    private static double afterTurnedSlope(Sample best, Sample trial) {
        return farther(trial, cubic(trial, best), secant(best, trial));
    }

    private static double afterSameSlope(Interval interval, Sample trial) {
        return Math.abs(trial.slope()) < Math.abs(interval.best().slope())
                ? afterFlatterSlope(interval, trial)
                : afterSteeperSlope(interval, trial);
    }

    /** Case 3: the nearer minimiser within a bracket, the farther one without, both safeguarded. */
    private static double afterFlatterSlope(Interval interval, Sample trial) {
        Sample best = interval.best();
        double cubic = cubicBeyond(interval, trial);
        double secant = secant(best, trial);
        if (!interval.bracketed()) {
            return clip(farther(trial, cubic, secant), interval.least(), interval.most());
        }
        double step = Math.abs(cubic - trial.step()) < Math.abs(secant - trial.step()) ? cubic : secant;
        double limit = trial.step() + SHARE_OF_BRACKET * (interval.other().step() - trial.step());
        return trial.step() > best.step() ? Math.min(limit, step) : Math.max(limit, step);
    }

    private static double cubicBeyond(Interval interval, Sample trial) {
        Sample best = interval.best();
        double ratio = cubicRatio(trial, best);
        if (ratio < 0) {
            return trial.step() + ratio * (best.step() - trial.step());
        }
        return trial.step() > best.step() ? interval.most() : interval.least();
    }

    /** Case 4: the cubic's minimiser within a bracket, as far as allowed without. */
    private static double afterSteeperSlope(Interval interval, Sample trial) {
        if (interval.bracketed()) {
            return cubic(trial, interval.other());
        }
        return trial.step() > interval.best().step() ? interval.most() : interval.least();
    }

    private static double farther(Sample from, double cubic, double secant) {
        return Math.abs(cubic - from.step()) > Math.abs(secant - from.step()) ? cubic : secant;
    }

    private static double secant(Sample best, Sample trial) {
        return trial.step() + trial.slope() / (trial.slope() - best.slope()) * (best.step() - trial.step());
    }

    private static double cubic(Sample a, Sample b) {
        return a.step() + cubicRatio(a, b) * (b.step() - a.step());
    }

    /** Where between a (0) and b (1) the cubic through both values and slopes has its minimiser. */
    private static double cubicRatio(Sample a, Sample b) {
        double theta = 3 * (a.value() - b.value()) / (b.step() - a.step()) + a.slope() + b.slope();
        double scale = Math.max(Math.abs(theta), Math.max(Math.abs(a.slope()), Math.abs(b.slope())));
        double square = theta / scale * (theta / scale) - a.slope() / scale * (b.slope() / scale);
        double root = scale * Math.sqrt(Math.max(0, square));
        double gamma = b.step() < a.step() ? -root : root;
        return (gamma - a.slope() + theta) / (gamma - a.slope() + gamma + b.slope());
    }

    private static double clip(double step, double least, double most) {
        return Math.min(Math.max(step, least), most);
    }
}
