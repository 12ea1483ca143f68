package org.acutance.math.optimize;

import java.util.Optional;

/**
 * The line search of Moré and Thuente (ACM TOMS 20, 1994) for the strong Wolfe conditions, with the safeguards of
 * MINPACK-2's {@code dcsrch}. Where value or slope is not finite it steps back.
 *
 * @param wolfe the conditions
 * @param xtol ends when the bracket is narrower than this share of its upper end
 * @param least the smallest step
 * @param most the largest step
 * @param trials the largest number of trials
 */
record MoreThuente(Wolfe wolfe, double xtol, double least, double most, int trials) implements LineSearch {
    @Override
    public Optional<Trial> search(Line line, double firstStep) {
        return firstStep >= least && firstStep <= most ? new Search(line, firstStep).run() : Optional.empty();
    }

    private final class Search {
        private static final double WIDEN_LEAST = 1.1;
        private static final double WIDEN_MOST = 4;

        private final Line line;
        private final double requiredSlope;
        private Sample best;
        private Sample other;
        private boolean bracketed;
        private boolean auxiliary = true;
        private double low = 0;
        private double high;
        private double ceiling = most;
        private double width = most - least;
        private double widthBefore = 2 * width;
        private double step;

        Search(Line line, double firstStep) {
            this.line = line;
            this.requiredSlope = wolfe.c1() * line.slope();
            this.best = new Sample(0, line.value(), line.slope());
            this.other = best;
            this.step = firstStep;
            this.high = firstStep + WIDEN_MOST * firstStep;
        }

        Optional<Trial> run() {
            for (int i = 0; i < trials && (i == 0 || movesOn()) && !line.isExhausted(); i++) {
                Trial trial = line.at(step);
                if (!trial.isFinite()) {
                    stepBack();
                } else if (wolfe.decreases(line, trial) && wolfe.flattens(line, trial)) {
                    return Optional.of(trial).filter(wolfe.further());
                } else if (isStuck(trial)) {
                    return Optional.empty();
                } else {
                    advance(new Sample(trial.step(), trial.value(), trial.slope()));
                }
            }
            return Optional.empty();
        }

        private boolean movesOn() {
            return Math.abs(step - best.step()) > line.resolution();
        }

        /** Halves the way to the best step, more at the first trial, and never goes as far again. */
        private void stepBack() {
            ceiling = step;
            double share = best.step() == 0 && !bracketed ? 0.1 : 0.5;
            step = best.step() + share * (step - best.step());
            high = Math.min(high, ceiling);
        }

        private boolean isStuck(Trial trial) {
            boolean atEnd = bracketed && (step <= low || step >= high);
            boolean narrow = bracketed && high - low <= Math.max(xtol * high, line.resolution());
            boolean sufficient = wolfe.decreases(line, trial);
            boolean atMost = step == most && sufficient && trial.slope() <= requiredSlope;
            boolean atLeast = step == least && (!sufficient || trial.slope() >= requiredSlope);
            return atEnd || narrow || atMost || atLeast || !Double.isFinite(step);
        }

        private void advance(Sample trial) {
            boolean sufficient = trial.value() <= line.value() + trial.step() * requiredSlope;
            auxiliary &= !(sufficient && trial.slope() >= 0);
            double tilt = auxiliary && trial.value() <= best.value() && !sufficient ? requiredSlope : 0;
            CubicStep next = CubicStep.next(
                    new CubicStep.Interval(best.tilted(tilt), other.tilted(tilt), bracketed, low, high),
                    trial.tilted(tilt));
            best = next.best().tilted(-tilt);
            other = next.other().tilted(-tilt);
            bracketed = next.bracketed();
            step = next.step();
            safeguard(trial);
        }

        private void safeguard(Sample trial) {
            if (bracketed) {
                double wide = Math.abs(other.step() - best.step());
                step = wide >= 0.66 * widthBefore ? best.step() + 0.5 * (other.step() - best.step()) : step;
                widthBefore = width;
                width = wide;
                low = Math.min(best.step(), other.step());
                high = Math.max(best.step(), other.step());
            } else {
                low = step + WIDEN_LEAST * (step - best.step());
                high = step + WIDEN_MOST * (step - best.step());
            }
            step = Math.min(Math.max(step, least), most);
            if (step >= ceiling) {
                step = trial.step() + 0.5 * (ceiling - trial.step());
            }
            if (bracketed && (step <= low || step >= high || high - low <= xtol * high)) {
                step = best.step();
            }
        }
    }
}
