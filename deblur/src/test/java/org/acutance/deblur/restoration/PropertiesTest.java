package org.acutance.deblur.restoration;

import static org.acutance.deblur.image.Reference.distance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.image.TestScene;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold whatever the size, the point spread function, the noise and the method. Where the level of the noise is
 * given, the methods commute with shifts and exchanged axes to the accuracy of their iteration; where it is estimated, and
 * where blocks are compared, the result may move by a part of the noise.
 */
class PropertiesTest {
    private static final int SAMPLES = 6;
    private static final Settings DEFAULTS = Settings.of("file:psf");
    private static final Shape PICTURE = Shape.of(40, 45);
    private static final NdArray LOPSIDED = NdArray.of(new double[] {0, 1, 0, 2, 4, 1, 0, 3, 1, 0, 1, 0, 0, 0, 2}, 3, 5)
            .times(1 / 15.0);

    /** A prior and a method that are told the noise. */
    private record Family(String prior, String method) {
        static final List<Family> ALL = List.of(
                new Family("tv:weight=%s", "admm:tol=1e-7,maxiter=4000"),
                new Family("tv:weight=%s+non-negative", "admm:tol=1e-7,maxiter=4000"),
                new Family("smoothed-tv:weight=%s,eps=%s", "l-bfgs"),
                new Family("tv:weight=%s", "primal-dual:tol=1e-6,maxiter=4000"),
                new Family("none", "wiener:balance=0.001"),
                new Family("none", "richardson-lucy:iterations=15"));

        /** Settings for a sample whose pixels are a multiple of what they usually are. */
        Settings settings(double sigma, double scale) {
            Settings settings = DEFAULTS.withBoundary("periodic").withMethod(method);
            return prior.equals("none")
                    ? settings.withPrior(prior)
                    : settings.withFidelity("gaussian:sigma=" + sigma * scale)
                            .withPrior(String.format(Locale.ROOT, prior, 10 / scale, 0.01 * scale));
        }

        NdArray restored(Sample sample) {
            return sample.restored(settings(sample.sigma(), 1));
        }

        /**
         * Iterations end at different places of a valley that is flat, where the blur hides what they differ in: what is
         * the same is the blurred result.
         */
        void requireSame(Sample sample, NdArray result, NdArray expected) {
            NdArray difference = result.minus(expected);
            boolean flat = method.startsWith("l-bfgs") || method.startsWith("primal-dual");
            assertThat(sample.inNoise(sample.blurred(difference))).isLessThan(flat ? 0.3 : 0.01);
            assertThat(difference.maxAbs()).isLessThan(flat ? 0.2 : 1e-3);
        }

        boolean isPositive() {
            return prior.contains("non-negative") || method.startsWith("richardson");
        }
    }

    static Stream<Arguments> cases() {
        return Family.ALL.stream()
                .flatMap(family -> IntStream.range(0, SAMPLES).mapToObj(number -> Arguments.of(family, number)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lightIsKept(Family family, int number) {
        Sample sample = Sample.of(number);
        double light = sample.observed().sum();
        assertThat(family.restored(sample).sum()).isCloseTo(light, within(1e-5 * light));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aShiftShiftsTheResult(Family family, int number) {
        Sample sample = Sample.of(number);
        NdArray expected = rolled(family.restored(sample));
        family.requireSame(sample, family.restored(sample.with(rolled(sample.observed()))), expected);
    }

    private static NdArray rolled(NdArray array) {
        NdArray rolled = array;
        for (int axis = 0; axis < array.rank(); axis++) {
            rolled = rolled.roll(axis, 2 + axis);
        }
        return rolled;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anExchangeOfAxesExchangesThoseOfTheResult(Family family, int number) {
        Sample sample = Sample.of(number);
        int rank = sample.psf().rank();
        int[] reversed = IntStream.range(0, rank).map(axis -> rank - 1 - axis).toArray();
        Sample other =
                sample.with(sample.psf().permute(reversed), sample.observed().permute(reversed));
        family.requireSame(sample, family.restored(other).permute(reversed), family.restored(sample));
    }

    /** Isotropic total variation joins forward differences: seen in a mirror it is another, though much the same. */
    @ParameterizedTest
    @MethodSource("cases")
    void aFlipFlipsTheResult(Family family, int number) {
        Sample sample = Sample.of(number);
        Sample other = sample.with(sample.psf().flip(), sample.observed().flip());
        NdArray flipped = family.restored(other).flip();
        NdArray expected = family.restored(sample);
        if (family.prior().contains("tv")) {
            assertThat(sample.inNoise(sample.blurred(flipped.minus(expected)))).isLessThan(0.5);
        } else {
            family.requireSame(sample, flipped, expected);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anotherUnitChangesNothing(Family family, int number) {
        Sample sample = Sample.of(number);
        for (double scale : new double[] {1000, 1e-3}) {
            NdArray restored =
                    sample.with(sample.observed().times(scale)).restored(family.settings(sample.sigma(), scale));
            family.requireSame(sample, restored.times(1 / scale), family.restored(sample));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void constantsStay(Family family, int number) {
        Sample sample = Sample.of(number);
        for (double level : new double[] {0, 0.4}) {
            NdArray constant = NdArray.full(sample.observed().shape(), Precision.FLOAT64, level);
            assertThat(distance(family.restored(sample.with(constant)), constant))
                    .isLessThan(1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingIsBelowZeroThatMustNotBe(Family family, int number) {
        Sample sample = Sample.of(number);
        Sample dark = sample.with(sample.observed().minus(NdArray.scalar(0.3)));
        if (family.isPositive()) {
            assertThat(family.restored(dark).min()).isNotNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void withoutBlurAndWithLittleNoiseTheImageIsTheResult(Family family, int number) {
        Sample sample = Sample.of(number);
        NdArray point = NdArray.of(
                new double[] {1},
                Shape.of(IntStream.generate(() -> 1).limit(sample.psf().rank()).toArray()));
        Sample sharp = Sample.of(sample.scene().shape(), point, 1e-4, number);
        double tolerance = family.method().startsWith("wiener") ? 0.03 : 1e-3;
        assertThat(distance(family.restored(sharp), sharp.observed())).isLessThan(tolerance);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void theDefaultsKeepLightAndConstantsAndUnits(int number) {
        Sample sample = Sample.of(number);
        double light = sample.observed().sum();
        NdArray restored = sample.restored(DEFAULTS.withBoundary("periodic"));
        assertThat(restored.sum()).isCloseTo(light, within(1e-3 * light));
        assertThat(sample.restored(DEFAULTS).sum()).isCloseTo(light, within(0.1 * light));
        NdArray constant = NdArray.full(sample.observed().shape(), Precision.FLOAT64, 0.4);
        assertThat(distance(sample.with(constant).restored(DEFAULTS), constant)).isLessThan(1e-9);
        assertThat(sample.with(constant.times(0)).restored(DEFAULTS).maxAbs()).isZero();
    }

    static IntStream numbers() {
        return IntStream.range(0, SAMPLES);
    }

    @Test
    void theDefaultsHardlyMoveUnderShiftsFlipsPermutationsAndUnits() {
        Sample sample = Sample.of(PICTURE, LOPSIDED, 0.01, 5);
        Settings periodic = DEFAULTS.withBoundary("periodic");
        NdArray restored = sample.restored(periodic);
        NdArray shifted = sample.with(rolled(sample.observed())).restored(periodic);
        assertThat(sample.inNoise(shifted.minus(rolled(restored)))).as("shift").isLessThan(1);
        NdArray flipped = sample.with(LOPSIDED.flip(), sample.observed().flip()).restored(periodic);
        assertThat(sample.inNoise(flipped.flip().minus(restored))).as("flip").isLessThan(0.5);
        NdArray permuted = sample.with(LOPSIDED.permute(1, 0), sample.observed().permute(1, 0))
                .restored(periodic);
        assertThat(sample.inNoise(permuted.permute(1, 0).minus(restored)))
                .as("permutation")
                .isLessThan(0.3);
        NdArray scaled = sample.with(sample.observed().times(1000)).restored(periodic);
        assertThat(sample.inNoise(scaled.times(1e-3).minus(restored)))
                .as("unit")
                .isLessThan(0.1);
    }

    /** The frame moves over a scene that goes on: what both frames show well inside is the same. */
    @Test
    void theDefaultsShowTheSameInsideWhereverTheFrameIs() {
        Sample wide = Sample.of(Shape.of(64, 70), LOPSIDED, 0.01, 6);
        Sample first = wide.with(wide.observed().slice(0, 0, 60).slice(1, 0, 64));
        Sample second = wide.with(wide.observed().slice(0, 4, 64).slice(1, 6, 70));
        NdArray difference = inside(first.restored(DEFAULTS), 12, 14).minus(inside(second.restored(DEFAULTS), 8, 8));
        assertThat(wide.inNoise(difference)).isLessThan(1);
    }

    private static NdArray inside(NdArray frame, int row, int column) {
        return frame.slice(0, row, row + 40).slice(1, column, column + 40);
    }

    @Test
    void withoutBlurTheDefaultsOnlyTakeNoiseAway() {
        NdArray point = NdArray.of(new double[] {1}, 1, 1);
        NdArray scene = TestScene.of(96, 96).times(1 / 255.0);
        for (double sigma : new double[] {1e-3, 1e-2}) {
            Sample sample = new Sample(scene, point, new GaussianNoise(sigma).addTo(scene, 3), sigma);
            assertThat(sample.inNoise(sample.restored(DEFAULTS).minus(scene))).isLessThan(0.5);
        }
    }

    @Test
    void aColourIsDeblurredAsAPictureOfItsOwn() {
        List<NdArray> colours = IntStream.range(0, 3)
                .mapToObj(i -> Sample.of(Shape.of(20, 24), LOPSIDED, 0.01, i).observed())
                .toList();
        List<Settings> all = Stream.concat(
                        Stream.of(DEFAULTS), Family.ALL.stream().map(family -> family.settings(0.01, 1)))
                .toList();
        for (Settings settings : all) {
            Image image = Image.of(ColourModel.RGB, colours);
            List<NdArray> together = Deblurring.run(Plan.of(settings, image, path -> LOPSIDED))
                    .image()
                    .channels();
            for (int i = 0; i < 3; i++) {
                Sample one = new Sample(colours.get(i), LOPSIDED, colours.get(i), 0.01);
                assertThat(together.get(i)).isEqualTo(one.restored(settings));
            }
        }
    }

    /** The same levels as bytes, as 16 bits and as floating-point numbers. */
    @Test
    void typesOfSamplesGiveOneResult() {
        NdArray levels = NdArray.elementwise(
                "levels",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.rint(255 * in[0][i]);
                    }
                },
                Sample.of(Shape.of(20, 24), LOPSIDED, 0.01, 3).observed());
        NdArray bytes = restored(levels.to(SampleType.UINT8.precision()), SampleType.UINT8);
        NdArray words = restored(levels.times(257).to(SampleType.UINT16.precision()), SampleType.UINT16);
        NdArray floats = restored(levels.times(1 / 255.0), SampleType.FLOAT64);
        NdArray singles = restored(levels.times(1 / 255.0).to(Precision.FLOAT32), SampleType.FLOAT32);
        assertThat(bytes.sum() / bytes.size()).isCloseTo(levels.sum() / levels.size() / 255, within(0.01));
        assertThat(distance(words, bytes)).isLessThan(1e-3);
        assertThat(distance(floats, bytes)).isLessThan(1e-3);
        assertThat(distance(singles, bytes)).isLessThan(1e-3);
    }

    private static NdArray restored(NdArray samples, SampleType type) {
        Image image = new Image(List.of(samples), ColourModel.GRAY, type);
        return Deblurring.run(Plan.of(DEFAULTS, image, path -> LOPSIDED))
                .image()
                .channels()
                .get(0);
    }

    @Test
    void theResultIsTheSameBitForBitAndInAnyNumberOfThreads() throws Exception {
        Sample sample = Sample.of(Shape.of(70, 80), LOPSIDED, 0.01, 9);
        for (Settings settings : List.of(
                DEFAULTS,
                DEFAULTS.withPrior("tv").withMaxIterations(40),
                Family.ALL.get(5).settings(0.01, 1))) {
            NdArray here = sample.restored(settings);
            assertThat(sample.restored(settings)).isEqualTo(here);
            for (int threads : new int[] {1, 3}) {
                ForkJoinPool pool = new ForkJoinPool(threads);
                try {
                    assertThat(pool.submit(() -> sample.restored(settings)).get())
                            .isEqualTo(here);
                } finally {
                    pool.shutdown();
                }
            }
        }
    }
}
