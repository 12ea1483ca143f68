package org.acutance.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.acutance.deblur.method.Problem;
import org.acutance.io.Npy;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/** What preconditioners save on the article's problem, at its weight and at a tenth of it. */
final class PreconditionersBenchmark implements Benchmark {
    private static final List<String> METHODS = List.of("newton-cg", "trust-ncg");
    private static final List<String> PRECONDITIONERS = List.of("none", "circulant", "cosine");
    private static final List<Double> WEIGHTS = List.of(0.2, 0.02);

    @Override
    public String name() {
        return "preconditioners";
    }

    @Override
    public String help() {
        return "what preconditioners save on the article's problem [--folder DIR | --size N] [--runs N]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--folder", "--size", "--runs");
            ArticleCase files = ArticleCase.of(options, Files.createTempDirectory("acutance-bench"));
            int runs = options.number("--runs", 5);
            NdArray start = Npy.read(files.start());
            out.println(
                    "Hessian products and milliseconds of processor time of one thread until each method ends, medians of "
                            + runs + " runs that are warm; " + files.name());
            table(files, start, runs).print(out);
        });
    }

    private static Table table(ArticleCase files, NdArray start, int runs)
            throws ExecutionException, InterruptedException {
        Table table = Table.of("method", "products, 0.2", "ms", "products, 0.02", "ms");
        for (String method : METHODS) {
            for (String preconditioner : PRECONDITIONERS) {
                String chosen = method + ":preconditioner=" + preconditioner;
                List<String> cells = new ArrayList<>(List.of(chosen));
                for (double weight : WEIGHTS) {
                    Problem problem = files.problem(Precision.FLOAT64, weight);
                    Reached reached = Reached.median(runs, chosen, problem, start, Double.NEGATIVE_INFINITY);
                    cells.add("" + reached.products());
                    cells.add(Table.number(reached.milliseconds(), 0));
                }
                table.row(cells.toArray(String[]::new));
            }
        }
        return table;
    }
}
