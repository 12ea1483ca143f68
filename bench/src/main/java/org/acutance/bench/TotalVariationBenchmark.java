package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.Psfs;
import org.acutance.io.Npy;
import org.acutance.io.WriteOptions;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.PeriodicConvolution;

/** Total variation to the same value of the loss, beside a method by hand in other software. */
final class TotalVariationBenchmark implements Benchmark {
    private static final List<String> SIZES = List.of("171x171", "512x512");
    private static final List<String> PEERS = List.of("NumPy", "SciPy", "PyTorch");
    private static final double SIGMA = 0.01;
    private static final double WEIGHT = 30;
    /** How far above the least value known it is to come. */
    private static final double ABOVE = 1e-4;

    private static final int LONG = 1500;

    @Override
    public String name() {
        return "tv";
    }

    @Override
    public String help() {
        return "total variation to 1e-4 above its least value, the border periodic, beside alternating directions by hand"
                + " in SciPy and what else is there [--sizes 171x171,...] [--runs N]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--sizes", "--runs");
            List<String> sizes = options.list("--sizes", SIZES);
            sizes.forEach(FftBenchmark::shape);
            int runs = options.number("--runs", 5);
            out.println("milliseconds of processor time of one thread, the median of " + runs
                    + " runs that are warm; iterations in parentheses");
            Table table = Table.of(
                    Stream.concat(Stream.of("size", "acutance"), PEERS.stream()).toArray(String[]::new));
            List<Contest> contests = new ArrayList<>();
            for (String size : sizes) {
                contests.add(row(table, size, runs));
            }
            table.print(out);
            PEERS.forEach(peer -> out.println(Contest.comparison(peer, contests)));
        });
    }

    private static Contest row(Table table, String size, int runs)
            throws IOException, ExecutionException, InterruptedException {
        Problem problem = problem(FftBenchmark.shape(size));
        String method = "admm:tol=1e-9,maxiter=" + LONG;
        NdArray start = problem.observation().values();
        double least =
                Reached.by(method, problem, start, Double.NEGATIVE_INFINITY).value();
        double target = least * (1 + ABOVE);
        Reached median = Reached.median(runs, method, problem, start, target);
        Map<String, Double> figures = peers(problem, size, target);
        Map<String, Double> peers = Contest.of(PEERS, figures, size);
        table.row(Stream.concat(
                        Stream.of(size, cell(median.milliseconds(), median.iterations())),
                        PEERS.stream()
                                .map(peer -> peers.containsKey(peer)
                                        ? cell(peers.get(peer), figures.getOrDefault(peer + " iterations", Double.NaN))
                                        : "-"))
                .toArray(String[]::new));
        return new Contest(size, median.milliseconds(), peers);
    }

    private static String cell(double milliseconds, double iterations) {
        return Table.number(milliseconds, 0) + " (" + Table.number(iterations, 0) + ")";
    }

    private static Map<String, Double> peers(Problem problem, String size, double target)
            throws IOException, InterruptedException {
        if (!Peers.pythonHas("numpy")) {
            return Map.of();
        }
        Path folder = Files.createTempDirectory("acutance-bench");
        Path observed = folder.resolve("observed.npy");
        Path kernel = folder.resolve("kernel.npy");
        Npy.write(observed, problem.observation().values(), WriteOptions.NEW);
        Npy.write(kernel, problem.observation().psf().kernel(), WriteOptions.NEW);
        return Peers.figures(
                Peers.script("tv_peers.py", folder),
                observed.toString(),
                kernel.toString(),
                "" + SIGMA,
                "" + WEIGHT,
                "" + target,
                size);
    }

    private static Problem problem(Shape shape) {
        NdArray scene = ResolutionChart.draw(shape.extent(0), shape.extent(1));
        Psf psf = Psfs.catalogue().create("gaussian:sigma=1x3,size=13").forRank(2);
        NdArray blurred = new PeriodicConvolution(psf.kernel(), shape).apply(scene);
        Observation observation = Observation.of(new GaussianNoise(SIGMA).addTo(blurred, 1), psf);
        return new Problem(
                observation,
                Boundaries.CATALOGUE.create("periodic").formation(psf.kernel(), shape),
                Fidelities.CATALOGUE.create("gaussian:sigma=" + SIGMA).on(observation),
                Priors.parse("tv:weight=" + WEIGHT));
    }
}
