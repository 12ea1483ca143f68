package org.acutance.deblur.method;

import org.acutance.deblur.likelihood.BiggsAndrews;
import org.acutance.deblur.likelihood.Multiplicative;
import org.acutance.deblur.likelihood.Squarem;
import org.acutance.deblur.likelihood.Update;
import org.acutance.math.optimize.Optimizer;

/** How a multiplicative iteration is made faster. */
enum Acceleration {
    /** Not at all: each iteration as its authors wrote it. */
    NONE {
        @Override
        Optimizer<?> of(Update update, double tolerance) {
            return new Multiplicative(update, tolerance);
        }
    },
    /** By vector extrapolation, as MATLAB does. */
    BIGGS_ANDREWS {
        @Override
        Optimizer<?> of(Update update, double tolerance) {
            return new BiggsAndrews(update, tolerance);
        }
    },
    /** By squared extrapolation that never raises the objective. */
    SQUAREM {
        @Override
        Optimizer<?> of(Update update, double tolerance) {
            return new Squarem(update, tolerance);
        }
    };

    /** The accelerated iteration. */
    abstract Optimizer<?> of(Update update, double tolerance);
}
