package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.acutance.io.Npy;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Objective;

/** Value, gradient and Hessian product of the article's loss, beside what Python offers. */
final class ObjectiveBenchmark implements Benchmark {
    private static final List<String> SIZES = List.of("171", "512", "2048");
    private static final List<String> PEERS = List.of("separable", "spectra", "PyTorch", "Autograd");

    @Override
    public String name() {
        return "objective";
    }

    @Override
    public String help() {
        return "value and gradient of the article's loss, and a Hessian product, beside NumPy and SciPy by hand, by separable"
                + " passes and by kept spectra, and what else is there [--sizes 171,...] [--ms N]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--sizes", "--ms");
            int milliseconds = options.number("--ms", 1500);
            out.println("microseconds, medians; processor time of one thread, time by the clock with two;"
                    + " copies: how often the image is copied in the time of one thread");
            Table table = Table.of(
                    Stream.concat(Stream.of("size", "bits", "what", "1 thread", "2 threads", "copies"), PEERS.stream())
                            .toArray(String[]::new));
            List<Contest> contests = new ArrayList<>();
            for (String size : options.list("--sizes", SIZES)) {
                Path folder = Files.createTempDirectory("acutance-bench");
                ArticleCase files = ArticleCase.drawn(Integer.parseInt(size), folder);
                for (Precision precision : List.of(Precision.FLOAT64, Precision.FLOAT32)) {
                    contests.addAll(new Sized(files, folder, precision, milliseconds).rows(table));
                }
            }
            table.print(out);
            PEERS.forEach(peer -> out.println(Contest.comparison(peer, contests)));
        });
    }

    /** The loss of one size in one precision. */
    private record Sized(ArticleCase files, Path folder, Precision precision, int milliseconds) {
        List<Contest> rows(Table table) throws IOException, ExecutionException, InterruptedException {
            Map<String, Double> figures = peers();
            NdArray x = Npy.read(files.start()).to(precision);
            Objective objective = files.problem(precision).objective();
            Evaluation there = objective.at(x);
            double copy = Timing.in(1, () -> Timing.median(milliseconds, () -> copied(x)));
            return List.of(
                    row(table, "gradient", figures, copy, () -> gradient(objective, x)),
                    row(table, "product", figures, copy, () -> there.hessianProduct(x)));
        }

        private String bits() {
            return precision == Precision.FLOAT64 ? "64" : "32";
        }

        private Contest row(Table table, String what, Map<String, Double> figures, double copy, Supplier<NdArray> call)
                throws ExecutionException, InterruptedException {
            double alone = Timing.in(1, () -> Timing.median(milliseconds, call));
            double both = Timing.in(2, () -> Timing.byTheClock(milliseconds, call));
            Map<String, Double> peers = Contest.of(PEERS, figures, bits() + " " + what);
            String size = call.get().shape().toString();
            table.row(Stream.concat(
                            Stream.of(
                                    size,
                                    bits(),
                                    what,
                                    Table.number(alone / 1000, 0),
                                    Table.number(both / 1000, 0),
                                    Table.number(alone / copy, 1)),
                            PEERS.stream().map(peer -> Contest.cell(peers, peer, 0)))
                    .toArray(String[]::new));
            return new Contest(size + ", " + bits() + " bits, " + what, alone / 1000, peers);
        }

        private Map<String, Double> peers() throws IOException, InterruptedException {
            if (!Peers.pythonHas("numpy", "scipy.ndimage")) {
                return Map.of();
            }
            Peers.script("article_scipy.py", folder);
            return Peers.figures(
                    Peers.script("objective_peers.py", folder),
                    "" + milliseconds,
                    bits(),
                    files.observed().toString(),
                    files.psf().toString(),
                    files.start().toString());
        }
    }

    private static NdArray copied(NdArray x) {
        float[] run = new float[1024];
        double[] wide = new double[run.length];
        NdArray.Builder copy = NdArray.builder(x.shape(), x.precision());
        for (int from = 0; from < x.size(); from += run.length) {
            int count = Math.min(run.length, x.size() - from);
            if (x.precision() == Precision.FLOAT32) {
                x.read(from, run, 0, count);
                copy.write(from, run, 0, count);
            } else {
                x.read(from, wide, 0, count);
                copy.write(from, wide, 0, count);
            }
        }
        return copy.build();
    }

    private static NdArray gradient(Objective objective, NdArray x) {
        Evaluation evaluation = objective.at(x);
        if (!(evaluation.value() > 0)) {
            throw new IllegalStateException("objective: the loss is " + evaluation.value());
        }
        return evaluation.gradient();
    }
}
