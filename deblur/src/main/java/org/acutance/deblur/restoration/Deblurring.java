package org.acutance.deblur.restoration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.deblur.certificate.Certificate;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Solved;
import org.acutance.deblur.method.Start;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.uncertainty.Uncertainty;
import org.acutance.deblur.uncertainty.VariationModel;
import org.acutance.deblur.weight.AutomaticWeight;
import org.acutance.deblur.weight.EffectiveFreedom;
import org.acutance.deblur.weight.Weighing;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;

/**
 * Runs a plan, problem by problem.
 *
 * @param plan what to do
 * @param watcher told what is going on after each iteration
 * @param cancelled ends the run with the best image so far when it turns true; channels not begun stay as at their start
 */
public record Deblurring(Plan plan, Watcher watcher, BooleanSupplier cancelled) {
    /** A lattice of 8 pixels in pictures, of 4 voxels in volumes. */
    private static final int PROBES = 64;
    /** Deviations off by less than a fifth of themselves. */
    private static final int RUNS = 16;

    /** Deblurs by a plan that nobody watches. */
    public static Restored run(Plan plan) {
        return new Deblurring(plan, (stage, run) -> {}, () -> false).run();
    }

    /** The sharp image. */
    public Restored run() {
        long begun = System.nanoTime();
        if (plan.tiling().isPresent()) {
            return new Parts(this, plan.tiling().orElseThrow()).run(begun);
        }
        List<Channel> channels = IntStream.range(0, plan.channels().size())
                .mapToObj(channel -> certified(find(channel)))
                .toList();
        List<NdArray> sharp =
                channels.stream().flatMap(channel -> colours(channel.frame())).toList();
        Image image = plan.blurred().normalised(plan.precision().precision()).withColours(sharp);
        return Restored.of(image, channels, Optional.empty(), begun);
    }

    /** What all colours of a problem are, one by one. */
    Stream<NdArray> colours(NdArray frame) {
        int[] one = Arrays.stream(frame.shape().extents()).skip(1).toArray();
        return plan.together()
                ? IntStream.range(0, frame.shape().extent(0))
                        .mapToObj(i -> frame.slice(0, i, i + 1).reshape(one))
                : Stream.of(frame);
    }

    /** A solved problem, and how its weights were found. */
    record Found(Problem problem, Solved solved, List<AutomaticWeight> weights) {}

    /** What is known of a solved problem in the end. */
    record Channel(Problem problem, Solution solution, List<AutomaticWeight> weights, Certificate certificate) {
        NdArray frame() {
            return problem.formation().crop(solution.x());
        }

        /** This one with another reason for its end, if there is one. */
        Channel ended(Optional<Reason> other) {
            return new Channel(problem, other.map(solution::withReason).orElse(solution), weights, certificate);
        }
    }

    /** Solves a problem of the plan. */
    Found find(int channel) {
        Watch watch = watch(channel, 0);
        Problem open = plan.channels().get(channel);
        Weighing weighing =
                Weighing.of(open, plan.settings().weight(), plan.method(), number -> watch(channel, number));
        Problem problem = open.with(weighing.prior());
        Solved solved = plan.method()
                .solver(problem, plan.limits())
                .solve(Start.made(() -> problem.formation().extend(plan.starts().get(channel))), watch);
        return new Found(problem, solved, weighing.found());
    }

    Channel certified(Found found) {
        Certificate certificate = Certificate.of(
                found.problem(), found.solved(), found.weights(), plan.blurred().sampleType());
        return new Channel(found.problem(), found.solved().solution(), found.weights(), certificate);
    }

    private Watch watch(int channel, int weight) {
        return watch(new Stage(channel, weight));
    }

    Watch watch(Stage stage) {
        return new Watch(run -> watcher.see(stage, run), cancelled);
    }

    /**
     * The certificates of a result with effective degrees of freedom, where the search of the weight has not found them
     * already: by two more runs per channel. They stay empty where the fidelity does not know the noise.
     *
     * @param restored the result of this plan
     */
    public Restored measureFreedom(Restored restored) {
        return restored.with(IntStream.range(0, restored.certificates().size())
                .mapToObj(channel -> measureFreedom(restored, channel))
                .toList());
    }

    private Certificate measureFreedom(Restored restored, int channel) {
        Certificate certificate = restored.certificates().get(channel);
        return certificate.freedom().isPresent()
                ? certificate
                : EffectiveFreedom.measure(restored.problems().get(channel), plan.method(), watch(channel, 0))
                        .map(certificate::with)
                        .orElse(certificate);
    }

    /**
     * How far each pixel of a result may be off. Methods that make a loss small are asked for the posterior under their
     * prior, {@link Uncertainty#of}; where that has no curvature or is not convex, as a denoiser, under that of total
     * variation, {@link VariationModel}. Others are run again with new noise, {@link Uncertainty#bySimulation}.
     *
     * @param restored the result of this plan
     * @param solves number of probes or runs for each problem, at least 2; nothing stands for 64 probes or 16 runs
     * @return one per colour
     * @throws IllegalArgumentException if the fidelity does not know the noise, the loss does not allow it, or the image was
     *     deblurred part by part; the message says what does
     * @throws CancellationException if it was cancelled
     */
    public List<Uncertainty> uncertainty(Restored restored, OptionalInt solves) {
        plan.requireWhole("uncertainty");
        return IntStream.range(0, restored.channels().size())
                .boxed()
                .flatMap(channel -> colours(uncertainty(restored, channel, solves)))
                .toList();
    }

    private Stream<Uncertainty> colours(Uncertainty all) {
        return colours(all.deviation()).map(deviation -> new Uncertainty(deviation, all.meaning()));
    }

    private Uncertainty uncertainty(Restored restored, int channel, OptionalInt given) {
        Problem problem = restored.problems().get(channel);
        NdArray estimate = restored.channels().get(channel).x();
        boolean hasLoss = plan.method().ownFidelity().isEmpty();
        int solves = given.orElse(hasLoss ? PROBES : RUNS);
        Watch watch = watch(channel, 0);
        IntConsumer done = count -> watcher.seeUncertainty(
                channel * solves + count, restored.channels().size() * solves);
        done.accept(0);
        return hasLoss
                ? Uncertainty.of(curved(problem, estimate, channel), estimate, solves, watch, done)
                : Uncertainty.bySimulation(problem, estimate, plan.method(), solves, watch, done);
    }

    /** The problem with a prior that Laplace's approximation can be used with. */
    private Problem curved(Problem problem, NdArray estimate, int channel) {
        Regulariser prior = problem.prior();
        if (prior.isConvex() && prior.notDifferentiable(problem.domain()).isEmpty()) {
            return problem;
        }
        return VariationModel.of(problem, estimate, plan.settings().weight(), number -> watch(channel, number));
    }
}
