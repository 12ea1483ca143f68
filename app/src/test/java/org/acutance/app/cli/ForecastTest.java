package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.acutance.deblur.restoration.Stage;
import org.acutance.math.optimize.Counts;
import org.acutance.math.optimize.Iteration;
import org.junit.jupiter.api.Test;

final class ForecastTest {
    private static Iteration iteration(int number, double loss) {
        return new Iteration(number, loss, 1, 1, 1, Counts.NONE, 0);
    }

    @Test
    void aGeometricDecreaseIsForeseenInItsMiddle() {
        Forecast forecast = new Forecast(1, 1, OptionalInt.empty());
        forecast.observe(new Stage(0, 0), iteration(0, 1.1));
        assertThat(forecast.secondsLeft(1)).isEmpty();
        double decrease = 0.1;
        double loss = 1.1;
        for (int k = 1; k <= 5; k++) {
            loss -= decrease;
            forecast.observe(new Stage(0, 0), iteration(k, loss));
            decrease /= 10;
        }
        assertThat(forecast.share()).isCloseTo(0.5, within(0.05));
        assertThat(forecast.secondsLeft(8).orElseThrow()).isCloseTo(8, within(1.5));
    }

    @Test
    void aLimitOfIterationsCounts() {
        Forecast forecast = new Forecast(1, 1, OptionalInt.of(4));
        forecast.observe(new Stage(0, 0), iteration(0, 1));
        forecast.observe(new Stage(0, 0), iteration(1, 1));
        assertThat(forecast.share()).isEqualTo(0.25);
        assertThat(forecast.secondsLeft(2)).hasValue(6);
    }

    @Test
    void theShareNeverFallsAndNeverExceedsOne() {
        Forecast forecast = new Forecast(2, 1, OptionalInt.empty());
        double[] losses = {2, 1, 0.9999999999, 0.5, 0.5, 0.4};
        double before = 0;
        for (int channel = 0; channel < 2; channel++) {
            for (int k = 0; k < losses.length; k++) {
                forecast.observe(new Stage(channel, 0), iteration(k, losses[k]));
                assertThat(forecast.share()).isBetween(before, 1.0);
                before = forecast.share();
            }
        }
    }

    @Test
    void theSecondChannelBeginsHalfWay() {
        Forecast forecast = new Forecast(2, 1, OptionalInt.empty());
        forecast.observe(new Stage(1, 0), iteration(0, 3));
        assertThat(forecast.share()).isEqualTo(0.5);
    }

    @Test
    void theSearchOfAWeightIsHalfOfTheWork() {
        Forecast forecast = new Forecast(1, 1, OptionalInt.of(10));
        forecast.observe(new Stage(0, 6), iteration(0, 3));
        assertThat(forecast.share()).isEqualTo(0.25);
        forecast.observe(new Stage(0, 40), iteration(0, 3));
        assertThat(forecast.share()).isEqualTo(0.5);
        forecast.observe(new Stage(0, 0), iteration(5, 3));
        assertThat(forecast.share()).isEqualTo(0.75);
    }
}
