package org.acutance.deblur.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.acutance.deblur.image.Noises;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseReportTest {
    private static final NdArray CHART = ResolutionChart.draw(256, 256);

    private static Psf psf(String written, int rank) {
        return Psfs.catalogue().create(written).forRank(rank);
    }

    /** The scene goes on beyond the frame. */
    private static NdArray blurred(NdArray scene, Psf psf) {
        return new ConvolutionMap(psf.kernel(), scene.shape(), ConvolutionMode.VALID, Boundary.ZERO).apply(scene);
    }

    private static NdArray noisy(NdArray image, String noise) {
        return Noises.CATALOGUE.create(noise).addTo(image, 11);
    }

    private static NdArray rounded(NdArray image, int levels) {
        double[] values = Arrays.stream(image.toDoubles())
                .map(value -> Math.max(0, Math.min(1, Math.rint(value * levels) / levels)))
                .toArray();
        return NdArray.of(values, image.shape());
    }

    private static NoiseReport report(NdArray image, Psf psf) {
        return NoiseReport.of(image, Optional.empty(), psf);
    }

    /** Kernels with sharp edges leave a trace of the chart's sharp edges everywhere in the spectrum. */
    @ParameterizedTest
    @CsvSource({"gaussian:sigma=1x3, 0", "disk:radius=3, 0.0004", "'motion:length=15,angle=30', 0.0004"})
    void findsTheDeviationOfGaussianNoise(String written, double leak) {
        Psf psf = psf(written, 2);
        NdArray clean = blurred(CHART, psf);
        for (double sigma : new double[] {0.002, 0.01, 0.05}) {
            NoiseReport report = report(noisy(clean, "gaussian:sigma=" + sigma), psf);
            assertThat(report.sigma()).isCloseTo(sigma, within(0.03 * sigma + leak));
            assertThat(report.kind()).isEqualTo(NoiseReport.Kind.CONSTANT);
        }
    }

    /** Rounding is noise too, of variance 1/12 of the squared step. */
    @Test
    void findsTheNoiseOfEightBits() {
        Psf psf = psf("gaussian:sigma=1x3", 2);
        NdArray image = rounded(noisy(blurred(CHART, psf), "gaussian:sigma=0.004"), 255);
        double expected = Math.sqrt(0.004 * 0.004 + 1 / (12 * 255.0 * 255.0));
        assertThat(report(image, psf).sigma()).isCloseTo(expected, within(0.04 * expected));
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "500, 0", "5000, 0", "50, 0.02", "500, 0.02"})
    void findsGainAndReadoutOfPhotonNoise(double peak, double readout) {
        Psf psf = psf("gaussian:sigma=1.5", 2);
        NdArray image = noisy(blurred(CHART, psf), "poisson:peak=" + peak + ",readout=" + readout);
        NoiseReport report = report(image, psf);
        assertThat(report.kind()).isEqualTo(NoiseReport.Kind.PHOTONS);
        PhotonNoise photons = report.photons().orElseThrow();
        assertThat(photons.gain() * peak).isCloseTo(1, within(0.08));
        double atMean = 0.4 / peak + readout * readout;
        assertThat(photons.variance(0.4)).isCloseTo(atMean, within(0.05 * atMean));
    }

    @Test
    void findsTheNoiseOfVolumes() {
        double[] values = new double[24 * 40 * 40];
        Arrays.setAll(values, i -> 0.1 + (i / 7 % 40 > 20 ? 0.5 : 0) + (i / 1600 > 12 ? 0.3 : 0));
        Psf psf = psf("gaussian:sigma=1.5x1x1", 3);
        NdArray clean = blurred(NdArray.of(values, 24, 40, 40), psf);
        assertThat(report(noisy(clean, "gaussian:sigma=0.02"), psf).sigma()).isCloseTo(0.02, within(0.001));
        PhotonNoise photons =
                report(noisy(clean, "poisson:peak=200"), psf).photons().orElseThrow();
        assertThat(200 * photons.gain()).isCloseTo(1, within(0.15));
    }

    @Test
    void impulsesAreFoundAndDoNotCount() {
        Psf psf = psf("gaussian:sigma=1.5", 2);
        NdArray clean = noisy(blurred(CHART, psf), "gaussian:sigma=0.01");
        NoiseReport report = report(noisy(clean, "impulse:share=0.05"), psf);
        assertThat(report.kind()).isEqualTo(NoiseReport.Kind.IMPULSES);
        assertThat(report.impulses()).isBetween(0.025, 0.052);
        // Impulses that differ little from what they replaced stay; uncleaned, the deviation would be above 0.1.
        assertThat(report.sigma()).isBetween(0.0095, 0.08);
        assertThat(report(clean, psf).impulses()).isLessThan(1e-4);
        assertThat(report.reason()).endsWith("% of the samples are far from their neighbours");
    }

    @Test
    void saturatedSamplesDoNotCount() {
        Psf psf = psf("gaussian:sigma=1.5", 2);
        NdArray bright = blurred(CHART, psf).times(1.4);
        NoiseReport report = report(rounded(noisy(bright, "gaussian:sigma=0.02"), 255), psf);
        assertThat(report.saturated()).isGreaterThan(0.01);
        assertThat(report.usable().sum() / report.usable().size()).isCloseTo(1 - report.saturated(), within(0.01));
        assertThat(report(rounded(bright, 255), psf).saturated()).isZero();
    }

    @Test
    void whatIsMaskedMayBeAnything() {
        Psf psf = psf("gaussian:sigma=1.5", 2);
        double[] values = noisy(blurred(CHART, psf), "gaussian:sigma=0.02").toDoubles();
        double[] weights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            weights[i] = i % 97 == 0 ? 0 : 1;
            values[i] = i % 97 == 0 ? Double.NaN : values[i];
        }
        Shape shape = blurred(CHART, psf).shape();
        NoiseReport report = NoiseReport.of(NdArray.of(values, shape), Optional.of(NdArray.of(weights, shape)), psf);
        assertThat(report.sigma()).isCloseTo(0.02, within(0.001));
    }

    /** Whoever simulates a blur without noise has it; nobody knows a blur as well as that. */
    @Test
    void noNoiseCountsAsAThousandthOfTheSpread() {
        Psf psf = psf("gaussian:sigma=1.5", 2);
        NdArray clean = blurred(CHART, psf);
        NdArray deviation = clean.minus(NdArray.scalar(clean.sum() / clean.size()));
        double spread = deviation.norm() / Math.sqrt(clean.size());
        assertThat(report(clean, psf).sigma()).isCloseTo(1e-3 * spread, within(1e-9));
    }

    @Test
    void constantAndTinyImagesHaveAPositiveDeviation() {
        Psf plane = psf("gaussian:sigma=1", 2);
        for (Shape shape : new Shape[] {Shape.of(1, 1), Shape.of(1, 6), Shape.of(5, 4), Shape.of(40, 30)}) {
            for (double value : new double[] {0, 0.3}) {
                NoiseReport report = report(NdArray.full(shape, Precision.FLOAT32, value), plane);
                assertThat(report.sigma()).isPositive().isLessThan(1e-3);
                assertThat(report.kind()).isEqualTo(NoiseReport.Kind.CONSTANT);
            }
        }
    }

    @Test
    void aKnownGainLeavesTheRestToTheReadout() {
        Psf psf = psf("gaussian:sigma=1.5", 2);
        NdArray image = noisy(blurred(CHART, psf), "poisson:peak=100,readout=0.05");
        PhotonNoise noise = report(image, psf).asPhotons(OptionalDouble.of(0.01), 0, OptionalDouble.empty());
        assertThat(noise.gain()).isEqualTo(0.01);
        assertThat(noise.readout()).isCloseTo(0.05, within(0.005));
    }

    @Test
    void noiseThatDoesNotGrowIsThatOfTheReadout() {
        Psf psf = psf("gaussian:sigma=1.5", 2);
        NdArray image = noisy(blurred(CHART, psf), "gaussian:sigma=0.02");
        PhotonNoise noise = report(image, psf).asPhotons(OptionalDouble.empty(), 0, OptionalDouble.empty());
        assertThat(noise.readout()).isCloseTo(0.02, within(0.002));
        assertThat(noise.gain()).isPositive().isLessThan(1e-4);
    }

    /** Levels of the line are means over many samples; the darkest places may be below them. */
    @Test
    void theBackgroundIsNotAboveTheDarkestPlace() {
        VarianceLine line = new VarianceLine(0.003, -0.0004, 1e-5, 1e-6, 0.136, 1);
        assertThat(PhotonNoise.of(line, 0.04).background()).isEqualTo(0.04);
        assertThat(PhotonNoise.of(line, 0.2).background()).isCloseTo(0.4 / 3, within(1e-12));
    }
}
