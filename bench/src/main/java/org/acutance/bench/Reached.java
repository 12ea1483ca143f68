package org.acutance.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.acutance.deblur.method.Limits;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Start;
import org.acutance.deblur.method.Watch;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Run;

/**
 * How a value of the loss was reached.
 *
 * @param value the least value
 * @param milliseconds processor time of one thread until then
 * @param iterations until then
 * @param products of the Hessian until then
 */
record Reached(double value, double milliseconds, int iterations, int products) {
    private static final double WARM = 3000;

    /** Goes by a method from a start until the loss is at most the target, or to the end. */
    static Reached by(String method, Problem problem, NdArray start, double target)
            throws ExecutionException, InterruptedException {
        return Timing.in(1, () -> {
            Method solving = Methods.CATALOGUE.create(method);
            Until until = new Until(target);
            long begun = Timing.threadTime();
            solving.solver(problem, Limits.NONE).solve(Start.at(start), new Watch(until::see, until::isReached));
            return new Reached(until.least, (Timing.threadTime() - begun) * 1e-6, until.iterations, until.products);
        });
    }

    /** The median of several runs, after as many and some seconds to warm up: a loop of iterations is compiled in steps. */
    static Reached median(int runs, String method, Problem problem, NdArray start, double target)
            throws ExecutionException, InterruptedException {
        double spent = 0;
        for (int i = 0; i < runs || spent < WARM; i++) {
            spent += by(method, problem, start, target).milliseconds;
        }
        List<Reached> all = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            all.add(by(method, problem, start, target));
        }
        all.sort(Comparator.comparingDouble(Reached::milliseconds));
        return all.get(runs / 2);
    }

    /** Sees when a value is reached. */
    private static final class Until {
        private final double target;
        private double least = Double.POSITIVE_INFINITY;
        private int iterations;
        private int products;

        Until(double target) {
            this.target = target;
        }

        void see(Run<?> run) {
            least = Math.min(least, run.latest().fun());
            iterations = run.iteration();
            products = run.counts().nhev();
        }

        boolean isReached() {
            return least <= target;
        }
    }
}
