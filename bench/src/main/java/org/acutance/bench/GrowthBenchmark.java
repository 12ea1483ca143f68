package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.restoration.Deblurring;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.optimize.Iteration;
import org.acutance.math.optimize.Solution;

/** How the work grows with the number of unknowns: the time of an iteration, and the number of iterations. */
final class GrowthBenchmark implements Benchmark {
    private static final int FEWEST_BITS = 16;
    private static final List<String> SIDES = List.of("171", "342", "684");
    /** Above the minimum. */
    private static final double NEAR = 1e-6;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String help() {
        return "time of an iteration of Richardson-Lucy from 2^16 unknowns on, and iterations of newton-cg to 1e-6 above the"
                + " article's minimum [--most BITS, up to 27] [--sides 171,342,...] [--ms N]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--most", "--sides", "--ms");
            times(options.number("--most", 24), options.number("--ms", 3000), out);
            out.println();
            iterations(options.list("--sides", SIDES), out);
        });
    }

    private static void times(int most, int milliseconds, PrintStream out)
            throws ExecutionException, InterruptedException {
        out.println(
                "an iteration of Richardson-Lucy, 32 bits: processor time of one thread; N log N counts from the first");
        Table table = Table.of("unknowns", "milliseconds", "ns per unknown", "against N log N");
        double first = 0;
        // For the compiler, which would be at work while the first size is measured.
        iteration(FEWEST_BITS, milliseconds);
        for (int bits = FEWEST_BITS; bits <= most; bits++) {
            double time = iteration(bits, milliseconds);
            double each = 1e6 * time / (1L << bits);
            first = bits == FEWEST_BITS ? each / bits : first;
            table.row("2^" + bits, Table.number(time, 2), Table.number(each, 1), Table.number(each / bits / first, 2));
        }
        table.print(out);
    }

    private static double iteration(int bits, int milliseconds) throws ExecutionException, InterruptedException {
        Problem problem =
                RichardsonLucyBenchmark.problem(Shape.of(1 << (bits / 2), 1 << (bits - bits / 2)), Precision.FLOAT32);
        return Timing.in(
                1,
                () -> RichardsonLucyBenchmark.iteration(problem, milliseconds, RichardsonLucyBenchmark::processorTime));
    }

    private static void iterations(List<String> sides, PrintStream out) throws IOException {
        out.println("the article's problem on the test card, newton-cg: until the loss is 1e-6 above its least value");
        Table table = Table.of("side", "iterations", "Hessian products of the whole run", "against the first");
        Path folder = Files.createTempDirectory("acutance-bench");
        int first = 0;
        for (String side : sides) {
            ArticleCase problem = ArticleCase.drawn(Integer.parseInt(side), folder);
            Solution solution = Deblurring.run(problem.plan("newton-cg:xtol=1e-8"))
                    .channels()
                    .get(0);
            double goal = solution.fun() * (1 + NEAR);
            int needed = solution.history().stream()
                    .filter(iteration -> iteration.fun() <= goal)
                    .mapToInt(Iteration::iteration)
                    .findFirst()
                    .orElse(solution.nit());
            first = first == 0 ? needed : first;
            table.row(side, "" + needed, "" + solution.nhev(), Table.number(needed / (double) first, 2));
        }
        table.print(out);
    }
}
