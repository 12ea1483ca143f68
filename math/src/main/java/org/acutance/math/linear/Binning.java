package org.acutance.math.linear;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Adds up boxes of neighbouring elements, as a detector does whose pixels are larger than the grid of the scene. After a
 * convolution with a finely sampled kernel it makes the subsampling of MATLAB's {@code deconvlucy}.
 *
 * @param range shape of the sums
 * @param factors number of elements along each axis of a box, each at least 1
 */
public record Binning(Shape range, Shape factors) implements LinearMap {
    /**
     * Boxes of one size.
     *
     * @throws IllegalArgumentException if there is not one positive factor per axis
     */
    public Binning {
        if (factors.rank() != range.rank() || IntStream.of(factors.extents()).anyMatch(factor -> factor < 1)) {
            throw new IllegalArgumentException(
                    "bin: factors " + factors + " for an image of " + range + "; give one of at least 1 per axis");
        }
    }

    @Override
    public String name() {
        return "bin";
    }

    @Override
    public Shape domain() {
        return Shape.of(IntStream.range(0, range.rank())
                .map(axis -> range.extent(axis) * factors.extent(axis))
                .toArray());
    }

    @Override
    public NdArray apply(NdArray x) {
        x.shape().require(name(), domain());
        return x.scatter(boxes());
    }

    @Override
    public NdArray adjoint(NdArray y) {
        y.shape().require("adjoint of " + name(), range);
        return y.gather(boxes());
    }

    /** The box that each element of the domain lies in. */
    private List<IndexMap> boxes() {
        return IntStream.range(0, range.rank())
                .mapToObj(axis -> IndexMap.take(
                        range.extent(axis),
                        IntStream.range(0, domain().extent(axis))
                                .map(i -> i / factors.extent(axis))
                                .toArray()))
                .toList();
    }
}
