package org.acutance.math.convolution;

import java.util.ArrayList;
import java.util.List;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * A valid convolution brought to the fewest axes, at least two: axes of length one are dropped, and neighbouring axes
 * along which the kernel has length one are joined, so that runs are as long as they can be.
 *
 * @param input shape of the array
 * @param kernel taps, of the same rank
 * @param output shape of the result: {@code n - m + 1} along each axis
 */
record Problem(Shape input, NdArray kernel, Shape output) {
    static Problem of(Shape input, NdArray kernel) {
        List<Integer> extents = new ArrayList<>();
        List<Integer> taps = new ArrayList<>();
        for (int axis = 0; axis < input.rank(); axis++) {
            int n = input.extent(axis);
            int m = kernel.shape().extent(axis);
            int last = extents.size() - 1;
            if (m == 1 && last >= 0 && taps.get(last) == 1) {
                extents.set(last, extents.get(last) * n);
            } else if (n > 1) {
                extents.add(n);
                taps.add(m);
            }
        }
        Shape fewest = shape(extents).expandedTo(2);
        NdArray reshaped = kernel.reshape(shape(taps).expandedTo(2));
        return new Problem(fewest, reshaped, valid(fewest, reshaped.shape()));
    }

    private static Shape shape(List<Integer> extents) {
        return Shape.of(extents.stream().mapToInt(Integer::intValue).toArray());
    }

    static Shape valid(Shape input, Shape kernel) {
        int[] extents = input.extents();
        for (int axis = 0; axis < extents.length; axis++) {
            extents[axis] -= kernel.extent(axis) - 1;
        }
        return Shape.of(extents);
    }
}
