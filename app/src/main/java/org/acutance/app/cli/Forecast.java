package org.acutance.app.cli;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.acutance.deblur.restoration.Stage;
import org.acutance.math.optimize.Iteration;

/**
 * How much of a run is done. No method knows its number of iterations before; but the relative decrease of the loss
 * falls about geometrically, from that of the first iteration down to the smallest one that still matters, and the way
 * that it has gone on a logarithmic scale is taken for the share. A limit of iterations is a lower bound. The share
 * never falls. Where a weight has to be found first, that is taken for half of a channel's work and for a dozen weights. Not safe for several threads.
 */
final class Forecast {
    /** Relative decrease of the loss at which methods usually stop. */
    private static final double LAST_DECREASE = 1e-9;

    private static final double LEAST_SHARE = 0.02;

    private static final double SEARCH = 0.5;
    private static final int USUAL_WEIGHTS = 12;

    private final int channels;
    private final int parts;
    private final OptionalInt limit;
    private double share;
    private boolean searched;
    private double previous = Double.NaN;
    private double firstDecrease = Double.NaN;

    /**
     * @param channels number of runs that follow each other
     * @param parts of the image, each of which takes as many runs
     * @param limit of iterations in each
     */
    Forecast(int channels, int parts, OptionalInt limit) {
        this.channels = channels;
        this.parts = parts;
        this.limit = limit;
    }

    /** Takes note of an iteration; the start is iteration 0. */
    void observe(Stage stage, Iteration latest) {
        if (latest.iteration() == 0) {
            firstDecrease = Double.NaN;
        }
        double decrease = (previous - latest.fun()) / Math.abs(latest.fun());
        double done = latest.iteration() == 0 ? 0 : Math.max(converged(decrease), used(latest.iteration()));
        double part = (stage.channel() + part(stage, Math.min(done, 1))) / channels;
        share = Math.max(share, (stage.part() + part) / parts);
        previous = latest.fun();
    }

    /** The share of a channel. */
    private double part(Stage stage, double done) {
        searched |= stage.findsWeight();
        double search = Math.min((double) stage.weight() / USUAL_WEIGHTS, 1);
        return stage.findsWeight() ? SEARCH * search : searched ? SEARCH + (1 - SEARCH) * done : done;
    }

    private double converged(double decrease) {
        if (!(decrease > 0)) {
            return 0;
        }
        if (Double.isNaN(firstDecrease)) {
            firstDecrease = Math.max(decrease, 10 * LAST_DECREASE);
        }
        return Math.log(firstDecrease / decrease) / Math.log(firstDecrease / LAST_DECREASE);
    }

    private double used(int iteration) {
        return limit.isPresent() ? (double) iteration / limit.getAsInt() : 0;
    }

    /** The share that is done, 0 to 1. */
    double share() {
        return share;
    }

    /** Seconds that remain if the rest takes its share; empty while too little is done to say. */
    OptionalDouble secondsLeft(double elapsed) {
        return share < LEAST_SHARE ? OptionalDouble.empty() : OptionalDouble.of(elapsed * (1 - share) / share);
    }
}
