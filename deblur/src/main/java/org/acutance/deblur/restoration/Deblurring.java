package org.acutance.deblur.restoration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ObjIntConsumer;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Start;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.weight.AutomaticWeight;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.optimize.Run;
import org.acutance.math.optimize.Solution;

/**
 * Runs a plan, channel by channel.
 *
 * @param plan what to do
 * @param watcher told the run and the number of its channel after each iteration
 * @param cancelled ends the run with the best image so far when it turns true; channels not begun stay as at their start
 */
public record Deblurring(Plan plan, ObjIntConsumer<Run<?>> watcher, BooleanSupplier cancelled) {
    /** Deblurs by a plan that nobody watches. */
    public static Restored run(Plan plan) {
        return new Deblurring(plan, (run, channel) -> {}, () -> false).run();
    }

    /** The sharp image. */
    public Restored run() {
        long begun = System.nanoTime();
        List<Solution> solutions = new ArrayList<>();
        List<NdArray> sharp = new ArrayList<>();
        for (int channel = 0; channel < plan.channels().size(); channel++) {
            Solution solution = solve(channel);
            solutions.add(solution);
            sharp.add(plan.channels().get(channel).formation().crop(solution.x()));
        }
        Image normalised = plan.blurred().normalised(Precision.FLOAT64);
        return new Restored(normalised.withColours(sharp), solutions, (System.nanoTime() - begun) * 1e-9);
    }

    private Solution solve(int channel) {
        Watch watch = new Watch(run -> watcher.accept(run, channel), cancelled);
        Problem problem = weighted(plan.channels().get(channel), watch);
        return plan.method()
                .solver(problem, plan.limits())
                .solve(Start.at(problem.formation().extend(plan.starts().get(channel))), watch)
                .solution();
    }

    private Problem weighted(Problem problem, Watch watch) {
        if (!problem.prior().isOpen()) {
            return problem;
        }
        if (!plan.method().takesPrior()) {
            return problem.with(problem.prior().withWeight(0));
        }
        AutomaticWeight weight = AutomaticWeight.find(problem, plan.settings().weight(), plan.method(), watch);
        return problem.with(problem.prior().withWeight(weight.value()));
    }
}
