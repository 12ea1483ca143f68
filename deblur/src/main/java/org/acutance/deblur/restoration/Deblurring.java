package org.acutance.deblur.restoration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Start;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.weight.AutomaticWeight;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.optimize.Solution;

/**
 * Runs a plan, problem by problem.
 *
 * @param plan what to do
 * @param watcher told what is going on after each iteration
 * @param cancelled ends the run with the best image so far when it turns true; channels not begun stay as at their start
 */
public record Deblurring(Plan plan, Watcher watcher, BooleanSupplier cancelled) {
    /** Deblurs by a plan that nobody watches. */
    public static Restored run(Plan plan) {
        return new Deblurring(plan, (stage, run) -> {}, () -> false).run();
    }

    /** The sharp image. */
    public Restored run() {
        long begun = System.nanoTime();
        List<Problem> problems = new ArrayList<>();
        List<AutomaticWeight> weights = new ArrayList<>();
        List<Solution> solutions = new ArrayList<>();
        List<NdArray> sharp = new ArrayList<>();
        for (int channel = 0; channel < plan.channels().size(); channel++) {
            Problem problem = weighted(channel, weights);
            Solution solution = solve(problem, channel);
            problems.add(problem);
            solutions.add(solution);
            colours(problem.formation().crop(solution.x())).forEach(sharp::add);
        }
        Image normalised = plan.blurred().normalised(Precision.FLOAT64);
        return new Restored(
                normalised.withColours(sharp), problems, solutions, weights, (System.nanoTime() - begun) * 1e-9);
    }

    /** What a problem has estimated, colour by colour. */
    private Stream<NdArray> colours(NdArray estimate) {
        Shape one = plan.blurred().shape();
        return plan.together()
                ? IntStream.range(0, estimate.shape().extent(0))
                        .mapToObj(i -> estimate.slice(0, i, i + 1).reshape(one))
                : Stream.of(estimate);
    }

    private Watch watch(int channel, int weight) {
        Stage stage = new Stage(channel, weight);
        return new Watch(run -> watcher.see(stage, run), cancelled);
    }

    private Solution solve(Problem problem, int channel) {
        return plan.method()
                .solver(problem, plan.limits())
                .solve(Start.at(problem.formation().extend(plan.starts().get(channel))), watch(channel, 0))
                .solution();
    }

    /** The problem with all weights known; those that are found are added to the list. */
    private Problem weighted(int channel, List<AutomaticWeight> found) {
        Problem problem = plan.channels().get(channel);
        if (!problem.prior().isOpen()) {
            return problem;
        }
        if (!plan.method().takesPrior()) {
            return problem.with(problem.prior().withWeight(0));
        }
        AutomaticWeight weight = AutomaticWeight.find(
                problem, plan.settings().weight(), plan.method(), number -> watch(channel, number));
        found.add(weight);
        return problem.with(problem.prior().withWeight(weight.value()));
    }
}
