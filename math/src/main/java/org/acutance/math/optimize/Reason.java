package org.acutance.math.optimize;

/** Why a minimisation ended. */
public enum Reason {
    /** The gradient is at most {@code gtol}. */
    GRADIENT_SMALL(true, "Converged: the gradient is within its tolerance."),
    /** The step is at most {@code xtol}. */
    STEP_SMALL(true, "Converged: the last step is within its tolerance."),
    /** The decrease is at most {@code ftol}. */
    DECREASE_SMALL(true, "Converged: the last decrease of the objective is within its tolerance."),
    /** The primal and the dual residual are within their tolerances. */
    RESIDUALS_SMALL(true, "Converged: the primal and the dual residuals are within their tolerances."),
    /** The values of all members of a population are within {@code tol} and {@code atol}. */
    SPREAD_SMALL(true, "Converged: the values of the population are within their tolerance of each other."),
    /** Optimality and the violation of the constraints are within their tolerances. */
    OPTIMAL(true, "Converged: what is left to gain and the violation of the constraints are within their tolerances."),
    /** No trial point along the steepest descent differs from the value here by more than rounding. */
    PRECISION_REACHED(true, "Converged as far as the precision resolves; FLOAT64 or a smaller problem resolves more."),
    /** The target value is reached. */
    TARGET_REACHED(true, "The target value is reached."),
    /** A method whose steps are planned beforehand has made them all. */
    SCHEDULE_COMPLETE(true, "Done: the planned sequence of steps is complete."),
    /** A formula gave the result. */
    SOLVED(true, "Solved by a formula, without a search."),
    /** As many iterations are done as were asked for; more would fit the noise. */
    ITERATIONS_DONE(true, "All iterations that were asked for are done."),
    /** The iterations are used up. */
    MAX_ITERATIONS(false, "Stopped at the limit of iterations before convergence; raise maxiter or resume."),
    /** The evaluations are used up. */
    MAX_EVALUATIONS(false, "Stopped at the limit of evaluations before convergence; raise maxfun or resume."),
    /** The time is used up. */
    MAX_TIME(false, "Stopped at the time limit before convergence; allow more time or resume."),
    /** No acceptable step was found. */
    LINE_SEARCH_FAILED(
            false,
            "Stopped: no acceptable step along the descent direction; scale the problem, check the gradient or try"
                    + " another method."),
    /** The slope jumps at the point, and no step along the steepest descent leads lower. */
    KINK(
            false,
            "Stopped at a kink, where the slope jumps and no step leads lower: this may be a minimum; compare another"
                    + " start or method, or check the gradient."),
    /** The constraints cannot be met. */
    INFEASIBLE(
            false,
            "Stopped where the constraints contradict each other: perhaps no point meets them all; start elsewhere or"
                    + " loosen one."),
    /** Values and gradient contradict each other. */
    WRONG_GRADIENT(
            false, "Stopped: the gradient contradicts the values of the objective; check the gradient's formula."),
    /** The objective is NaN or infinite. */
    NON_FINITE(
            false,
            "Stopped: the objective or its gradient is NaN or infinite where the method has to go; start elsewhere"
                    + " or check the objective."),
    /** Many iterations brought nothing. */
    NO_IMPROVEMENT(
            false,
            "Stopped: many iterations brought no lower value; loosen the tolerance, use FLOAT64 or check the"
                    + " gradient."),
    /** A user's rule or an observer asked for it. */
    STOP_REQUESTED(false, "Stopped as asked by a stop rule or an observer; resume to go on."),
    /** The user cancelled. */
    CANCELLED(false, "Cancelled; the result is the best point so far; resume to go on.");

    private final boolean success;
    private final String message;

    Reason(boolean success, String message) {
        this.success = success;
        this.message = message;
    }

    /** Whether the result is what was asked for. */
    public boolean success() {
        return success;
    }

    /** One sentence for the user, with the way out. */
    public String message() {
        return message;
    }
}
