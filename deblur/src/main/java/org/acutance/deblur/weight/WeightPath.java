package org.acutance.deblur.weight;

import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.acutance.deblur.method.Limits;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Solved;
import org.acutance.deblur.method.Start;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.model.DataTerm;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.noise.RandomSigns;
import org.acutance.math.array.NdArray;

/**
 * The solutions of a problem for one weight after the other, each search going on from where the last one ended. Beside
 * the problem itself the path follows one whose samples have been shifted a little at random: the difference of the two
 * gives the effective degrees of freedom (Ramani, Blu &amp; Unser 2008, equation 6). The likelihood is taken to be
 * Gaussian, of the variance of each sample. Not safe for several threads.
 */
final class WeightPath {
    private static final int FIRST_ITERATIONS = 60;
    private static final int ROUGH_ITERATIONS = 30;
    private static final int CLOSE_ITERATIONS = 60;
    /** Size of the shift in standard deviations of the noise. */
    private static final double SHIFT = 0.05;

    private final Problem problem;
    private final Method method;
    private final IntFunction<Watch> watches;
    private final NdArray deviation;
    private final NdArray counted;
    private final NdArray direction;
    private final Problem shifted;
    private Start start;
    private Start shiftedStart;
    private boolean begun;
    private int weights;

    /**
     * A path.
     *
     * @param problem its prior is open, its data term Gaussian
     * @param variance of each sample
     * @param method solves it
     * @param watches who looks on at the runs of a weight, by its number, the first being 1
     */
    WeightPath(Problem problem, NdArray variance, Method method, IntFunction<Watch> watches) {
        Observation observation = problem.observation();
        this.problem = problem;
        this.method = method;
        this.watches = watches;
        this.counted = map("counted", observation.everyWeight(), weight -> weight > 0 ? 1 : 0)
                .times(map("counted", variance, each -> Double.isFinite(each) ? 1 : 0));
        this.deviation = map("deviation", variance, each -> Double.isFinite(each) ? Math.sqrt(each) : 0);
        this.direction = RandomSigns.like(variance);
        NdArray moved = observation.filled().plus(deviation.times(direction).times(SHIFT));
        Observation other = new Observation(moved, observation.weights(), observation.psf());
        this.shifted = new Problem(other, problem.formation(), DataTerm.gaussian(other, variance), problem.prior());
        this.start = Start.at(problem.formation().extend(observation.filled()));
        this.shiftedStart = Start.at(problem.formation().extend(moved));
    }

    private static NdArray map(String name, NdArray array, DoubleUnaryOperator function) {
        return NdArray.elementwise(
                name,
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = function.applyAsDouble(in[0][i]);
                    }
                },
                array);
    }

    /** The solution for a weight, near enough to see on which side the best weight is. */
    Fit roughlyAt(double weight) {
        return at(weight, begun ? ROUGH_ITERATIONS : FIRST_ITERATIONS);
    }

    /** The solution for a weight. */
    Fit at(double weight) {
        return at(weight, CLOSE_ITERATIONS);
    }

    private Fit at(double weight, int iterations) {
        weights++;
        Limits limits = new Limits(OptionalInt.of(iterations));
        Solved solved = solve(problem, weight, start, limits);
        Solved other = solve(shifted, weight, shiftedStart, limits);
        start = solved.start();
        shiftedStart = other.start();
        begun = true;
        return fit(weight, solved.latest(), other.latest());
    }

    private Solved solve(Problem open, double weight, Start from, Limits limits) {
        Problem closed = open.with(open.prior().withWeight(weight));
        return method.solver(closed, limits).solve(from, watches.apply(weights));
    }

    private Fit fit(double weight, NdArray x, NdArray other) {
        NdArray prediction = problem.formation().predict(x);
        NdArray residual = whitened(problem.observation().filled().minus(prediction));
        NdArray change = whitened(problem.formation().predict(other).minus(prediction));
        Problem single = problem.with(problem.prior().openPart());
        double penalty = single.prior().value(x, problem.domain());
        double twice = single.prior().value(x.times(2), problem.domain());
        return new Fit(
                weight,
                residual,
                Math.round(counted.sum()),
                change.dot(direction) / SHIFT,
                penalty,
                Math.log(twice / penalty) / Math.log(2),
                x.size());
    }

    private NdArray whitened(NdArray difference) {
        return NdArray.elementwise(
                "whitened",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[2][i] > 0 ? in[0][i] / in[1][i] : 0;
                    }
                },
                difference,
                deviation,
                counted);
    }
}
