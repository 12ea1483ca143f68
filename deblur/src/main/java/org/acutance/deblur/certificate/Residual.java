package org.acutance.deblur.certificate;

import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.noise.NoiseLevel;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
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
        Measured residual = measured(problem, estimate, counted, variance);
        Autocorrelation correlation = Autocorrelation.of(variance.shape(), residual);
        return new Residual(
                Math.sqrt(residual.square / samples),
                Math.sqrt(noise / samples),
                residual.total / samples,
                correlation.energy() * samples / Math.max(1, variance.size()),
                correlation.largest(),
                Math.round(counted.sum()));
    }

    /**
     * What is known of the residual of an estimate.
     *
     * @param square sum of its squares, in units of the samples
     * @param total sum of its squares, each over the variance of its noise
     * @param power at each frequency, in standard deviations of the noise
     */
    private record Measured(double square, double total, NdArray power) {}

    /** Of the arrays on the way none stays but the power. */
    private static Measured measured(Problem problem, NdArray estimate, NdArray counted, NdArray variance) {
        NdArray residual = problem.observation()
                .filled()
                .minus(problem.formation().predict(estimate))
                .times(counted);
        double square = residual.dot(residual);
        residual = over(residual, variance);
        Fft fft = Fft.plan(residual.shape(), residual.precision());
        return new Measured(
                square, residual.dot(residual), fft.forward(residual).squaredMagnitude());
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
        static Autocorrelation of(Shape shape, Measured residual) {
            double total = residual.total;
            if (!(total > 0) || !Double.isFinite(total)) {
                return new Autocorrelation(0, 0);
            }
            NdArray power = residual.power;
            NdArray correlation = Fft.plan(shape, power.precision())
                    .inverse(new Spectrum(shape, power, NdArray.zeros(power.shape(), power.precision())));
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
