package org.acutance.deblur.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.acutance.deblur.image.Noises;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.ConvolutionMap;
import org.acutance.math.optimize.Proximal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FidelitiesTest {
    private static final Psf LINE = Psfs.catalogue().create("delta").forRank(1);

    private static DataTerm term(String written, double observed) {
        return Fidelities.CATALOGUE.create(written).on(Observation.of(NdArray.vector(observed), LINE));
    }

    private static double distance(String written, double predicted, double observed) {
        return term(written, observed)
                .distance(Tensor.of(NdArray.vector(predicted)))
                .item();
    }

    private static double slope(String written, double predicted, double observed) {
        return Gradients.grad(x -> term(written, observed).distance(x))
                .apply(Tensor.of(NdArray.vector(predicted)))
                .value()
                .get(0);
    }

    /** Values worked out by hand. */
    @Test
    void valuesAreThoseOfTheFormulas() {
        assertThat(distance("gaussian:sigma=0.5", 3, 1)).isCloseTo(8, within(1e-12));
        double counts = 6 - 4 + 4 * Math.log(4 / 6.0);
        assertThat(distance("poisson:gain=0.5,readout=0,background=1", 4, 3)).isCloseTo(counts, within(1e-12));
        double shifted = 10 - 8 + 8 * Math.log(8 / 10.0);
        assertThat(distance("poisson:gain=0.5,readout=1,background=1", 4, 3)).isCloseTo(shifted, within(1e-12));
        double roots = 2 * (Math.sqrt(6.375) - Math.sqrt(4.375));
        assertThat(distance("anscombe:gain=0.5,readout=0,background=1", 4, 3))
                .isCloseTo(roots * roots / 2, within(1e-12));
        assertThat(distance("huber:sigma=0.5,threshold=2", 1.5, 1)).isCloseTo(0.5, within(1e-12));
        assertThat(distance("huber:sigma=0.5,threshold=2", 3, 1)).isCloseTo(6, within(1e-12));
        assertThat(distance("l1:scale=0.5", 3, 1)).isCloseTo(4, within(1e-12));
    }

    /** Below no light the loss is finite and pulls back; without a count its minimum is where there is no light. */
    @Test
    void poissonIsContinuedBelowNoLight() {
        String poisson = "poisson:gain=1,readout=0";
        assertThat(distance(poisson, -1, 4)).isFinite().isGreaterThan(distance(poisson, 0.001, 4));
        assertThat(slope(poisson, -1, 4)).isNegative();
        assertThat(slope(poisson, 0, 0)).isCloseTo(0, within(1e-12));
        assertThat(slope(poisson, -0.1, 0)).isNegative();
        assertThat(distance(poisson, 0.01 - 1e-9, 3)).isCloseTo(distance(poisson, 0.01 + 1e-9, 3), within(1e-5));
        Proximal strict = term(poisson, 4).proximal().orElseThrow();
        assertThat(strict.value(NdArray.vector(-1))).isInfinite();
        assertThat(strict.value(NdArray.vector(0))).isInfinite();
        assertThat(term(poisson, 0).proximal().orElseThrow().value(NdArray.vector(0)))
                .isZero();
    }

    static List<String> withProximal() {
        return List.of(
                "gaussian:sigma=0.5",
                "l2",
                "poisson:gain=0.3,readout=0.2,background=0.1",
                "poisson:gain=0.3,readout=0",
                "anscombe:gain=0.3,readout=0.2,background=0.1",
                "huber:sigma=0.2",
                "l1:scale=0.3");
    }

    /** No point of a fine grid is better than the proximal point. */
    @ParameterizedTest
    @MethodSource("withProximal")
    void proximalMapsMinimise(String written) {
        for (double observed : new double[] {-0.5, 0, 0.4, 3}) {
            Proximal function = term(written, observed).proximal().orElseThrow();
            for (double x : new double[] {-2, -0.1, 0.3, 2, 10}) {
                for (double step : new double[] {0.01, 1, 20}) {
                    requireMinimum(function, x, step);
                }
            }
        }
    }

    private static void requireMinimum(Proximal function, double x, double step) {
        double z = function.prox(NdArray.vector(x), step).get(0);
        double best = envelope(function, x, step, z);
        for (double other = -4; other <= 12; other += 0.01) {
            assertThat(envelope(function, x, step, other)).isGreaterThanOrEqualTo(best - 1e-10 * (1 + best));
        }
        for (double near : new double[] {-1e-5, 1e-5}) {
            assertThat(envelope(function, x, step, z + near)).isGreaterThanOrEqualTo(best - 1e-12 * (1 + best));
        }
    }

    private static double envelope(Proximal function, double x, double step, double z) {
        return step * function.value(NdArray.vector(z)) + (z - x) * (z - x) / 2;
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "norm", "l2", "gaussian", "poisson", "anscombe", "huber", "l1"})
    void samplesOfWeightNothingMayBeAnything(String written) {
        NdArray weights = NdArray.vector(1, 0, 1, 0, 2, 1, 1, 1);
        NdArray values = NdArray.vector(1, Double.NaN, 2, Double.POSITIVE_INFINITY, 1.5, 1, 1.2, 0.8);
        DataTerm term = Fidelities.CATALOGUE.create(written).on(new Observation(values, Optional.of(weights), LINE));
        NdArray predicted = NdArray.vector(1.1, -7, 1.8, 9, 1.4, 1.1, 1, 1);
        NdArray other = NdArray.vector(1.1, 5, 1.8, -3, 1.4, 1.1, 1, 1);
        double distance = term.distance(Tensor.of(predicted)).item();
        assertThat(distance)
                .isFinite()
                .isEqualTo(term.distance(Tensor.of(other)).item());
        NdArray gradient =
                Gradients.grad(term::distance).apply(Tensor.of(predicted)).value();
        assertThat(gradient.isFinite()).isTrue();
        assertThat(gradient.get(1)).isZero();
        assertThat(gradient.get(3)).isZero();
        term.variance().ifPresent(variance -> assertThat(variance.min()).isPositive());
        term.proximal().ifPresent(function -> {
            assertThat(function.value(predicted)).isFinite();
            assertThat(function.prox(predicted, 0.5).get(1)).isEqualTo(-7);
        });
    }

    private static NdArray blurredChart(int extent, Psf psf) {
        NdArray scene = ResolutionChart.draw(extent, extent);
        return new ConvolutionMap(psf.kernel(), scene.shape(), ConvolutionMode.VALID, Boundary.ZERO).apply(scene);
    }

    /** What was put in the place of masked samples is no band of rounding. */
    @Test
    void maskedSamplesOfPhotonsAreNotSaidToBeDithered() {
        Psf psf = Psfs.catalogue().create("gaussian:sigma=1.5").forRank(2);
        NdArray light = blurredChart(128, psf);
        double[] samples =
                Noises.CATALOGUE.create("poisson:peak=200").addTo(light, 5).toDoubles();
        double[] counting = new double[samples.length];
        Arrays.fill(counting, 1);
        samples[500] = 9;
        counting[500] = 0;
        Observation observation = new Observation(
                NdArray.of(samples, light.shape()), Optional.of(NdArray.of(counting, light.shape())), psf);
        assertThat(Fidelities.CATALOGUE.create("auto").on(observation).description())
                .startsWith("photon noise")
                .doesNotContain("bands");
    }

    @Test
    void autoChoosesByTheNoiseAndSaysWhy() {
        Psf psf = Psfs.catalogue().create("gaussian:sigma=1.5").forRank(2);
        NdArray clean = blurredChart(200, psf);
        assertThat(chosen(clean, "gaussian:sigma=0.02", psf))
                .startsWith("Gaussian noise of sigma 0.0")
                .contains("since the variance of the noise does not grow with the level");
        assertThat(chosen(clean, "poisson:peak=100", psf))
                .startsWith("photon noise with gain 0.0")
                .contains("since the variance of the noise grows with the level");
        assertThat(chosen(clean, "impulse:share=0.03", psf))
                .startsWith("noise of sigma ")
                .contains("% of the samples are far from their neighbours");
    }

    private static String chosen(NdArray clean, String noise, Psf psf) {
        NdArray image = Noises.CATALOGUE.create(noise).addTo(clean, 4);
        return Fidelities.CATALOGUE
                .create("auto")
                .on(Observation.of(image, psf))
                .description();
    }

    @Test
    void variancesComeFromAFile() {
        NdArray variances = NdArray.vector(0.5, Double.NaN, 2);
        DataTerm term = Fidelities.catalogue(path -> variances)
                .create("gaussian-map:variances.npy")
                .on(Observation.of(NdArray.vector(1, 2, 3), LINE));
        assertThat(term.distance(Tensor.of(NdArray.vector(2, 9, 5))).item()).isCloseTo(2, within(1e-12));
        assertThatThrownBy(() -> Fidelities.catalogue(path -> NdArray.zeros(3))
                        .create("gaussian-map:variances.npy")
                        .on(Observation.of(NdArray.vector(1, 2, 3), LINE)))
                .hasMessage("gaussian-map: no sample has a positive variance and weight; give the variance of each"
                        + " sample, in squared units of samples from 0 to 1");
    }

    @Test
    void invalidPixelsAreRefusedOrMasked() {
        NdArray values = NdArray.vector(1, Double.NaN, 3, Double.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> InvalidPixels.REFUSE.observe("deblur", values, LINE))
                .hasMessage(
                        "deblur: 2 of 4 pixels are NaN or infinite, the first at [1]; replace them, or leave them out by --invalid mask");
        Observation masked = InvalidPixels.MASK.observe("deblur", values, LINE);
        assertThat(masked.weights()).contains(NdArray.vector(1, 0, 1, 0));
        assertThat(masked.values()).isEqualTo(NdArray.vector(1, 2, 3, 3));
        assertThat(InvalidPixels.count(values)).isEqualTo(2);
        assertThatThrownBy(() -> InvalidPixels.MASK.observe("deblur", NdArray.vector(Double.NaN), LINE))
                .hasMessageStartingWith("deblur: 1 of 1 pixels are NaN or infinite");
    }
}
