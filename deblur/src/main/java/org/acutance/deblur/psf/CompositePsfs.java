package org.acutance.deblur.psf;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.acutance.deblur.psf.PsfException.Fault;
import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The point spread functions made of others, whose written forms they hold in parentheses. */
final class CompositePsfs {
    private static final Parameter<String> SUM = Parameter.rest(
            "terms", "weights and kernels, as in 0.7*(gaussian:sigma=2)+0.3*(moffat:fwhm=4)", Terms.WEIGHTED);
    private static final Parameter<String> CONVOLVED =
            Parameter.rest("factors", "kernels, as in (gaussian:sigma=2)*(motion:length=9)", Terms.FACTORS);
    private static final Parameter<String> PRODUCT =
            Parameter.rest("factors", "kernels, as in (airy:radius=3)*(airy:radius=4)", Terms.FACTORS);
    private static final Parameter<String> PSF =
            Parameter.text("psf", "the kernel in parentheses, as in psf=(gaussian:sigma=2)", "a kernel in parentheses");
    private static final Parameter<Double> ENERGY =
            Parameter.number("energy", "share of the light to keep", 0.01, 1, "0.999");
    private static final Parameter<Optional<double[]>> FROM = Lengths.perAxis(
                    "from", "sides of its pixels, one or one per axis; if left out, what the kernel knows of itself")
            .orAbsent();
    private static final Parameter<double[]> TO =
            Lengths.perAxis("to", "sides of the pixels to have, one or one per axis, as in 100nm");

    private CompositePsfs() {}

    /** @param nested makes a point spread function of a written form */
    static List<Entry<PointSpread>> entries(Function<String, PointSpread> nested) {
        return List.of(
                new Entry<>(
                        "sum",
                        "a weighted sum of kernels, normalised",
                        List.of(SUM),
                        arguments -> sum(Terms.weighted("sum", arguments.get(SUM)), nested)),
                new Entry<>(
                        "convolved",
                        "one blur after the other",
                        List.of(CONVOLVED),
                        arguments -> all("convolved", arguments.get(CONVOLVED), nested, Combination::convolved)),
                new Entry<>(
                        "product",
                        "the product of values at the same place, normalised, as of excitation and detection",
                        List.of(PRODUCT),
                        arguments -> all("product", arguments.get(PRODUCT), nested, Combination::product)),
                new Entry<>(
                        "cut",
                        "the smallest box around the middle that holds a share of the light",
                        List.of(ENERGY, PSF),
                        arguments -> {
                            PointSpread whole = nested.apply(arguments.get(PSF));
                            return rank -> Cut.to(arguments.get(ENERGY), whole.forRank(rank));
                        }),
                new Entry<>("resampled", "a kernel for pixels of another size", List.of(FROM, TO, PSF), arguments -> {
                    PointSpread before = nested.apply(arguments.get(PSF));
                    return rank -> resampled(before.forRank(rank), arguments);
                }));
    }

    private static PointSpread sum(Terms terms, Function<String, PointSpread> nested) {
        List<PointSpread> parts = terms.specs().stream().map(nested).toList();
        return rank -> Combination.sum(terms.weights(), forRank(parts, rank));
    }

    private static PointSpread all(
            String owner, String text, Function<String, PointSpread> nested, Function<List<Psf>, Psf> combination) {
        List<PointSpread> parts =
                Terms.factors(owner, text).stream().map(nested).toList();
        return rank -> combination.apply(forRank(parts, rank));
    }

    private static List<Psf> forRank(List<PointSpread> parts, int rank) {
        return parts.stream().map(part -> part.forRank(rank)).toList();
    }

    private static Psf resampled(Psf psf, Arguments arguments) {
        double[] to = PerAxis.expand("resampled", "to", arguments.get(TO), psf.rank());
        double[] from = arguments
                .get(FROM)
                .map(given -> PerAxis.expand("resampled", "from", given, psf.rank()))
                .or(() -> psf.provenance()
                        .sampling()
                        .map(known -> known.voxel().stream().mapToDouble(v -> v).toArray()))
                .orElseThrow(() -> new PsfException(
                        Fault.OPTION,
                        "resampled: the kernel does not know the size of its pixels; give from=65nm or the like"));
        return Resampling.of(
                psf,
                IntStream.range(0, to.length)
                        .mapToDouble(axis -> to[axis] / from[axis])
                        .toArray());
    }
}
