package org.acutance.math.optimize;

/** Says why no step along a line leads lower, from the values on both sides of its origin. */
final class Diagnosis {
    private static final double TOLERANCE = 0.1;

    private Diagnosis() {}

    static Reason of(Line line) {
        if (line.promisesOnlyRounding()) {
            return Reason.PRECISION_REACHED;
        }
        double step = smallStep(line);
        double before = line.at(-step).value();
        double after = line.at(step).value();
        if (line.metNonFinite()) {
            return Reason.NON_FINITE;
        }
        return judge(line, (line.value() - before) / step, (after - line.value()) / step, step);
    }

    /** The derivative lies between the differences on both sides, at a kink as well, if the gradient is right. */
    private static Reason judge(Line line, double backward, double forward, double step) {
        double noise = Rounding.noise(line.direction().precision(), line.value()) / step;
        double tolerance = TOLERANCE * Math.abs(line.slope()) + noise;
        boolean consistent = line.slope() >= Math.min(backward, forward) - tolerance
                && line.slope() <= Math.max(backward, forward) + tolerance;
        if (!consistent) {
            return Reason.WRONG_GRADIENT;
        }
        return forward >= -noise && backward < 0 ? Reason.KINK : Reason.LINE_SEARCH_FAILED;
    }

    /** A step that the value resolves to half of its digits. */
    private static double smallStep(Line line) {
        double root = Math.sqrt(Rounding.epsilon(line.direction().precision()));
        double byValue = root * Math.abs(line.value()) / Math.abs(line.slope());
        return Math.max(byValue, line.resolution() / root);
    }
}
