package org.acutance.math.optimize;

/** Says why no step along a line leads lower, from the values on both sides of its origin. */
final class Diagnosis {
    private static final double TOLERANCE = 0.1;

    private final Line line;
    private final boolean promisedOnlyRounding;
    private final double backward;
    private final double forward;
    private final double noise;

    private Diagnosis(Line line, double step) {
        this.line = line;
        this.promisedOnlyRounding = line.promisesOnlyRounding();
        this.backward = (line.value() - line.at(-step).value()) / step;
        this.forward = (line.at(step).value() - line.value()) / step;
        this.noise = Rounding.noise(line.direction().precision(), line.value()) / step;
    }

    /**
     * The reason to end at the line's origin.
     *
     * @param firstGradient Euclidean norm of the gradient at the start of the run
     */
    static Reason of(Line line, double firstGradient) {
        return new Diagnosis(line, smallStep(line, line.reach())).reason(firstGradient);
    }

    /**
     * The reason to end where no step towards the proximal point leads lower.
     *
     * @param line the smooth part along the way to that point, which is at step 1
     * @param converged whether the residual has fallen far, or only rounding was to be gained
     * @param metNonFinite whether a trial was not finite
     */
    static Reason ofProximalStep(Line line, boolean converged, boolean metNonFinite) {
        Diagnosis diagnosis = new Diagnosis(line, Math.min(smallStep(line, 1), 1));
        if (!Double.isFinite(diagnosis.forward)) {
            return Reason.NON_FINITE;
        }
        if (Double.isFinite(diagnosis.backward) && !diagnosis.isConsistent()) {
            return Reason.WRONG_GRADIENT;
        }
        if (converged) {
            return Reason.PRECISION_REACHED;
        }
        boolean descends = diagnosis.forward < -diagnosis.noise;
        return metNonFinite ? Reason.NON_FINITE : descends ? Reason.LINE_SEARCH_FAILED : Reason.KINK;
    }

    /** The reason to end where steps have become small though the gradient has not: convergence, or a fault. */
    static Reason ofSmallStep(Objective objective, Iterate at) {
        Reason found = of(Line.steepest(objective, at), at.gradient().norm());
        return found == Reason.WRONG_GRADIENT || found == Reason.NON_FINITE ? found : Reason.STEP_SMALL;
    }

    private Reason reason(double firstGradient) {
        if (!Double.isFinite(forward) || !Double.isFinite(backward)) {
            return Reason.NON_FINITE;
        }
        if (!isConsistent()) {
            return Reason.WRONG_GRADIENT;
        }
        if (forward < -noise) {
            return line.metNonFinite() ? Reason.NON_FINITE : Reason.LINE_SEARCH_FAILED;
        }
        boolean fallen = line.origin().gradient().norm() <= Descent.FALLEN * firstGradient;
        return fallen || promisedOnlyRounding ? Reason.PRECISION_REACHED : Reason.KINK;
    }

    /** Whether the slope lies between the differences on both sides, as it must, at a kink as well. */
    private boolean isConsistent() {
        double tolerance = TOLERANCE * Math.abs(line.slope()) + noise;
        return line.slope() >= Math.min(backward, forward) - tolerance
                && line.slope() <= Math.max(backward, forward) + tolerance;
    }

    /**
     * A step that the value resolves to half of its digits, if the slope is right. Where that is all but 0, such a step
     * would leave the valley, and what the value does there says nothing about this one.
     *
     * @param reach the longest step, unless the point resolves less than half of its digits there
     */
    private static double smallStep(Line line, double reach) {
        double root = Math.sqrt(line.direction().precision().epsilon());
        double byValue = root * Math.abs(line.value()) / Math.abs(line.slope());
        return Math.max(Math.min(byValue, reach), line.resolution() / root);
    }
}
