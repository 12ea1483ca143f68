package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/**
 * Why a method with constraints finds no better point.
 *
 * @param objective not asked outside of the bounds
 * @param system bounds and constraints
 * @param at the point
 * @param firstGradient Euclidean norm of the Lagrangian's gradient at the start
 * @param gradient and here
 * @param metNonFinite whether a trial was not finite
 */
record Stuck(
        Objective objective,
        ConstraintSystem system,
        Iterate at,
        double firstGradient,
        double gradient,
        boolean metNonFinite) {
    /**
     * The reason.
     *
     * @param violation of the constraints here
     * @param tolerance up to which violations do not count, if the precision resolves it
     * @param step the last one
     * @param promised the decrease that it was to bring
     */
    Reason reason(double violation, double tolerance, NdArray step, double promised) {
        boolean feasible =
                violation <= Math.max(tolerance, Math.sqrt(at.x().precision().epsilon()));
        if (feasible && promised <= Rounding.noise(at.x().precision(), at.value())) {
            return Reason.PRECISION_REACHED;
        }
        Objective within = x -> objective.at(system.bounds().project(x));
        boolean free = system.constraints().isEmpty() && system.bounds().isUnlimited();
        boolean fallen = gradient <= Descent.FALLEN * firstGradient;
        Reason found = free
                ? Diagnosis.of(Line.steepest(within, at), firstGradient)
                : new Composite(at.x(), at.value(), at.gradient(), at.value())
                        .failure(within, step, fallen && feasible, promised, metNonFinite);
        if (metNonFinite && found == Reason.LINE_SEARCH_FAILED) {
            return Reason.NON_FINITE;
        }
        return !feasible && (found.success() || found == Reason.KINK) ? Reason.INFEASIBLE : found;
    }
}
