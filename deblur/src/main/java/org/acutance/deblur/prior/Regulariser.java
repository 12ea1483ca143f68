package org.acutance.deblur.prior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Term;

/**
 * A weighted sum of priors, as {@code tv:weight=0.01+non-negative} writes it.
 *
 * @param parts the summands
 */
public record Regulariser(List<Weighted> parts) {
    /**
     * One summand.
     *
     * @param name what it is called
     * @param prior the prior
     * @param weight its weight; empty if that is to be found from the data
     */
    public record Weighted(String name, Prior prior, OptionalDouble weight) {
        /** The weight of a part that has one. */
        private double known() {
            return weight.orElseThrow(() -> new IllegalStateException("prior " + name + " has no weight yet"));
        }
    }

    /** A sum; the parts are copied. */
    public Regulariser {
        parts = List.copyOf(parts);
    }

    /** A sum of one prior. */
    public static Regulariser of(Prior prior, double weight) {
        return new Regulariser(List.of(new Weighted("prior", prior, OptionalDouble.of(weight))));
    }

    /** Whether a weight is to be found from the data. */
    public boolean isOpen() {
        return parts.stream().anyMatch(part -> part.weight().isEmpty());
    }

    /** This sum with the given weight wherever one is to be found. */
    public Regulariser withWeight(double weight) {
        return new Regulariser(parts.stream()
                .map(part -> part.weight().isPresent()
                        ? part
                        : new Weighted(part.name(), part.prior(), OptionalDouble.of(weight)))
                .toList());
    }

    /** The names of the parts that have no penalty that can be differentiated. */
    public List<String> notDifferentiable() {
        return parts.stream()
                .filter(part -> part.prior().penalty().isEmpty())
                .map(Weighted::name)
                .toList();
    }

    /**
     * The penalty of an estimate, a scalar.
     *
     * @throws IllegalStateException if a weight is open or a part cannot be differentiated
     */
    public Tensor penalty(Tensor x) {
        Tensor sum = Tensor.scalar(0);
        for (Weighted part : parts) {
            sum = sum.plus(part.prior()
                    .penalty()
                    .orElseThrow(() -> new IllegalStateException("prior " + part.name() + " cannot be differentiated"))
                    .apply(x)
                    .times(part.known()));
        }
        return sum;
    }

    /**
     * The penalty as functions with proximal maps, weights included; empty if a part has no such form.
     *
     * @param canvas shape of the estimate
     * @throws IllegalStateException if a weight is open
     */
    public Optional<List<Term>> terms(Shape canvas) {
        List<Term> all = new ArrayList<>();
        for (Weighted part : parts) {
            Optional<List<Term>> terms = part.prior().terms(canvas);
            if (terms.isEmpty()) {
                return Optional.empty();
            }
            terms.get().forEach(term -> all.add(new Term(term.map(), new Scaled(term.function(), part.known()))));
        }
        return Optional.of(all);
    }

    private record Scaled(Proximal function, double weight) implements Proximal {
        @Override
        public double value(NdArray x) {
            return weight == 0 ? 0 : weight * function.value(x);
        }

        @Override
        public NdArray prox(NdArray x, double step) {
            return weight == 0 ? x : function.prox(x, weight * step);
        }
    }

    /** The names of the parts. */
    public String names() {
        return parts.stream().map(Weighted::name).collect(Collectors.joining("+"));
    }
}
