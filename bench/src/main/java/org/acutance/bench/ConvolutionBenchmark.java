package org.acutance.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.acutance.bench.ConvolutionCase.Run;
import org.acutance.bench.ConvolutionCase.Runs;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.convolution.CostModel;
import org.acutance.math.convolution.Method;
import org.acutance.math.convolution.Operation;
import org.acutance.math.convolution.Work;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Filter;

/** Times of the convolution methods over sizes, and how good the choice between them is. */
final class ConvolutionBenchmark implements Benchmark {
    private static final int MILLISECONDS = 90;
    private static final int[] PICTURES = {32, 64, 128, 183, 256, 512, 1024};
    private static final int[] PICTURE_KERNELS = {3, 5, 9, 13, 21, 31, 63};
    private static final int[] VOLUMES = {24, 48, 96};
    private static final int[] VOLUME_KERNELS = {3, 5, 9, 15};
    private static final int[] TRANSFORMS = {
        16, 27, 32, 45, 49, 60, 64, 75, 81, 96, 98, 100, 125, 128, 147, 150, 180, 189, 192, 200, 225, 240, 243, 245,
        256, 300, 320, 343, 360, 384, 500, 512, 576, 625, 640, 720, 768, 1000, 1024
    };

    @Override
    public String name() {
        return "convolution";
    }

    @Override
    public String help() {
        return "direct, separable and FFT over image and kernel sizes, and the choice between them;"
                + " --fit prints the costs that the choice rests on";
    }

    @Override
    public int run(List<String> options, PrintStream out) {
        if (!options.isEmpty() && !options.equals(List.of("--fit"))) {
            out.println("convolution: unknown options " + options + "; the only one is --fit");
            return 2;
        }
        // The costs are those of one thread.
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "0");
        List<Runs> results = measure(cases());
        if (options.isEmpty()) {
            compare(results, out);
        } else {
            fit(results, out);
        }
        return 0;
    }

    private static List<ConvolutionCase> cases() {
        List<ConvolutionCase> cases = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            cases.addAll(cubes(2, PICTURES, PICTURE_KERNELS, precision));
            cases.addAll(cubes(3, VOLUMES, VOLUME_KERNELS, precision));
        }
        return cases;
    }

    private static List<ConvolutionCase> cubes(int rank, int[] sizes, int[] kernels, Precision precision) {
        return Arrays.stream(sizes)
                .boxed()
                .flatMap(size -> Arrays.stream(kernels)
                        .filter(kernel -> kernel <= size)
                        .mapToObj(kernel -> new ConvolutionCase(
                                ConvolutionCase.cube(rank, size), ConvolutionCase.cube(rank, kernel), precision)))
                .toList();
    }

    private static List<Runs> measure(List<ConvolutionCase> cases) {
        // One round to let the compiler see all methods before the first figure counts.
        cases.stream().filter(problem -> problem.input().size() < 40_000).forEach(problem -> problem.measure(30));
        return cases.stream().map(problem -> problem.measure(MILLISECONDS)).toList();
    }

    private static void compare(List<Runs> results, PrintStream out) {
        Table table = Table.of(
                "image",
                "kernel",
                "precision",
                "direct us",
                "separable us",
                "FFT us",
                "separable: pick",
                "x best",
                "general: pick",
                "x best");
        for (Runs result : results) {
            table.row(
                    result.problem().input().toString(),
                    result.problem().kernel().toString(),
                    result.problem().precision().toString(),
                    microseconds(result.time(Method.DIRECT)),
                    microseconds(result.time(Method.SEPARABLE)),
                    microseconds(result.time(Method.FFT)),
                    result.picked(true).toString(),
                    Table.number(result.ratio(true), 2),
                    result.picked(false).toString(),
                    Table.number(result.ratio(false), 2));
        }
        table.print(out);
        summarise("separable kernels", results.stream().mapToDouble(result -> result.ratio(true)), out);
        summarise("general kernels", results.stream().mapToDouble(result -> result.ratio(false)), out);
    }

    private static String microseconds(double nanoseconds) {
        return Double.isNaN(nanoseconds) ? "-" : Table.number(nanoseconds / 1000, 1);
    }

    private static void summarise(String kernels, DoubleStream ratios, PrintStream out) {
        double[] sorted = ratios.sorted().toArray();
        out.println(kernels + ": time of the pick over the best, median "
                + Table.number(sorted[sorted.length / 2], 2) + ", mean "
                + Table.number(Arrays.stream(sorted).average().orElse(Double.NaN), 3) + ", worst "
                + Table.number(sorted[sorted.length - 1], 2));
    }

    private static void fit(List<Runs> results, PrintStream out) {
        for (Precision precision : Precision.values()) {
            List<Run> runs = new ArrayList<>();
            results.stream()
                    .filter(result -> result.problem().precision() == precision)
                    .forEach(result -> runs.addAll(result.runs().values()));
            for (int size : TRANSFORMS) {
                runs.add(measureFilter(ConvolutionCase.cube(2, size), precision));
            }
            print(precision, CostFit.fit(runs), out);
        }
    }

    private static Run measureFilter(Shape shape, Precision precision) {
        NdArray x = ConvolutionCase.random(shape, precision);
        Fft fft = Fft.plan(shape, precision);
        Filter filter = fft.filter(fft.forward(x));
        return new Run(Work.filter(shape, shape, shape), Timing.median(MILLISECONDS, () -> filter.apply(x)));
    }

    private static void print(Precision precision, double[] costs, PrintStream out) {
        Operation[] operations = Operation.values();
        IntStream.range(0, operations.length)
                .forEach(i -> out.println(CostModel.key(precision, operations[i]) + "=" + Table.number(costs[i], 4)));
    }
}
