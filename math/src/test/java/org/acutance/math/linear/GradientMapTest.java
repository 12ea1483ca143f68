package org.acutance.math.linear;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;

class GradientMapTest {
    @Test
    void aScalarHasNothingToDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientMap(Shape.SCALAR))
                .withMessage("gradient: shape [] has no axis to differ along; give at least one axis");
    }
}
