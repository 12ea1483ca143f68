package org.acutance.deblur.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.model.Fidelities;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.catalogue.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that are deblurred in single precision, beside the same in double precision. */
class PrecisionTest {
    private static final NdArray PSF =
            NdArray.of(new double[] {1, 2, 1, 2, 4, 2, 1, 2, 1}, 3, 3).times(1.0 / 16);

    private static final Sample PICTURE = Sample.of(Shape.of(40, 36), PSF, 0.01, 3);

    private static final Sample VOLUME =
            Sample.of(Shape.of(16, 20, 18), NdArray.full(Shape.of(3, 3, 3), Precision.FLOAT64, 1.0 / 27), 0.01, 4);

    /** Iterations that are ended by their number, and formulas: nothing but rounding makes the two differ. */
    private static final double ROUNDING = 1e-5;

    /** Methods that end when little changes end at one or the other side of that. */
    private static final double TOLERANCE = 1e-4;

    /** Methods that compare losses cannot tell points apart whose losses differ by less than rounding: about its root. */
    private static final double ROOT_OF_ROUNDING = 5e-3;

    /** Methods whose steps are no smaller where the loss has no curvature. */
    private static final Map<String, Double> DIFFERENCES = Map.of(
            "auto", TOLERANCE,
            "admm", TOLERANCE,
            "primal-dual", TOLERANCE,
            "plug-and-play", ROUNDING,
            "cmle", TOLERANCE,
            "gmle", TOLERANCE);

    private static Settings settings(String method) {
        Settings settings = Settings.of("file:psf.npy").withMethod(method).withBoundary("unknown");
        if (!Methods.CATALOGUE.create(method).takesPrior()
                || Methods.CATALOGUE.create(method).ownFidelity().isPresent()) {
            return settings;
        }
        return switch (method) {
            case "plug-and-play" -> settings.withPrior("bm3d");
            case "auto", "admm", "primal-dual" -> settings.withPrior("tv:weight=5");
            case "fista", "proximal-gradient" -> settings.withPrior("smoothed-tv:weight=5+non-negative");
            default -> settings.withPrior("smoothed-tv:weight=5");
        };
    }

    private static Restored restored(Settings settings, Sample sample, String precision) {
        return Deblurring.run(Plan.of(
                settings.with(Setting.PRECISION, precision), Image.gray(sample.observed()), path -> sample.psf()));
    }

    private static void requireAlike(Settings settings, Sample sample, double bound) {
        Restored exact = restored(settings, sample, "double");
        Restored rounded = restored(settings, sample, "single");
        NdArray wanted = exact.image().channels().get(0);
        NdArray found = rounded.image().channels().get(0);
        assertThat(wanted.precision()).isEqualTo(Precision.FLOAT64);
        assertThat(found.precision()).isEqualTo(Precision.FLOAT32);
        assertThat(rounded.channels().get(0).x().precision()).isEqualTo(Precision.FLOAT32);
        assertThat(found.to(Precision.FLOAT64).minus(wanted).maxAbs()).isLessThan(bound * wanted.maxAbs());
        assertThat(rounded.success()).isEqualTo(exact.success());
        double chiSquare = exact.certificates().get(0).residual().chiSquare();
        assertThat(rounded.certificates().get(0).residual().chiSquare()).isEqualTo(chiSquare, within(1e-3 * chiSquare));
    }

    static Stream<String> methods() {
        return Methods.CATALOGUE.entries().stream()
                .map(entry -> entry.name())
                .filter(name -> !name.equals("van-cittert"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void methodsAgreeInBothPrecisions(String method) {
        boolean steps = Methods.CATALOGUE.create(method).ownFidelity().isPresent();
        double bound = DIFFERENCES.getOrDefault(method, steps ? ROUNDING : ROOT_OF_ROUNDING);
        requireAlike(settings(method), PICTURE, bound);
        if (!method.equals("plug-and-play")) {
            requireAlike(settings(method), VOLUME, bound);
        }
    }

    @Test
    void aSceneThatIsTheFrameAgreesToo() {
        requireAlike(settings("van-cittert:iterations=20").withBoundary("reflect"), PICTURE, ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "richardson-lucy:iterations=30,tolerance=0",
                "richardson-lucy:iterations=30,tolerance=0,background=0.02,readout=0.01,damping=1,photons=500",
                "richardson-lucy:iterations=10,tolerance=0,acceleration=biggs-andrews"
            })
    void richardsonLucyAgreesAtEveryBorder(String method) {
        for (String boundary : List.of("unknown", "periodic", "reflect", "zero")) {
            requireAlike(settings(method).withBoundary(boundary), PICTURE, ROUNDING);
            requireAlike(settings(method).withBoundary(boundary), VOLUME, ROUNDING);
        }
        requireAlike(
                settings("richardson-lucy:iterations=30,tolerance=0").withPrior("tv:weight=0.01"), VOLUME, TOLERANCE);
    }

    static Stream<String> fidelities() {
        return Fidelities.CATALOGUE.entries().stream()
                .map(entry -> entry.name())
                .filter(name -> !name.equals("norm"));
    }

    @ParameterizedTest
    @MethodSource("fidelities")
    void weightsAreFoundInBothPrecisions(String fidelity) {
        Settings settings = Settings.of("file:psf.npy")
                .withBoundary("unknown")
                .withPrior("tv")
                .withFidelity(fidelity);
        double exact = restored(settings, VOLUME, "double").weights().get(0).value();
        double rounded = restored(settings, VOLUME, "single").weights().get(0).value();
        assertThat(rounded).isEqualTo(exact, within(1e-3 * exact));
    }

    @Test
    void uncertaintiesAreFoundInBothPrecisions() {
        for (String method : List.of("newton-cg", "richardson-lucy:iterations=5")) {
            double exact = uncertainty(settings(method), "double");
            assertThat(uncertainty(settings(method), "single")).isEqualTo(exact, within(1e-3 * exact));
        }
    }

    private static double uncertainty(Settings settings, String precision) {
        Plan plan = Plan.of(
                settings.with(Setting.PRECISION, precision), Image.gray(PICTURE.observed()), path -> PICTURE.psf());
        Deblurring deblurring = new Deblurring(plan, (stage, run) -> {}, () -> false);
        return deblurring
                .uncertainty(deblurring.run(), OptionalInt.of(4))
                .get(0)
                .deviation()
                .norm();
    }

    @Test
    void volumesOfSingleSamplesStaySingleAndAllElseIsDouble() {
        Settings settings = Settings.of("file:psf.npy").withMethod("richardson-lucy:iterations=1");
        NdArray single = VOLUME.observed().to(Precision.FLOAT32);
        assertThat(choice(settings, single, VOLUME))
                .isEqualTo(new PrecisionChoice(Precision.FLOAT32, "since it is a volume of float32 samples"));
        assertThat(choice(settings, VOLUME.observed(), VOLUME))
                .isEqualTo(new PrecisionChoice(Precision.FLOAT64, "since it is a volume of float64 samples"));
        assertThat(choice(settings, PICTURE.observed().to(Precision.FLOAT32), PICTURE))
                .isEqualTo(new PrecisionChoice(Precision.FLOAT64, "since it is no volume"));
        assertThat(choice(settings.with(Setting.PRECISION, "single"), PICTURE.observed(), PICTURE))
                .isEqualTo(new PrecisionChoice(Precision.FLOAT32, "as asked for"));
        assertThat(Plan.of(settings, Image.gray(single), path -> VOLUME.psf())
                        .explain()
                        .get(0))
                .isEqualTo(
                        "image: [16×20×18] GRAY float32, deblurred in 1 channel, samples as FLOAT32 from 0 to 1, since it is"
                                + " a volume of float32 samples");
    }

    private static PrecisionChoice choice(Settings settings, NdArray observed, Sample sample) {
        return Plan.of(settings, Image.gray(observed), path -> sample.psf()).precision();
    }

    @Test
    void maskBackgroundAndStartComeInThePrecisionOfTheImage() {
        NdArray mask = NdArray.full(PICTURE.observed().shape(), Precision.FLOAT64, 1);
        NdArray dark = mask.times(0.02);
        Settings settings = settings("richardson-lucy:iterations=10,tolerance=0")
                .with(Setting.MASK, "mask.npy")
                .with(Setting.BACKGROUND, "file:dark.npy")
                .withStart("file:start.npy");
        Map<String, NdArray> files =
                Map.of("mask.npy", mask, "dark.npy", dark, "start.npy", PICTURE.observed(), "psf.npy", PICTURE.psf());
        Image image = Image.gray(PICTURE.observed().to(Precision.FLOAT32))
                .quantise(SampleType.UINT16)
                .image();
        NdArray exact = Deblurring.run(Plan.of(settings, image, files::get))
                .image()
                .channels()
                .get(0);
        NdArray rounded = Deblurring.run(Plan.of(settings.with(Setting.PRECISION, "single"), image, files::get))
                .image()
                .channels()
                .get(0);
        assertThat(rounded.to(Precision.FLOAT64).minus(exact).maxAbs()).isLessThan(ROUNDING * exact.maxAbs());
    }

    @Test
    void anotherPrecisionIsRefused() {
        assertThatThrownBy(() -> Settings.NONE.with(Setting.PRECISION, "half"))
                .isInstanceOf(SpecException.class)
                .hasMessage("precision: cannot use 'half'; expected one of auto, single, double");
    }
}
