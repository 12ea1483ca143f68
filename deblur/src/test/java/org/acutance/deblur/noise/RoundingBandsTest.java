package org.acutance.deblur.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;

class RoundingBandsTest {
    private static final int SIDE = 96;
    private static final double STEP = 1 / 255.0;
    /** Standard deviation of a number that is evenly distributed over one. */
    private static final double EVEN = Math.sqrt(1 / 12.0);

    private static final NdArray SKY = image((y, x) -> 0.4 + 0.1 * Math.sin(0.005 * y + 0.002 * x) + 0.0001 * x);
    private static final NdArray ROUNDED = each(SKY, RoundingBandsTest::rounded);

    private interface Scene {
        double at(int y, int x);
    }

    private static NdArray image(Scene scene) {
        return NdArray.of(
                IntStream.range(0, SIDE * SIDE)
                        .mapToDouble(i -> scene.at(i / SIDE, i % SIDE))
                        .toArray(),
                Shape.of(SIDE, SIDE));
    }

    private static NdArray each(NdArray array, DoubleUnaryOperator function) {
        return image((y, x) -> function.applyAsDouble(array.get(y * SIDE + x)));
    }

    private static double rounded(double value) {
        return Math.rint(value / STEP) * STEP;
    }

    private static double deviation(NdArray error) {
        return error.norm() / Math.sqrt(error.size());
    }

    /** Correlation of neighbours along the last axis. */
    private static double correlation(NdArray error) {
        return error.slice(1, 1, SIDE).dot(error.slice(1, 0, SIDE - 1)) / error.dot(error);
    }

    @Test
    void theSceneBehindTheStaircaseIsFound() {
        assertThat(deviation(ROUNDED.minus(SKY))).isCloseTo(EVEN * STEP, within(0.02 * STEP));
        assertThat(deviation(RoundingBands.leastRough(ROUNDED, STEP).minus(SKY)))
                .isLessThan(EVEN * STEP / 4);
    }

    @Test
    void ditheringMakesTheErrorWhiteAndKeepsItsSize() {
        NdArray error = RoundingBands.dithered(ROUNDED, EVEN * STEP).minus(SKY);
        assertThat(deviation(error)).isCloseTo(EVEN * STEP, within(0.01 * STEP));
        assertThat(correlation(ROUNDED.minus(SKY))).isGreaterThan(0.25);
        assertThat(Math.abs(correlation(error))).isLessThan(0.05);
    }

    @Test
    void wideBandsAreBandsToTheirMiddle() {
        NdArray slow = image((y, x) -> rounded((100 + 0.05 * x + 0.03 * y) * STEP));
        assertThat(RoundingBands.in(slow, STEP).sum()).isGreaterThan(0.95 * SIDE * SIDE);
        NdArray black = image((y, x) -> x < SIDE / 2 ? 0 : 0.5);
        assertThat(RoundingBands.in(black, STEP).max()).isZero();
    }

    @Test
    void theResultIsTheSameEachTime() {
        assertThat(RoundingBands.dithered(ROUNDED, EVEN * STEP))
                .isEqualTo(RoundingBands.dithered(ROUNDED, EVEN * STEP));
    }

    @Test
    void structureNoiseAndContinuousSamplesStayAsTheyAre() {
        NdArray texture = image((y, x) -> rounded(0.5 + 0.3 * Math.sin(0.9 * x) * Math.cos(1.1 * y)));
        assertThat(RoundingBands.dithered(texture, EVEN * STEP)).isEqualTo(texture);
        assertThat(RoundingBands.dithered(ROUNDED, STEP)).isEqualTo(ROUNDED);
        assertThat(RoundingBands.dithered(SKY, 1e-9)).isEqualTo(SKY);
        NdArray constant = NdArray.full(Shape.of(SIDE, SIDE), SKY.precision(), 0.5);
        assertThat(RoundingBands.dithered(constant, 1e-9)).isEqualTo(constant);
    }

    @Test
    void theSmallestImagesCanBeDithered() {
        NdArray ramp = NdArray.of(new double[] {0, 0, 1, 1, 1, 2, 100, 200}, 2, 4);
        assertThat(RoundingBands.in(ramp, 1).max()).isZero();
        assertThat(RoundingBands.leastRough(ramp, 1).shape()).isEqualTo(ramp.shape());
        assertThat(RoundingBands.leastRough(ramp, 1).minus(ramp).maxAbs()).isLessThan(0.5 + 1e-9);
    }

    /** Counts of single photons look like bands of rounding, but are not. */
    @Test
    void fewPhotonsStayAsTheyAre() {
        Random random = new Random(1);
        NdArray counts = image((y, x) -> random.nextInt(10) == 0 ? 1 : 0);
        assertThat(RoundingBands.in(counts, 1).sum()).isPositive();
        assertThat(RoundingBands.dithered(counts, 0.3)).isEqualTo(counts);
    }
}
