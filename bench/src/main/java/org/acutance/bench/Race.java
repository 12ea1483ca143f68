package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.acutance.deblur.method.Problem;
import org.acutance.io.Npy;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/**
 * Who is first near the minimum of the article's loss: our methods, and SciPy's with gradients by hand or by differentiation.
 *
 * @param files the problem
 * @param scratch a folder for files
 * @param runs of each method
 */
record Race(ArticleCase files, Path scratch, int runs) {
    private static final double ABOVE = 1e-6;
    private static final String EXACTLY = "newton-cg:xtol=1e-12";
    private static final List<String> OURS = List.of(
            "newton-cg",
            "newton-cg:preconditioner=circulant",
            "newton-cg:preconditioner=cosine",
            "trust-krylov",
            "l-bfgs",
            "cg");
    private static final List<String> PEERS = List.of("separable", "spectra", "PyTorch", "Autograd");
    private static final String WITH = " with ";

    void run(PrintStream out) throws IOException, ExecutionException, InterruptedException {
        Problem problem = files.problem(Precision.FLOAT64);
        NdArray start = Npy.read(files.start());
        double target = (1 + ABOVE)
                * Reached.by(EXACTLY, problem, start, Double.NEGATIVE_INFINITY).value();
        Table table = Table.of("gradients", "method", "ms");
        double best = Double.POSITIVE_INFINITY;
        for (String method : OURS) {
            Reached reached = Reached.median(runs, method, problem, start, target);
            boolean there = reached.value() <= target;
            table.row("acutance", method, there ? Table.number(reached.milliseconds(), 1) : "-");
            best = there ? Math.min(best, reached.milliseconds()) : best;
        }
        Map<String, Double> figures = peers(target);
        figures.keySet().stream().sorted().forEach(name -> {
            String[] words = name.split(WITH, 2);
            table.row(words[0], words[1], Table.number(figures.getOrDefault(name, Double.NaN), 1));
        });
        out.println();
        out.println("milliseconds of processor time of one thread until the loss is " + ABOVE
                + " above its least value, medians of " + runs
                + " runs that are warm; all but ours by SciPy's methods");
        table.print(out);
        Contest contest = new Contest("with the fastest of its methods", best, fastest(figures));
        PEERS.forEach(peer -> out.println(Contest.comparison(peer, List.of(contest))));
    }

    private Map<String, Double> peers(double target) throws IOException, InterruptedException {
        if (!Peers.pythonHas("numpy", "scipy.ndimage")) {
            return Map.of();
        }
        for (String needed : List.of("article_scipy.py", "objective_peers.py")) {
            Peers.script(needed, scratch);
        }
        return Peers.figures(
                Peers.script("article_peers.py", scratch),
                Stream.of(runs, files.observed(), files.psf(), files.start(), target)
                        .map(Object::toString)
                        .toArray(String[]::new));
    }

    private static Map<String, Double> fastest(Map<String, Double> figures) {
        Map<String, Double> fastest = new HashMap<>();
        figures.forEach((name, time) -> fastest.merge(name.split(WITH, 2)[0], time, Math::min));
        return fastest;
    }
}
