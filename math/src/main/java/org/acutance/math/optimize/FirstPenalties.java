package org.acutance.math.optimize;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;

/**
 * Penalties to start with: that with which a term's proximal map moves {@code K x} half as far as with none at all, so that
 * neither is x held where it is nor does the term hardly matter. For a norm that is half of the length, for a distance half
 * of the way to its target, at a penalty like its curvature. It follows the weight of the term and the scale of x. Terms
 * whose map does not depend on the penalty, such as bounds, get the geometric mean of the others'.
 */
final class FirstPenalties {
    private static final double SHARE = 0.5;
    private static final double DECADES = 15;
    private static final int HALVINGS = 12;

    private FirstPenalties() {}

    /**
     * One penalty for each term.
     *
     * @param mapped {@code K x} of each
     * @param given what is given for each, which is kept
     */
    static List<Double> of(List<Term> terms, List<NdArray> mapped, List<OptionalDouble> given) {
        List<OptionalDouble> found = IntStream.range(0, terms.size())
                .mapToObj(i -> given.get(i).isPresent()
                        ? given.get(i)
                        : of(terms.get(i).function(), mapped.get(i)))
                .toList();
        double mean = found.stream()
                .flatMap(penalty -> penalty.isPresent() ? Stream.of(Math.log(penalty.getAsDouble())) : Stream.empty())
                .mapToDouble(log -> log)
                .average()
                .orElse(0);
        return found.stream().map(penalty -> penalty.orElse(Math.exp(mean))).toList();
    }

    private static OptionalDouble of(Proximal function, NdArray mapped) {
        double low = -DECADES;
        double high = DECADES;
        double most = moved(function, mapped, low);
        if (!(most > 0) || moved(function, mapped, high) > SHARE * most) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean more = moved(function, mapped, middle) > SHARE * most;
            low = more ? middle : low;
            high = more ? high : middle;
        }
        return OptionalDouble.of(Math.pow(10, (low + high) / 2));
    }

    /** How far the map with a penalty, given by its logarithm, moves {@code K x}. */
    private static double moved(Proximal function, NdArray mapped, double logarithm) {
        return function.prox(mapped, Math.pow(10, -logarithm)).minus(mapped).norm();
    }
}
