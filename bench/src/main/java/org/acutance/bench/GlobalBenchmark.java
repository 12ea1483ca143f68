package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.global.GlobalOptimizers;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Solution;

/** Our searches for the least of many minima on functions that are known for having many, beside SciPy's. */
final class GlobalBenchmark implements Benchmark {
    static final int UNKNOWNS = 5;
    private static final int SEEDS = 20;
    private static final double FOUND = 1e-6;

    /**
     * A function whose least value is 0.
     *
     * @param name by its author
     * @param function gives one element
     * @param limit of the size of each element
     */
    record Hills(String name, Function<Tensor, Tensor> function, double limit) {}

    static final List<Hills> FUNCTIONS = List.of(
            new Hills("Rastrigin", GlobalBenchmark::rastrigin, 5.12),
            new Hills("Ackley", GlobalBenchmark::ackley, 32.768),
            new Hills("Griewank", GlobalBenchmark::griewank, 600),
            new Hills("Schwefel", GlobalBenchmark::schwefel, 500),
            new Hills("Levy", GlobalBenchmark::levy, 10));

    @Override
    public String name() {
        return "global";
    }

    @Override
    public String help() {
        return "searches for the least of many minima, beside SciPy";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            new Options(written);
            out.println(UNKNOWNS + " unknowns, " + SEEDS + " seeds, defaults; found: within 1e-6 of the least value;"
                    + " values on average over all seeds");
            print(out);
        });
    }

    private static void print(PrintStream out) throws IOException {
        Table table = Table.of("method", "function", "found", "values", "SciPy found", "values");
        for (List<String> row : Tally.table("global_scipy.tsv").stream().skip(1).toList()) {
            Progress.say("%s %s", row.get(0), row.get(1));
            Tally ours = tally(row.get(0), find(row.get(1)));
            String values = ours.mean(Collections.nCopies(SEEDS, true));
            table.row(row.get(0), row.get(1), "" + ours.count(), values, row.get(2), row.get(3));
        }
        table.print(out);
    }

    private static Hills find(String name) {
        return FUNCTIONS.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    private static Tally tally(String method, Hills hills) {
        Tally tally = Tally.NONE;
        for (int seed = 0; seed < SEEDS; seed++) {
            Solution solution = Minimize.by(GlobalOptimizers.CATALOGUE.create(written(method, hills.limit(), seed)))
                    .minimize(Objective.differentiated(hills.function()), start(hills.limit(), seed));
            tally = tally.plus(solution.fun() < FOUND, solution);
        }
        return tally;
    }

    /** The hops' default suits no such width: a tenth of the limit, here and in SciPy. */
    private static String written(String method, double limit, int seed) {
        String bounds = String.format(Locale.ROOT, "%s:lower=%s,upper=%s,seed=%d", method, -limit, limit, seed);
        return method.equals("basin-hopping") ? bounds + ",stepsize=" + limit / 10 : bounds;
    }

    private static NdArray start(double limit, int seed) {
        return NdArray.of(new Random(seed).doubles(UNKNOWNS, -limit, limit).toArray(), UNKNOWNS);
    }

    private static Tensor rastrigin(Tensor x) {
        return x.square().minus(x.times(2 * Math.PI).cos().times(10)).plus(10).sum();
    }

    private static Tensor ackley(Tensor x) {
        Tensor far = x.norm().times(-0.2 / Math.sqrt(UNKNOWNS)).exp().times(-20);
        return far.minus(x.times(2 * Math.PI).cos().mean().exp()).plus(20 + Math.E);
    }

    private static Tensor griewank(Tensor x) {
        double[] roots =
                IntStream.rangeClosed(1, UNKNOWNS).mapToDouble(Math::sqrt).toArray();
        Tensor waves = x.dividedBy(Tensor.of(roots, UNKNOWNS)).cos().prod();
        return x.squaredNorm().dividedBy(4000).minus(waves).plus(1);
    }

    private static Tensor schwefel(Tensor x) {
        return x.times(x.abs().sqrt().sin()).sum().negate().plus(418.9828872724338 * UNKNOWNS);
    }

    private static Tensor levy(Tensor x) {
        Tensor w = x.minus(1).dividedBy(4).plus(1);
        Tensor first = w.slice(0, 0, 1).times(Math.PI).sin().square().sum();
        Tensor last = w.slice(0, UNKNOWNS - 1, UNKNOWNS);
        Tensor end = last.minus(1)
                .square()
                .times(last.times(2 * Math.PI).sin().square().plus(1));
        Tensor v = w.slice(0, 0, UNKNOWNS - 1);
        Tensor waves = v.times(Math.PI).plus(1).sin().square().times(10).plus(1);
        return first.plus(end.sum()).plus(v.minus(1).square().times(waves).sum());
    }
}
