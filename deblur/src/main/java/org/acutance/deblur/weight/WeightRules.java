package org.acutance.deblur.weight;

import java.util.List;
import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.fft.Fft;

/** The ways to find the weight of a prior, by name. */
public final class WeightRules {
    /** What {@code auto} stands for: it is about the sharp image, and suffers little from a wrong estimate of the noise. */
    public static final String AUTOMATIC = "inverse-gcv";

    /** {@code inverse-gcv}, {@code sure}, {@code gcv}, {@code whiteness}, {@code discrepancy} and others. */
    public static final Catalogue<WeightRule> CATALOGUE = new Catalogue<>(
            "weight rule",
            List.of(
                    Entry.plain(
                            AUTOMATIC,
                            "generalised cross-validation of the sharp image: errors count as a regularised inverse of the"
                                    + " blur enlarges them",
                            new Criterion(false, fit -> fit.inverse().crossValidation())),
                    Entry.plain(
                            "sure",
                            "Stein's unbiased estimate of the prediction's risk by Monte Carlo; needs the level of noise",
                            new Criterion(true, WeightRules::predictiveRisk)),
                    Entry.plain(
                            "gcv",
                            "generalised cross-validation of the prediction; the level of noise may be unknown",
                            new Criterion(false, fit -> fit.prediction().crossValidation())),
                    Entry.plain(
                            "whiteness", "the residual like white noise", new Criterion(false, WeightRules::whiteness)),
                    Entry.plain(
                            "discrepancy",
                            "the residual as large as the noise, Morozov's principle; needs the level of noise",
                            new Criterion(true, WeightRules::discrepancy)),
                    Entry.plain(
                            "hierarchical",
                            "the weight as one more unknown; needs the level of noise",
                            new Criterion(true, WeightRules::hierarchical)),
                    Entry.plain("l-curve", "the corner of the curve of penalty over misfit", new LCurve())));

    private WeightRules() {}

    /** Predictive risk (Ramani, Blu &amp; Unser 2008, Monte-Carlo SURE, of h*x instead of x). */
    static double predictiveRisk(Fit fit) {
        return fit.misfit() - fit.samples() + 2 * fit.freedom();
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
