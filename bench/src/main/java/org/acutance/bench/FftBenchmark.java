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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
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
    private static final List<String> PYTHON = List.of("SciPy", "NumPy", "PyTorch", "FFTW");

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
            out.println("microseconds, medians; processor time of one thread, time by the clock with two");
            Table table = Table.of(heads());
            for (String size : sizes) {
                Map<String, String> peers = peers(size, milliseconds);
                for (Precision precision : List.of(Precision.FLOAT64, Precision.FLOAT32)) {
                    table.row(row(size, precision, milliseconds, peers));
                }
            }
            table.print(out);
            return 0;
        } catch (IOException | ExecutionException failed) {
            out.println("fft: " + failed.getMessage());
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static String[] heads() {
        return Stream.concat(Stream.of("size", "bits", "1 thread", "2 threads", "JTransforms"), PYTHON.stream())
                .toArray(String[]::new);
    }

    /** What the Python program found, by peer and bits; empty without NumPy. */
    private static Map<String, String> peers(String size, int milliseconds) throws IOException, InterruptedException {
        Map<String, String> found = new HashMap<>();
        if (Peers.pythonHas("numpy")) {
            Path script = Peers.script("fft_peers.py", Files.createTempDirectory("acutance-bench"));
            Peers.Finished finished = Peers.run(List.of("python3", script.toString(), "" + milliseconds, size));
            if (finished.code() != 0) {
                throw new IOException(finished.output());
            }
            finished.output()
                    .lines()
                    .map(line -> line.split(" ", -1))
                    .forEach(words -> found.put(words[0] + words[2], Table.number(Double.parseDouble(words[3]), 0)));
        }
        return found;
    }

    private static String[] row(String size, Precision precision, int milliseconds, Map<String, String> peers)
            throws ExecutionException, InterruptedException {
        Shape shape = Shape.of(
                Arrays.stream(size.split("x", -1)).mapToInt(Integer::parseInt).toArray());
        String bits = precision == Precision.FLOAT64 ? "64" : "32";
        NdArray x = ConvolutionCase.random(shape, precision);
        Fft fft = Fft.plan(shape, precision);
        Supplier<NdArray> ours = () -> fft.inverse(fft.forward(x));
        Supplier<?> theirs = JTransformsPeer.pair(x);
        List<String> cells = new ArrayList<>(List.of(size, bits));
        cells.add(micros(in(1, () -> Timing.median(milliseconds, ours))));
        cells.add(micros(in(2, () -> Timing.byTheClock(milliseconds, ours))));
        cells.add(micros(Timing.median(milliseconds, theirs)));
        PYTHON.forEach(peer -> cells.add(peers.getOrDefault(peer + bits, "-")));
        return cells.toArray(String[]::new);
    }

    private static String micros(double nanoseconds) {
        return Table.number(nanoseconds / 1000, 0);
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
