package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;

/** Fourier transforms forward and back, beside other libraries'. */
final class FftBenchmark implements Benchmark {
    private static final List<String> SIZES = List.of(
            "171x171",
            "180x180",
            "192x192",
            "512x512",
            "1024x1024",
            "2048x2048",
            "509x509",
            "128x128x64",
            "256x256x128");
    private static final List<String> PEERS = List.of("JTransforms", "SciPy", "NumPy", "PyTorch", "FFTW");

    @Override
    public String name() {
        return "fft";
    }

    @Override
    public String help() {
        return "real transforms forward and back, beside JTransforms and what else is there [--sizes 512x512,...] [--ms N]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        try {
            Options options = new Options(written, "--sizes", "--ms");
            List<String> sizes = options.list("--sizes", SIZES);
            int milliseconds = options.number("--ms", 600);
            sizes.forEach(FftBenchmark::shape);
            out.println(
                    "forward and back, microseconds, medians; processor time of one thread, time by the clock with two");
            out.println(vectors());
            List<Row> rows = rows(sizes, milliseconds);
            Table table = Table.of(Stream.concat(Stream.of("size", "bits", "1 thread", "2 threads"), PEERS.stream())
                    .toArray(String[]::new));
            rows.forEach(row -> table.row(row.cells()));
            table.print(out);
            PEERS.forEach(peer -> out.println(comparison(peer, rows)));
            return 0;
        } catch (IllegalArgumentException misuse) {
            out.println("fft: " + misuse.getMessage());
            return 2;
        } catch (IOException | ExecutionException failed) {
            out.println("fft: " + failed.getMessage());
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** The extents of a size, two or three, which JTransforms takes. */
    private static Shape shape(String size) {
        if (!size.matches("[1-9]\\d{0,8}(x[1-9]\\d{0,8}){1,2}")) {
            throw new IllegalArgumentException("size '" + size + "' is not of the form 512x512 or 128x128x64");
        }
        return Shape.of(
                Arrays.stream(size.split("x", -1)).mapToInt(Integer::parseInt).toArray());
    }

    private static List<Row> rows(List<String> sizes, int milliseconds)
            throws IOException, ExecutionException, InterruptedException {
        Optional<Path> script = Peers.pythonHas("numpy")
                ? Optional.of(Peers.script("fft_peers.py", Files.createTempDirectory("acutance-bench")))
                : Optional.empty();
        List<Row> rows = new ArrayList<>();
        for (String size : sizes) {
            Map<String, Double> peers = script.isPresent() ? peers(script.get(), size, milliseconds) : Map.of();
            for (Precision precision : List.of(Precision.FLOAT64, Precision.FLOAT32)) {
                rows.add(row(size, precision, milliseconds, peers));
            }
        }
        return rows;
    }

    /** What a size took, in microseconds. */
    private record Row(String size, String bits, double alone, double both, Map<String, Double> peers) {
        String[] cells() {
            Stream<String> ours = Stream.of(size, bits, Table.number(alone, 0), Table.number(both, 0));
            Stream<String> theirs =
                    PEERS.stream().map(peer -> peers.containsKey(peer) ? Table.number(peers.get(peer), 0) : "-");
            return Stream.concat(ours, theirs).toArray(String[]::new);
        }
    }

    private static String vectors() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? "butterflies by jdk.incubator.vector"
                : "butterflies by plain loops; ACUTANCE_OPTS='--add-modules jdk.incubator.vector' is for vectors";
    }

    /** By how much one thread of ours is faster: the geometric mean over the rows, and the worst of them. */
    private static String comparison(String peer, List<Row> rows) {
        List<Row> compared =
                rows.stream().filter(row -> row.peers().containsKey(peer)).toList();
        if (compared.isEmpty()) {
            return peer + ": not here";
        }
        ToDoubleFunction<Row> ratio = row -> row.peers().getOrDefault(peer, Double.NaN) / row.alone();
        double mean = Math.exp(compared.stream()
                .mapToDouble(row -> Math.log(ratio.applyAsDouble(row)))
                .average()
                .orElseThrow());
        Row worst = compared.stream().min(Comparator.comparingDouble(ratio)).orElseThrow();
        return peer + ": " + Table.number(mean, 2) + " times as fast in the geometric mean, at least "
                + Table.number(ratio.applyAsDouble(worst), 2) + " times (" + worst.size() + ", " + worst.bits()
                + " bits)";
    }

    /** What the Python program found, by peer and bits. */
    private static Map<String, Double> peers(Path script, String size, int milliseconds)
            throws IOException, InterruptedException {
        Peers.Finished finished = Peers.run(List.of("python3", script.toString(), "" + milliseconds, size));
        if (finished.code() != 0) {
            throw new IOException(finished.output());
        }
        Map<String, Double> found = new HashMap<>();
        finished.output()
                .lines()
                .map(line -> line.split(" ", -1))
                .forEach(words -> found.put(words[0] + words[2], Double.parseDouble(words[3])));
        return found;
    }

    private static Row row(String size, Precision precision, int milliseconds, Map<String, Double> peers)
            throws ExecutionException, InterruptedException {
        Shape shape = shape(size);
        String bits = precision == Precision.FLOAT64 ? "64" : "32";
        NdArray x = ConvolutionCase.random(shape, precision);
        Fft fft = Fft.plan(shape, precision);
        Supplier<NdArray> ours = () -> fft.inverse(fft.forward(x));
        double alone = in(1, () -> Timing.median(milliseconds, ours)) / 1000;
        double both = in(2, () -> Timing.byTheClock(milliseconds, ours)) / 1000;
        Map<String, Double> found = new HashMap<>();
        found.put("JTransforms", Timing.median(milliseconds, JTransformsPeer.pair(x)) / 1000);
        PEERS.stream()
                .filter(peer -> peers.containsKey(peer + bits))
                .forEach(peer -> found.put(peer, peers.get(peer + bits)));
        return new Row(size, bits, alone, both, found);
    }

    private static <T> T in(int threads, Callable<T> work) throws ExecutionException, InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } finally {
            pool.shutdown();
        }
    }
}
