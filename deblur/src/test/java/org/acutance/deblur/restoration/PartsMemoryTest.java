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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Volumes in a JVM whose memory is what is stated, or does not hold what is computed of the whole. */
class PartsMemoryTest {
    /** Planning takes 12 arrays in double precision, which are 81 MiB. */
    private static final String SMALL = "96x96x96";

    private static final int TOO_FEW_MEBIBYTES = 56;

    private static final String LARGE = "64x128x128";

    /** What a JVM needs for itself, and the young objects for whose sake it does not collect. */
    private static final int OWN = 16;

    @Test
    void aVolumeIsDividedIntoPartsThatFit() throws IOException, InterruptedException {
        assertThat(deblurred(TOO_FEW_MEBIBYTES, SMALL, "none")).isEqualTo("parts that fit together");
    }

    /** The smallest heap that the planner takes for the whole, and no more than that. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "tv:weight=0.002"})
    void aVolumeTakesNoMoreThanIsStated(String prior) throws IOException, InterruptedException {
        Plan plan = plan(LARGE, prior);
        double stated = Memory.of(plan.channels(), plan.method()).bytes();
        double canvas = plan.channels().get(0).formation().canvas().size();
        assertThat(stated / (Float.BYTES * canvas)).isBetween(5.0, 10.0);
        int mebibytes = (int) Math.ceil(stated / (1 << 20)) + OWN;
        assertThat(deblurred(mebibytes, LARGE, prior)).isEqualTo("the whole");
    }

    private static String deblurred(int mebibytes, String shape, String prior)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + mebibytes + "m",
                        "-Xmn8m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PartsMemoryTest.class.getName(),
                        shape,
                        prior))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }

    /** Says whether it was deblurred as a whole, and if not how the parts fit together. */
    public static void main(String[] arguments) {
        Restored restored = Deblurring.run(plan(arguments[0], arguments[1]));
        System.out.println(restored.seams()
                .map(seams -> seams.parts() > 1 && !seams.isExceeded() ? "parts that fit together" : seams.toString())
                .orElse("the whole"));
    }

    private static Plan plan(String shape, String prior) {
        NdArray psf = NdArray.full(Shape.of(3, 3, 3), Precision.FLOAT64, 1.0 / 27);
        Settings settings = Settings.of("file:psf.npy")
                .withMethod("richardson-lucy:iterations=2")
                .withPrior(prior);
        return Plan.of(settings, Image.gray(waves(Shape.of(Setting.extents(shape)))), path -> psf);
    }

    private static NdArray waves(Shape shape) {
        NdArray.Builder volume = NdArray.builder(shape, Precision.FLOAT32);
        float[] row = new float[shape.rowLength()];
        for (int from = 0; from < shape.size(); from += row.length) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) (0.5 + 0.2 * Math.sin(0.3 * i) + 0.2 * Math.sin(1e-3 * from));
            }
            volume.write(from, row, 0, row.length);
        }
        return volume.build();
    }
}
