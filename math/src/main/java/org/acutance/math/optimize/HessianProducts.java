package org.acutance.math.optimize;

import java.util.Arrays;

/** Where a method takes Hessian products from. */
public enum HessianProducts {
    /** From the objective. */
    EXACT("exact") {
        @Override
        Objective of(Objective objective) {
            return objective;
        }
    },
    /** From differences of gradients, see {@link TwoPoint}. */
    TWO_POINT("2-point") {
        @Override
        Objective of(Objective objective) {
            return objective instanceof TwoPoint ? objective : new TwoPoint(objective);
        }
    };

    private final String written;

    HessianProducts(String written) {
        this.written = written;
    }

    abstract Objective of(Objective objective);

    /** The written form. */
    public String written() {
        return written;
    }

    /**
     * The constant of a written form.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static HessianProducts parse(String written) {
        return Arrays.stream(values())
                .filter(source -> source.written.equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("hessian: '" + written + "' is not exact or 2-point"));
    }
}
