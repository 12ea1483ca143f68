package org.acutance.deblur.uncertainty;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Watch;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/**
 * How far each pixel of an estimate may be off.
 *
 * @param deviation a standard deviation per pixel, of the shape of the frame, in units of the samples
 * @param meaning what varies, in a few words
 */
public record Uncertainty(NdArray deviation, String meaning) {
    private static final double TOLERANCE = 1e-3;
    private static final int MOST_PRODUCTS = 2000;
    private static final long SEED = 1;

    /**
     * The standard deviation of each pixel under the posterior, which is taken to be the Gaussian with the curvature of the
     * loss at the estimate (Laplace's approximation; MacKay 1992): the root of the diagonal of the inverse Hessian,
     * looked at with vectors on a {@link Lattice}. It covers the noise and, as far as the prior is true, what the blur
     * has lost. Exact for Gaussian noise with a quadratic prior, but for the number of vectors.
     *
     * @param problem whose data term knows the noise and whose priors can be differentiated twice
     * @param estimate the solution, of the shape of the canvas
     * @param probes number of vectors at most, at least 1: one linear system is solved for each. A second power for
     *     pictures, a third for volumes, is used in full; 64 give pictures a lattice of 8 pixels
     * @param watch may cancel; it sees no run
     * @param done told after each probe how many are done
     * @throws IllegalArgumentException if the model does not allow it; the message says what does
     * @throws CancellationException if the watch cancelled it
     */
    public static Uncertainty of(Problem problem, NdArray estimate, int probes, Watch watch, IntConsumer done) {
        requireLaplace(problem);
        requireAtLeast("probes", probes, 1);
        InverseHessian inverse = new InverseHessian(
                problem.objective().at(estimate),
                CirculantApproximation.inverse(problem, estimate),
                TOLERANCE,
                MOST_PRODUCTS,
                watch.cancelled());
        Lattice lattice = Lattice.of(problem.formation().canvas(), probes);
        int rounds = Math.max(1, probes / lattice.vectors());
        Random random = new Random(SEED);
        NdArray diagonal = NdArray.zeros(estimate.shape(), estimate.precision());
        for (int probe = 0; probe < rounds * lattice.vectors(); probe++) {
            NdArray signs = lattice.signs(probe % lattice.vectors(), random).to(estimate.precision());
            diagonal = diagonal.plusScaled(1.0 / rounds, signs.times(inverse.times(signs)));
            done.accept(probe + 1);
        }
        return new Uncertainty(
                problem.formation().crop(root(diagonal)),
                "posterior standard deviation under prior " + problem.prior().names()
                        + " in Laplace's approximation, from " + rounds * lattice.vectors()
                        + " probes");
    }

    private static void requireLaplace(Problem problem) {
        List<String> parts = problem.prior().notDifferentiable(problem.domain());
        if (!parts.isEmpty()) {
            throw new IllegalArgumentException("uncertainty: prior " + String.join(", ", parts)
                    + " has no curvature; take the spread under new noise, or a prior such as smoothed-tv");
        }
        requireNoise(problem);
    }

    /**
     * Asks that a problem can have an uncertainty at all.
     *
     * @throws IllegalArgumentException if its fidelity does not know the noise
     */
    public static void requireNoise(Problem problem) {
        if (problem.data().variance().isEmpty()) {
            throw new IllegalArgumentException("uncertainty: the level of the noise is not known, the fidelity being "
                    + problem.data().description() + "; use fidelity auto, gaussian or poisson");
        }
    }

    private static void requireAtLeast(String name, int number, int least) {
        if (number < least) {
            throw new IllegalArgumentException("uncertainty: got " + number + " " + name + "; give at least " + least);
        }
    }

    /**
     * The standard deviation of each pixel when the estimate, blurred again, is observed with new noise and deblurred
     * anew (parametric bootstrap; Efron 1979). It serves every model and method, but leaves out what prior and blur make
     * the same mistake of every time: where the prior rules, it is smaller than the error.
     *
     * @param problem whose data term knows the noise; the noise is drawn from the normal distribution of that variance,
     *     and the runs take it for such
     * @param estimate the solution, of the shape of the canvas
     * @param method what has solved it
     * @param runs number of runs, at least 2; the deviations are off by {@code 1 / sqrt(2 runs)} of themselves
     * @param watch sees all runs and may cancel
     * @param done told after each run how many are done
     * @throws IllegalArgumentException if the data term knows no noise or there are too few runs
     * @throws CancellationException if the watch cancelled it
     */
    public static Uncertainty bySimulation(
            Problem problem, NdArray estimate, Method method, int runs, Watch watch, IntConsumer done) {
        requireNoise(problem);
        requireAtLeast("runs", runs, 2);
        Simulation simulation = new Simulation(problem, estimate, method, watch);
        NdArray sum = NdArray.zeros(problem.formation().frame(), Precision.FLOAT64);
        NdArray squares = sum;
        for (int run = 0; run < runs; run++) {
            NdArray change = simulation.change(SEED + run).to(Precision.FLOAT64);
            sum = sum.plus(change);
            squares = squares.plus(change.times(change));
            done.accept(run + 1);
        }
        NdArray variance = squares.minus(sum.times(sum).times(1.0 / runs)).times(1.0 / (runs - 1));
        return new Uncertainty(root(variance), "spread under new noise, from " + runs + " runs");
    }

    /** Few probes may leave a variance below 0, which is then as good as 0. */
    private static NdArray root(NdArray variance) {
        return NdArray.elementwise(
                "root",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.sqrt(Math.max(0, in[0][i]));
                    }
                },
                variance);
    }
}
