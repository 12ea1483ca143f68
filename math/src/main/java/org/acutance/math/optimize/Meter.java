package org.acutance.math.optimize;

import java.util.function.BooleanSupplier;

/** Counts what is computed, and refuses to compute more when the user has cancelled. */
final class Meter {
    private final BooleanSupplier cancelled;
    private int nfev;
    private int njev;
    private int nhev;

    Meter(Counts counts, BooleanSupplier cancelled) {
        this.cancelled = cancelled;
        this.nfev = counts.nfev();
        this.njev = counts.njev();
        this.nhev = counts.nhev();
    }

    void value() {
        check();
        nfev++;
    }

    void gradient() {
        check();
        njev++;
    }

    void hessianProduct() {
        check();
        nhev++;
    }

    Counts counts() {
        return new Counts(nfev, njev, nhev);
    }

    private void check() {
        if (cancelled.getAsBoolean()) {
            throw new Cancelled();
        }
    }

    /** Leaves a step that is under way; the loop turns it into a result. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("cancelled", null, false, false);
        }
    }
}
