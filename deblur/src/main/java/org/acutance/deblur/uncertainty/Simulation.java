package org.acutance.deblur.uncertainty;

import java.util.Random;
import java.util.concurrent.CancellationException;
import org.acutance.deblur.method.Limits;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Start;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.model.DataTerm;
import org.acutance.deblur.model.Observation;
import org.acutance.math.array.NdArray;

/** Observations as the estimate would give them, deblurred as the true one was. */
final class Simulation {
    private final Problem problem;
    private final Method method;
    private final Watch watch;
    private final NdArray prediction;
    private final NdArray variance;
    private final NdArray centre;

    /**
     * A simulation.
     *
     * @param problem its data term knows the noise
     * @param estimate of the shape of the canvas
     * @param method solves the problems
     * @param watch sees all runs and may cancel
     */
    Simulation(Problem problem, NdArray estimate, Method method, Watch watch) {
        this.problem = problem;
        this.method = method;
        this.watch = watch;
        this.prediction = problem.formation().predict(estimate);
        this.variance = problem.data().variance().orElseThrow();
        this.centre = problem.formation().crop(estimate);
    }

    /**
     * What deblurring a new observation adds to the estimate, of the shape of the frame.
     *
     * @param seed of the noise
     * @throws CancellationException if the watch cancelled it
     */
    NdArray change(long seed) {
        Observation drawn = new Observation(
                prediction.plus(noise(new Random(seed))),
                problem.observation().weights(),
                problem.observation().psf());
        Problem other = new Problem(drawn, problem.formation(), DataTerm.gaussian(drawn, variance), problem.prior());
        Start start = Start.at(problem.formation().extend(drawn.filled()));
        NdArray found =
                method.solver(other, Limits.NONE).solve(start, watch).solution().x();
        if (watch.cancelled().getAsBoolean()) {
            throw new CancellationException("uncertainty: cancelled before all runs were done");
        }
        return problem.formation().crop(found).minus(centre);
    }

    /** Samples that the data term does not count stay as predicted. */
    private NdArray noise(Random random) {
        double[] noise = variance.toDoubles();
        for (int i = 0; i < noise.length; i++) {
            double drawn = random.nextGaussian();
            noise[i] = Double.isFinite(noise[i]) ? Math.sqrt(noise[i]) * drawn : 0;
        }
        return NdArray.of(noise, variance.shape(), variance.precision());
    }
}
