package org.acutance.deblur.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.PoissonNoise;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;

class PriorChoiceTest {
    private static final int SIDE = 48;

    @Test
    void picturesOfPhotonsAreSeenInTwoWaysAboveTheirBackground() {
        assertThat(choice(Shape.of(SIDE, SIDE), i -> i / SIDE % 12 < 3 ? 0.05 + 0.9 * (i % SIDE) / SIDE : 0.05))
                .startsWith("bm3d+tv+at-least:level=0.0");
    }

    @Test
    void whereFewPixelsAreDarkTheyMayBeDarkerStill() {
        assertThat(choice(Shape.of(SIDE, SIDE), i -> 0.1 + 0.9 * (i % SIDE) / SIDE))
                .isEqualTo("bm3d+tv+non-negative");
    }

    @Test
    void aThinVolumeHasNoBackground() {
        assertThat(choice(Shape.of(4, SIDE, SIDE), i -> 0.05 + 0.9 * (i % SIDE) / SIDE))
                .startsWith("log-hessian:scale=")
                .endsWith("+tv+non-negative");
    }

    @Test
    void littleNoiseAsksForEdgesFirst() {
        assertThat(choice("gaussian:sigma=0.001")).isEqualTo("bm3d+tv");
        assertThat(choice("gaussian:sigma=0.02")).isEqualTo("bm3d");
    }

    @Test
    void samplesThatMayBeWrongAskForAPriorThatKeepsTheRobustFidelity() {
        assertThat(choice("huber:sigma=0.02")).isEqualTo("tv");
        assertThat(choice("l1:scale=0.02")).isEqualTo("tv");
    }

    /** The prior for a ramp from 0 to 1. */
    private static String choice(String fidelity) {
        double[] ramp = IntStream.range(0, SIDE * SIDE)
                .mapToDouble(i -> (i % SIDE) / (double) SIDE)
                .toArray();
        NdArray light = NdArray.of(ramp, SIDE, SIDE);
        Settings settings = Settings.of("gaussian:sigma=0.5").withFidelity(fidelity);
        return Plan.of(settings, Image.gray(light), path -> light).prior().written();
    }

    /** The prior for a scene in which 200 photons make a sample of 1, seen without blur. */
    private static String choice(Shape shape, IntToDoubleFunction scene) {
        NdArray light =
                NdArray.of(IntStream.range(0, shape.size()).mapToDouble(scene).toArray(), shape);
        Settings settings = Settings.of("gaussian:sigma=0.5").withFidelity("poisson:gain=0.005,background=0,readout=0");
        return Plan.of(settings, Image.gray(new PoissonNoise(200).addTo(light, 7)), path -> light)
                .prior()
                .written();
    }
}
