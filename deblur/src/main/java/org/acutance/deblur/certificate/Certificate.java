package org.acutance.deblur.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Solved;
import org.acutance.deblur.psf.Finding;
import org.acutance.deblur.weight.AutomaticWeight;
import org.acutance.deblur.weight.EffectiveFreedom;
import org.acutance.deblur.weight.Weighing;

/**
 * What can be said for and against the estimate of one channel.
 *
 * @param optimality how near the search has come to where it was going
 * @param residual what the estimate leaves unexplained
 * @param freedom effective degrees of freedom; empty if not computed, which takes runs of its own
 * @param weight the weight of the prior and how it was found, in words
 * @param warnings what speaks against the estimate, each with a remedy; empty if nothing does
 */
public record Certificate(
        Optimality optimality,
        Residual residual,
        Optional<EffectiveFreedom> freedom,
        String weight,
        List<Finding> warnings) {
    /** A certificate; the warnings are copied. */
    public Certificate {
        warnings = List.copyOf(warnings);
    }

    /**
     * The certificate of a solved problem.
     *
     * @param problem its weights are known, its samples are normalised
     * @param solved by a method for it
     * @param found the weights that were not given. Their freedom is not that of a blend with a denoiser's estimate
     * @param type how the samples were stored before they were normalised, which tells where they were cut off
     */
    public static Certificate of(Problem problem, Solved solved, List<AutomaticWeight> found, SampleType type) {
        Residual residual = Residual.of(problem, solved.solution().x());
        return new Certificate(
                Optimality.of(problem, solved),
                residual,
                EffectiveFreedom.of(problem.prior().mixesForms() ? List.of() : found, residual.samples()),
                Weighing.reason(found).orElseGet(() -> given(problem)),
                Warnings.of(problem, solved.solution(), residual, type));
    }

    private static String given(Problem problem) {
        List<String> weights = problem.prior().withoutBounds().parts().stream()
                .map(part -> String.format(
                        Locale.ROOT, "%s %.4g", part.name(), part.weight().orElse(0)))
                .toList();
        return weights.isEmpty() ? "none, there is no prior" : String.join(", ", weights) + ", as given";
    }

    /** This certificate with effective degrees of freedom. */
    public Certificate with(EffectiveFreedom measured) {
        return new Certificate(optimality, residual, Optional.of(measured), weight, warnings);
    }

    /** All of it, one line each, warnings last. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("optimality: " + optimality);
        lines.add(String.format(
                Locale.ROOT,
                "residual: rms %.4g, noise %.4g, chi-square per sample %.3f",
                residual.rms(),
                residual.noise(),
                residual.chiSquare()));
        lines.add(String.format(
                Locale.ROOT,
                "whiteness: autocorrelation has %.2f times the energy of white noise, at most %.3f off its centre",
                residual.whiteness(),
                residual.correlation()));
        lines.add("degrees of freedom: " + freedom.map(Certificate::text).orElse("not computed"));
        lines.add("weight: " + weight);
        warnings.forEach(warning -> lines.add(warning.toString()));
        return lines;
    }

    private static String text(EffectiveFreedom freedom) {
        return String.format(
                Locale.ROOT, "%.0f of %d samples, %s", freedom.value(), freedom.samples(), freedom.origin());
    }

    /**
     * All of it by names as a side file has them, in a fixed order: numbers are Double, the rest String or, for
     * warnings, a list of such. {@code degrees_of_freedom} is there if it was computed.
     */
    public Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("optimality", optimality.value());
        map.put("optimality_measure", optimality.measure().text());
        map.put("residual_rms", residual.rms());
        map.put("noise", residual.noise());
        map.put("chi_square", residual.chiSquare());
        map.put("whiteness", residual.whiteness());
        map.put("correlation", residual.correlation());
        freedom.ifPresent(computed -> map.put("degrees_of_freedom", computed.value()));
        map.put("weight", weight);
        map.put("warnings", warnings.stream().map(Finding::toString).toList());
        return map;
    }
}
