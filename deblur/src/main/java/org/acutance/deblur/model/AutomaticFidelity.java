package org.acutance.deblur.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.deblur.noise.NoiseReport;
import org.acutance.deblur.noise.PhotonNoise;
import org.acutance.deblur.noise.RoundingBands;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Proximal;

/**
 * A data term that was chosen by the noise in the image. Samples that are impulses or saturated do not count; those that
 * lie in bands of their rounding are dithered.
 *
 * @param chosen the term
 * @param samples what it compares to
 * @param counted weights of the samples, 0 for those that do not count
 * @param description the term's, and why it was chosen
 */
record AutomaticFidelity(DataTerm chosen, NdArray samples, NdArray counted, String description) implements DataTerm {
    /** The kind; which samples do not count is seen in each observation, however the noise is known. */
    static final Fidelity KIND = new Fidelity() {
        @Override
        public DataTerm on(Observation observation) {
            return choose(observation, report(observation));
        }

        @Override
        public Fidelity settled(Observation sample) {
            NoiseReport found = report(sample);
            return part -> choose(part, found.on(part.values(), part.weights(), part.psf()));
        }
    };

    private static NoiseReport report(Observation observation) {
        return NoiseReport.of(observation.values(), observation.weights(), observation.psf());
    }

    private static DataTerm choose(Observation observation, NoiseReport report) {
        NdArray filled = observation.filled();
        NdArray samples =
                report.kind() == NoiseReport.Kind.CONSTANT ? RoundingBands.dithered(filled, report.sigma()) : filled;
        Observation trusted = observation.withValues(samples).trusted(report);
        DataTerm term = report.kind() == NoiseReport.Kind.IMPULSES
                ? Fidelities.huber(trusted, report.sigma())
                : report.photons()
                        .map(noise -> Fidelities.poisson(trusted, noise))
                        .orElseGet(() -> Fidelities.gaussian(trusted, report.sigma()));
        return new AutomaticFidelity(
                term,
                samples,
                trusted.everyWeight(),
                term.description() + ", since " + report.reason() + excluded(report) + dithered(filled, samples));
    }

    private static String dithered(NdArray before, NdArray samples) {
        double share = (double) IntStream.range(0, samples.size())
                        .filter(i -> samples.get(i) != before.get(i))
                        .count()
                / samples.size();
        return share == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %.2g %% of the samples lie in bands of rounding, which are dithered",
                        100 * share);
    }

    private static String excluded(NoiseReport report) {
        return share(report.impulses(), "impulses") + share(report.saturated(), "saturated");
    }

    private static String share(double share, String kind) {
        return share == 0
                ? ""
                : String.format(Locale.ROOT, "; %.2g %% of the samples, %s, do not count", 100 * share, kind);
    }

    @Override
    public Observation corrected(Observation given) {
        return given.withValues(samples);
    }

    @Override
    public Tensor distance(Tensor predicted) {
        return chosen.distance(predicted);
    }

    @Override
    public Optional<Proximal> proximal() {
        return chosen.proximal();
    }

    @Override
    public Optional<PhotonNoise> photons() {
        return chosen.photons();
    }

    @Override
    public DataTerm near(Observation observation, NdArray variance) {
        return chosen.near(observation, variance);
    }

    @Override
    public boolean isRobust() {
        return chosen.isRobust();
    }

    @Override
    public Optional<NdArray> variance() {
        return counted.min() > 0
                ? chosen.variance()
                : chosen.variance().map(known -> Conditions.where(counted, known, Double.POSITIVE_INFINITY));
    }
}
