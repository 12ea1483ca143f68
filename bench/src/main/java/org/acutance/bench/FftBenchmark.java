package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
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
        return Guarded.run(this, out, () -> {
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
            PEERS.forEach(peer -> out.println(Contest.comparison(peer, contests(rows))));
        });
    }

    /** The extents of a size, two or three, which JTransforms takes. */
    static Shape shape(String size) {
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
            Map<String, Double> peers =
                    script.isPresent() ? Peers.figures(script.get(), "" + milliseconds, size) : Map.of();
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
            Stream<String> theirs = PEERS.stream().map(peer -> Contest.cell(peers, peer, 0));
            return Stream.concat(ours, theirs).toArray(String[]::new);
        }
    }

    private static String vectors() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? "butterflies by jdk.incubator.vector"
                : "butterflies by plain loops; ACUTANCE_OPTS='--add-modules jdk.incubator.vector' is for vectors";
    }

    /** One thread of ours beside the peers. */
    private static List<Contest> contests(List<Row> rows) {
        return rows.stream()
                .map(row -> new Contest(row.size() + ", " + row.bits() + " bits", row.alone(), row.peers()))
                .toList();
    }

    private static Row row(String size, Precision precision, int milliseconds, Map<String, Double> peers)
            throws ExecutionException, InterruptedException {
        Shape shape = shape(size);
        String bits = precision == Precision.FLOAT64 ? "64" : "32";
        NdArray x = ConvolutionCase.random(shape, precision);
        Fft fft = Fft.plan(shape, precision);
        Supplier<NdArray> ours = () -> fft.inverse(fft.forward(x));
        double alone = Timing.in(1, () -> Timing.median(milliseconds, ours)) / 1000;
        double both = Timing.in(2, () -> Timing.byTheClock(milliseconds, ours)) / 1000;
        Map<String, Double> found = new HashMap<>();
        found.put("JTransforms", Timing.median(milliseconds, JTransformsPeer.pair(x)) / 1000);
        found.putAll(Contest.of(PEERS, peers, size + " " + bits));
        return new Row(size, bits, alone, both, found);
    }
}
