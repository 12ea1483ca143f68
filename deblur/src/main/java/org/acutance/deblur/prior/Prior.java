package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.deblur.denoise.Denoiser;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.IdentityMap;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Term;

/**
 * What is expected of a sharp image, with weight 1. A prior has one or more forms of the same value; methods take the one
 * that they can use. All forms refuse a domain that does not suit the prior's parameters with an
 * IllegalArgumentException.
 */
public interface Prior {
    /**
     * The penalty as a function that is differentiated: it takes an estimate, slowest axis first, and gives a scalar.
     * Empty if it has kinks, or if differentiation is of no use.
     *
     * @param domain where the estimates live
     */
    default Optional<UnaryOperator<Tensor>> penalty(Domain domain) {
        return Optional.empty();
    }

    /** This prior with its kinks rounded, where it knows how; itself if it has none, or does not. */
    default Prior rounded() {
        return this;
    }

    /**
     * The penalty with derivatives of its own, which are faster than those by differentiation. Empty if there is only the
     * penalty.
     *
     * @param domain where the estimates live
     */
    default Optional<Objective> objective(Domain domain) {
        return Optional.empty();
    }

    /**
     * The penalty as a sum of functions with proximal maps, each of a linear map of the estimate; the maps are circulant
     * on a periodic domain. Empty if there is no such form.
     *
     * @param domain where the estimates live
     */
    default Optional<List<Term>> terms(Domain domain) {
        return Optional.empty();
    }

    /** The limits of every element if the prior is nothing but limits; empty otherwise. */
    default Optional<Bounds> bounds() {
        return Optional.empty();
    }

    /** What removes noise from images that this prior expects; empty if it is not known by such a method. */
    default Optional<Denoiser> denoiser() {
        return Optional.empty();
    }

    /** A prior that is known by what it takes for noise. */
    static Prior of(Denoiser denoiser) {
        return new Prior() {
            @Override
            public Optional<Denoiser> denoiser() {
                return Optional.of(denoiser);
            }
        };
    }

    /** Whether it is convex, so that what its terms make small is one minimum. */
    default boolean isConvex() {
        return true;
    }

    /** Whether it is about all channels together, so that they have to be estimated as one array, channels first. */
    default boolean couplesChannels() {
        return false;
    }

    /** Whether it is a sum over the surroundings of each element, so that parts of an image can be estimated by themselves. */
    default boolean isLocal() {
        return true;
    }

    /** A prior that is differentiated. */
    static Prior of(UnaryOperator<Tensor> penalty) {
        return new Prior() {
            @Override
            public Optional<UnaryOperator<Tensor>> penalty(Domain domain) {
                return Optional.of(penalty);
            }
        };
    }

    /** A prior by its proximal map. */
    static Prior of(Proximal function) {
        return new Prior() {
            @Override
            public Optional<List<Term>> terms(Domain domain) {
                return Optional.of(List.of(new Term(new IdentityMap(domain.shape()), function)));
            }
        };
    }

    /** A prior by its terms, for estimates of the shape that they take. */
    static Prior of(List<Term> terms) {
        List<Term> kept = List.copyOf(terms);
        return new Prior() {
            @Override
            public Optional<List<Term>> terms(Domain domain) {
                kept.forEach(term -> term.map()
                        .domain()
                        .require("prior: term on " + term.map().name(), domain.shape()));
                return Optional.of(kept);
            }
        };
    }
}
