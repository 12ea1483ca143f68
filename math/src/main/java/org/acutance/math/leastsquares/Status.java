package org.acutance.math.leastsquares;

/** Why a fit ended. */
public enum Status {
    /** The gradient is within {@code gtol}. */
    GRADIENT_SMALL(true, "Converged: the gradient is within gtol."),
    /** The last relative decrease of the cost is within {@code ftol}. */
    DECREASE_SMALL(true, "Converged: the last decrease of the cost is within ftol."),
    /** The last relative step is within {@code xtol}. */
    STEP_SMALL(true, "Converged: the last step is within xtol."),
    /** The decrease and the step are within their tolerances. */
    DECREASE_AND_STEP_SMALL(
            true, "Converged: the last decrease of the cost is within ftol and the last step within xtol."),
    /** Every value is 0. */
    SOLVED(true, "Converged: every value is 0."),
    /** Steps bring next to nothing. */
    STALLED(
            false,
            "Stopped: steps bring next to nothing, though there is no root near; start elsewhere or check the Jacobian."),
    /** The evaluations are used up. */
    MAX_EVALUATIONS(false, "Stopped at the limit of evaluations before convergence; raise max_nfev or start nearer."),
    /** The residuals or their Jacobian are NaN or infinite. */
    NON_FINITE(false, "Stopped: the residuals or their Jacobian are NaN or infinite; start elsewhere or check them.");

    private final boolean success;
    private final String message;

    Status(boolean success, String message) {
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
