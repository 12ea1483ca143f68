package org.acutance.deblur.restoration;

import static org.acutance.deblur.image.Reference.distance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.linear.ConvolutionMap;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every formula and every classic iteration, and the defects that are known of others. */
class ClassicMethodsTest {
    private static final NdArray POINT = NdArray.of(new double[] {1}, 1, 1);
    private static final NdArray PSF = NdArray.of(new double[] {0, 1, 0, 2, 4, 1, 0, 3, 1, 0, 1, 0, 0, 0, 2}, 3, 5)
            .times(1 / 15.0);
    private static final NdArray SCENE = scene(Shape.of(24, 31));

    /** A smooth background with bright points and a dark square. */
    private static NdArray scene(Shape shape) {
        Random random = new Random(7);
        int columns = shape.extent(1);
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            boolean dark = i / columns > 8 && i / columns < 14 && i % columns > 10 && i % columns < 18;
            values[i] = dark ? 0.02 : 0.3 + 0.1 * Math.sin(0.4 * i / columns) + (random.nextInt(40) == 0 ? 0.5 : 0);
        }
        return NdArray.of(values, shape);
    }

    private static NdArray blur(NdArray scene, NdArray psf, Boundary boundary) {
        return new ConvolutionMap(psf, scene.shape(), ConvolutionMode.SAME, boundary).apply(scene);
    }

    private static NdArray noisy(NdArray blurred, double deviation) {
        Random random = new Random(3);
        double[] values = blurred.toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] += deviation * random.nextGaussian();
        }
        return NdArray.of(values, blurred.shape());
    }

    private static Plan plan(NdArray observed, NdArray psf, String boundary, String method) {
        Settings settings =
                Settings.of("file:psf").withPrior("none").withBoundary(boundary).withMethod(method);
        return Plan.of(settings, Image.gray(observed), path -> psf);
    }

    private static Solution solve(NdArray observed, NdArray psf, String boundary, String method) {
        return Deblurring.run(plan(observed, psf, boundary, method)).channels().get(0);
    }

    private static NdArray restore(NdArray observed, NdArray psf, String boundary, String method) {
        return Deblurring.run(plan(observed, psf, boundary, method))
                .image()
                .channels()
                .get(0);
    }

    /** The formulas and the classic iterations: what brings its data term along. */
    private static Stream<Entry<Method>> classics() {
        return Methods.CATALOGUE.entries().stream()
                .filter(entry ->
                        Methods.CATALOGUE.create(entry.name()).ownFidelity().isPresent());
    }

    /** Every entry; a picture this small and rough tells Wiener and Tikhonov nothing about its noise. */
    static Stream<String> methods() {
        return Stream.concat(
                classics()
                        .map(Entry::name)
                        .map(name -> name.equals("wiener") ? "wiener:balance=1e-4" : name)
                        .map(name -> name.equals("tikhonov") ? "tikhonov:weight=1e-4" : name),
                Stream.of(
                        "tikhonov:noise=0.001,regulariser=gradient",
                        "richardson-lucy:acceleration=biggs-andrews",
                        "richardson-lucy:acceleration=squarem",
                        "richardson-lucy:readout=0.01,photons=1000,damping=1,iterations=9"));
    }

    static Stream<String> positiveMethods() {
        return methods().filter(method -> method.matches("(richardson|cmle|gmle|nnls|ictm|isra).*"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void constantsStayConstant(String method) {
        for (Shape shape : List.of(Shape.of(1, 1), Shape.of(1, 7), Shape.of(6, 5))) {
            for (double level : new double[] {0, 0.4}) {
                NdArray constant = NdArray.full(shape, Precision.FLOAT64, level);
                NdArray restored = restore(constant, PSF, "periodic", method);
                assertThat(distance(restored, constant))
                        .as("%s of %s", shape, level)
                        .isLessThan(1e-5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aPointMovesNothingAndLightIsKept(String method) {
        NdArray blurred = blur(SCENE, PSF, Boundary.PERIODIC);
        NdArray restored = restore(blurred, PSF, "periodic", method);
        double relative = method.contains("damping") || method.matches("[cg]mle|ictm") ? 0.02 : 1e-3;
        assertThat(restored.sum()).isCloseTo(blurred.sum(), within(relative * blurred.sum()));
        NdArray same = restore(SCENE, POINT, "periodic", method);
        assertThat(Quality.psnr(SCENE, same, 1)).isGreaterThan(method.matches("[cg]mle|unsupervised.*") ? 20 : 34);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aKernelWithoutSymmetryIsUndone(String method) {
        if (method.equals("van-cittert")) {
            return;
        }
        NdArray blurred = blur(SCENE, PSF, Boundary.PERIODIC);
        NdArray restored = restore(noisy(blurred, 1e-3), PSF, "periodic", method);
        assertThat(Quality.psnr(SCENE, restored, 1)).isGreaterThan(Quality.psnr(SCENE, blurred, 1) + 0.5);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void flipsAndPermutationsCommute(String method) {
        if (method.startsWith("unsupervised")) {
            return;
        }
        String fixed = fixed(method);
        NdArray blurred = blur(SCENE, PSF, Boundary.PERIODIC);
        NdArray restored = restore(blurred, PSF, "periodic", fixed);
        NdArray flipped = restore(blurred.flip(0), PSF.flip(0), "periodic", fixed);
        NdArray permuted = restore(blurred.permute(1, 0), PSF.permute(1, 0), "periodic", fixed);
        assertThat(distance(flipped.flip(0), restored)).isLessThan(1e-6);
        assertThat(distance(permuted.permute(1, 0), restored)).isLessThan(1e-6);
    }

    /** With a number of iterations, because what is held out at random does not move with the image. */
    private static String fixed(String method) {
        boolean counted = classics()
                .filter(entry -> entry.parameters().stream()
                        .anyMatch(parameter -> parameter.name().equals("iterations")))
                .anyMatch(entry -> method.startsWith(entry.name()));
        if (!counted || method.contains("iterations")) {
            return method;
        }
        return method + (method.contains(":") ? "," : ":") + "iterations=7";
    }

    @ParameterizedTest
    @MethodSource("positiveMethods")
    void nothingFallsBelowZero(String method) {
        NdArray observed = noisy(blur(SCENE, PSF, Boundary.ZERO), 0.02);
        for (String boundary : List.of("zero", "unknown")) {
            Solution solution = solve(observed, PSF, boundary, method);
            assertThat(solution.x().min()).isNotNegative();
            assertThat(solution.x().isFinite()).isTrue();
        }
    }

    /** Five of a hundred pixels below 0, which leaves other programs with nothing. */
    @ParameterizedTest
    @MethodSource("positiveMethods")
    void negativePixelsDoNotSpoilTheRest(String method) {
        NdArray faint = SCENE.minus(NdArray.scalar(0.3));
        NdArray scene = NdArray.elementwise(
                "faint",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.max(0, in[0][i]);
                    }
                },
                faint);
        NdArray observed = noisy(blur(scene, PSF, Boundary.PERIODIC), 0.01);
        long negative = DoubleStream.of(observed.toDoubles()).filter(v -> v < 0).count();
        assertThat((double) negative / observed.size()).isGreaterThan(0.05);
        NdArray restored = restore(observed, PSF, "periodic", method);
        assertThat(Quality.psnr(scene, restored, 1)).isGreaterThan(Quality.psnr(scene, observed, 1));
    }

    @Test
    void thePlanTellsOfNegativePixels() {
        NdArray observed = NdArray.of(new double[] {0.1, -0.2, 0.3, 0.2}, 2, 2);
        assertThat(plan(observed, PSF, "unknown", "richardson-lucy").explain())
                .contains("method: note: 1 of 4 pixels are negative and count as 0; give the readout noise if that is"
                        + " why, or a background")
                .contains("loss: the I-divergence, the likelihood of photon counts + none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "squarem"})
    void theLikelihoodNeverFalls(String acceleration) {
        NdArray observed = noisy(blur(SCENE, PSF, Boundary.ZERO), 0.01);
        String method = "richardson-lucy:iterations=60,tolerance=0,acceleration=" + acceleration;
        List<Double> values = solve(observed, PSF, "unknown", method).history().stream()
                .map(iteration -> iteration.fun())
                .toList();
        for (int i = 1; i < values.size(); i++) {
            assertThat(values.get(i)).isLessThanOrEqualTo(values.get(i - 1) * (1 + 1e-12));
        }
    }

    @Test
    void accelerationsGetFurther() {
        NdArray observed = noisy(blur(SCENE, PSF, Boundary.ZERO), 0.01);
        double plain =
                solve(observed, PSF, "unknown", "richardson-lucy:iterations=20").fun();
        for (String way : List.of("biggs-andrews", "squarem")) {
            Solution fast = solve(observed, PSF, "unknown", "richardson-lucy:iterations=20,acceleration=" + way);
            assertThat(fast.fun()).as(way).isLessThan(plain);
        }
    }

    @Test
    void aPriorIsUsedOneStepLate() {
        NdArray observed = noisy(blur(SCENE, PSF, Boundary.PERIODIC), 0.05);
        Settings settings = Settings.of("file:psf")
                .withBoundary("periodic")
                .withPrior("gradient:weight=0.2")
                .withMethod("richardson-lucy:iterations=100");
        Restored smooth = Deblurring.run(Plan.of(settings, Image.gray(observed), path -> PSF));
        NdArray rough = restore(observed, PSF, "periodic", "richardson-lucy:iterations=100");
        NdArray restored = smooth.image().channels().get(0);
        assertThat(Quality.psnr(SCENE, restored, 1)).isGreaterThan(Quality.psnr(SCENE, rough, 1) + 1);
    }

    private static Plan withPrior(String prior, String method) {
        NdArray observed = noisy(blur(SCENE, PSF, Boundary.PERIODIC), 0.05);
        Settings settings = Settings.of("file:psf")
                .withBoundary("periodic")
                .withPrior(prior)
                .withMethod(method);
        return Plan.of(settings, Image.gray(observed), path -> PSF);
    }

    private static NdArray restoredWith(String prior) {
        return Deblurring.run(withPrior(prior, "richardson-lucy:iterations=100"))
                .image()
                .channels()
                .get(0);
    }

    @Test
    void totalVariationIsUsedOneStepLate() {
        NdArray restored = restoredWith("tv:weight=0.05");
        NdArray rough = restoredWith("none");
        assertThat(Quality.psnr(SCENE, restored, 1)).isGreaterThan(Quality.psnr(SCENE, rough, 1) + 1);
        assertThat(restored).isEqualTo(restoredWith("smoothed-tv:weight=0.05"));
        assertThat(distance(restoredWith("tv:weight=0.05,form=anisotropic"), restored))
                .isBetween(1e-3, 0.2);
        assertThat(withPrior("tv:weight=0.05", "richardson-lucy").explain())
                .contains("method: note: the kinks of prior tv are rounded, as those of smoothed-tv");
    }

    @Test
    void whatMultipliesIsNotNegativeAnyway() {
        assertThat(restoredWith("tv:weight=0.05+non-negative")).isEqualTo(restoredWith("tv:weight=0.05"));
        assertThat(restoredWith("non-negative")).isEqualTo(restoredWith("none"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withPrior("tv:weight=0.05+box", "richardson-lucy"))
                .withMessage(
                        "deblur: method richardson-lucy: it keeps the scene from going below 0 and no other limits,"
                                + " but the prior is tv+box; use method auto, l-bfgs-b or projected-gradient");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withPrior("wavelet:weight=1", "richardson-lucy"))
                .withMessage(
                        "deblur: method richardson-lucy: prior wavelet cannot be differentiated; use method auto or"
                                + " another prior, such as tv or smoothed-tv");
    }

    @Test
    void iterationsEndBeforeNoiseIsFitted() {
        NdArray observed = noisy(blur(SCENE, PSF, Boundary.PERIODIC), 0.05);
        NdArray found = restore(observed, PSF, "periodic", "richardson-lucy");
        NdArray many = restore(observed, PSF, "periodic", "richardson-lucy:iterations=500");
        assertThat(Quality.psnr(SCENE, found, 1)).isGreaterThan(Quality.psnr(SCENE, many, 1) + 2);
        assertThat(solve(observed, PSF, "periodic", "richardson-lucy").reason()).isEqualTo(Reason.ITERATIONS_DONE);
    }

    /** It adds the residual pixel by pixel, and must not see the pixels by which the number of steps is found. */
    @Test
    void vanCittertEndsBeforeNoiseIsFitted() {
        NdArray kernel =
                NdArray.of(new double[] {1, 2, 1, 2, 8, 2, 1, 2, 1}, 3, 3).times(1 / 20.0);
        NdArray observed = noisy(blur(SCENE, kernel, Boundary.PERIODIC), 0.05);
        double found = Quality.psnr(SCENE, restore(observed, kernel, "periodic", "van-cittert"), 1);
        double many = Quality.psnr(SCENE, restore(observed, kernel, "periodic", "van-cittert:iterations=500"), 1);
        assertThat(found).isGreaterThan(many + 0.5);
    }

    @Test
    void negativePointSpreadFunctionsAreRefusedUnlessClipped() {
        NdArray psf = NdArray.of(new double[] {-0.1, 0.3, 0.8}, 1, 3);
        NdArray observed =
                blur(SCENE, NdArray.of(new double[] {0, 0.3, 0.8}, 1, 3).times(1 / 1.1), Boundary.PERIODIC);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(observed, psf, "periodic", "richardson-lucy"))
                .withMessage("deblur: method richardson-lucy: the point spread function has negative values, and light"
                        + " does not take away; say negative-psf=clip, mend it, or use wiener");
        NdArray restored = restore(observed, psf, "periodic", "richardson-lucy:negative-psf=clip,iterations=100");
        assertThat(distance(restored, SCENE)).isLessThan(0.05);
    }

    @Test
    void aFormulaNeedsACircularBlur() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(SCENE, PSF, "zero", "wiener"))
                .withMessage(
                        "deblur: method wiener: it solves in the Fourier domain, where the blur has to be circular;"
                                + " use boundary unknown, which continues the frame, or periodic");
    }

    @Test
    void whatAMethodCannotUseIsRefused() {
        Settings settings = Settings.of("file:psf").withBoundary("periodic").withMethod("wiener");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(settings.withPrior("gradient:weight=1"), Image.gray(SCENE), path -> PSF))
                .withMessage("deblur: method wiener cannot use prior gradient:weight=1; use prior none and the method's"
                        + " own parameters, or take another method");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(settings.withFidelity("l2"), Image.gray(SCENE), path -> PSF))
                .withMessage("deblur: method wiener cannot use fidelity l2, it has its own: ||h*x - y||^2 + balance"
                        + " ||Lx||^2; leave the fidelity out or take another method");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmle", "gmle", "nnls", "isra", "ictm"})
    void aLimitThatAMethodKeepsByItselfMayBeAskedFor(String method) {
        Settings settings = Settings.of("file:psf").withBoundary("periodic").withMethod(method);
        Image observed = Image.gray(blur(SCENE, PSF, Boundary.PERIODIC));
        Plan plain = Plan.of(settings, observed, path -> PSF);
        Plan limited = Plan.of(settings.withPrior("non-negative"), observed, path -> PSF);
        assertThat(restored(limited)).isEqualTo(restored(plain));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(settings.withPrior("at-least:level=0.1"), observed, path -> PSF))
                .withMessageStartingWith("deblur: method " + method + " cannot use prior at-least:level=0.1");
    }

    private static NdArray restored(Plan plan) {
        return Deblurring.run(plan).image().colours().get(0);
    }

    @Test
    void aBlackStartIsRefusedWhereItWouldStayBlack() {
        Plan plan = Plan.of(
                Settings.of("file:psf").withPrior("none").withStart("zeros").withMethod("richardson-lucy"),
                Image.gray(SCENE),
                path -> PSF);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deblurring.run(plan))
                .withMessage("deblur: method richardson-lucy has to start above 0, where it multiplies, but the start"
                        + " lies between 0.0 and 0.0; use start observed, or flat with a level above 0");
    }
}
