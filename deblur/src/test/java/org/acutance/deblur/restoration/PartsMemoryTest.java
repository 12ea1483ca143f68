package org.acutance.deblur.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.acutance.deblur.image.Image;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;

/** A volume in a JVM whose memory does not hold what is computed of the whole. */
class PartsMemoryTest {
    private static final Shape VOLUME = Shape.of(96, 96, 96);

    /** The whole takes 12 arrays in double precision of a little more than the volume, which are 81 MiB. */
    private static final int MEBIBYTES = 56;

    @Test
    void aVolumeIsDividedIntoPartsThatFit() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + MEBIBYTES + "m",
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PartsMemoryTest.class.getName()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.strip()).isEqualTo("parts that fit together");
    }

    /** Fails if the whole fits, or the parts do not. */
    public static void main(String[] arguments) {
        NdArray psf = NdArray.full(Shape.of(3, 3, 3), Precision.FLOAT64, 1.0 / 27);
        Settings settings = Settings.of("file:psf.npy")
                .withMethod("richardson-lucy:iterations=2")
                .withPrior("none");
        Plan plan = Plan.of(settings, Image.gray(waves()), path -> psf);
        Seams seams = Deblurring.run(plan).seams().orElseThrow();
        System.out.println(seams.parts() > 1 && !seams.isExceeded() ? "parts that fit together" : seams.toString());
    }

    private static NdArray waves() {
        NdArray.Builder volume = NdArray.builder(VOLUME, Precision.FLOAT32);
        float[] row = new float[VOLUME.rowLength()];
        for (int from = 0; from < VOLUME.size(); from += row.length) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) (0.5 + 0.2 * Math.sin(0.3 * i) + 0.2 * Math.sin(1e-3 * from));
            }
            volume.write(from, row, 0, row.length);
        }
        return volume.build();
    }
}
