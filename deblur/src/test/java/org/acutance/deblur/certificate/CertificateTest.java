package org.acutance.deblur.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.acutance.deblur.certificate.Optimality.Measure;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.psf.Finding;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.Psfs;
import org.acutance.deblur.restoration.Deblurring;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Restored;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {
    private static final String PSF = "gaussian:sigma=1.6";
    private static final NdArray BLURRED = blurred();

    /** Without noise, cut out of a larger scene. */
    private static NdArray blurred() {
        NdArray kernel = Psfs.catalogue(path -> NdArray.zeros(1, 1))
                .create(PSF)
                .forRank(2)
                .kernel();
        NdArray scene = ResolutionChart.draw(96, 96);
        NdArray all = new ConvolutionMap(kernel, scene.shape(), ConvolutionMode.SAME, Boundary.REFLECT).apply(scene);
        return all.slice(0, 8, 88).slice(1, 8, 88);
    }

    private static Restored restored(Settings settings, double sigma) {
        Image observed = Image.gray(new GaussianNoise(sigma).addTo(BLURRED, 3));
        return Deblurring.run(Plan.of(settings, observed, path -> BLURRED));
    }

    private static Certificate certificate(Settings settings, double sigma) {
        return restored(settings, sigma).certificates().get(0);
    }

    private static Settings settings(String prior) {
        return Settings.of(PSF)
                .withFidelity("gaussian:sigma=0.01")
                .withPrior(prior)
                .withMethod(prior.startsWith("tv") ? "admm:tol=1e-3" : "auto");
    }

    private static String texts(Certificate certificate) {
        return String.join(
                "\n", certificate.warnings().stream().map(Finding::text).toList());
    }

    @Test
    void whereNothingVariesNothingFollowsTheNoise() {
        for (double level : new double[] {0, 0.4}) {
            Image even = Image.gray(NdArray.full(BLURRED.shape(), BLURRED.precision(), level));
            Restored restored = Deblurring.run(Plan.of(Settings.of(PSF).withPrior("tv"), even, path -> BLURRED));
            assertThat(restored.certificates().get(0).warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tv:weight=10", "bm3d"})
    void aGoodResultHasNoWarnings(String prior) {
        Certificate certificate = certificate(settings(prior), 0.01);
        assertThat(certificate.warnings()).isEmpty();
        assertThat(certificate.residual().chiSquare()).isCloseTo(0.9, within(0.15));
        assertThat(certificate.residual().whiteness()).isBetween(0.9, 1.6);
        assertThat(certificate.residual().noise()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void tooSmallAWeightRings() {
        Certificate certificate = certificate(settings("tv:weight=0.1"), 0.01);
        assertThat(certificate.lines())
                .last(InstanceOfAssertFactories.STRING)
                .matches("warning: ringing: flat parts vary \\d+\\.\\d times as much as the observation shows; give the"
                        + " prior more weight, or check that the point spread function is not too wide");
    }

    @Test
    void tooWideAPointSpreadFunctionRings() {
        Settings wide = Settings.of("gaussian:sigma=2.4")
                .withFidelity("gaussian:sigma=0.01")
                .withPrior("tv:weight=10")
                .withMethod("admm:tol=1e-3");
        assertThat(texts(certificate(wide, 0.01))).contains("ringing: flat parts vary ");
    }

    @Test
    void aWrongBoundaryIsInTheResidual() {
        Settings periodic = Settings.of("gaussian:sigma=1.6")
                .withFidelity("gaussian:sigma=0.002")
                .withPrior("gradient:weight=10")
                .withBoundary("periodic");
        assertThat(texts(certificate(periodic, 0.002)))
                .contains("times as large as the noise", "the residual is not white, its autocorrelation reaches 0.");
    }

    @Test
    void noiseThatIsTakenForLargerThanItIsIsNamed() {
        Settings large = settings("tv:weight=0.1").withFidelity("gaussian:sigma=0.1");
        Certificate certificate = certificate(large, 0.01);
        assertThat(texts(certificate)).contains("the residual is only 0.0", "times as large as the noise");
    }

    @Test
    void whiteNoiseHasAWhitenessOfOne() {
        Problem problem = problem(noise(new double[] {1}));
        Residual white = Residual.of(problem, NdArray.zeros(64, 64));
        assertThat(white.whiteness()).isCloseTo(1, within(5 * 2 / 64.0));
        assertThat(white.chiSquare()).isCloseTo(1, within(0.1));
        assertThat(white.rms()).isCloseTo(0.1, within(0.005));
        assertThat(white.correlation()).isLessThan(0.1);
        assertThat(white.samples()).isEqualTo(64 * 64);
    }

    /**
     * The autocorrelation of a sum of neighbours is 1/2 to either side, of energy 1/2, and chance adds 3/2 for a spectrum
     * that goes as {@code 1 + cos}, whose mean square is 3/2 of its squared mean.
     */
    @Test
    void neighboursThatGoTogetherAreColour() {
        Residual coloured = Residual.of(problem(noise(new double[] {1, 1})), NdArray.zeros(64, 64));
        assertThat(coloured.correlation()).isCloseTo(0.5, within(0.04));
        assertThat(coloured.whiteness()).isCloseTo(2, within(0.2));
        assertThat(coloured.chiSquare()).isCloseTo(2, within(0.2));
    }

    private static NdArray noise(double[] filter) {
        Random random = new Random(8);
        double[] white = new double[64 * 64 + filter.length];
        for (int i = 0; i < white.length; i++) {
            white[i] = 0.1 * random.nextGaussian();
        }
        double[] values = new double[64 * 64];
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < filter.length; k++) {
                values[i] += filter[k] * white[i + k];
            }
        }
        return NdArray.of(values, 64, 64);
    }

    private static Problem problem(NdArray values) {
        Observation observation = Observation.of(values, Psf.of(NdArray.of(new double[] {1}, 1, 1)));
        return new Problem(
                observation,
                Boundaries.CATALOGUE
                        .create("periodic")
                        .formation(observation.psf().kernel(), values.shape()),
                Fidelities.CATALOGUE.create("gaussian:sigma=0.1").on(observation),
                Priors.parse("none"));
    }

    @Test
    void everyKindOfMethodSaysHowNearItCame() {
        assertThat(certificate(settings("bm3d"), 0.01).optimality().measure()).isEqualTo(Measure.FIXED_POINT);
        Certificate splitting = certificate(settings("tv:weight=10"), 0.01);
        assertThat(splitting.optimality().measure()).isEqualTo(Measure.STEP);
        assertThat(splitting.optimality().value()).isLessThanOrEqualTo(1e-3);
        Certificate newton = certificate(settings("gradient:weight=50").withMethod("newton-cg"), 0.01);
        assertThat(newton.optimality().measure()).isEqualTo(Measure.GRADIENT);
        assertThat(newton.optimality().value()).isBetween(0.0, 1e-2);
        Certificate formula = certificate(Settings.of(PSF).withMethod("wiener"), 0.01);
        assertThat(formula.optimality()).hasToString("solved by a formula");
    }

    @Test
    void aSearchThatIsCutShortIsNamed() {
        Settings two = Settings.of(PSF)
                .withFidelity("gaussian:sigma=0.01")
                .withPrior("tv:weight=10")
                .withMaxIterations(2);
        assertThat(certificate(two, 0.01).warnings().get(0))
                .hasToString(
                        "warning: the search ended before it converged, at iteration 2; allow more iterations, or go"
                                + " on from this result");
    }

    @Test
    void samplesAtTheEndsOfTheTypeAreNamed() {
        NdArray cut = NdArray.elementwise(
                "expose",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.max(0, Math.min(1, 1.6 * in[0][i] - 0.3));
                    }
                },
                new GaussianNoise(0.01).addTo(BLURRED, 3));
        Image observed = Image.gray(cut).quantise(SampleType.UINT8).image();
        Settings settings =
                Settings.of(PSF).withFidelity("gaussian:sigma=0.016").withPrior("tv:weight=2");
        String texts = texts(Deblurring.run(Plan.of(settings, observed, path -> BLURRED))
                .certificates()
                .get(0));
        assertThat(texts)
                .contains("saturation: ", " % of the samples are at the end of uint8")
                .contains("clipped values: ", " % of the result lie beyond the range of uint8");
    }

    @Test
    void aKernelLargerThanTheImageIsNamed() {
        NdArray small = BLURRED.slice(0, 0, 7).slice(1, 0, 30);
        Settings settings = settings("tv:weight=10");
        Restored restored = Deblurring.run(Plan.of(settings, Image.gray(small), path -> BLURRED));
        assertThat(texts(restored.certificates().get(0))).contains("is larger than the image [7×30] along axis 0");
    }

    @Test
    void theWeightAndTheFreedomAreThoseOfTheSearch() {
        Restored found = restored(settings("tv"), 0.01);
        Certificate certificate = found.certificates().get(0);
        assertThat(certificate.weight()).startsWith("inverse-gcv finds weight ");
        assertThat(certificate.lines().get(3))
                .matches("degrees of freedom: \\d+ of 6400 samples, from the search of the" + " weight");
        assertThat(certificate.freedom().orElseThrow().value()).isBetween(100.0, 3200.0);
        assertThat(found.measure()).isEqualTo("loss");
    }

    @Test
    void freedomIsMeasuredIfAskedFor() {
        Image observed = Image.gray(new GaussianNoise(0.01).addTo(BLURRED, 3));
        Plan plan = Plan.of(settings("tv:weight=10"), observed, path -> BLURRED);
        Restored restored = Deblurring.run(plan);
        assertThat(restored.certificates().get(0).lines()).contains("degrees of freedom: not computed");
        assertThat(restored.certificates().get(0).map()).doesNotContainKey("degrees_of_freedom");
        Restored measured = new Deblurring(plan, (stage, run) -> {}, () -> false).measureFreedom(restored);
        Certificate certificate = measured.certificates().get(0);
        assertThat(certificate.lines().get(3)).endsWith(" of 6400 samples, by shifting the samples");
        assertThat(certificate.freedom().orElseThrow().value()).isBetween(100.0, 3200.0);
        assertThat(certificate.map()).containsKey("degrees_of_freedom");
    }

    @Test
    void linesAndMapSayTheSame() {
        Restored restored = restored(settings("bm3d"), 0.01);
        Certificate certificate = restored.certificates().get(0);
        assertThat(certificate.lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("optimality: [0-9.e-]+ \\(last step of fitting and denoising, over the"
                                        + " result\\)"),
                        line -> assertThat(line)
                                .matches("residual: rms 0.00\\d+, noise 0.01000, chi-square per sample [01]\\.\\d{3}"),
                        line -> assertThat(line)
                                .matches(
                                        "whiteness: autocorrelation has \\d\\.\\d\\d times the energy of white noise, at"
                                                + " most 0\\.\\d{3} off its centre"),
                        line -> assertThat(line).isEqualTo("degrees of freedom: not computed"),
                        line -> assertThat(line).isEqualTo("weight: bm3d 1.000, as given"));
        assertThat(certificate.map().keySet())
                .containsExactly(
                        "optimality",
                        "optimality_measure",
                        "residual_rms",
                        "noise",
                        "chi_square",
                        "whiteness",
                        "correlation",
                        "weight",
                        "warnings");
        assertThat(certificate.map()).containsEntry("warnings", List.of());
        assertThat(restored.measure()).isEqualTo("denoised");
        assertThat(restored.hasLoss()).isFalse();
    }

    @Test
    void uncertaintyFollowsTheModel() {
        Image observed = Image.gray(BLURRED.slice(0, 20, 52).slice(1, 20, 52));
        for (String prior : List.of("gradient:weight=10", "tv:weight=10", "log-hessian:weight=10,scale=0.05")) {
            Plan plan = Plan.of(settings(prior).withBoundary("reflect"), observed, path -> BLURRED);
            Deblurring deblurring = new Deblurring(plan, (stage, run) -> {}, () -> false);
            var found =
                    deblurring.uncertainty(deblurring.run(), OptionalInt.of(16)).get(0);
            assertThat(found.meaning())
                    .startsWith("posterior standard deviation under prior "
                            + (prior.startsWith("gradient") ? "gradient" : "total variation"));
            assertThat(found.deviation().shape()).isEqualTo(Shape.of(32, 32));
            assertThat(found.deviation().max()).as(prior).isBetween(1e-4, 0.3);
        }
    }
}
