package org.acutance.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other programs to compare with, where this machine has them. */
final class Peers {
    /** What a finished process said and how long it took from its start to its end. */
    record Finished(int code, String output, double seconds) {}

    private Peers() {}

    /** Whether Python can import all of the modules. */
    static boolean pythonHas(String... modules) throws IOException, InterruptedException {
        try {
            return run(List.of("python3", "-c", "import " + String.join(", ", modules)))
                            .code()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** One of this package's Python programs, unpacked into a folder. */
    static Path script(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in =
                Optional.ofNullable(Peers.class.getResourceAsStream(name)).orElseThrow()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /**
     * The figures that a Python program prints, each in a line of its own behind the words that say what it is.
     *
     * @throws IOException with what it said if it failed
     */
    static Map<String, Double> figures(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", script.toString()));
        command.addAll(List.of(arguments));
        Finished finished = run(command);
        if (finished.code() != 0) {
            throw new IOException(finished.output());
        }
        Map<String, Double> figures = new HashMap<>();
        finished.output().lines().forEach(line -> {
            int last = line.lastIndexOf(' ');
            figures.put(line.substring(0, last), Double.parseDouble(line.substring(last + 1)));
        });
        return figures;
    }

    /** Runs a command to its end, with one thread for linear algebra, as the comparisons are by one thread. */
    static Finished run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        long begun = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return new Finished(code, output.strip(), (System.nanoTime() - begun) * 1e-9);
    }
}
