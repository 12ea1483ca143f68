package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.acutance.deblur.likelihood.Denominator;
import org.acutance.deblur.likelihood.Divergence;
import org.acutance.deblur.likelihood.Landweber;
import org.acutance.deblur.likelihood.Multiplicative;
import org.acutance.deblur.likelihood.SquaredResidual;
import org.acutance.deblur.likelihood.Update;
import org.acutance.deblur.likelihood.VanCittert;
import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.optimize.Optimizer;

/** The classic iterations by name. */
final class Iterations {
    private enum NegativePsf {
        REFUSE,
        CLIP
    }

    private enum Normalisation {
        ADJOINT,
        NONE
    }

    private static final Parameter<OptionalInt> COUNT = iterations("auto");
    private static final Parameter<Double> TOLERANCE = nonNegative(
            "tolerance", "ends early when the objective changes by no more than this share of itself", "1e-10");
    private static final Parameter<Double> STEP =
            Parameter.number("step", "multiple of the gradient; 1 or less", Double.MIN_VALUE, 2, "1");
    private static final Parameter<Double> WEIGHT =
            nonNegative("weight", "weight of half the squared gradient", "0.001");
    private static final Parameter<Double> BACKGROUND =
            nonNegative("background", "light that is not of the scene, in units of the samples", "0");

    /** The iterations. */
    static final List<Entry<Method>> ENTRIES = List.of(
            richardsonLucy(),
            estimate("cmle", false),
            estimate("gmle", true),
            leastSquares(
                    "landweber",
                    "steps down the gradient of the squared residual",
                    LeastSquares.Step.FREE,
                    (residual, step) -> new Landweber(step, false, 0)),
            leastSquares(
                    "nnls",
                    "the same, kept from going below 0 in every step: least squares that are not negative",
                    LeastSquares.Step.PROJECTED,
                    (residual, step) -> new Landweber(step, true, 0)),
            constrainedTikhonov(),
            isra(),
            leastSquares(
                    "van-cittert",
                    "adds the residual; for point spread functions without zeros in their spectrum",
                    LeastSquares.Step.ADDING,
                    (residual, step) -> new VanCittert(residual.blur(), residual.observed(), step, 0)));

    private Iterations() {}

    /** Makes an optimiser for a residual and a step. */
    @FunctionalInterface
    private interface Stepping {
        Optimizer<?> of(SquaredResidual residual, double step);
    }

    private static Entry<Method> richardsonLucy() {
        Parameter<Acceleration> acceleration = Parameter.choice(
                "acceleration",
                "none, biggs-andrews as in MATLAB, or squarem, which never raises the objective",
                Acceleration.class,
                "none");
        Parameter<Double> readout =
                nonNegative("readout", "standard deviation of the readout noise, in units of the samples", "0");
        Parameter<Double> photons = Parameter.number(
                "photons",
                "photons for one unit of the samples, which readout and damping need",
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                "1");
        Parameter<Double> damping =
                nonNegative("damping", "standard deviations of photon noise below which nothing is fitted", "0");
        Parameter<Double> epsilon =
                nonNegative("epsilon", "predictions below this draw nothing, scikit-image's filter_epsilon", "0");
        Parameter<Normalisation> normalise = Parameter.choice(
                "normalise",
                "adjoint divides by the share of light that falls into the frame; none does not, as scikit-image",
                Normalisation.class,
                "adjoint");
        Parameter<NegativePsf> negative = Parameter.choice(
                "negative-psf", "what to do about a point spread function below 0", NegativePsf.class, "refuse");
        Parameter<Integer> subsampling = Parameter.integer(
                "subsampling",
                "the kernel's grid is so many times finer than the pixels (MATLAB's SUBSMPL), which the result has",
                1,
                64,
                "1");
        return new Entry<>(
                "richardson-lucy",
                "maximum likelihood of photon counts, positive; priors are used one step late",
                List.of(
                        COUNT,
                        acceleration,
                        BACKGROUND,
                        readout,
                        photons,
                        damping,
                        epsilon,
                        normalise,
                        negative,
                        subsampling,
                        TOLERANCE,
                        Range.PARAMETER),
                a -> new Iterating(
                        new RichardsonLucy(
                                a.get(acceleration),
                                new Divergence(a.get(damping), a.get(photons), a.get(epsilon)),
                                a.get(BACKGROUND),
                                a.get(readout),
                                a.get(normalise) == Normalisation.ADJOINT,
                                a.get(negative) == NegativePsf.CLIP,
                                a.get(subsampling),
                                a.get(TOLERANCE)),
                        a.get(COUNT),
                        a.get(Range.PARAMETER)));
    }

    private static Entry<Method> estimate(String name, boolean goods) {
        Parameter<Double> snr = Parameter.number(
                "snr",
                "signal-to-noise ratio of the brightest light; lower is smoother",
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                "20");
        Parameter<Double> quality =
                nonNegative("quality-change", "ends when the objective changes by no more than this share", "1e-4");
        Parameter<OptionalInt> count = iterations("40");
        return new Entry<>(
                name,
                (goods ? "Good's roughness" : "classic") + " maximum likelihood estimation, as Huygens names it",
                List.of(count, snr, BACKGROUND, quality),
                a -> new Iterating(
                        new LikelihoodEstimate(name, goods, a.get(snr), a.get(BACKGROUND), a.get(quality)),
                        a.get(count),
                        Range.FREE));
    }

    private static Entry<Method> leastSquares(String name, String help, LeastSquares.Step kind, Stepping stepping) {
        return new Entry<>(
                name,
                help,
                List.of(COUNT, STEP),
                a -> new Iterating(
                        new LeastSquares(
                                name, 0, new LeastSquares.Kind(residual -> stepping.of(residual, a.get(STEP)), kind)),
                        a.get(COUNT),
                        Range.FREE));
    }

    private static Entry<Method> constrainedTikhonov() {
        return new Entry<>(
                "ictm",
                "iterative constrained Tikhonov-Miller: smooth least squares, not below 0 in any step",
                List.of(COUNT, STEP, WEIGHT),
                a -> new Iterating(
                        new LeastSquares(
                                "ictm",
                                a.get(WEIGHT),
                                new LeastSquares.Kind(
                                        residual -> new Landweber(a.get(STEP), true, 0), LeastSquares.Step.PROJECTED)),
                        a.get(COUNT),
                        Range.FREE));
    }

    private static Entry<Method> isra() {
        return new Entry<>(
                "isra",
                "image space reconstruction algorithm: multiplicative least squares, positive",
                List.of(COUNT),
                a -> new Iterating(
                        new LeastSquares(
                                "isra",
                                0,
                                new LeastSquares.Kind(
                                        residual -> {
                                            NdArray matched = residual.matched();
                                            Denominator denominator =
                                                    point -> point.gradient().plus(matched);
                                            return new Multiplicative(new Update(denominator, false), 0);
                                        },
                                        LeastSquares.Step.MULTIPLYING)),
                        a.get(COUNT),
                        Range.FREE));
    }

    private static Parameter<Double> nonNegative(String name, String help, String fallback) {
        return Parameter.number(name, help, 0, Double.MAX_VALUE, fallback);
    }

    private static Parameter<OptionalInt> iterations(String fallback) {
        return new Parameter<>(
                "iterations",
                "how many steps; auto leaves pixels out to see when noise begins to be fitted",
                "a whole number of at least 1, or auto",
                Iterations::countOrAuto,
                Optional.of(fallback));
    }

    private static OptionalInt countOrAuto(String text) {
        if (text.equals("auto")) {
            return OptionalInt.empty();
        }
        int count = Integer.parseInt(text);
        if (count < 1) {
            throw new IllegalArgumentException("out of range");
        }
        return OptionalInt.of(count);
    }
}
