package org.acutance.deblur.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.acutance.deblur.image.PoissonNoise;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnscombeTest {
    private static final int DRAWS = 200_000;

    /** Monte Carlo: the variance is about 1, and the inverse of the mean is the expected value. */
    @ParameterizedTest
    @CsvSource({"4, 0", "10, 0", "30, 0", "4, 1", "10, 2", "100, 3"})
    void stabilisesAndInvertsWithoutBias(double photons, double readoutInPhotons) {
        double gain = 0.02;
        PhotonNoise noise = new PhotonNoise(gain, 0.1, readoutInPhotons * gain);
        Anscombe transform = new Anscombe(noise);
        NdArray clean = NdArray.full(Shape.of(DRAWS), Precision.FLOAT64, photons * gain);
        double[] seen =
                new PoissonNoise(1 / gain, 0.1, noise.readout()).addTo(clean, 3).toDoubles();
        double sum = 0;
        double squares = 0;
        for (double value : seen) {
            double transformed = transform.forward(value);
            sum += transformed;
            squares += transformed * transformed;
        }
        double mean = sum / DRAWS;
        assertThat(squares / DRAWS - mean * mean).isCloseTo(1, within(0.05));
        assertThat((transform.inverse(mean) - 0.1) / gain).isCloseTo(photons, within(0.01 * photons + 0.03));
    }

    @Test
    void slopesAreThoseOfTheTransformAlsoWhereItIsContinued() {
        Anscombe transform = new Anscombe(new PhotonNoise(0.1, 0.5, 0.05));
        double step = 1e-6;
        for (double value : new double[] {-1, 0.3, 0.47, 0.48, 0.6, 3}) {
            double slope = (transform.forward(value + step) - transform.forward(value - step)) / (2 * step);
            assertThat(transform.slope(value)).isCloseTo(slope, within(1e-6 * slope));
            double curvature = (transform.slope(value + step) - transform.slope(value - step)) / (2 * step);
            assertThat(transform.curvature(value)).isCloseTo(curvature, within(1e-6 * (1 + Math.abs(curvature))));
        }
        assertThat(transform.inverse(-5)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void refusesWhatIsNoNoise() {
        assertThatThrownBy(() -> new PhotonNoise(0, 0, 0))
                .hasMessage(
                        "photon noise: gain 0.0, background 0.0 and readout 0.0 are not a positive number, a number,"
                                + " and a number of at least 0");
    }
}
