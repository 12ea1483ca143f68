package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.restoration.Restored;
import org.acutance.io.Npy;

/** Given pictures and volumes with photon noise whose scenes go on beyond the frame, with nothing set by hand. */
final class TasksBenchmark implements Benchmark {
    private static final String FOLDER = "../shared/data/tasks";
    private static final List<String> TASKS = List.of("t2v", "t3v");
    private static final Pattern PEAK = Pattern.compile("\"peak\"\\s*:\\s*([0-9.eE+-]+)");

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public String help() {
        return "pictures and volumes with photon noise, scenes beyond the frame, nothing set by hand" + " [--folder "
                + FOLDER + "] [--tasks t2v,t3v]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--folder", "--tasks");
            Path folder = Path.of(options.text("--folder").orElse(FOLDER));
            Table table = Table.of("task", "PSNR observed", "PSNR", "seconds");
            for (String task : options.list("--tasks", TASKS)) {
                Path files = folder.resolve(task);
                if (Files.isDirectory(files)) {
                    row(table, task, files);
                } else {
                    out.println("there is no folder " + files + ": its row is left out");
                }
            }
            table.print(out);
        });
    }

    private static void row(Table table, String task, Path files) throws IOException {
        double peak = peak(files.resolve("task.json"));
        Blurred blurred = new Blurred(
                Npy.read(files.resolve("truth.npy")),
                Npy.read(files.resolve("observed.npy")),
                Npy.read(files.resolve("psf.npy")));
        Restored restored = blurred.deblur(Blurred.DEFAULTS);
        table.row(
                task,
                Table.number(Quality.psnr(blurred.truth(), blurred.observed(), peak), 2),
                Table.number(
                        Quality.psnr(blurred.truth(), restored.image().colours().get(0), peak), 2),
                Table.number(restored.seconds(), 1));
    }

    private static double peak(Path description) throws IOException {
        Matcher matcher = PEAK.matcher(Files.readString(description));
        if (!matcher.find()) {
            throw new IOException(description + " does not say \"peak\"");
        }
        return Double.parseDouble(matcher.group(1));
    }
}
