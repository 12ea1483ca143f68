package org.acutance.deblur.closed;

import static org.acutance.deblur.image.Reference.distance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Reference;
import org.acutance.deblur.restoration.Deblurring;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.NdArray;
import org.acutance.math.linear.PeriodicConvolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The classic methods beside scikit-image's, on the same input with the same options. */
class ScikitImageTest {
    private static final Reference REFERENCE = Reference.load(ScikitImageTest.class, "closed.txt");

    static Stream<Arguments> inputs() {
        return Stream.of("symmetric", "asymmetric")
                .flatMap(psf -> Stream.of("odd", "even", "mixed", "square").map(shape -> Arguments.of(psf, shape)));
    }

    private static NdArray deblur(String psf, NdArray observed, String boundary, String start, String method) {
        Settings settings = Settings.of("file:" + psf)
                .withBoundary(boundary)
                .withPrior("none")
                .withStart(start)
                .withMethod(method);
        return Deblurring.run(Plan.of(settings, Image.gray(observed), REFERENCE::get))
                .image()
                .channels()
                .get(0);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void wienerIsTheSame(String psf, String shape) {
        String name = psf + "." + shape;
        NdArray observed = REFERENCE.get(name + ".observed");
        for (String balance : List.of("0.001", "0.1")) {
            NdArray restored = deblur(psf, observed, "periodic", "observed", "wiener:balance=" + balance);
            assertThat(distance(restored, REFERENCE.get(name + ".wiener." + balance)))
                    .isLessThan(1e-10);
        }
        NdArray stretched = observed.times(3).minus(NdArray.scalar(1.5));
        NdArray clipped = deblur(psf, stretched, "periodic", "observed", "wiener:balance=0.001,range=clip");
        assertThat(distance(clipped, REFERENCE.get(name + ".wiener.clipped"))).isLessThan(1e-10);
        NdArray matlab = deblur(psf, observed, "periodic", "observed", "wiener:balance=0.01,regulariser=identity");
        assertThat(distance(matlab, REFERENCE.get(name + ".wiener.identity"))).isLessThan(1e-10);
        assertThat(matlab)
                .isEqualTo(deblur(psf, observed, "periodic", "observed", "tikhonov:weight=0.01,regulariser=identity"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void richardsonLucyIsTheSame(String psf, String shape) {
        String name = psf + "." + shape;
        NdArray observed = REFERENCE.get(name + ".observed");
        for (int count : new int[] {1, 10, 50}) {
            NdArray restored = lucy(psf, observed, "iterations=" + count);
            assertThat(distance(restored, REFERENCE.get(name + ".rl." + count))).isLessThan(1e-10);
        }
        NdArray cut = lucy(psf, observed, "iterations=10,epsilon=0.4");
        assertThat(distance(cut, REFERENCE.get(name + ".rl.epsilon"))).isLessThan(1e-10);
        NdArray clipped = lucy(psf, observed.times(1.5), "iterations=10,range=clip");
        assertThat(distance(clipped, REFERENCE.get(name + ".rl.clipped"))).isLessThan(1e-10);
    }

    /** With the flat start, the small number that it adds to predictions, and zeros beyond the border uncorrected. */
    private static NdArray lucy(String psf, NdArray observed, String options) {
        String method = "richardson-lucy:normalise=none,background=1e-12,tolerance=0," + options;
        return deblur(psf, observed, "zero", "flat:level=0.5", method);
    }

    static Stream<Arguments> samplings() {
        Stream<Arguments> exact =
                Stream.of("symmetric", "asymmetric").map(psf -> Arguments.of(psf, "odd", Sampling.EXACT));
        Stream<Arguments> theirs =
                inputs().map(input -> Arguments.of(input.get()[0], input.get()[1], Sampling.SCIKIT_IMAGE));
        return Stream.concat(exact, theirs);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    /** 100 chains here, 400 there, of one length; of an odd number of columns the exact sampling differs little from theirs. */
    @ParameterizedTest
    @MethodSource("samplings")
    void unsupervisedWienerHasTheSameDistribution(String psf, String shape, Sampling sampling) {
        String name = psf + "." + shape;
        NdArray observed = REFERENCE.get(name + ".observed");
        PeriodicConvolution blur = new PeriodicConvolution(REFERENCE.get(psf), observed.shape());
        int chains = 100;
        NdArray sum = NdArray.zeros(observed.shape().extents());
        NdArray squares = sum;
        List<Double> noise = new ArrayList<>();
        for (int seed = 0; seed < chains; seed++) {
            UnsupervisedWiener.Posterior posterior =
                    new UnsupervisedWiener(0, 60, 59, 20, seed, sampling).estimate(blur, observed, () -> false);
            assertThat(posterior.noise()).hasSize(61);
            sum = sum.plus(posterior.mean());
            squares = squares.plus(posterior.mean().times(posterior.mean()));
            noise.add(mean(posterior.noise().subList(21, 61)));
        }
        NdArray mean = sum.times(1.0 / chains);
        NdArray deviation = REFERENCE.get(name + ".unsupervised.std");
        NdArray difference = mean.minus(REFERENCE.get(name + ".unsupervised.mean"));
        double standardError = Math.sqrt(1.0 / chains + 1.0 / 400);
        assertThat(difference.maxAbs()).isLessThan(5 * deviation.max() * standardError);
        double variance = squares.times(1.0 / chains).minus(mean.times(mean)).sum();
        assertThat(Math.sqrt(variance)).isCloseTo(deviation.norm(), withinPercentage(10));
        double[] theirs = REFERENCE.get(name + ".unsupervised.noise").toDoubles();
        double allowed = sampling == Sampling.EXACT ? 0.02 * theirs[0] : 0;
        assertThat(mean(noise)).isCloseTo(theirs[0], within(allowed + 5 * theirs[1] * standardError));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void unsupervisedWienerEndsAtTheSameLength(String psf, String shape) {
        String name = psf + "." + shape;
        NdArray observed = REFERENCE.get(name + ".observed");
        PeriodicConvolution blur = new PeriodicConvolution(REFERENCE.get(psf), observed.shape());
        List<Double> lengths = new ArrayList<>();
        for (int seed = 0; seed < 100; seed++) {
            UnsupervisedWiener chain = new UnsupervisedWiener(1e-4, 200, 30, 15, seed, Sampling.SCIKIT_IMAGE);
            lengths.add(
                    (double) chain.estimate(blur, observed, () -> false).noise().size());
        }
        double[] theirs = REFERENCE.get(name + ".unsupervised.length").toDoubles();
        assertThat(mean(lengths)).isCloseTo(theirs[0], within(0.01 + 5 * theirs[1] * Math.sqrt(1.0 / 100 + 1.0 / 400)));
    }

    @Test
    void aLimitThatLeavesNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnsupervisedWiener(0, 16, 0, 15, 0, Sampling.EXACT))
                .withMessage("unsupervised-wiener: the limit of 16 images leaves none after a burn-in of 15; give at"
                        + " least 17");
    }
}
