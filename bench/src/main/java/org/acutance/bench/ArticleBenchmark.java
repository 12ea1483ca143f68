package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.acutance.deblur.restoration.Deblurring;
import org.acutance.deblur.restoration.Plan;
import org.acutance.math.optimize.Optimizers;
import org.acutance.math.optimize.Solution;

/** Every method on the article's problem, beside SciPy's with derivatives by hand. */
final class ArticleBenchmark implements Benchmark {
    private static final List<String> SCIPY = List.of("Newton-CG", "L-BFGS-B", "CG", "trust-krylov");

    /** A line of the table before the smallest loss is known. */
    private record Line(String who, double fun, String nit, String nfev, String njev, String nhev, double seconds) {}

    @Override
    public String name() {
        return "article";
    }

    @Override
    public String help() {
        return "every method on the article's problem, beside SciPy's with derivatives by hand [--folder DIR | --size N]"
                + " [--runs N]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--folder", "--size", "--runs");
            Path scratch = Files.createTempDirectory("acutance-bench");
            ArticleCase problem = ArticleCase.of(options, scratch);
            int runs = options.number("--runs", 5);
            List<Line> lines = new ArrayList<>();
            for (String method : Optimizers.FOR_MANY_UNKNOWNS.names()) {
                lines.add(ours(problem, method, runs));
            }
            lines.add(ours(problem, "newton-cg:hessian=2-point", runs));
            addPeers(problem, scratch, runs, lines, out);
            print(problem, lines, runs, out);
            new Race(problem, scratch, runs).run(out);
        });
    }

    private static Line ours(ArticleCase problem, String method, int runs) {
        Plan plan = problem.plan(method);
        Solution solution = Deblurring.run(plan).channels().get(0);
        double[] seconds = new double[runs];
        for (int i = -runs; i < runs; i++) {
            seconds[Math.max(i, 0)] = Deblurring.run(plan).seconds();
        }
        Arrays.sort(seconds);
        return new Line(
                "acutance " + method,
                solution.fun(),
                "" + solution.nit(),
                "" + solution.nfev(),
                "" + solution.njev(),
                "" + solution.nhev(),
                seconds[runs / 2]);
    }

    private static void addPeers(ArticleCase problem, Path scratch, int runs, List<Line> lines, PrintStream out)
            throws IOException, InterruptedException {
        if (!Peers.pythonHas("numpy", "scipy.optimize")) {
            out.println("python3 with NumPy and SciPy is not on this machine: its rows are left out");
            return;
        }
        Path script = Peers.script("article_scipy.py", scratch);
        for (String method : SCIPY) {
            List<Line> several = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                several.add(scipy(problem, script, scratch, method));
            }
            several.sort(Comparator.comparingDouble(Line::seconds));
            lines.add(several.get(runs / 2));
        }
    }

    private static Line scipy(ArticleCase problem, Path script, Path scratch, String method)
            throws IOException, InterruptedException {
        Peers.Finished finished = Peers.run(List.of(
                "python3",
                script.toString(),
                problem.observed().toString(),
                problem.psf().toString(),
                problem.start().toString(),
                scratch.resolve("scipy.npy").toString(),
                method));
        if (finished.code() != 0) {
            throw new IOException("SciPy's " + method + " failed: " + finished.output());
        }
        String[] words = finished.output().split(" ", -1);
        return new Line(
                "SciPy " + method,
                Double.parseDouble(words[0]),
                words[1],
                words[2],
                words[3],
                words[4],
                Double.parseDouble(words[5]));
    }

    private static void print(ArticleCase problem, List<Line> lines, int runs, PrintStream out) {
        double least = lines.stream().mapToDouble(Line::fun).min().orElseThrow();
        out.println(problem.name() + "; medians of " + runs
                + " runs, Acutance after as many to warm up, SciPy without its imports");
        Table table = Table.of("method", "loss", "above best", "nit", "nfev", "njev", "nhev", "seconds");
        for (Line line : lines) {
            table.row(
                    line.who(),
                    Table.number(line.fun(), 12),
                    String.format(Locale.ROOT, "%.1e", line.fun() / least - 1),
                    line.nit(),
                    line.nfev(),
                    line.njev(),
                    line.nhev(),
                    Table.number(line.seconds(), 3));
        }
        table.print(out);
    }
}
