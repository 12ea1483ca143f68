package org.acutance.testkit;

import java.util.Arrays;
import java.util.stream.Stream;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.GradientMap;
import org.acutance.math.linear.LinearMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EveryLinearMapTest {
    private static Stream<LinearMap> maps() {
        return Stream.of(Shape.of(7), Shape.of(1), Shape.of(5, 4), Shape.of(1, 6), Shape.of(3, 1, 5), Shape.of(3, 4, 5))
                .map(GradientMap::new);
    }

    static Stream<Arguments> cases() {
        return maps().flatMap(map -> Arrays.stream(Precision.values()).map(precision -> Arguments.of(map, precision)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsTheContract(LinearMap map, Precision precision) {
        new LinearMapContract(map, precision).check();
    }
}
