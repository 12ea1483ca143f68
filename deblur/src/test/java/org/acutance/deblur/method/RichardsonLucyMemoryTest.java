package org.acutance.deblur.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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
        Shape around = Shape.of(15, 15, 15);
        double[] values = new Random(1).doubles(around.size()).toArray();
        Psf psf = Psf.of(NdArray.of(values, around, Precision.FLOAT32));
        Observation observation = Observation.of(waves(), psf);
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

    private static NdArray waves() {
        NdArray.Builder volume = NdArray.builder(VOLUME, Precision.FLOAT32);
        float[] row = new float[VOLUME.rowLength()];
        for (int from = 0; from < VOLUME.size(); from += row.length) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) (2 + Math.sin(0.3 * i) + Math.sin(1e-3 * from));
            }
            volume.write(from, row, 0, row.length);
        }
        return volume.build();
    }
}
