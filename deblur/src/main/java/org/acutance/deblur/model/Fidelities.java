package org.acutance.deblur.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.acutance.deblur.noise.Anscombe;
import org.acutance.deblur.noise.NoiseReport;
import org.acutance.deblur.noise.PhotonNoise;
import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The data terms by name. Levels of noise are in units of the samples; those that are {@code auto} are found from the image. */
public final class Fidelities {
    private static final double HUBER_THRESHOLD = 1.345;

    private static final Parameter<OptionalDouble> SIGMA = Parameter.numberOrAuto(
            "sigma", "standard deviation of the noise; auto finds it from the image", Double.MIN_VALUE, 1e300, "auto");
    private static final Parameter<OptionalDouble> GAIN = Parameter.numberOrAuto(
            "gain", "what one photon adds; auto finds it from the image", Double.MIN_VALUE, 1e300, "auto");
    private static final Parameter<Double> BACKGROUND = Parameter.number(
            "background", "value that the camera gives without light", -Double.MAX_VALUE, Double.MAX_VALUE, "0");
    private static final Parameter<OptionalDouble> READOUT = Parameter.numberOrAuto(
            "readout", "standard deviation of the camera's noise; auto finds it from the image", 0, 1e300, "auto");
    private static final Parameter<OptionalDouble> THRESHOLD = Parameter.numberOrAuto(
            "threshold",
            "where the loss turns linear, in standard deviations; auto is 1.345, which costs 5 % for normal noise",
            Double.MIN_VALUE,
            1e9,
            "auto");
    private static final Parameter<OptionalDouble> SCALE = Parameter.numberOrAuto(
            "scale",
            "mean absolute deviation of the noise; auto finds it from the image",
            Double.MIN_VALUE,
            1e300,
            "auto");
    private static final Parameter<String> PATH = Parameter.rest("path", "a file that holds a variance per sample");

    /** Every data term that needs no file: {@code gaussian:sigma=0.01}. */
    public static final Catalogue<Fidelity> CATALOGUE = new Catalogue<>("fidelity", computed());

    private Fidelities() {}

    /**
     * As {@link #CATALOGUE}, and {@code gaussian-map:variances.npy}.
     *
     * @param loader reads the array at a path; what it throws reaches the caller of {@link Catalogue#create(String)}
     */
    public static Catalogue<Fidelity> catalogue(Function<String, NdArray> loader) {
        List<Entry<Fidelity>> entries = new ArrayList<>(computed());
        entries.add(new Entry<>(
                "gaussian-map",
                "Gaussian noise with a variance of its own for every sample, from a file; 0 or NaN masks a sample",
                List.of(PATH),
                arguments -> {
                    NdArray variances = loader.apply(arguments.get(PATH));
                    return observation -> GaussianNoiseMap.distance(observation, variances);
                }));
        return new Catalogue<>("fidelity", entries);
    }

    private static List<Entry<Fidelity>> computed() {
        return List.of(
                Entry.plain(
                        "auto",
                        "gaussian, poisson or huber, as the noise in the image asks for",
                        AutomaticFidelity.KIND),
                Entry.plain(
                        "norm",
                        "||h*x - y|| / sqrt(2); the result does not depend on the scale of the intensities",
                        NormDistance::new),
                Entry.plain(
                        "l2",
                        "||h*x - y||^2 / 2; the log-likelihood of Gaussian noise of variance 1",
                        Fidelities::squared),
                new Entry<>(
                        "gaussian",
                        "||h*x - y||^2 / (2 sigma^2); noise of the electronics",
                        List.of(SIGMA),
                        arguments -> new Levelled<>(sigma(arguments.get(SIGMA)), Fidelities::gaussian)),
                new Entry<>(
                        "poisson",
                        "log-likelihood of counted photons, shifted for readout noise",
                        List.of(GAIN, BACKGROUND, READOUT),
                        arguments -> new Levelled<>(photons(arguments), Fidelities::poisson)),
                new Entry<>(
                        "anscombe",
                        "squared differences of square roots: photons and readout noise, by the Anscombe transform",
                        List.of(GAIN, BACKGROUND, READOUT),
                        arguments -> new Levelled<>(photons(arguments), Fidelities::anscombe)),
                new Entry<>(
                        "huber",
                        "squared differences, but linear where they are large; a part of the samples may be wrong",
                        List.of(THRESHOLD, SIGMA),
                        arguments -> new Levelled<>(
                                sigma(arguments.get(SIGMA)),
                                (observation, sigma) -> huber(
                                        observation, arguments.get(THRESHOLD).orElse(HUBER_THRESHOLD), sigma))),
                new Entry<>(
                        "l1",
                        "absolute differences; many of the samples may be wrong",
                        List.of(SCALE),
                        arguments -> new Levelled<>(scale(arguments.get(SCALE)), Fidelities::absolute)));
    }

    private static NoiseReport report(Observation observation) {
        return NoiseReport.of(observation.values(), observation.weights(), observation.psf());
    }

    private static Function<Observation, Double> sigma(OptionalDouble given) {
        return observation -> given.orElseGet(() -> report(observation).sigma());
    }

    private static Function<Observation, Double> scale(OptionalDouble given) {
        return observation -> given.orElseGet(() -> report(observation).sigma() * Math.sqrt(0.5));
    }

    private static Function<Observation, PhotonNoise> photons(Arguments arguments) {
        return observation ->
                photons(observation, arguments.get(GAIN), arguments.get(BACKGROUND), arguments.get(READOUT));
    }

    /** The noise; the image is looked at only for what was not given. */
    private static PhotonNoise photons(
            Observation observation, OptionalDouble gain, double background, OptionalDouble readout) {
        return gain.isPresent() && readout.isPresent()
                ? new PhotonNoise(gain.getAsDouble(), background, readout.getAsDouble())
                : report(observation).asPhotons(gain, background, readout);
    }

    private static NdArray uniform(Observation observation, double value) {
        NdArray values = observation.values();
        return NdArray.full(values.shape(), values.precision(), value);
    }

    private static DataTerm squared(Observation observation) {
        return SquaredLoss.uniform(observation, 1, false, "half the squared differences");
    }

    static DataTerm gaussian(Observation observation, double sigma) {
        return SquaredLoss.uniform(observation, sigma * sigma, true, text("Gaussian noise of sigma %.4g", sigma));
    }

    static DataTerm poisson(Observation observation, PhotonNoise noise) {
        return SeparableDistance.of(
                observation,
                new PoissonLoss(noise),
                PhotonVariance.of(observation, noise),
                "photon noise with " + described(noise));
    }

    private static DataTerm anscombe(Observation observation, PhotonNoise noise) {
        return SeparableDistance.of(
                observation,
                new AnscombeLoss(new Anscombe(noise)),
                PhotonVariance.of(observation, noise),
                "photon noise, stabilised by square roots, with " + described(noise));
    }

    private static DataTerm huber(Observation observation, double threshold, double sigma) {
        return SeparableDistance.of(
                observation,
                new HuberLoss(sigma, threshold),
                uniform(observation, sigma * sigma),
                text("noise of sigma %.4g, linear beyond %.4g sigma", sigma, threshold));
    }

    static DataTerm huber(Observation observation, double sigma) {
        return huber(observation, HUBER_THRESHOLD, sigma);
    }

    private static DataTerm absolute(Observation observation, double scale) {
        return SeparableDistance.of(
                observation,
                new AbsoluteLoss(scale),
                uniform(observation, 2 * scale * scale),
                text("noise of mean absolute deviation %.4g", scale));
    }

    private static String described(PhotonNoise noise) {
        return text(
                "gain %.4g, background %.4g and readout noise %.4g", noise.gain(), noise.background(), noise.readout());
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
