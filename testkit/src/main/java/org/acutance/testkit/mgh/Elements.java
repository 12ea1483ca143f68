package org.acutance.testkit.mgh;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.acutance.math.autodiff.Tensor;

/** Vectors taken apart and put together. */
final class Elements {
    private Elements() {}

    /** The element at a position, as a vector of one. */
    static Tensor at(Tensor x, int position) {
        return x.slice(0, position, position + 1);
    }

    /** One vector after the other. */
    static Tensor join(Tensor... parts) {
        return Tensor.concatenate(0, parts);
    }

    static Tensor vector(double... values) {
        return Tensor.of(values, values.length);
    }

    /** The values of a function at 1, 2, ..., count. */
    static Tensor vector(int count, IntToDoubleFunction value) {
        return vector(IntStream.rangeClosed(1, count).mapToDouble(value).toArray());
    }

    static int size(Tensor x) {
        return x.shape().size();
    }
}
