package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.GroupNorm;
import org.acutance.math.optimize.L1Norm;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.SquaredDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proximal functions of the mathematics, in both precisions. */
class EveryProximalTest {
    private static final Map<String, Function<NdArray, Proximal>> FUNCTIONS = Map.of(
            "zero", like -> Proximal.zero(),
            "non-negative", like -> Bounds.atLeast(0),
            "box", like -> Bounds.between(-0.5, 1),
            "bounds by element", like -> new Bounds(like.times(0.5), like.plus(NdArray.scalar(1))),
            "l1", like -> new L1Norm(0.7),
            "group", like -> new GroupNorm(0.7),
            "distance", SquaredDistance::to,
            "weighted distance", like -> new SquaredDistance(like, like.times(like)));

    static Stream<Arguments> cases() {
        return Stream.of(Precision.values()).flatMap(precision -> Stream.of(
                        Shape.of(7), Shape.of(2, 3, 4), Shape.of(3, 1))
                .flatMap(shape ->
                        FUNCTIONS.keySet().stream().sorted().map(name -> Arguments.of(name, shape, precision))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsTheContract(String name, Shape shape, Precision precision) {
        NdArray like = new Samples(1).uniform(shape, precision, 0, 1);
        new ProximalContract(Objects.requireNonNull(FUNCTIONS.get(name)).apply(like), shape, precision, true).check();
    }

    @Test
    void groupsAreAlongTheFirstAxisAcrossBlocks() {
        int groups = 2500;
        NdArray x = new Samples(1).uniform(Shape.of(2, groups), Precision.FLOAT64, -1, 1);
        NdArray z = new GroupNorm(0.5).prox(x, 1);
        double sum = 0;
        for (int i = 0; i < groups; i++) {
            double length = Math.hypot(x.get(i), x.get(groups + i));
            sum += length;
            double factor = Math.max(0, 1 - 0.5 / length);
            assertThat(z.get(i)).isCloseTo(factor * x.get(i), within(1e-15));
        }
        assertThat(new GroupNorm(0.5).value(x)).isCloseTo(sum / 2, within(1e-9));
    }

    @Test
    void whatCannotBeUsedIsExplained() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.between(2, 1))
                .withMessage("bounds: no number is from 2.0 to 1.0, at element 0; give a lower limit that is at most"
                        + " the upper one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bounds(NdArray.vector(0, 1), NdArray.vector(1, Double.NaN)))
                .withMessageStartingWith("bounds: no number is from 1.0 to NaN, at element 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bounds(NdArray.vector(0, 1), NdArray.scalar(1)).project(NdArray.zeros(3)))
                .withMessage("bounds: got shape [3], expected [2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new L1Norm(-1))
                .withMessage("l1 norm: weight -1.0 cannot be used; give a finite one of at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SquaredDistance(NdArray.vector(1, 2), NdArray.vector(1, -2)))
                .withMessage("squared distance: weights from -2.0 to 1.0 cannot be used; give finite ones of at least"
                        + " 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupNorm(1).value(NdArray.scalar(1)))
                .withMessage("group norm: shape [] has no axis to form groups along; give one");
    }
}
