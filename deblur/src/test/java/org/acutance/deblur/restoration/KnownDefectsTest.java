package org.acutance.deblur.restoration;

import static org.acutance.deblur.image.Reference.distance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.image.TestScene;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.psf.PsfException;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.ConvolutionMap;
import org.acutance.math.optimize.L1Norm;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Defects that were found in other programs; {@link ClassicMethodsTest} and {@link PlanTest} have more of them. */
class KnownDefectsTest {
    private static final Settings DEFAULTS = Settings.of("file:psf");
    /** Ends that leave a good result: by the method's own number of iterations, or by its limit of them. */
    private static final Set<Reason> ENDED = Set.of(Reason.ITERATIONS_DONE, Reason.MAX_ITERATIONS);

    private static final NdArray LOPSIDED = NdArray.of(new double[] {0, 1, 0, 2, 4, 1, 0, 3, 1, 0, 1, 0, 0, 0, 2}, 3, 5)
            .times(1 / 15.0);
    private static final NdArray BOX = NdArray.full(Shape.of(7, 7), Precision.FLOAT64, 1 / 49.0);

    /** A part of a scene that goes on beyond the frame, in [0, 1]. */
    private static final NdArray WIDE = TestScene.of(64, 72).times(1 / 255.0);

    private static final NdArray SCENE = WIDE.slice(0, 3, 61).slice(1, 3, 69);

    private static NdArray beyond(NdArray psf, double sigma) {
        NdArray blurred = new ConvolutionMap(psf, WIDE.shape(), ConvolutionMode.VALID, Boundary.ZERO).apply(WIDE);
        return new GaussianNoise(sigma).addTo(blurred, 1);
    }

    private static NdArray restored(Settings settings, NdArray observed, NdArray psf) {
        return solved(settings, observed, psf).image().channels().get(0);
    }

    private static Restored solved(Settings settings, NdArray observed, NdArray psf) {
        return Deblurring.run(Plan.of(settings, Image.gray(observed), path -> psf));
    }

    private static Settings with(String method) {
        boolean takesPrior = Methods.CATALOGUE.create(method).takesPrior();
        return (takesPrior ? DEFAULTS : DEFAULTS.withPrior("none")).withMethod(method);
    }

    /** Other programs clip only what comes out in the end. */
    @ParameterizedTest
    @CsvSource({
        "nnls,none",
        "ictm,none",
        "isra,none",
        "richardson-lucy,none",
        "cmle,none",
        "gmle,none",
        "plug-and-play,bm3d+non-negative"
    })
    void positivityIsAppliedInEveryIteration(String method, String prior) {
        NdArray dark = beyond(BOX, 0.02).minus(NdArray.scalar(0.3));
        List<Double> darkest = new ArrayList<>();
        Plan plan = Plan.of(with(method).withPrior(prior), Image.gray(dark), path -> BOX);
        new Deblurring(
                        plan,
                        (stage, run) -> darkest.add(run.state().iterate().x().min()),
                        () -> false)
                .run();
        // The first is the start, which the method may still have to project.
        assertThat(darkest.subList(1, darkest.size())).isNotEmpty().allMatch(least -> least >= 0);
    }

    /** What the limit is good for: the least loss of all that is not negative, not the rest of another loss. */
    @Test
    void positivityIsPartOfWhatIsMinimised() {
        NdArray dark = beyond(BOX, 0.02).minus(NdArray.scalar(0.3));
        Settings free = DEFAULTS.withFidelity("gaussian:sigma=0.02")
                .withPrior("tv:weight=5")
                .withMethod("admm");
        Plan plan = Plan.of(free.withPrior("tv:weight=5+non-negative"), Image.gray(dark), path -> BOX);
        Solution positive = Deblurring.run(plan).channels().get(0);
        NdArray clipped = clipped(solved(free, dark, BOX).channels().get(0).x());
        assertThat(positive.x().min()).isNotNegative();
        assertThat(loss(plan, positive.x())).isLessThan(loss(plan, clipped));
    }

    private static double loss(Plan plan, NdArray scene) {
        Problem problem = plan.channels().get(0);
        NdArray predicted = problem.formation().predict(scene);
        return problem.data().distance(Tensor.of(predicted)).item()
                + problem.prior().value(scene, problem.domain());
    }

    private static NdArray clipped(NdArray values) {
        double[] clipped = Arrays.stream(values.toDoubles())
                .map(value -> Math.max(0, value))
                .toArray();
        return NdArray.of(clipped, values.shape());
    }

    @Test
    void theSoftThresholdShrinks() {
        NdArray shrunk = new L1Norm(0.5).prox(NdArray.vector(-2, -0.3, 0, 0.4, 3), 2);
        assertThat(shrunk).isEqualTo(NdArray.vector(-1, 0, 0, 0, 2));
        NdArray observed = beyond(BOX, 0.05);
        NdArray smooth = restored(DEFAULTS.withPrior("wavelet:weight=20"), observed, BOX);
        NdArray rough = restored(DEFAULTS.withPrior("wavelet:weight=0.2"), observed, BOX);
        assertThat(variation(smooth)).isLessThan(variation(rough));
    }

    private static double variation(NdArray image) {
        NdArray rows = image.slice(0, 1, image.shape().extent(0));
        NdArray difference = rows.minus(image.slice(0, 0, image.shape().extent(0) - 1));
        return difference.dot(difference);
    }

    /** A picture is a volume of one plane; no derivative along an axis that is not there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tv:weight=5;admm",
                "tv:weight=5;primal-dual",
                "smoothed-tv:weight=5;l-bfgs",
                "smoothed-tv:weight=0.02;richardson-lucy:iterations=20"
            })
    void aPictureIsAVolumeOfOnePlane(String written) {
        String[] parts = written.split(";", -1);
        Settings settings = DEFAULTS.withPrior(parts[0]).withMethod(parts[1]).withBoundary("periodic");
        Settings known = parts[1].startsWith("richardson") ? settings : settings.withFidelity("gaussian:sigma=0.02");
        NdArray observed = beyond(BOX, 0.02);
        NdArray flat = restored(known, observed, BOX);
        NdArray plane =
                observed.reshape(1, observed.shape().extent(0), observed.shape().extent(1));
        NdArray volume = restored(known, plane, BOX.reshape(1, 7, 7));
        // Alternating directions end where their residuals are within 1e-4, which leaves several times that in the
        // scene.
        double tolerance = parts[1].equals("admm") ? 1e-3 : 1e-6;
        assertThat(distance(volume.reshape(flat.shape()), flat)).isLessThan(tolerance);
    }

    /** What makes things worse at its own defaults is of no use. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "auto",
                "admm",
                "primal-dual",
                "richardson-lucy",
                "landweber",
                "nnls",
                "ictm",
                "isra",
                "cmle",
                "gmle",
                "inverse:least=0.2",
                "l-bfgs",
                "newton-cg"
            })
    void theDefaultsImproveOnTheObservation(String method) {
        NdArray observed = beyond(BOX, 0.01);
        boolean smooth = method.equals("l-bfgs") || method.equals("newton-cg");
        Settings settings = method.equals("admm") || method.equals("primal-dual")
                ? with(method).withPrior("tv")
                : smooth ? with(method).withPrior("smoothed-tv") : with(method);
        Restored result = solved(settings, observed, BOX);
        NdArray restored = result.image().channels().get(0);
        assertThat(Quality.psnr(SCENE, restored, 1)).isGreaterThan(Quality.psnr(SCENE, observed, 1));
        assertThat(result.success() || ENDED.contains(result.reason()))
                .as("%s", result.reason())
                .isTrue();
    }

    /** A blur that was computed, without noise: cross-validation then trusts everything, and nothing must come of that. */
    @Test
    void noNoiseIsNotEnlargedWithoutLimit() {
        NdArray psf = Psfs.catalogue().create("gaussian:sigma=1.5").forRank(2).kernel();
        NdArray observed = new ConvolutionMap(psf, WIDE.shape(), ConvolutionMode.VALID, Boundary.ZERO).apply(WIDE);
        int margin = psf.shape().extent(0) / 2;
        NdArray scene = WIDE.slice(0, margin, 64 - margin).slice(1, margin, 72 - margin);
        assertThat(Quality.psnr(scene, restored(DEFAULTS, observed, psf), 1))
                .isGreaterThan(Quality.psnr(scene, observed, 1) + 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "admm", "wiener", "richardson-lucy", "tikhonov"})
    void aSceneThatGoesOnIsBetterThanOneThatRepeats(String method) {
        NdArray observed = beyond(BOX, 0.01);
        Settings settings = method.equals("admm") ? with(method).withPrior("tv") : with(method);
        double unknown = Quality.psnr(SCENE, restored(settings, observed, BOX), 1);
        double periodic = Quality.psnr(SCENE, restored(settings.withBoundary("periodic"), observed, BOX), 1);
        assertThat(unknown).isGreaterThanOrEqualTo(periodic);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "richardson-lucy", "wiener"})
    void sixteenBitsAreNotAnEmptyImage(String method) {
        NdArray words = NdArray.of(
                Arrays.stream(beyond(BOX, 0.01).toDoubles())
                        .map(value -> Math.rint(Math.max(0, Math.min(1, value)) * 65535))
                        .toArray(),
                SCENE.shape());
        Image image = new Image(List.of(words.to(SampleType.UINT16.precision())), ColourModel.GRAY, SampleType.UINT16);
        NdArray restored = Deblurring.run(Plan.of(with(method), image, path -> BOX))
                .image()
                .channels()
                .get(0);
        assertThat(Quality.psnr(SCENE, restored, 1)).isGreaterThan(20);
    }

    @Test
    void richardsonLucyTakesTotalVariation() {
        NdArray observed = beyond(BOX, 0.03);
        Settings plain = with("richardson-lucy:iterations=60");
        double without = Quality.psnr(SCENE, restored(plain.withPrior("none"), observed, BOX), 1);
        double with = Quality.psnr(SCENE, restored(plain.withPrior("smoothed-tv:weight=0.03"), observed, BOX), 1);
        assertThat(with).isGreaterThan(without + 0.5);
    }

    @Test
    void aPointSpreadFunctionWithoutLightIsRefused() {
        NdArray balanced = NdArray.of(new double[] {-1, 2, -1}, 1, 3);
        Assertions.assertThatThrownBy(() -> Plan.of(DEFAULTS, Image.gray(SCENE), path -> balanced))
                .isInstanceOf(PsfException.class)
                .hasMessage("psf: the sum of the [1×3] values is 0 within rounding; give a kernel with a positive sum");
    }

    @Test
    void pixelsThatAreNotNumbersAreRefused() {
        double[] values = SCENE.toDoubles();
        values[5] = Double.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(DEFAULTS, Image.gray(NdArray.of(values, SCENE.shape())), path -> BOX))
                .withMessageStartingWith("deblur: 1 of 3828 pixels are NaN or infinite, the first at [0, 5]");
    }

    static Stream<String> everyMethod() {
        return Methods.CATALOGUE.names().stream().filter(name -> !name.equals("plug-and-play"));
    }

    private static Settings forAny(String method) {
        Settings settings = with(method);
        if (method.equals("van-cittert")) {
            return settings.withBoundary("reflect");
        }
        return List.of("admm", "primal-dual").contains(method) ? settings.withPrior("tv") : settings;
    }

    /** Nothing wraps around, nothing fails: one pixel, one row, constants, black, and a kernel larger than the image. */
    @ParameterizedTest
    @MethodSource("everyMethod")
    void oddInputsGiveValidOutput(String method) {
        Random random = new Random(2);
        for (Shape shape : List.of(Shape.of(1, 1), Shape.of(1, 6), Shape.of(5, 4))) {
            for (NdArray psf : List.of(LOPSIDED, BOX)) {
                double[] values = random.doubles(shape.size(), 0.2, 0.8).toArray();
                NdArray any = restored(forAny(method), NdArray.of(values, shape), psf);
                assertThat(any.isFinite()).as("%s", shape).isTrue();
                for (double level : new double[] {0, 0.3}) {
                    NdArray constant = NdArray.full(shape, Precision.FLOAT64, level);
                    NdArray same = restored(forAny(method), constant, psf);
                    assertThat(distance(same, constant))
                            .as("%s of %s", shape, level)
                            .isLessThan(1e-5);
                }
            }
        }
    }
}
