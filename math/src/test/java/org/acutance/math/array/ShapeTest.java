package org.acutance.math.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void writesItsExtents() {
        assertThat(Shape.of(171, 13)).hasToString("[171×13]");
        assertThat(Shape.SCALAR).hasToString("[]");
    }

    @Test
    void broadcastsAsNumPyDoes() {
        assertThat(Shape.broadcast("plus", Shape.of(3, 1), Shape.of(2, 1, 4))).isEqualTo(Shape.of(2, 3, 4));
        assertThat(Shape.broadcast("plus", Shape.of(3), Shape.SCALAR)).isEqualTo(Shape.of(3));
        assertThat(Shape.broadcast("plus", Shape.of(0), Shape.of(1))).isEqualTo(Shape.of(0));
    }

    @Test
    void refusesShapesThatDoNotBroadcastNamingBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.broadcast("plus", Shape.of(3, 4), Shape.of(3)))
                .withMessage("plus: shapes [3×4] and [3] do not broadcast; extents must be equal or 1, counted from the"
                        + " last axis");
    }

    @Test
    void refusesNegativeAndHugeExtents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(2, -1))
                .withMessage("shape: extent -1 in [2×-1] is negative; use 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(1 << 20, 1 << 20, 1 << 30))
                .withMessage(
                        "shape: [1048576×1048576×1073741824] has more than 2147483647 elements; split the array into"
                                + " smaller parts");
    }

    @Test
    void countsAxesFromTheLast() {
        assertThat(Shape.of(2, 3).extent(-1)).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(2, 3).extent(2))
                .withMessage("axis 2 is outside [2×3], which has 2 axes");
    }
}
