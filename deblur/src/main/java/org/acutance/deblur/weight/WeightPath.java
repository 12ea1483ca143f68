package org.acutance.deblur.weight;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.deblur.method.Limits;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Solved;
import org.acutance.deblur.method.Start;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.noise.RandomSigns;
import org.acutance.math.array.NdArray;

/**
 * The solutions of a problem for one weight after the other, each search going on from where the last one ended, unless the
 * prior is not convex: where its search ends depends on where it began, and so each begins where that of the result will and goes as
 * far. Beside the problem itself the path follows some whose samples have been shifted a little at random: the difference
 * gives the effective degrees of freedom (Ramani, Blu &amp; Unser 2008, equation 6), the more exactly the more samples are
 * shifted. The likelihood is taken to be Gaussian, of the variance of each sample, unless it is robust. Not safe for several
 * threads.
 */
final class WeightPath {
    private static final int FIRST_ITERATIONS = 60;
    private static final int ROUGH_ITERATIONS = 30;
    private static final int CLOSE_ITERATIONS = 60;
    /** As many as alternating directions use for the result, so that it is like what the weight was found by. */
    private static final int NOT_CONVEX_ITERATIONS = 100;
    /** Size of the shift in standard deviations of the noise. */
    private static final double SHIFT = 0.05;
    /**
     * The same if the prior is not convex. A small shift, or rounding alone, may lead such a search to another end, which counts
     * for much when it is divided by a small shift: weights found in double and in single precision were 1.7 times apart with
     * the smaller shift, 1.04 with this one, on a volume of filaments.
     */
    private static final double SHIFT_NOT_CONVEX = 0.5;
    /** Samples that are shifted in all, if more than one shift are needed for that. */
    private static final int PROBED_SAMPLES = 1 << 16;

    private static final int MOST_PROBES = 4;

    private final Problem problem;
    private final Method method;
    private final Trust trust;
    private final IntFunction<Watch> watches;
    private final double shift;
    private final NdArray deviation;
    private final NdArray counted;
    private final InverseNorm inverse;
    private final Run unmoved;
    private final List<Run> moved;
    private boolean begun;
    private int weights;

    /**
     * A path.
     *
     * @param problem its prior is open
     * @param variance of each sample
     * @param method solves it
     * @param trust which residuals are believed
     * @param watches who looks on at the runs with unshifted samples, by the number of the weight, the first being 1
     */
    WeightPath(Problem problem, NdArray variance, Method method, Trust trust, IntFunction<Watch> watches) {
        Observation observation = problem.observation();
        this.problem = problem;
        this.method = method;
        this.trust = trust;
        this.watches = watches;
        this.shift = problem.prior().isConvex() ? SHIFT : SHIFT_NOT_CONVEX;
        this.counted = map("counted", observation.everyWeight(), weight -> weight > 0 ? 1 : 0)
                .times(map("counted", variance, each -> Double.isFinite(each) ? 1 : 0));
        this.deviation = map("deviation", variance, each -> Double.isFinite(each) ? Math.sqrt(each) : 0);
        this.inverse = new InverseNorm(observation, deviation.times(counted));
        this.unmoved = new Run(observation, variance, NdArray.scalar(0));
        this.moved = IntStream.rangeClosed(1, probes(variance.size()))
                .mapToObj(number -> RandomSigns.like(variance, number))
                .map(signs -> new Run(observation, variance, signs.times(deviation)))
                .toList();
    }

    private static int probes(int samples) {
        return Math.min(MOST_PROBES, (PROBED_SAMPLES + samples - 1) / samples);
    }

    /** The searches for samples that have been shifted alike. */
    private final class Run {
        /** In units of the samples, for a shift of 1. */
        private final NdArray direction;

        private final Problem open;
        private Start start;

        Run(Observation observation, NdArray variance, NdArray direction) {
            NdArray samples = observation.filled().plus(direction.times(shift));
            Observation other = new Observation(samples, observation.weights(), observation.psf());
            this.direction = direction;
            this.open = new Problem(other, problem.formation(), problem.data().near(other, variance), problem.prior());
            this.start = Start.at(problem.formation().extend(samples));
        }

        NdArray solution(double weight, Limits limits, Watch watch) {
            Problem closed = open.with(open.prior().withWeight(weight));
            Solved solved = method.solver(closed, limits).solve(start, watch);
            start = problem.prior().isConvex() ? solved.start() : start;
            return solved.latest();
        }
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
        return problem.prior().isConvex()
                ? at(weight, begun ? ROUGH_ITERATIONS : FIRST_ITERATIONS, moved)
                : at(weight, NOT_CONVEX_ITERATIONS, moved.subList(0, 1));
    }

    /** The solution for a weight. */
    Fit at(double weight) {
        return at(weight, problem.prior().isConvex() ? CLOSE_ITERATIONS : NOT_CONVEX_ITERATIONS, moved);
    }

    private Fit at(double weight, int iterations, List<Run> shifted) {
        weights++;
        Limits limits = new Limits(OptionalInt.of(iterations));
        Watch watch = watches.apply(weights);
        Watch unseen = new Watch(run -> {}, watch.cancelled());
        List<NdArray> solutions = runs(shifted)
                .map(run -> run.solution(weight, limits, run == unmoved ? watch : unseen))
                .toList();
        begun = problem.prior().isConvex();
        return fit(weight, solutions.get(0), solutions.subList(1, solutions.size()));
    }

    /** The unmoved one first; side by side where that needs little memory, as small arrays do not occupy all threads. */
    private Stream<Run> runs(List<Run> shifted) {
        Stream<Run> runs = Stream.concat(Stream.of(unmoved), shifted.stream());
        return deviation.size() <= PROBED_SAMPLES ? runs.parallel() : runs;
    }

    private Fit fit(double weight, NdArray x, List<NdArray> solutions) {
        NdArray prediction = problem.formation().predict(x);
        NdArray difference = near(counted(problem.observation().filled().minus(prediction)));
        List<NdArray> changes = solutions.stream()
                .map(solution -> counted(problem.formation().predict(solution).minus(prediction)))
                .toList();
        NdArray residual = whitened(difference);
        double freedom = followed(changes, (a, b) -> whitened(a).dot(whitened(b)));
        Problem single = problem.with(problem.prior().openPart());
        double penalty = single.prior().value(x, problem.domain());
        double twice = single.prior().value(x.times(2), problem.domain());
        return new Fit(
                weight,
                residual,
                new Match(residual.dot(residual), freedom, counted.sum(), trust.least()),
                new Match(
                        inverse.product(difference, difference),
                        followed(changes, inverse::product),
                        inverse.noise(),
                        trust.least()),
                penalty,
                Math.log(twice / penalty) / Math.log(2),
                x.size());
    }

    private NdArray near(NdArray difference) {
        return NdArray.elementwise(
                "near",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        double limit = trust.farthest() * in[1][i];
                        out[i] = Math.abs(in[0][i]) > limit ? Math.signum(in[0][i]) * limit : in[0][i];
                    }
                },
                difference,
                deviation);
    }

    private NdArray counted(NdArray difference) {
        return difference.times(counted);
    }

    /** Mean over the shifts of the inner product of what the samples and the predictions were shifted by. */
    private double followed(List<NdArray> changes, ToDoubleBiFunction<NdArray, NdArray> product) {
        return IntStream.range(0, changes.size())
                .mapToDouble(i -> product.applyAsDouble(counted(moved.get(i).direction), changes.get(i)) / shift)
                .average()
                .orElseThrow();
    }

    private NdArray whitened(NdArray difference) {
        return NdArray.elementwise(
                "whitened",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[1][i] > 0 ? in[0][i] / in[1][i] : 0;
                    }
                },
                difference,
                deviation);
    }
}
