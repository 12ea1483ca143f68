package org.acutance.deblur.prior;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Groupwise;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.SquaredDistance;
import org.acutance.math.optimize.Sum;
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

    /** A sum of one prior whose weight is to be found from the data. */
    public static Regulariser of(Prior prior) {
        return new Regulariser(List.of(new Weighted("prior", prior, OptionalDouble.empty())));
    }

    /** Whether a weight is to be found from the data. */
    public boolean isOpen() {
        return parts.stream().anyMatch(part -> part.weight().isEmpty());
    }

    /** The parts whose weight is to be found, each with weight 1. */
    public Regulariser openPart() {
        return new Regulariser(
                        parts.stream().filter(part -> part.weight().isEmpty()).toList())
                .withWeight(1);
    }

    /** This sum with the given weight wherever one is to be found. */
    public Regulariser withWeight(double weight) {
        return withWeight(weight, this);
    }

    /** This sum with the given weight wherever one is to be found for a part that is among others. */
    public Regulariser withWeight(double weight, Regulariser among) {
        return new Regulariser(parts.stream()
                .map(part -> part.weight().isPresent() || !among.parts().contains(part)
                        ? part
                        : new Weighted(part.name(), part.prior(), OptionalDouble.of(weight)))
                .toList());
    }

    /**
     * The names of the parts that have no penalty that can be differentiated.
     *
     * @param domain where the estimates live
     */
    public List<String> notDifferentiable(Domain domain) {
        return parts.stream()
                .filter(part -> isKinked(part, domain))
                .map(Weighted::name)
                .toList();
    }

    /**
     * The penalty as a function that is differentiated: it takes an estimate and gives a scalar.
     *
     * @param domain where the estimates live
     * @throws IllegalStateException if a weight is open or a part cannot be differentiated
     */
    public UnaryOperator<Tensor> penalty(Domain domain) {
        List<UnaryOperator<Tensor>> summands =
                parts.stream().map(part -> penalty(part, domain)).toList();
        return x -> summands.stream()
                .map(summand -> summand.apply(x))
                .reduce(Tensor::plus)
                .orElseGet(() -> Tensor.scalar(0));
    }

    private static UnaryOperator<Tensor> penalty(Weighted part, Domain domain) {
        double weight = part.known();
        UnaryOperator<Tensor> penalty = differentiable(part, domain);
        return x -> penalty.apply(x).times(weight);
    }

    /**
     * The parts as summands with derivatives, each the fastest that there is.
     *
     * @param domain where the estimates live
     * @throws IllegalStateException if a weight is open or a part cannot be differentiated
     */
    public List<Sum.Weighted> objectives(Domain domain) {
        return parts.stream()
                .map(part -> new Sum.Weighted(
                        part.prior()
                                .objective(domain)
                                .orElseGet(() -> Objective.differentiated(differentiable(part, domain))),
                        part.known()))
                .toList();
    }

    private static UnaryOperator<Tensor> differentiable(Weighted part, Domain domain) {
        return part.prior()
                .penalty(domain)
                .orElseThrow(() -> new IllegalStateException("prior " + part.name() + " cannot be differentiated"));
    }

    /**
     * The penalty as functions with proximal maps, weights included; empty if a part has no such form. Squared distances
     * stay of that type.
     *
     * @param domain where the estimates live
     * @throws IllegalStateException if a weight is open
     */
    public Optional<List<Term>> terms(Domain domain) {
        List<Term> all = new ArrayList<>();
        for (Weighted part : parts) {
            Optional<List<Term>> terms = part.prior().terms(domain);
            if (terms.isEmpty()) {
                return Optional.empty();
            }
            terms.get().forEach(term -> all.add(new Term(term.map(), scaled(term.function(), part.known()))));
        }
        return Optional.of(all);
    }

    private static Proximal scaled(Proximal function, double weight) {
        return function instanceof SquaredDistance distance
                ? new SquaredDistance(distance.target(), distance.weights().times(weight))
                : new Scaled(function, weight);
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

        @Override
        public Optional<Groupwise> groupwise() {
            return weight == 0 ? Optional.empty() : function.groupwise().map(own -> own.times(weight));
        }
    }

    /**
     * What cannot be differentiated as one function with a proximal map, weight included: empty if that is more than one
     * term, or one on a map that is not orthogonal.
     *
     * @param domain where the estimates live
     * @throws IllegalStateException if a weight is open
     */
    public Optional<Proximal> kink(Domain domain) {
        return new Regulariser(
                        parts.stream().filter(part -> isKinked(part, domain)).toList())
                .terms(domain)
                .filter(terms -> terms.size() == 1)
                .flatMap(terms -> terms.get(0).ofPoint());
    }

    /**
     * This sum without what cannot be differentiated.
     *
     * @param domain where the estimates live
     */
    public Regulariser withoutKinks(Domain domain) {
        return new Regulariser(
                parts.stream().filter(part -> !isKinked(part, domain)).toList());
    }

    private static boolean isKinked(Weighted part, Domain domain) {
        return part.prior().penalty(domain).isEmpty();
    }

    /**
     * The value of an estimate, infinite beyond limits, by the penalty of a part or else by its terms.
     *
     * @param domain where the estimate lives
     * @throws IllegalStateException if a weight is open
     */
    public double value(NdArray x, Domain domain) {
        return parts.stream()
                .mapToDouble(part -> part.known() == 0 ? 0 : part.known() * value(part, x, domain))
                .sum();
    }

    private static double value(Weighted part, NdArray x, Domain domain) {
        return part.prior()
                .penalty(domain)
                .map(penalty -> penalty.apply(Tensor.of(x)).item())
                .orElseGet(() -> part.prior().terms(domain).orElseThrow().stream()
                        .mapToDouble(term -> term.value(x))
                        .sum());
    }

    /** The limits that all parts set together: {@link Bounds#NONE} if none sets any. */
    public Bounds bounds() {
        return parts.stream().flatMap(part -> part.prior().bounds().stream()).reduce(Bounds.NONE, Bounds::and);
    }

    /** This sum without the parts that are nothing but limits. */
    public Regulariser withoutBounds() {
        return new Regulariser(
                parts.stream().filter(part -> part.prior().bounds().isEmpty()).toList());
    }

    /** This sum with the kinks of its parts rounded, of those that know how. */
    public Regulariser rounded() {
        return new Regulariser(parts.stream()
                .map(part -> new Weighted(part.name(), part.prior().rounded(), part.weight()))
                .toList());
    }

    /**
     * The parts that have proximal maps.
     *
     * @param domain where the estimates live
     */
    public Regulariser withTerms(Domain domain) {
        return new Regulariser(parts.stream()
                .filter(part -> part.prior().terms(domain).isPresent())
                .toList());
    }

    /**
     * The parts that have no proximal maps.
     *
     * @param domain where the estimates live
     */
    public Regulariser withoutTerms(Domain domain) {
        return new Regulariser(parts.stream()
                .filter(part -> part.prior().terms(domain).isEmpty())
                .toList());
    }

    /** This sum without the parts that are known by a denoiser. */
    public Regulariser withoutDenoisers() {
        return new Regulariser(
                parts.stream().filter(part -> part.prior().denoiser().isEmpty()).toList());
    }

    /** The parts that are known by a denoiser, and the limits. */
    public Regulariser denoisersAndBounds() {
        return new Regulariser(parts.stream()
                .filter(part -> part.prior().denoiser().isPresent()
                        || part.prior().bounds().isPresent())
                .toList());
    }

    /** Whether some parts are known by a denoiser and others by a penalty. */
    public boolean mixesForms() {
        return !denoising().isEmpty()
                && !withoutDenoisers().withoutBounds().parts().isEmpty();
    }

    /** Whether all parts are convex, so that a method with a guarantee for that keeps it. */
    public boolean isConvex() {
        return parts.stream().allMatch(part -> part.prior().isConvex());
    }

    /**
     * This sum as two, each with the limits: of what is not convex and of what is. Only itself if it has no parts of one
     * kind, or one that is known by a denoiser.
     */
    public List<Regulariser> byConvexity() {
        Regulariser bent = new Regulariser(parts.stream()
                .filter(part ->
                        !part.prior().isConvex() || part.prior().bounds().isPresent())
                .toList());
        Regulariser convex = new Regulariser(
                parts.stream().filter(part -> part.prior().isConvex()).toList());
        boolean mixed = !isConvex()
                && denoising().isEmpty()
                && !convex.withoutBounds().parts().isEmpty();
        return mixed ? List.of(bent, convex) : List.of(this);
    }

    /** Whether parts of an image can be estimated by themselves. */
    public boolean isLocal() {
        return parts.stream().allMatch(part -> part.prior().isLocal());
    }

    /** Whether a part is about all channels together. */
    public boolean couplesChannels() {
        return parts.stream().anyMatch(part -> part.prior().couplesChannels());
    }

    /** The parts that are known by a denoiser. */
    public List<Weighted> denoising() {
        return parts.stream()
                .filter(part -> part.prior().denoiser().isPresent())
                .toList();
    }

    /** The names of the parts. */
    public String names() {
        return parts.stream().map(Weighted::name).collect(Collectors.joining("+"));
    }
}
