package org.acutance.deblur.method;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Optimizers;

/** The methods of deblurring by name. */
public final class Methods {
    private static final Parameter<Double> TOLERANCE =
            Parameter.number("tol", "relative tolerance of the residuals", Double.MIN_VALUE, 1, "1e-4");
    private static final Parameter<Integer> MAXITER =
            Parameter.integer("maxiter", "limit of iterations", 1, Integer.MAX_VALUE, "1000");
    /** Its iterations are many and cheap. */
    private static final Parameter<Integer> MAXITER_PRIMAL_DUAL =
            Parameter.integer("maxiter", "limit of iterations", 1, Integer.MAX_VALUE, "5000");

    /** {@code auto}, the splittings, every optimiser of {@link Optimizers#FOR_MANY_UNKNOWNS}, the formulas and the classic iterations. */
    public static final Catalogue<Method> CATALOGUE = new Catalogue<>(
            "method",
            Stream.of(splitting(), differentiating(), Formulas.ENTRIES, Iterations.ENTRIES)
                    .flatMap(List::stream)
                    .toList());

    private Methods() {}

    private static List<Entry<Method>> splitting() {
        Parameter<Integer> strengths = Parameter.integer(
                "iterations", "number of strengths, from the contrast down to the noise", 1, 10_000, "12");
        Parameter<OptionalInt> refinements = Parameter.integerOrAuto(
                "refinements", "number of iterations at the noise that follow, slower and finer", 0, 10_000, "auto");
        Parameter<OptionalDouble> strongest = Parameter.numberOrAuto(
                "strongest", "the first strength, in standard deviations of the noise", 1, 1e6, "auto");
        return List.of(
                new Entry<>(
                        "plug-and-play",
                        "fits and denoising in turn, for priors that are denoisers",
                        List.of(strengths, strongest, refinements),
                        a -> new PlugAndPlaying(a.get(strengths), a.get(strongest), a.get(refinements))),
                Entry.plain("auto", "the fastest that solves the problem as it is", new Automatic()),
                new Entry<>(
                        "admm",
                        "alternating directions with Fourier solutions; exact ones for boundary unknown or periodic",
                        List.of(TOLERANCE, MAXITER),
                        a -> new Splitting(a.get(TOLERANCE), a.get(MAXITER))),
                new Entry<>(
                        "primal-dual",
                        "primal-dual splitting; any boundary, any sum of priors, with kinks or not",
                        List.of(TOLERANCE, MAXITER_PRIMAL_DUAL),
                        a -> new PrimalDualSplitting(a.get(TOLERANCE), a.get(MAXITER_PRIMAL_DUAL))));
    }

    private static List<Entry<Method>> differentiating() {
        return Optimizers.FOR_MANY_UNKNOWNS.entries().stream()
                .map(Methods::differentiating)
                .toList();
    }

    private static Entry<Method> differentiating(Entry<Optimizer<?>> entry) {
        return new Entry<>(
                entry.name(),
                entry.help(),
                entry.parameters(),
                arguments -> new Differentiating(entry.factory().apply(arguments)));
    }
}
