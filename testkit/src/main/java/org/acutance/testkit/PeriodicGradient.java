package org.acutance.testkit;

import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.CirculantMap;

/**
 * Forward differences along every axis, the first element following the last, stacked along a new first axis.
 *
 * @param domain the shape of the image; the range is {@code [rank × domain]}
 */
public record PeriodicGradient(Shape domain) implements CirculantMap {
    @Override
    public String name() {
        return "periodic gradient";
    }

    @Override
    public Shape range() {
        return domain.expandedTo(domain.rank() + 1).with(0, domain.rank());
    }

    private Shape stacked() {
        return domain.expandedTo(domain.rank() + 1);
    }

    @Override
    public NdArray apply(NdArray x) {
        x.shape().require(name(), domain);
        return NdArray.concatenate(
                0,
                IntStream.range(0, domain.rank())
                        .mapToObj(axis -> x.roll(axis, -1).minus(x).reshape(stacked()))
                        .toList());
    }

    @Override
    public NdArray adjoint(NdArray y) {
        y.shape().require("adjoint of " + name(), range());
        return IntStream.range(0, domain.rank())
                .mapToObj(axis -> {
                    NdArray part = y.slice(0, axis, axis + 1).reshape(domain);
                    return part.roll(axis, 1).minus(part);
                })
                .reduce(NdArray::plus)
                .orElseThrow();
    }
}
