package org.acutance.deblur.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Quality;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.catalogue.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gain, background, masks, limits and channels that belong together. */
class ModelTest {
    private static final Shape SHAPE = Shape.of(24, 26);
    private static final String PSF = "gaussian:sigma=1,size=7";

    /** Rectangles; {@code level} is added to the one in the middle. */
    private static NdArray scene(double level) {
        double[] values = new double[SHAPE.size()];
        for (int i = 0; i < values.length; i++) {
            int row = i / 26;
            int column = i % 26;
            boolean middle = row > 7 && row < 16 && column > 6 && column < 18;
            values[i] = 0.2 + (middle ? level : 0) + (column > 12 ? 0.2 : 0);
        }
        return NdArray.of(values, SHAPE);
    }

    private static NdArray noise(double sigma, long seed) {
        Random random = new Random(seed);
        return NdArray.of(
                random.doubles(SHAPE.size())
                        .map(u -> sigma * Math.sqrt(12) * (u - 0.5))
                        .toArray(),
                SHAPE);
    }

    private static NdArray blurred(NdArray scene) {
        return plan(Settings.of(PSF).withBoundary("periodic").withFidelity("l2").withPrior("none"), Image.gray(scene))
                .channels()
                .get(0)
                .formation()
                .predict(scene);
    }

    private static Plan plan(Settings settings, Image image) {
        return Plan.of(settings, image, path -> {
            throw new IllegalArgumentException(path);
        });
    }

    private static Settings periodic(String prior) {
        return Settings.of(PSF)
                .withBoundary("periodic")
                .withFidelity("gaussian:sigma=0.01")
                .withPrior(prior);
    }

    private static NdArray solved(Settings settings, NdArray observed) {
        return Deblurring.run(plan(settings, Image.gray(observed)))
                .image()
                .channels()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auto",
                "newton-cg",
                "l-bfgs",
                "wiener",
                "richardson-lucy:iterations=20",
                "landweber:iterations=20"
            })
    void gainAndBackgroundAreTakenOut(String method) {
        NdArray light = blurred(scene(0.4));
        NdArray level = NdArray.scalar(0.1);
        Settings settings = Settings.of(PSF).withBoundary("periodic").withMethod(method);
        Settings plain =
                settings.withFidelity(method.contains(":") || method.equals("wiener") ? "auto" : "gaussian:sigma=0.01");
        Settings usual = method.contains(":") || method.equals("wiener") ? plain : plain.withPrior("gradient:weight=1");
        Settings changed = usual.with(Setting.GAIN, "0.5").with(Setting.BACKGROUND, "0.1");
        Settings same = method.contains(":") || method.equals("wiener")
                ? changed
                : changed.withFidelity("gaussian:sigma=0.005");
        NdArray expected = solved(usual, light);
        NdArray found = solved(same, light.times(0.5).plus(level));
        // To a likelihood of photons those of the background are noise, of which the other problem has less.
        double tolerance = method.startsWith("richardson-lucy") ? 0.02 : 2e-3;
        assertThat(found.minus(expected).maxAbs()).isLessThan(tolerance);
    }

    @Test
    void aBackgroundMayVary() {
        NdArray light = blurred(scene(0.4));
        NdArray level = noise(0.3, 1);
        Plan plan = Plan.of(
                periodic("gradient:weight=1").with(Setting.BACKGROUND, "file:dark.npy"),
                Image.gray(light.plus(level)),
                path -> level);
        NdArray found = Deblurring.run(plan).image().channels().get(0);
        assertThat(found.minus(solved(periodic("gradient:weight=1"), light)).maxAbs())
                .isLessThan(1e-6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(
                        periodic("none").with(Setting.BACKGROUND, "file:dark.npy"),
                        Image.gray(light),
                        path -> NdArray.zeros(2, 3)))
                .withMessage("background: got shape [2×3], expected [24×26]");
    }

    @Test
    void invalidPixelsAreLeftOutAndCounted() {
        NdArray light = blurred(scene(0.4)).plus(noise(0.01, 2));
        double[] holed = light.toDoubles();
        double[] weights = new double[holed.length];
        java.util.Arrays.fill(weights, 1);
        for (int i = 5; i < holed.length; i += 97) {
            holed[i] = i % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
            weights[i] = 0;
        }
        Settings settings = periodic("tv:weight=20").with(Setting.INVALID, "mask");
        Plan plan = plan(settings, Image.gray(NdArray.of(holed, SHAPE)));
        assertThat(plan.masked()).isEqualTo(7);
        assertThat(plan.explain()).contains("model: image = psf * scene + noise; 7 masked samples do not count");
        NdArray found = Deblurring.run(plan).image().channels().get(0);
        assertThat(found.isFinite()).isTrue();
        Plan masked = Plan.of(
                periodic("tv:weight=20").with(Setting.MASK, "mask.npy"),
                Image.gray(light),
                path -> NdArray.of(weights, SHAPE));
        assertThat(masked.masked()).isEqualTo(7);
        assertThat(Deblurring.run(masked).image().channels().get(0)).isEqualTo(found);
    }

    @Test
    void aMaskHasToFit() {
        Settings settings = periodic("none").with(Setting.MASK, "mask.npy");
        Image image = Image.gray(scene(0.4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(settings, image, path -> NdArray.zeros(2, 3)))
                .withMessage("mask: got shape [2×3], expected [24×26]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(settings, image, path -> NdArray.zeros(24, 26)))
                .withMessage("mask: it is 0 at all 624 pixels; give positive weights to those that count");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(settings, image, path -> NdArray.full(SHAPE, Precision.FLOAT64, -1)))
                .withMessageStartingWith("weights: got a negative or not finite one");
    }

    @ParameterizedTest
    @CsvSource({
        "l-bfgs-b, smoothed-tv:weight=1",
        "tnc, smoothed-tv:weight=1",
        "projected-gradient, smoothed-tv:weight=1",
        "fista, smoothed-tv:weight=1",
        "auto, smoothed-tv:weight=1",
        "primal-dual, tv:weight=1",
        "admm, tv:weight=1"
    })
    void limitsAreKept(String method, String prior) {
        NdArray dark = blurred(scene(0.6)).minus(NdArray.scalar(0.2)).plus(noise(0.05, 3));
        Settings settings =
                periodic(prior).withMethod(method).withBoundary(method.equals("admm") ? "periodic" : "reflect");
        assertThat(solved(settings, dark).min()).isNegative();
        NdArray kept = solved(settings.withPrior(prior + "+non-negative"), dark);
        assertThat(kept.min()).isGreaterThanOrEqualTo(0);
        NdArray boxed = solved(settings.withPrior(prior + "+box:upper=0.5"), dark);
        assertThat(boxed.max()).isLessThanOrEqualTo(0.5);
    }

    @Test
    void methodsWithoutLimitsRefuseThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> plan(periodic("tikhonov:weight=1+box").withMethod("newton-cg"), Image.gray(scene(0.4))))
                .withMessage(
                        "deblur: method newton-cg: it cannot keep the limits of prior tikhonov+box; use method auto,"
                                + " l-bfgs-b or projected-gradient");
    }

    @Test
    void coloursWhoseEdgesBelongTogetherGainByOnePrior() {
        List<NdArray> truth = List.of(scene(0.5), scene(0.35), scene(0.4));
        Image image = Image.of(
                ColourModel.RGB,
                List.of(
                        blurred(truth.get(0)).plus(noise(0.05, 4)),
                        blurred(truth.get(1)).plus(noise(0.05, 5)),
                        blurred(truth.get(2)).plus(noise(0.05, 6))));
        Settings settings = periodic("tv").withFidelity("gaussian:sigma=0.05");
        Restored single = Deblurring.run(plan(settings, image));
        Plan plan = plan(settings.withPrior("vectorial-tv"), image);
        assertThat(plan.channels()).hasSize(1);
        assertThat(plan.explain()).anyMatch(line -> line.contains("takes admm"));
        Restored together = Deblurring.run(plan);
        assertThat(together.image().colours()).hasSize(3);
        assertThat(error(together, truth)).isLessThan(0.9 * error(single, truth));
    }

    private static double error(Restored restored, List<NdArray> truth) {
        double sum = 0;
        for (int i = 0; i < truth.size(); i++) {
            sum += Quality.mse(truth.get(i), restored.image().colours().get(i));
        }
        return sum;
    }

    @Test
    void settingsAreWrittenAndWinOverOthers() {
        Settings preset = Presets.CATALOGUE.create("text");
        Settings all = Settings.of("delta").withPrior("none").over(preset);
        assertThat(all.prior()).isEqualTo("none");
        assertThat(Settings.of("delta").over(preset).prior()).isEqualTo("tv+box");
        assertThat(new Settings(all.given())).isEqualTo(all);
        assertThatThrownBy(() -> all.with(Setting.GAIN, "-1"))
                .isInstanceOf(SpecException.class)
                .hasMessage("gain: cannot use '-1'; expected a number above 0 and at most 1.0E300");
        assertThatThrownBy(() -> all.with(Setting.BACKGROUND, "dark.npy"))
                .hasMessage("background: cannot use 'dark.npy'; expected a number, or file:dark.npy");
        assertThatThrownBy(() -> all.with(Setting.INVALID, "hide"))
                .hasMessage("invalid: cannot use 'hide'; expected one of refuse, mask");
        assertThatThrownBy(() -> all.with(Setting.MAX_ITERATIONS, "0"))
                .hasMessage("max-iterations: cannot use '0'; expected a whole number of at least 1");
    }

    @Test
    void everyPresetMakesAPlan() {
        Image image = Image.gray(blurred(scene(0.4)).plus(noise(0.01, 7)));
        for (String name : Presets.CATALOGUE.names()) {
            Settings settings =
                    Settings.of(PSF).over(Presets.CATALOGUE.create(name)).withMaxIterations(3);
            assertThat(plan(settings, image).explain()).as(name).anyMatch(line -> line.contains(", takes "));
        }
    }
}
