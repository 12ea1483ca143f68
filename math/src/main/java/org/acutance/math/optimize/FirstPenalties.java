package org.acutance.math.optimize;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;

/**
 * Penalties to start with: that with which a term's proximal map takes half of the length of {@code K x} away, so that
 * neither is x held where it is nor does the term hardly matter. It follows the weight of the term and the scale of x.
 * Terms whose map does not depend on the penalty, such as bounds, get the geometric mean of the others'.
 */
final class FirstPenalties {
    private static final double SHARE = 0.5;
    private static final double DECADES = 15;
    private static final int HALVINGS = 12;

    private FirstPenalties() {}

    static List<Double> of(List<Term> terms, List<NdArray> mapped) {
        List<OptionalDouble> found = IntStream.range(0, terms.size())
                .mapToObj(i -> of(terms.get(i).function(), mapped.get(i)))
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
        if (!takesMore(function, mapped, low) || takesMore(function, mapped, high)) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean more = takesMore(function, mapped, middle);
            low = more ? middle : low;
            high = more ? high : middle;
        }
        return OptionalDouble.of(Math.pow(10, (low + high) / 2));
    }

    private static boolean takesMore(Proximal function, NdArray mapped, double logarithm) {
        NdArray moved = function.prox(mapped, Math.pow(10, -logarithm)).minus(mapped);
        return moved.norm() > SHARE * mapped.norm();
    }
}
