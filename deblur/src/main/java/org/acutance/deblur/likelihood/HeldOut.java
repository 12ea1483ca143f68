package org.acutance.deblur.likelihood;

import java.util.Optional;
import java.util.Random;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Observer;
import org.acutance.math.optimize.Run;

/**
 * Watches how well a run explains samples that it does not see, and ends it when that gets no better: cross-validation,
 * which finds the number of iterations from which on noise is fitted (Perry &amp; Reeves 1994; for photon counts, Johnson
 * 1994). For one run.
 */
public final class HeldOut implements Observer {
    private static final int PATIENCE = 8;

    private final Objective unseen;
    private double lowest = Double.POSITIVE_INFINITY;
    private int iteration;

    /**
     * A watch.
     *
     * @param unseen the misfit of the samples that are held out
     */
    public HeldOut(Objective unseen) {
        this.unseen = unseen;
    }

    /**
     * Samples drawn at random.
     *
     * @param seen the weights for the run, 0 where a sample is held out
     * @param unseen the weights for the watch, 0 where a sample is not
     */
    public record Split(NdArray seen, NdArray unseen) {}

    /**
     * Holds out samples.
     *
     * @param observed the samples
     * @param weights their weights; all 1 if empty
     * @param share how many of them are held out, 0 to 1
     * @param seed start of the random numbers
     */
    public static Split split(NdArray observed, Optional<NdArray> weights, double share, long seed) {
        Random random = new Random(seed);
        double[] seen = weights.orElseGet(() -> NdArray.full(observed.shape(), observed.precision(), 1))
                .toDoubles();
        double[] unseen = new double[seen.length];
        for (int i = 0; i < seen.length; i++) {
            if (random.nextDouble() < share) {
                unseen[i] = seen[i];
                seen[i] = 0;
            }
        }
        return new Split(
                NdArray.of(seen, observed.shape(), observed.precision()),
                NdArray.of(unseen, observed.shape(), observed.precision()));
    }

    @Override
    public Verdict observe(Run<?> run) {
        double value = unseen.at(run.state().iterate().x()).value();
        if (value < lowest) {
            lowest = value;
            iteration = run.iteration();
        }
        return run.iteration() - iteration >= Math.max(PATIENCE, iteration / 2) ? Verdict.STOP : Verdict.CONTINUE;
    }

    /** The iteration at which the unseen samples were explained best; 0 is the start. */
    public int bestIteration() {
        return iteration;
    }
}
