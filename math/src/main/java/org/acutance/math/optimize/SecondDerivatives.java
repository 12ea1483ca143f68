package org.acutance.math.optimize;

import java.util.Arrays;

/** Where a method with constraints takes the Hessian of the Lagrangian from. */
public enum SecondDerivatives {
    /** From the objective and the constraints if all of them know it, as what is differentiated does, else as {@link #BFGS}. */
    EXACT("exact"),
    /** From the gradients along the steps, by the update of Broyden, Fletcher, Goldfarb and Shanno. */
    BFGS("bfgs");

    private final String written;

    SecondDerivatives(String written) {
        this.written = written;
    }

    /** The written form. */
    public String written() {
        return written;
    }

    /**
     * The constant of a written form.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SecondDerivatives parse(String written) {
        return Arrays.stream(values())
                .filter(source -> source.written.equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("hessian: '" + written + "' is not exact or bfgs"));
    }
}
