package org.acutance.deblur.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {
    private static final Reference REFERENCE = Reference.load(NoiseTest.class, "noise.txt");

    @Test
    void gaussianNumbersAreTheSpecifiedOnes() {
        NdArray noisy = Noises.CATALOGUE.create("gaussian:sigma=0.5").addTo(NdArray.zeros(12), 42);
        assertThat(Reference.distance(noisy, REFERENCE.get("gaussian").times(0.5)))
                .isLessThan(1e-15);
    }

    @Test
    void theSeedDecides() {
        NdArray image = NdArray.full(Shape.of(8, 9), Precision.FLOAT32, 0.5);
        for (String written : new String[] {"gaussian:sigma=0.1", "poisson:peak=100"}) {
            Noise noise = Noises.CATALOGUE.create(written);
            assertThat(noise.addTo(image, 1)).isEqualTo(noise.addTo(image, 1)).isNotEqualTo(noise.addTo(image, 2));
            assertThat(noise.addTo(image, 1).precision()).isEqualTo(Precision.FLOAT32);
        }
    }

    /** Chi-square against the probabilities: a wrong constant of the method shows at once. */
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 4.0, 25.0})
    void poissonCountsHaveTheirProbabilities(double mean) {
        int draws = 200_000;
        double[] seen = new double[60];
        Random random = new Random(7);
        for (int i = 0; i < draws; i++) {
            seen[(int) PoissonNoise.count(mean, random)]++;
        }
        double chiSquare = 0;
        int cells = 0;
        for (int k = 0; k < seen.length; k++) {
            double expected = draws * REFERENCE.get("poisson/" + mean).get(k);
            if (expected > 5) {
                chiSquare += (seen[k] - expected) * (seen[k] - expected) / expected;
                cells++;
            }
        }
        assertThat(chiSquare).isLessThan(cells + 4 * Math.sqrt(2.0 * cells));
    }

    @Test
    void poissonKeepsTheMean() {
        NdArray image = NdArray.full(Shape.of(100, 100), Precision.FLOAT64, 0.3);
        NdArray noisy = new PoissonNoise(1000).addTo(image, 5);
        double deviation = Math.sqrt(0.3 / 1000 / 10_000);
        assertThat(noisy.sum() / noisy.size()).isCloseTo(0.3, within(4 * deviation));
        assertThat(new PoissonNoise(10).addTo(NdArray.zeros(3), 5)).isEqualTo(NdArray.zeros(3));
    }

    @Test
    void aCameraAddsItsBackgroundAndItsOwnNoise() {
        NdArray image = NdArray.full(Shape.of(100, 100), Precision.FLOAT64, 0.3);
        NdArray noisy = Noises.CATALOGUE
                .create("poisson:peak=1000,background=0.1,readout=0.05")
                .addTo(image, 5);
        NdArray deviation = noisy.plus(NdArray.scalar(-0.4));
        double variance = 0.3 / 1000 + 0.05 * 0.05;
        assertThat(noisy.sum() / noisy.size()).isCloseTo(0.4, within(4 * Math.sqrt(variance / 10_000)));
        assertThat(deviation.dot(deviation) / 10_000).isCloseTo(variance, within(0.06 * variance));
        assertThatThrownBy(() -> new PoissonNoise(10, 0, -1))
                .hasMessage(
                        "poisson noise: background 0.0 and readout -1.0 are not a number and a number of at least 0");
    }

    @Test
    void impulsesAreSaltAndPepper() {
        NdArray image = NdArray.full(Shape.of(100, 100), Precision.FLOAT64, 0.25);
        double[] noisy =
                Noises.CATALOGUE.create("impulse:share=0.2").addTo(image, 5).toDoubles();
        assertThat(Arrays.stream(noisy).filter(value -> value == 0).count()).isBetween(880L, 1120L);
        assertThat(Arrays.stream(noisy).filter(value -> value == 1).count()).isBetween(880L, 1120L);
        assertThatThrownBy(() -> new ImpulseNoise(2)).hasMessage("impulse noise: share 2.0 is not from 0 to 1");
    }

    @Test
    void refusesWhatHasNoNoise() {
        assertThatThrownBy(() -> new PoissonNoise(10).addTo(NdArray.vector(1, -0.5), 1))
                .hasMessage("poisson noise: value -0.5 at position 1 of [2] cannot be a mean count;"
                        + " values must be finite and not negative");
        assertThatThrownBy(() -> Noises.CATALOGUE.create("gausian:sigma=1"))
                .hasMessage(
                        "unknown noise 'gausian'; did you mean 'gaussian'? (known: none, gaussian, poisson, impulse)");
        assertThatThrownBy(() -> new GaussianNoise(Double.NaN))
                .hasMessage("gaussian noise: sigma NaN is not a number of at least 0");
        assertThatThrownBy(() -> new PoissonNoise(0))
                .hasMessage("poisson noise: peak 0.0 is not a positive number of photons");
    }
}
