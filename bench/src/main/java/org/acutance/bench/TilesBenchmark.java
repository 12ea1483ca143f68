package org.acutance.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.acutance.app.cli.Acutance;
import org.acutance.io.Npy;
import org.acutance.io.WriteOptions;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** A volume deblurred by the command as a whole, and in tiles by a JVM that has not enough memory for that. */
final class TilesBenchmark implements Benchmark {
    private static final String SHAPE = "64x128x128";
    private static final String METHOD = "richardson-lucy:tolerance=0,iterations=";
    private static final long POLL_MILLIS = 20;

    @Override
    public String name() {
        return "tiles";
    }

    @Override
    public String help() {
        return "a volume of 32 bits by the command, with much memory and in tiles with little: seconds, memory, and how far"
                + " apart the results are [--shape 512x512x128] [--heap MIB] [--small-heap MIB] [--iterations N] [--psf ...]";
    }

    /** What a run of the command took. */
    private record Took(double seconds, long mebibytes) {}

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--shape", "--heap", "--small-heap", "--iterations", "--psf");
            Shape shape = FftBenchmark.shape(options.text("--shape").orElse(SHAPE));
            int iterations = options.number("--iterations", 10);
            String psf = options.text("--psf").orElse("gaussian:sigma=2x1.5x1.5");
            Path folder = Files.createTempDirectory("acutance-bench");
            Path volume = folder.resolve("volume.npy");
            Npy.write(volume, ConvolutionCase.random(shape, Precision.FLOAT32), WriteOptions.NEW);
            out.println(
                    shape + ", " + iterations + " iterations of Richardson-Lucy; all of the process, start included");
            Table table = Table.of("heap", "seconds", "ms per iteration and megavoxel", "resident MiB");
            double work = iterations * (shape.size() / 1e6);
            Path whole = folder.resolve("whole.npy");
            Path tiled = folder.resolve("tiled.npy");
            for (boolean small : new boolean[] {false, true}) {
                int heap = small ? options.number("--small-heap", 128) : options.number("--heap", 2048);
                Took took = deblur(volume, psf, iterations, heap, small ? tiled : whole);
                table.row(
                        heap + " MiB",
                        Table.number(took.seconds, 1),
                        Table.number(1e3 * took.seconds / work, 0),
                        "" + took.mebibytes);
            }
            table.print(out);
            NdArray one = Npy.read(whole);
            NdArray other = Npy.read(tiled);
            out.println(String.format(
                    Locale.ROOT,
                    "largest difference: %.2g of the largest sample",
                    one.minus(other).maxAbs() / one.maxAbs()));
        });
    }

    private static Took deblur(Path volume, String psf, int iterations, int heap, Path result)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                Acutance.class.getName()));
        command.addAll(List.of("deblur", volume.toString(), "--psf", psf, "--boundary", "unknown", "--quiet"));
        command.addAll(List.of("--method", METHOD + iterations, "--force", "-o", result.toString()));
        File said = File.createTempFile("acutance", ".txt");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        long most = 0;
        while (process.isAlive()) {
            most = Math.max(most, resident(process.pid()));
            Thread.sleep(POLL_MILLIS);
        }
        double seconds = (System.nanoTime() - begun) * 1e-9;
        if (process.exitValue() != 0) {
            throw new IOException(
                    Files.readString(said.toPath(), StandardCharsets.UTF_8).strip());
        }
        return new Took(seconds, most);
    }

    /** MiB of memory that a process has had at most; 0 where the system does not say. */
    private static long resident(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
