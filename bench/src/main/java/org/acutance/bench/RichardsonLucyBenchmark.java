package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.acutance.deblur.method.Limits;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Solver;
import org.acutance.deblur.method.Start;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** An iteration of Richardson-Lucy with a point spread function of the size of the image, beside other software's. */
final class RichardsonLucyBenchmark implements Benchmark {
    private static final List<String> SIZES = List.of("512x512", "256x256x128");
    private static final List<String> PEERS = List.of("SciPy", "NumPy", "PyTorch", "scikit-image");
    private static final int ITERATIONS = 500;
    private static final int FEWEST = 6;

    /** Samples that are iterated before loops are compiled for good. */
    private static final int WARM = 1 << 27;

    @Override
    public String name() {
        return "richardson-lucy";
    }

    @Override
    public String help() {
        return "an iteration of Richardson-Lucy, the border periodic, beside SciPy and what else is there"
                + " [--sizes 512x512,...] [--ms N]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--sizes", "--ms");
            List<String> sizes = options.list("--sizes", SIZES);
            int milliseconds = options.number("--ms", 3000);
            sizes.forEach(FftBenchmark::shape);
            out.println(
                    "milliseconds of an iteration, medians; processor time with one thread, time by the clock with two");
            Table table = Table.of(Stream.concat(Stream.of("size", "bits", "threads", "acutance"), PEERS.stream())
                    .toArray(String[]::new));
            List<Contest> contests = new ArrayList<>();
            Optional<Path> script = script();
            for (String size : sizes) {
                for (Precision precision : List.of(Precision.FLOAT64, Precision.FLOAT32)) {
                    for (int threads : new int[] {1, 2}) {
                        contests.add(row(table, size, precision, threads, milliseconds, script));
                    }
                }
            }
            table.print(out);
            PEERS.forEach(peer -> out.println(Contest.comparison(peer, contests)));
        });
    }

    private static Optional<Path> script() throws IOException, InterruptedException {
        return Peers.pythonHas("numpy")
                ? Optional.of(Peers.script("richardson_lucy_peers.py", Files.createTempDirectory("acutance-bench")))
                : Optional.empty();
    }

    private static Contest row(
            Table table, String size, Precision precision, int threads, int milliseconds, Optional<Path> script)
            throws IOException, ExecutionException, InterruptedException {
        String bits = precision == Precision.FLOAT64 ? "64" : "32";
        String task = size + " " + bits + " " + threads;
        Map<String, Double> figures = script.isPresent()
                ? Peers.figures(script.get(), "" + milliseconds, size, bits, "" + threads)
                : Map.of();
        Problem problem = problem(FftBenchmark.shape(size), precision);
        LongSupplier clock = threads == 1 ? RichardsonLucyBenchmark::processorTime : System::nanoTime;
        double ours = Timing.in(threads, () -> iteration(problem, milliseconds, clock));
        Map<String, Double> peers = Contest.of(PEERS, figures, task);
        table.row(Stream.concat(
                        Stream.of(size, bits, "" + threads, Table.number(ours, 2)),
                        PEERS.stream().map(peer -> Contest.cell(peers, peer, 2)))
                .toArray(String[]::new));
        return new Contest(size + ", " + bits + " bits, threads: " + threads, ours, peers);
    }

    /** Of all threads, those of the collector included. */
    static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    static Problem problem(Shape shape, Precision precision) {
        Psf psf = Psf.of(kernel(shape).to(precision));
        Observation observation = Observation.of(ConvolutionCase.random(shape, precision), psf);
        Formation formation = Boundaries.CATALOGUE.create("periodic").formation(psf.kernel(), shape);
        return new Problem(
                observation, formation, Fidelities.CATALOGUE.create("l2").on(observation), new Regulariser(List.of()));
    }

    /** A Gaussian of extents as large as odd ones can be. */
    private static NdArray kernel(Shape shape) {
        NdArray product = NdArray.scalar(1);
        for (int extent : shape.extents()) {
            double[] factor = new double[extent - 1 + extent % 2];
            Arrays.setAll(factor, i -> Math.exp(-0.5 * Math.pow((i - factor.length / 2) / 2.0, 2)));
            product = product.reshape(product.size(), 1).times(NdArray.of(factor, 1, factor.length));
        }
        return product.reshape(Arrays.stream(shape.extents())
                .map(extent -> extent - 1 + extent % 2)
                .toArray());
    }

    /** Median milliseconds of an iteration, after as many as it takes to warm up. */
    static double iteration(Problem problem, int milliseconds, LongSupplier clock) {
        times(problem, milliseconds, WARM / problem.formation().canvas().size(), clock);
        List<Double> times =
                times(problem, milliseconds, 0, clock).stream().sorted().toList();
        return times.get(times.size() / 2) * 1e-6;
    }

    private static List<Double> times(Problem problem, int milliseconds, int fewest, LongSupplier clock) {
        Solver solver = Methods.CATALOGUE
                .create("richardson-lucy:tolerance=0,iterations=" + ITERATIONS)
                .solver(problem, Limits.NONE);
        List<Double> times = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        long end = System.nanoTime() + milliseconds * 1_000_000L;
        BooleanSupplier enough = () -> times.size() >= FEWEST && done.get() >= fewest && System.nanoTime() >= end;
        do {
            Laps laps = new Laps(clock, times);
            Watch watch = new Watch(
                    run -> {
                        done.incrementAndGet();
                        laps.iterated();
                    },
                    enough);
            solver.solve(Start.at(problem.observation().values()), watch);
        } while (!enough.getAsBoolean());
        return times;
    }

    /** Times of several iterations at once, since the clock of the processor's time is coarse. */
    private static final class Laps {
        private static final long LEAST = 200_000_000;

        private final LongSupplier clock;
        private final List<Double> times;
        private long begun = System.nanoTime();
        private long from;
        private int count;

        Laps(LongSupplier clock, List<Double> times) {
            this.clock = clock;
            this.times = times;
            this.from = clock.getAsLong();
        }

        void iterated() {
            if (System.nanoTime() - begun >= LEAST && count > 0) {
                long now = clock.getAsLong();
                times.add((now - from) / (double) count);
                from = now;
                begun = System.nanoTime();
                count = 0;
            }
            count++;
        }
    }
}
