package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Reduction;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.LinearMap;

/**
 * The quadratic function that touches smoothed total variation from above at an estimate, but for a constant: half the sum
 * of the squared gradients, each over its length there (Vogel &amp; Oman 1996, lagged diffusivity).
 *
 * @param estimate where it touches, of the shape of the domain
 * @param eps lengths far below it count as that
 */
public record TouchingVariation(NdArray estimate, double eps) implements Prior {
    private static final List<Double> VOXEL = List.of(1.0);

    @Override
    public Optional<UnaryOperator<Tensor>> penalty(Domain domain) {
        LinearMap gradient = domain.grid(VOXEL).gradient();
        NdArray slopes = gradient.apply(estimate);
        Tensor halves = Tensor.of(NdArray.elementwise(
                "halves",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = 0.5 / Math.sqrt(in[0][i] + eps * eps);
                    }
                },
                slopes.times(slopes).reduce(Reduction.SUM, 0)));
        return Optional.of(x -> gradient.apply(x).square().sum(0).times(halves).sum());
    }
}
