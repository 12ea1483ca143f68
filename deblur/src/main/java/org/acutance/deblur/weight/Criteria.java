package org.acutance.deblur.weight;

import java.util.List;
import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.fft.Fft;

/** The ways to find the weight of a prior, by name. */
public final class Criteria {
    /** What {@code auto} stands for: it does not suffer from a wrong estimate of the noise. */
    public static final String AUTOMATIC = "gcv";

    /** {@code sure}, {@code gcv}, {@code whiteness}, {@code discrepancy}, {@code hierarchical}. */
    public static final Catalogue<Criterion> CATALOGUE = new Catalogue<>(
            "weight rule",
            List.of(
                    Entry.plain(
                            "sure",
                            "Stein's unbiased estimate of the prediction's risk by Monte Carlo; needs the level of noise",
                            Criteria::predictiveRisk),
                    Entry.plain(
                            AUTOMATIC,
                            "generalised cross-validation; the level of noise may be unknown",
                            Criteria::crossValidation),
                    Entry.plain("whiteness", "the residual like white noise", Criteria::whiteness),
                    Entry.plain(
                            "discrepancy",
                            "the residual as large as the noise, Morozov's principle; needs the level of noise",
                            Criteria::discrepancy),
                    Entry.plain(
                            "hierarchical",
                            "the weight as one more unknown; needs the level of noise",
                            Criteria::hierarchical)));

    private Criteria() {}

    /** Predictive risk (Ramani, Blu &amp; Unser 2008, Monte-Carlo SURE, of h*x instead of x). */
    private static double predictiveRisk(Fit fit) {
        return fit.misfit() - fit.samples() + 2 * fit.freedom();
    }

    /** Golub, Heath &amp; Wahba 1979, with the divergence in the place of the trace. */
    private static double crossValidation(Fit fit) {
        double left = Math.max(fit.samples() - fit.freedom(), 1);
        return fit.samples() * fit.misfit() / (left * left);
    }

    private static double discrepancy(Fit fit) {
        return Math.abs(Math.log(fit.misfit() / fit.samples()));
    }

    /** Energy of the residual's normalised autocorrelation (Lanza, Pragliola &amp; Sgallari 2020, equation 3.8). */
    private static double whiteness(Fit fit) {
        NdArray residual = fit.residual();
        NdArray power = Fft.plan(residual.shape(), residual.precision())
                .forward(residual)
                .squaredMagnitude();
        double sum = power.sum();
        return power.dot(power) / (sum * sum);
    }

    /** The joint mode of image and weight under a flat hyperprior (Pereyra, Bioucas-Dias &amp; Figueiredo 2015, equation 8). */
    private static double hierarchical(Fit fit) {
        return Math.abs(Math.log(fit.weight() * fit.penalty() * fit.degree() / fit.unknowns()));
    }
}
