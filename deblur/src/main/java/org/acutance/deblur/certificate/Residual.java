package org.acutance.deblur.certificate;

import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.noise.NoiseLevel;
import org.acutance.math.array.NdArray;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;

/**
 * What an estimate leaves unexplained: the observation minus the prediction. If all is right it looks like the noise:
 * as large, and white, but for the share of the noise that the estimate has taken up.
 *
 * @param rms root mean square of the residual, in units of the samples
 * @param noise root mean square of the standard deviations of the noise, in units of the samples: those of the data term,
 *     or estimated from the observation if it knows none
 * @param chiSquare mean of the squared residuals, each over the variance of its noise; 1 for the noise itself
 * @param whiteness energy of the normalised circular autocorrelation off its centre over what white noise of as many
 *     samples gives on average (Lanza, Pragliola &amp; Sgallari 2020 minimise it); 1 for white noise, with a standard
 *     deviation of {@code 2 / sqrt(samples)}
 * @param correlation the largest absolute value of that autocorrelation off its centre, 0 to 1
 * @param samples number of samples that count
 */
public record Residual(double rms, double noise, double chiSquare, double whiteness, double correlation, long samples) {
    /**
     * The residual of an estimate.
     *
     * @param problem what was to be solved
     * @param estimate of the shape of the canvas
     */
    public static Residual of(Problem problem, NdArray estimate) {
        Observation observation = problem.observation();
        NdArray variance = variance(problem);
        NdArray counted = counted(observation.everyWeight(), variance);
        double samples = Math.max(1, counted.sum());
        double noise = finite(variance).dot(counted);
        Scaled residual = scaled(problem, estimate, counted, variance);
        double total = residual.standardised.dot(residual.standardised);
        Autocorrelation correlation = Autocorrelation.of(residual.standardised, total);
        return new Residual(
                residual.rms(samples),
                Math.sqrt(noise / samples),
                total / samples,
                correlation.energy() * samples / Math.max(1, variance.size()),
                correlation.largest(),
                Math.round(counted.sum()));
    }

    /**
     * A residual in standard deviations of its noise.
     *
     * @param standardised that
     * @param square sum of the squares in units of the samples
     */
    private record Scaled(NdArray standardised, double square) {
        double rms(double samples) {
            return Math.sqrt(square / samples);
        }
    }

    /** Of the arrays on the way only the last stays. */
    private static Scaled scaled(Problem problem, NdArray estimate, NdArray counted, NdArray variance) {
        NdArray residual = problem.observation()
                .filled()
                .minus(problem.formation().predict(estimate))
                .times(counted);
        return new Scaled(over(residual, variance), residual.dot(residual));
    }

    /** The variance that the data term knows, or one estimated for all samples. */
    private static NdArray variance(Problem problem) {
        return problem.data().variance().orElseGet(() -> {
            NdArray values = problem.observation().filled();
            double deviation =
                    NoiseLevel.estimate(values, problem.observation().psf().kernel());
            return NdArray.full(values.shape(), values.precision(), deviation * deviation);
        });
    }

    /** 1 where a sample counts; where all do, which is the rule, that takes no memory. */
    private static NdArray counted(NdArray weights, NdArray variance) {
        if (weights.min() > 0 && variance.isFinite()) {
            return NdArray.full(weights.shape(), weights.precision(), 1);
        }
        return NdArray.elementwise(
                "counted",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] > 0 && Double.isFinite(in[1][i]) ? 1 : 0;
                    }
                },
                weights,
                variance);
    }

    private static NdArray finite(NdArray variance) {
        if (variance.isFinite()) {
            return variance;
        }
        return NdArray.elementwise(
                "finite",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Double.isFinite(in[0][i]) ? in[0][i] : 0;
                    }
                },
                variance);
    }

    /** A residual without any noise to be measured by is infinitely large. */
    private static NdArray over(NdArray residual, NdArray variance) {
        return NdArray.elementwise(
                "standardise",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] == 0 ? 0 : in[0][i] / Math.sqrt(in[1][i]);
                    }
                },
                residual,
                variance);
    }

    /**
     * The circular autocorrelation off its centre, 1 at the centre.
     *
     * @param energy sum of its squares
     * @param largest largest absolute value
     */
    private record Autocorrelation(double energy, double largest) {
        static Autocorrelation of(NdArray residual, double total) {
            if (!(total > 0) || !Double.isFinite(total)) {
                return new Autocorrelation(0, 0);
            }
            Fft fft = Fft.plan(residual.shape(), residual.precision());
            NdArray power = fft.forward(residual).squaredMagnitude();
            NdArray correlation =
                    fft.inverse(new Spectrum(residual.shape(), power, NdArray.full(power.shape(), power.precision(), 0)));
            double energy = 0;
            double largest = 0;
            for (int i = 1; i < correlation.size(); i++) {
                double off = correlation.get(i) / total;
                energy += off * off;
                largest = Math.max(largest, Math.abs(off));
            }
            return new Autocorrelation(energy, largest);
        }
    }
}
