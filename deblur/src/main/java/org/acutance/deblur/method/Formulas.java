package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.acutance.deblur.closed.FourierFilter;
import org.acutance.deblur.closed.Sampling;
import org.acutance.deblur.closed.Smoothness;
import org.acutance.deblur.closed.UnsupervisedWiener;
import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.linear.PeriodicConvolution;

/** The methods that are formulas in the Fourier domain. */
final class Formulas {
    private enum Edges {
        KEPT,
        TAPER
    }

    /** Of least squares; more would help where there is very little noise, but each costs a search of the weight. */
    private static final int PASSES = 20;

    private static final Parameter<Edges> EDGES = Parameter.choice(
            "edges", "kept, or taper: into their own blur, as MATLAB's edgetaper does", Edges.class, "kept");
    private static final Parameter<Smoothness> REGULARISER = Parameter.choice(
            "regulariser", "the map L whose output is expected to be small", Smoothness.class, "laplacian");

    /** The formulas by name. */
    static final List<Entry<Method>> ENTRIES = List.of(wiener(), tikhonov(), unsupervised(), inverse());

    private Formulas() {}

    private static Entry<Method> wiener() {
        Parameter<OptionalDouble> balance = Parameter.numberOrAuto(
                "balance",
                "weight of ||Lx||^2, scikit-image's balance; with regulariser identity the noise-to-signal ratio of"
                        + " MATLAB's deconvwnr; auto by generalised cross-validation",
                0,
                Double.MAX_VALUE,
                "auto");
        return new Entry<>(
                "wiener",
                "Wiener's filter as in scikit-image and MATLAB; one pass for boundary periodic, more for unknown",
                List.of(balance, REGULARISER, EDGES, Range.PARAMETER),
                arguments -> direct(arguments, "||h*x - y||^2 + balance ||Lx||^2", PASSES, (blur, observed, watch) -> {
                    FourierFilter filter = new FourierFilter(blur, observed);
                    Smoothness smoothness = arguments.get(REGULARISER);
                    OptionalDouble given = arguments.get(balance);
                    return filter.tikhonov(smoothness, given.orElseGet(() -> filter.crossValidated(smoothness)));
                }));
    }

    private static Entry<Method> tikhonov() {
        Parameter<Optional<Double>> noise = Parameter.number(
                        "noise", "standard deviation of the noise, in units of the samples", 0, Double.MAX_VALUE, "")
                .orAbsent();
        Parameter<OptionalDouble> weight = Parameter.numberOrAuto(
                "weight",
                "weight of ||Lx||^2; auto leaves a residual like the noise if that is given, as MATLAB's deconvreg,"
                        + " and is by generalised cross-validation otherwise",
                0,
                Double.MAX_VALUE,
                "auto");
        return new Entry<>(
                "tikhonov",
                "least squares with a quadratic regulariser; one pass for boundary periodic, more for unknown",
                List.of(weight, noise, REGULARISER, EDGES, Range.PARAMETER),
                arguments -> direct(arguments, "||h*x - y||^2 + weight ||Lx||^2", PASSES, (blur, observed, watch) -> {
                    FourierFilter filter = new FourierFilter(blur, observed);
                    Smoothness smoothness = arguments.get(REGULARISER);
                    OptionalDouble given = arguments.get(weight);
                    return filter.tikhonov(
                            smoothness, given.orElseGet(() -> found(filter, smoothness, arguments.get(noise))));
                }));
    }

    private static double found(FourierFilter filter, Smoothness smoothness, Optional<Double> noise) {
        return noise.map(deviation -> filter.discrepancy(smoothness, deviation).orElse(Double.MAX_VALUE))
                .orElseGet(() -> filter.crossValidated(smoothness));
    }

    private static Entry<Method> unsupervised() {
        Parameter<Double> threshold =
                Parameter.number("threshold", "ends when the mean changes by less, relative to its size", 0, 1, "1e-4");
        Parameter<Integer> most = count("max-iterations", "limit of images drawn", 2, "200");
        Parameter<Integer> least = count("min-iterations", "fewest images drawn", 0, "30");
        Parameter<Integer> burnin = count("burnin", "images drawn before the mean is begun", 0, "15");
        Parameter<Integer> seed =
                Parameter.integer("seed", "start of the random numbers", Integer.MIN_VALUE, Integer.MAX_VALUE, "0");
        Parameter<Sampling> sampling = Parameter.choice(
                "sampling", "exact, or drawn and counted as scikit-image does", Sampling.class, "exact");
        return new Entry<>(
                "unsupervised-wiener",
                "Wiener's filter with noise and weight drawn from their posterior; for boundary periodic or unknown",
                List.of(threshold, most, least, burnin, seed, sampling, EDGES, Range.PARAMETER),
                arguments -> {
                    UnsupervisedWiener chain = new UnsupervisedWiener(
                            arguments.get(threshold),
                            arguments.get(most),
                            arguments.get(least),
                            arguments.get(burnin),
                            arguments.get(seed),
                            arguments.get(sampling));
                    return direct(
                            arguments,
                            "the posterior of Gaussian noise and a Gaussian Laplacian, both of unknown variance",
                            0,
                            (blur, observed, watch) -> chain.estimate(blur, observed, watch.cancelled())
                                    .mean());
                });
    }

    private static Entry<Method> inverse() {
        Parameter<Double> least = Parameter.number(
                "least", "smallest frequency response that is divided by, as a share of the largest", 0, 1, "0.1");
        return new Entry<>(
                "inverse",
                "division by the frequency response where it is not small; for boundary periodic or unknown",
                List.of(least, EDGES, Range.PARAMETER),
                arguments -> direct(
                        arguments,
                        "||h*x - y||^2 over the frequencies that are kept",
                        0,
                        inverse(arguments.get(least))));
    }

    private static Direct.Formula inverse(double least) {
        return (PeriodicConvolution blur, NdArray observed, Watch watch) ->
                new FourierFilter(blur, observed).inverse(least);
    }

    private static Method direct(Arguments arguments, String fidelity, int passes, Direct.Formula formula) {
        return new Direct(
                formula, fidelity, passes, arguments.get(EDGES) == Edges.TAPER, arguments.get(Range.PARAMETER));
    }

    private static Parameter<Integer> count(String name, String help, int least, String fallback) {
        return Parameter.integer(name, help, least, Integer.MAX_VALUE, fallback);
    }
}
