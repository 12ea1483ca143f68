package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Term;

/**
 * What is expected of a sharp image, with weight 1. A prior has one or more forms; methods take the one that they can
 * use.
 */
public interface Prior {
    /**
     * The penalty as a function that is differentiated: it takes an estimate, slowest axis first, and gives a scalar.
     * Empty if differentiation is of no use.
     */
    default Optional<UnaryOperator<Tensor>> penalty() {
        return Optional.empty();
    }

    /**
     * The penalty as a sum of functions with proximal maps, each of a linear map of the estimate; the maps are circulant
     * (periodic at the border of the canvas) where they can be. Empty if there is no such form.
     *
     * @param canvas shape of the estimate
     */
    default Optional<List<Term>> terms(Shape canvas) {
        return Optional.empty();
    }

    /** A prior that is differentiated. */
    static Prior of(UnaryOperator<Tensor> penalty) {
        return new Prior() {
            @Override
            public Optional<UnaryOperator<Tensor>> penalty() {
                return Optional.of(penalty);
            }
        };
    }
}
