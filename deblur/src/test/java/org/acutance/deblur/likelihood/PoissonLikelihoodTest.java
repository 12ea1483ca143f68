package org.acutance.deblur.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.Binning;
import org.acutance.math.linear.Composition;
import org.acutance.math.linear.ConvolutionMap;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.linear.PeriodicConvolution;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.StopRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the formula, derivatives against differences, and subsampling. */
class PoissonLikelihoodTest {
    private static final NdArray PSF =
            NdArray.of(new double[] {1, 2, 0, 3, 5, 1, 0, 1, 1}, 3, 3).times(1 / 14.0);

    private static NdArray wave(Shape shape, double phase) {
        return NdArray.of(
                IntStream.range(0, shape.size())
                        .mapToDouble(i -> 0.6 + 0.4 * Math.sin(1.7 * i + phase))
                        .toArray(),
                shape);
    }

    private static PoissonLikelihood likelihood(LinearMap blur, NdArray observed, Divergence divergence) {
        return new PoissonLikelihood(
                blur, 1.5, NdArray.scalar(0.1), observed, Optional.of(wave(observed.shape(), 2)), 0.05, divergence);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "1, 20, 0", "3, 5, 0", "0, 1, 0.3"})
    void derivativesAreThoseOfTheValue(double damping, double photons, double least) {
        Shape shape = Shape.of(5, 6);
        LinearMap blur = new ConvolutionMap(PSF, shape, ConvolutionMode.SAME, Boundary.ZERO);
        PoissonLikelihood likelihood = likelihood(blur, wave(shape, 0), new Divergence(damping, photons, least));
        NdArray x = wave(shape, 1);
        NdArray direction = wave(shape, 5).minus(NdArray.scalar(0.5));
        Evaluation at = likelihood.at(x);
        double step = 1e-5;
        Evaluation ahead = likelihood.at(x.plusScaled(step, direction));
        Evaluation behind = likelihood.at(x.plusScaled(-step, direction));
        assertThat(at.gradient().dot(direction)).isCloseTo((ahead.value() - behind.value()) / (2 * step), within(1e-7));
        NdArray product = ahead.gradient().minus(behind.gradient()).times(1 / (2 * step));
        assertThat(product.minus(at.hessianProduct(direction)).maxAbs()).isLessThan(1e-6);
    }

    private static LinearMap blur(String kind, Precision precision) {
        Shape canvas = Shape.of(12, 18);
        PeriodicConvolution circular = new PeriodicConvolution(PSF.to(precision), canvas);
        return switch (kind) {
            case "whole" -> circular;
            case "part" -> circular.part(Shape.of(1, 2), Shape.of(10, 15));
            case "binned" -> new Composition(new Binning(Shape.of(6, 6), Shape.of(2, 3)), circular);
            default -> new ConvolutionMap(PSF.to(precision), canvas, ConvolutionMode.SAME, Boundary.valueOf(kind));
        };
    }

    /** Beside arrays for everything: zeros, negative samples and ratios far from 1 included. */
    @ParameterizedTest
    @ValueSource(strings = {"whole", "part", "binned", "ZERO", "REFLECT"})
    void isTheFormula(String kind) {
        for (Precision precision : Precision.values()) {
            LinearMap blur = blur(kind, precision);
            double[] samples = wave(blur.range(), 0).toDoubles();
            samples[3] = 0;
            samples[5] = -0.2;
            samples[7] = 40;
            samples[8] = 1e-4;
            NdArray observed = NdArray.of(samples, blur.range()).to(precision);
            NdArray weights = wave(blur.range(), 2).to(precision);
            NdArray x = wave(blur.domain(), 1).to(precision);
            Evaluation actual = new PoissonLikelihood(
                            blur, 1.5, NdArray.scalar(0.1), observed, Optional.of(weights), 0.05, Divergence.PLAIN)
                    .at(x);
            NdArray predicted = blur.apply(x).times(1.5).plus(NdArray.scalar(0.15));
            double value = 0;
            double[] slopes = new double[samples.length];
            for (int i = 0; i < samples.length; i++) {
                double y = Math.max(0, observed.get(i) + 0.05);
                double m = predicted.get(i);
                value += weights.get(i) * (m - y + (y > 0 ? y * Math.log(y / m) : 0));
                slopes[i] = weights.get(i) * (1 - y / m);
            }
            NdArray gradient =
                    blur.adjoint(NdArray.of(slopes, blur.range()).to(precision)).times(1.5);
            double tolerance = precision == Precision.FLOAT64 ? 1e-13 : 2e-6;
            assertThat(actual.value()).isCloseTo(value, within(tolerance * value));
            assertThat(actual.gradient().minus(gradient).maxAbs()).isLessThan(tolerance * gradient.maxAbs());
        }
    }

    @Test
    void anExactExplanationIsZero() {
        Shape shape = Shape.of(4, 4);
        LinearMap blur = new ConvolutionMap(PSF, shape, ConvolutionMode.SAME, Boundary.PERIODIC);
        NdArray scene = wave(shape, 3);
        NdArray observed = blur.apply(scene).times(1.5).plus(NdArray.scalar(0.1));
        Evaluation exact = likelihood(blur, observed, Divergence.PLAIN).at(scene);
        assertThat(exact.value()).isCloseTo(0, within(1e-14));
        assertThat(exact.gradient().maxAbs()).isLessThan(1e-14);
    }

    /** A point is found on a grid three times finer than that of the detector. */
    @Test
    void subsamplingResolvesMoreThanTheDetector() {
        Shape coarse = Shape.of(8, 8);
        Binning detector = new Binning(coarse, Shape.of(3, 3));
        LinearMap blur = new Composition(
                detector, new ConvolutionMap(PSF, detector.domain(), ConvolutionMode.SAME, Boundary.ZERO));
        double[] point = new double[24 * 24];
        point[10 * 24 + 13] = 5;
        NdArray scene = NdArray.of(point, 24, 24);
        NdArray observed = blur.apply(scene);
        PoissonLikelihood likelihood =
                new PoissonLikelihood(blur, 1, NdArray.scalar(0), observed, Optional.empty(), 0, Divergence.PLAIN);
        Update update = new Update(Denominator.constant(likelihood.sensitivity()), false);
        NdArray found = Minimize.by(new Squarem(update, 0))
                .withRule(StopRule.maxIterations(200))
                .minimize(
                        likelihood,
                        NdArray.of(IntStream.range(0, 576).mapToDouble(i -> 1).toArray(), 24, 24))
                .x();
        assertThat(found.at(10, 13)).isEqualTo(found.max());
        assertThat(found.sum()).isCloseTo(5, within(0.05));
    }
}
