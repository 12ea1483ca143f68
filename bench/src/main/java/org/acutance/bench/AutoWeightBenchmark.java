package org.acutance.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.acutance.deblur.method.Limits;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Start;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.weight.AutomaticWeight;
import org.acutance.deblur.weight.WeightRules;
import org.acutance.math.array.NdArray;

/** What the weight of total variation found from the data loses against the best, which only the truth tells. */
final class AutoWeightBenchmark implements Benchmark {
    private static final int SIDE = 256;
    private static final String METHOD = "admm";

    /**
     * One rule on one case.
     *
     * @param loss in decibels against the best weight
     * @param iterations that finding the weight took, all solutions on the way added up
     * @param share time to find it, over the time of one solution
     */
    private record Result(String picture, String name, String rule, double loss, int iterations, double share) {}

    @Override
    public String name() {
        return "auto-weight";
    }

    @Override
    public String help() {
        return "what the weight found from the data loses in dB against the best, for tv, blurs and noise"
                + " --images DIR [--rules sure,gcv,...] [--size N] [--cases 1,2,...]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--images", "--rules", "--size", "--cases");
            List<Path> files = Pictures.files(options);
            List<String> rules = options.list("--rules", WeightRules.CATALOGUE.names());
            rules.forEach(WeightRules.CATALOGUE::create);
            List<Result> results = new ArrayList<>();
            for (Path file : files) {
                NdArray scene = Pictures.gray(file, options.number("--size", SIDE));
                WeightCase.of(scene).stream()
                        .filter(one ->
                                options.list("--cases", List.of(one.name())).contains(one.name()))
                        .forEach(one -> results.addAll(measure("" + file.getFileName(), one, rules)));
            }
            print(results, rules, out);
        });
    }

    private static List<Result> measure(String picture, WeightCase one, List<String> rules) {
        Problem problem = one.blurred().problem(one.settings(METHOD));
        List<Found> found = rules.stream().map(rule -> Found.by(rule, problem)).toList();
        double best = WeightSweep.best(
                weight -> quality(one, problem, weight), found.get(0).weight());
        List<Result> results = new ArrayList<>();
        for (Found each : found) {
            long begun = System.nanoTime();
            double loss = best - quality(one, problem, each.weight());
            double share = each.seconds() / ((System.nanoTime() - begun) * 1e-9);
            Progress.say(
                    "%s %s %s: best %.2f dB, loses %.3f, %d iterations, %.1f times a solution",
                    picture, one, each.rule(), best, loss, each.iterations(), share);
            results.add(new Result(picture, one.name(), each.rule(), loss, each.iterations(), share));
        }
        return results;
    }

    /** A weight and what it took to find it. */
    private record Found(String rule, double weight, int iterations, double seconds) {
        static Found by(String rule, Problem problem) {
            AtomicInteger iterations = new AtomicInteger();
            Watch watch =
                    new Watch(run -> iterations.addAndGet(Math.min(1, run.iteration())), Watch.NOBODY.cancelled());
            long begun = System.nanoTime();
            double weight = AutomaticWeight.find(problem, rule, method(), number -> watch)
                    .value();
            return new Found(rule, weight, iterations.get(), (System.nanoTime() - begun) * 1e-9);
        }
    }

    private static Method method() {
        return Methods.CATALOGUE.create(METHOD);
    }

    private static double quality(WeightCase one, Problem problem, double weight) {
        Problem closed = problem.with(problem.prior().withWeight(weight));
        Start start = Start.at(one.blurred().observed());
        return one.psnr(method().solver(closed, Limits.NONE)
                .solve(start, Watch.NOBODY)
                .solution()
                .x());
    }

    private static void print(List<Result> results, List<String> rules, PrintStream out) {
        List<String> names = results.stream().map(Result::name).distinct().toList();
        List<String> heads = new ArrayList<>(List.of("rule"));
        heads.addAll(names);
        heads.addAll(List.of("mean", "worst", "iterations", "times a solution"));
        Table table = Table.of(heads.toArray(String[]::new));
        for (String rule : rules) {
            List<Result> own = results.stream()
                    .filter(result -> result.rule().equals(rule))
                    .toList();
            List<String> cells = new ArrayList<>(List.of(rule));
            for (String name : names) {
                cells.add(Table.number(
                        Table.mean(
                                own.stream()
                                        .filter(result -> result.name().equals(name))
                                        .toList(),
                                Result::loss),
                        3));
            }
            cells.addAll(Arrays.asList(
                    Table.number(Table.mean(own, Result::loss), 3),
                    Table.number(own.stream().mapToDouble(Result::loss).max().orElse(Double.NaN), 3),
                    Table.number(Table.mean(own, Result::iterations), 0),
                    Table.number(Table.mean(own, Result::share), 1)));
            table.row(cells.toArray(String[]::new));
        }
        table.print(out);
    }
}
