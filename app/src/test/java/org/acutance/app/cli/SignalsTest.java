package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own that is asked to stop. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are of Unix")
final class SignalsTest {
    @TempDir
    Path path;

    @Test
    void aRunThatIsTerminatedLeavesItsResult() throws IOException, InterruptedException {
        Path in = new Folder(path).npy("y.npy", Folder.pattern(Shape.of(600, 600), 0));
        Path out = path.resolve("x.npy");
        Path err = path.resolve("err.txt");
        Process process =
                new ProcessBuilder(command(in, out)).redirectError(err.toFile()).start();
        while (!Files.readString(err).contains("iteration") && process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        // Not process.destroy(), which would also close what the process writes to.
        process.toHandle().destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(err).content().contains("acutance: stopping with the best result so far; once more ends at once");
        assertThat(Folder.channel(out, 0).shape()).isEqualTo(Shape.of(600, 600));
    }

    /** A run that would go on for minutes: hardly a prior, a wide blur, many pixels. */
    private static List<String> command(Path in, Path out) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Acutance.class.getName(),
                "deblur",
                in.toString(),
                "--psf",
                "gaussian:sigma=4",
                "--prior",
                "gradient-norm:weight=1e-7",
                "--method",
                "newton-cg:xtol=0",
                "-o",
                out.toString());
    }
}
