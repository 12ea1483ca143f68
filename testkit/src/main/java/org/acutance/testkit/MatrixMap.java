package org.acutance.testkit;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.LinearMap;

/**
 * The product of a matrix with vectors.
 *
 * @param matrix of shape {@code [range × domain]}
 */
public record MatrixMap(NdArray matrix) implements LinearMap {
    @Override
    public String name() {
        return "matrix";
    }

    @Override
    public Shape domain() {
        return Shape.of(matrix.shape().extent(1));
    }

    @Override
    public Shape range() {
        return Shape.of(matrix.shape().extent(0));
    }

    @Override
    public NdArray apply(NdArray x) {
        x.shape().require(name(), domain());
        return matrix.matmul(x.reshape(x.size(), 1)).reshape(range());
    }

    @Override
    public NdArray adjoint(NdArray y) {
        y.shape().require("adjoint of " + name(), range());
        return matrix.permute(1, 0).matmul(y.reshape(y.size(), 1)).reshape(domain());
    }
}
