package org.acutance.math.optimize;

import java.util.Optional;

/**
 * Bracketing and zooming for the strong Wolfe conditions (Nocedal &amp; Wright 2006, algorithms 3.5 and 3.6).
 *
 * @param wolfe the conditions
 * @param most the largest step
 */
record StrongWolfe(Wolfe wolfe, double most) implements LineSearch {
    private static final int BRACKETINGS = 10;
    private static final int ZOOMS = 30;
    private static final double CUBIC_MARGIN = 0.2;
    private static final double PARABOLA_MARGIN = 0.1;

    @Override
    public Optional<Trial> search(Line line, double firstStep) {
        Sample before = new Sample(0, line.value(), line.slope());
        double step = Math.min(firstStep, most);
        for (int i = 0; i < BRACKETINGS && step > before.step() && !line.isExhausted(); i++) {
            Trial trial = line.at(step);
            if ((i > 0 && trial.value() >= before.value()) || !accepts(line, trial)) {
                return zoom(line, before, new Sample(step, trial.value(), Double.NaN));
            }
            if (wolfe.flattens(line, trial) && wolfe.further().test(trial)) {
                return Optional.of(trial);
            }
            Sample here = sample(trial);
            if (trial.slope() >= 0) {
                return zoom(line, here, before);
            }
            before = here;
            step = Math.min(2 * step, most);
        }
        return Optional.empty();
    }

    private boolean accepts(Line line, Trial trial) {
        return wolfe.decreases(line, trial) && trial.isFinite();
    }

    private Optional<Trial> zoom(Line line, Sample from, Sample to) {
        Sample low = from;
        Sample high = to;
        Sample dropped = new Sample(0, line.value(), line.slope());
        for (int i = 0; i < ZOOMS && isOpen(line, low, high); i++) {
            Trial trial = line.at(between(low, high, dropped, i > 0));
            if (trial.value() >= low.value() || !accepts(line, trial)) {
                dropped = high;
                high = new Sample(trial.step(), trial.value(), Double.NaN);
                continue;
            }
            if (wolfe.flattens(line, trial) && wolfe.further().test(trial)) {
                return Optional.of(trial);
            }
            boolean turned = trial.slope() * (high.step() - low.step()) >= 0;
            dropped = turned ? high : low;
            high = turned ? low : high;
            low = sample(trial);
        }
        return Optional.empty();
    }

    private static boolean isOpen(Line line, Sample low, Sample high) {
        return Math.abs(high.step() - low.step()) > line.resolution() && !line.isExhausted();
    }

    private static Sample sample(Trial trial) {
        return new Sample(trial.step(), trial.value(), trial.slope());
    }

    /** The cubic's minimiser, the parabola's where that is outside or near an end, the middle where both are. */
    private static double between(Sample low, Sample high, Sample dropped, boolean useCubic) {
        double cubic = useCubic ? cubic(low, high, dropped) : Double.NaN;
        if (isInside(cubic, low, high, CUBIC_MARGIN)) {
            return cubic;
        }
        double parabola = parabola(low, high);
        return isInside(parabola, low, high, PARABOLA_MARGIN) ? parabola : (low.step() + high.step()) / 2;
    }

    private static boolean isInside(double step, Sample low, Sample high, double margin) {
        double share = (step - low.step()) / (high.step() - low.step());
        return share >= margin && share <= 1 - margin;
    }

    /** Minimiser of the cubic through three values with the slope at the first. */
    private static double cubic(Sample a, Sample b, Sample c) {
        double db = b.step() - a.step();
        double dc = c.step() - a.step();
        double rb = (b.value() - a.value() - a.slope() * db) / (db * db);
        double rc = (c.value() - a.value() - a.slope() * dc) / (dc * dc);
        double third = (rb - rc) / (db - dc);
        double second = (rc * db - rb * dc) / (db - dc);
        return a.step() + (-second + Math.sqrt(second * second - 3 * third * a.slope())) / (3 * third);
    }

    /** Minimiser of the parabola through two values with the slope at the first. */
    private static double parabola(Sample a, Sample b) {
        double width = b.step() - a.step();
        double curvature = (b.value() - a.value() - a.slope() * width) / (width * width);
        return a.step() - a.slope() / (2 * curvature);
    }
}
