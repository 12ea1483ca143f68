package org.acutance.math.optimize;

import java.util.function.BooleanSupplier;

/** Counts what is computed, and refuses to compute more when the user has cancelled while the run is under way. */
final class Meter {
    private final BooleanSupplier cancelled;
    private boolean ended;
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

    /** Refuses nothing from now on: a run that has ended may still be asked for the gradient of its result. */
    void end() {
        ended = true;
    }

    private void check() {
        if (!ended && cancelled.getAsBoolean()) {
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
