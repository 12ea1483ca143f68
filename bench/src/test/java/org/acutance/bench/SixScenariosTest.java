package org.acutance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.acutance.bench.Scenario.Observation;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.io.Images;
import org.acutance.io.WriteOptions;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SixScenariosTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Benchmarks.find("six-scenarios")
                .orElseThrow()
                .run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @Test
    void misuseIsSaid(@TempDir Path folder) {
        assertThat(run("--methods", "tv")).isEqualTo(2);
        assertThat(run("--images", folder.toString())).isEqualTo(2);
        assertThat(run("--images", folder.toString(), "--methods", "tv,nlm")).isEqualTo(2);
        assertThat(run("--images", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("option --images is missing; name a folder")
                .contains("has no pictures")
                .contains("methods 'tv,nlm' are not all known; there are auto,bm3d,tv");
    }

    @Test
    void theScenariosAreThePublishedOnes() {
        NdArray scene = ResolutionChart.draw(48, 64).to(Precision.FLOAT64).times(255);
        for (Scenario scenario : Scenario.ALL) {
            Observation observation = scenario.observe(scene);
            assertThat(scenario.kernel().sum()).isCloseTo(1, within(1e-14));
            assertThat(observation.picture().sum() / scene.size())
                    .isCloseTo(scene.sum() / scene.size(), within(0.1 * observation.sigma()));
            assertThat(observation.improvement(observation.picture())).isZero();
        }
        assertThat(Scenario.ALL.get(1).sigma()).isCloseTo(2.8284271247, within(1e-9));
    }

    @Test
    void aTableIsPrinted(@TempDir Path folder) {
        Image chart = Image.gray(ResolutionChart.draw(40, 40).to(Precision.FLOAT32));
        Images.write(folder.resolve("chart.npy"), chart, WriteOptions.NEW);
        assertThat(run("--images", folder.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("chart.npy  bm3d")
                .contains("mean       tv");
    }
}
