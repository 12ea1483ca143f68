package org.acutance.math.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsTest {
    private final Random random = new Random(5);

    /** Taps with gaps, as many as are in use. */
    private Taps taps(int count) {
        double[] taps = new double[2 * count + 1];
        for (int k = 0; k < count; k++) {
            taps[k < count / 2 ? k : k + count / 2] = random.nextDouble() - 0.5;
        }
        return Taps.of(taps);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 13, 16})
    void vectorsGiveTheBitsOfPlainLoops(int count) {
        Taps taps = taps(count);
        for (int width : new int[] {1, 7, 8, 15, 16, 17, 31, 32, 33, 64, 70, 171}) {
            double[] line = random.doubles(width + 2L * count + 1).toArray();
            double[] plain = new double[width];
            double[] fastest = new double[width];
            new DoubleRuns().along(taps, line, new double[4][width], plain, width);
            DoubleRuns.FASTEST.along(taps, line, new double[4][width], fastest, width);
            assertThat(fastest).isEqualTo(plain);

            float[] single = new float[line.length];
            for (int i = 0; i < line.length; i++) {
                single[i] = (float) line[i];
            }
            float[] plainSingle = new float[width];
            float[] fastestSingle = new float[width];
            new FloatRuns().along(taps, single, new float[4][width], plainSingle, width);
            FloatRuns.FASTEST.along(taps, single, new float[4][width], fastestSingle, width);
            assertThat(fastestSingle).isEqualTo(plainSingle);
            for (int i = 0; i < width; i++) {
                assertThat((double) plainSingle[i]).isCloseTo(plain[i], within(1e-5));
            }
        }
    }

    /** The tests run once more with the module. */
    @Test
    void vectorsAreUsedWhereTheModuleIs() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertThat(DoubleRuns.FASTEST.getClass() != DoubleRuns.class).isEqualTo(present);
        assertThat(FloatRuns.FASTEST.getClass() != FloatRuns.class).isEqualTo(present);
    }

    @Test
    void bothPrecisionsDoTheSame() throws IOException {
        for (String source : new String[] {"java/%sRuns", "vector/%sVectorRuns"}) {
            assertThat(text(source, "Float")
                            .replace("(float) ", "")
                            .replace("Float", "Double")
                            .replace("float", "double"))
                    .isEqualToIgnoringWhitespace(text(source, "Double"));
        }
    }

    private static String text(String source, String precision) throws IOException {
        String[] parts = String.format(source, precision).split("/", -1);
        return Files.readString(Path.of("src", "main", parts[0], "org", "acutance", "math", "convolution")
                .resolve(parts[1] + ".java"));
    }
}
