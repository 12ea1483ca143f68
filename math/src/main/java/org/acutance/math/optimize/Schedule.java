package org.acutance.math.optimize;

/** How a learning rate changes from iteration to iteration. */
public enum Schedule {
    /** Halved where the value has long not fallen, going back to the best point, and doubled while it falls steadily. */
    PLATEAU {
        @Override
        double factor(double decays) {
            return 1;
        }
    },
    /** The same throughout. */
    CONSTANT {
        @Override
        double factor(double decays) {
            return 1;
        }
    },
    /** A tenth after every {@code decay} iterations. */
    STEP {
        @Override
        double factor(double decays) {
            return Math.pow(0.1, Math.floor(decays));
        }
    },
    /** Less by a factor of e after every {@code decay} iterations. */
    EXPONENTIAL {
        @Override
        double factor(double decays) {
            return Math.exp(-decays);
        }
    },
    /** {@code 1 / (1 + t / decay)} (Robbins &amp; Monro 1951). */
    INVERSE {
        @Override
        double factor(double decays) {
            return 1 / (1 + decays);
        }
    },
    /** Half a cosine that ends at 0 after {@code decay} iterations (Loshchilov &amp; Hutter 2017, without restarts). */
    COSINE {
        @Override
        double factor(double decays) {
            return decays < 1 ? (1 + Math.cos(Math.PI * decays)) / 2 : 0;
        }
    };

    /**
     * The share of the first learning rate.
     *
     * @param decays iterations so far, as a multiple of those that the schedule counts in
     */
    abstract double factor(double decays);
}
