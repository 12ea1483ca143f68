package org.acutance.deblur.likelihood;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Objective;

/**
 * Half the squared residual, {@code sum w (A x - y)^2 / 2}.
 *
 * @param blur A, from the scene to the observation
 * @param observed y
 * @param weights w, how much each sample counts; all 1 if empty
 */
public record SquaredResidual(LinearMap blur, NdArray observed, Optional<NdArray> weights) {
    /** This as something to minimise. */
    public Objective objective() {
        return Objective.of(
                x -> {
                    NdArray residual = residual(x);
                    return weighted(residual).dot(residual) / 2;
                },
                x -> blur.adjoint(weighted(residual(x))),
                (x, direction) -> blur.adjoint(weighted(blur.apply(direction))));
    }

    /** {@code A'(w y)}: where the multiplicative iterations draw to. */
    public NdArray matched() {
        return blur.adjoint(weighted(observed));
    }

    private NdArray residual(NdArray x) {
        return blur.apply(x).minus(observed);
    }

    private NdArray weighted(NdArray values) {
        return weights.map(values::times).orElse(values);
    }
}
