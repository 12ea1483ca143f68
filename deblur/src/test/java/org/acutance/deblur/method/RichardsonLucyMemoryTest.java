package org.acutance.deblur.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;

/** Richardson-Lucy in a JVM that has little memory. */
class RichardsonLucyMemoryTest {
    private static final Shape VOLUME = Shape.of(256, 128, 128);

    /** What a JVM needs for itself, and the young objects for whose sake it does not collect. */
    private static final int OWN = 16;

    @Test
    void aVolumeInSinglePrecisionNeedsSixArraysAtMost() throws IOException, InterruptedException {
        int megabytes = 6 * VOLUME.size() * Float.BYTES / (1 << 20) + OWN;
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-Xmn8m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RichardsonLucyMemoryTest.class.getName()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.strip()).isEqualTo("3 iterations, " + Precision.FLOAT32);
    }

    /** The image and its point spread function are part of what is counted. */
    public static void main(String[] arguments) {
        Psf psf = Psf.of(NdArray.full(Shape.of(7, 5, 5), Precision.FLOAT32, 1));
        Observation observation = Observation.of(NdArray.full(VOLUME, Precision.FLOAT32, 0.5), psf);
        Problem problem = new Problem(
                observation,
                Boundaries.CATALOGUE.create("periodic").formation(psf.kernel(), VOLUME),
                Fidelities.CATALOGUE.create("l2").on(observation),
                new Regulariser(List.of()));
        Solved solved = Methods.CATALOGUE
                .create("richardson-lucy:iterations=3,tolerance=0")
                .solver(problem, Limits.NONE)
                .solve(Start.at(observation.values()), Watch.NOBODY);
        System.out.println(solved.solution().nit() + " iterations, "
                + solved.solution().x().precision());
    }
}
