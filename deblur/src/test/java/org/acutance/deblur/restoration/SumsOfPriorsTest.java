package org.acutance.deblur.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.TestScene;
import org.acutance.deblur.method.Limits;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Start;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.prior.Prior;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.ConvolutionMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The primal-dual method against methods that need all derivatives, and alone where nothing else takes the sum. */
class SumsOfPriorsTest {
    private static final Settings SETTINGS =
            Settings.of("gaussian:sigma=1.8,size=11").withFidelity("gaussian:sigma=0.02");

    private static Plan plan(String prior, String method) {
        NdArray kernel =
                Psfs.catalogue().create("gaussian:sigma=1.8,size=11").forRank(2).kernel();
        NdArray scene = TestScene.of(46, 46).times(1 / 255.0);
        NdArray sharp = new ConvolutionMap(kernel, scene.shape(), ConvolutionMode.VALID, Boundary.ZERO).apply(scene);
        Image observed = Image.gray(new GaussianNoise(0.02).addTo(sharp, 5));
        return Plan.of(SETTINGS.withPrior(prior).withMethod(method), observed, path -> kernel);
    }

    private static double loss(Plan plan, NdArray scene) {
        Problem problem = plan.channels().get(0);
        Tensor predicted = Tensor.of(problem.formation().predict(scene));
        return problem.data().distance(predicted).item() + problem.prior().value(scene, problem.domain());
    }

    @ParameterizedTest
    @CsvSource({
        "smoothed-tv:weight=7,l-bfgs",
        "good-roughness:weight=3,l-bfgs",
        "good-roughness:weight=3+smoothed-tv:weight=4,l-bfgs",
        "tv:weight=7,admm"
    })
    void thePrimalDualMethodReachesTheLossOfOthers(String prior, String method) {
        Plan plan = plan(prior, "primal-dual");
        Restored restored = Deblurring.run(plan);
        double other =
                loss(plan, Deblurring.run(plan(prior, method)).channels().get(0).x());
        assertThat(restored.success()).isTrue();
        assertThat(loss(plan, restored.channels().get(0).x())).isCloseTo(other, within(2e-4 * other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tv", "tgv", "hessian-schatten", "log-hessian", "hyper-laplacian", "wavelet"})
    void aPriorWithDerivativesOnlyGoesWithOneWithKinks(String kinked) {
        assertThat(plan("good-roughness:weight=3+" + kinked + ":weight=1", "auto")
                        .explain())
                .anyMatch(line -> line.startsWith("method: auto") && line.contains("takes primal-dual"));
    }

    /** The same prior as one that has a proximal map, but known by its value alone. */
    @Test
    void aFunctionOfTheUserGoesWithAPriorWithKinks() {
        Plan known = plan("tv:weight=4+tikhonov:weight=20", "admm");
        Problem problem = known.channels().get(0);
        Prior squares = Prior.of((Tensor x) -> x.square().sum().times(0.5));
        Problem mixed = problem.with(new Regulariser(
                List.of(part("tv", Priors.CATALOGUE.create("tv").prior(), 4), part("squares", squares, 20))));
        NdArray start = NdArray.zeros(problem.domain().shape(), Precision.FLOAT64);
        NdArray scene = Methods.CATALOGUE
                .create("auto")
                .solver(mixed, Limits.NONE)
                .solve(Start.at(start), Watch.NOBODY)
                .solution()
                .x();
        double other = loss(known, Deblurring.run(known).channels().get(0).x());
        assertThat(loss(known, scene)).isCloseTo(other, within(2e-4 * other));
    }

    private static Regulariser.Weighted part(String name, Prior prior, double weight) {
        return new Regulariser.Weighted(name, prior, OptionalDouble.of(weight));
    }
}
