package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.Grid;
import org.acutance.math.linear.LinearMap;

/**
 * Good's roughness, {@code sum((Dx)^2 / x)} (Good &amp; Gaskins 1971; Verveer, Gemkow &amp; Jovin 1999): squared
 * differences count the less the brighter the image is. Each is divided by the mean m of its two neighbours, of which
 * {@code (m + sqrt(m^2 + eps^2) + eps) / 2} is taken, so that the slope is finite in the dark, too.
 *
 * @param eps below it an image is dark
 * @param voxel distance of neighbours, one or one per axis
 */
record GoodRoughness(double eps, List<Double> voxel) implements Prior {
    @Override
    public Optional<UnaryOperator<Tensor>> penalty(Domain domain) {
        Grid grid = domain.grid(voxel);
        LinearMap gradient = grid.gradient();
        LinearMap means = grid.means();
        return Optional.of(x ->
                gradient.apply(x).square().dividedBy(positive(means.apply(x))).sum());
    }

    private Tensor positive(Tensor mean) {
        return mean.square().plus(eps * eps).sqrt().plus(mean).plus(eps).times(0.5);
    }
}
