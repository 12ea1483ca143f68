package org.acutance.math.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NdArrayTest {
    private static NdArray range(int... extents) {
        return NdArray.of(
                IntStream.range(0, Shape.of(extents).size()).asDoubleStream().toArray(), extents);
    }

    @Test
    void isNotChangedThroughTheArrayItWasMadeFrom() {
        double[] values = {1, 2};
        NdArray array = NdArray.vector(values);
        values[0] = 9;
        array.toDoubles()[1] = 9;
        assertThat(array).isEqualTo(NdArray.vector(1, 2));
    }

    @Test
    void cannotBeWrittenAfterItWasBuilt() {
        NdArray.Builder builder = NdArray.builder(Shape.of(2), Precision.FLOAT32);
        builder.build();
        assertThatIllegalStateException()
                .isThrownBy(() -> builder.write(0, new double[] {1}, 0, 1))
                .withMessage("builder: the array [2] is already built");
    }

    @Test
    void refusesValuesThatDoNotFill() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NdArray.of(new double[] {1, 2, 3}, 2, 2))
                .withMessage("array: 3 values do not fill shape [2×2], which has 4 elements");
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void broadcastsInBothPrecisions(Precision precision) {
        NdArray column = range(3, 1).to(precision);
        NdArray row = range(1, 4).to(precision);
        NdArray sum = column.plus(row.times(10));
        assertThat(sum.precision()).isEqualTo(precision);
        assertThat(sum.toDoubles()).containsExactly(0, 10, 20, 30, 1, 11, 21, 31, 2, 12, 22, 32);
    }

    @Test
    void broadcastsAcrossBlocks() {
        NdArray wide = range(3, 2000).plus(NdArray.of(new double[] {0, 1e6, 2e6}, 3, 1));
        assertThat(wide.at(2, 1999)).isEqualTo(5999 + 2e6);
        assertThat(wide.at(1, 0)).isEqualTo(2000 + 1e6);
    }

    @Test
    void refusesMixedPrecisionsButTakesScalars() {
        NdArray single = range(3).to(Precision.FLOAT32);
        assertThat(single.plus(NdArray.scalar(0.1)).precision()).isEqualTo(Precision.FLOAT32);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> single.plus(range(3)))
                .withMessage("plus: operands are FLOAT32 and FLOAT64; convert one with to(Precision)");
    }

    @Test
    void sumsWithoutLosingSmallTerms() {
        double[] values = new double[1_000_000];
        Arrays.fill(values, 0.1);
        assertThat(NdArray.vector(values).sum()).isCloseTo(100_000, within(1e-8));
        assertThat(NdArray.vector(values).to(Precision.FLOAT32).sum()).isCloseTo(100_000.00149, within(1e-5));
    }

    @Test
    void reducesAlongAxes() {
        assertThat(range(2, 3).reduce(Reduction.SUM, 0)).isEqualTo(NdArray.of(new double[] {3, 5, 7}, 1, 3));
        assertThat(range(2, 3).reduce(Reduction.MAX, 1)).isEqualTo(NdArray.of(new double[] {2, 5}, 2, 1));
        assertThat(range(2, 3, 4).reduce(Reduction.PRODUCT, 0, 2).at(0, 1, 0))
                .isEqualTo(4. * 5 * 6 * 7 * 16 * 17 * 18 * 19);
        assertThat(range(0).sum()).isZero();
    }

    @Test
    void seesNaNEverywhere() {
        NdArray array = NdArray.vector(1, Double.NaN, 2);
        assertThat(array.max()).isNaN();
        assertThat(array.min()).isNaN();
        assertThat(array.isFinite()).isFalse();
        assertThat(NdArray.vector(1, Double.NEGATIVE_INFINITY).isFinite()).isFalse();
        assertThat(NdArray.vector(1, 2).isFinite()).isTrue();
    }

    @Test
    void padsAsNumPyDoes() {
        NdArray row = NdArray.vector(1, 2, 3);
        int[] two = {2};
        int[] four = {4};
        assertThat(row.pad(two, four, Boundary.ZERO).toDoubles()).containsExactly(0, 0, 1, 2, 3, 0, 0, 0, 0);
        assertThat(row.pad(two, four, Boundary.PERIODIC).toDoubles()).containsExactly(2, 3, 1, 2, 3, 1, 2, 3, 1);
        assertThat(row.pad(two, four, Boundary.REFLECT).toDoubles()).containsExactly(2, 1, 1, 2, 3, 3, 2, 1, 1);
        assertThat(row.pad(two, four, Boundary.MIRROR).toDoubles()).containsExactly(3, 2, 1, 2, 3, 2, 1, 2, 3);
        assertThat(row.pad(two, four, Boundary.REPLICATE).toDoubles()).containsExactly(1, 1, 1, 2, 3, 3, 3, 3, 3);
    }

    @Test
    void slicesRollsFlipsAndPermutes() {
        NdArray array = range(2, 3);
        assertThat(array.slice(1, 1, 3)).isEqualTo(NdArray.of(new double[] {1, 2, 4, 5}, 2, 2));
        assertThat(array.roll(1, 1)).isEqualTo(NdArray.of(new double[] {2, 0, 1, 5, 3, 4}, 2, 3));
        assertThat(array.flip()).isEqualTo(NdArray.of(new double[] {5, 4, 3, 2, 1, 0}, 2, 3));
        assertThat(array.flip(0)).isEqualTo(NdArray.of(new double[] {3, 4, 5, 0, 1, 2}, 2, 3));
        assertThat(array.permute(1, 0)).isEqualTo(NdArray.of(new double[] {0, 3, 1, 4, 2, 5}, 3, 2));
        assertThat(array.along(1, IndexMap.slice(3, 2, -1, -2))).isEqualTo(NdArray.of(new double[] {2, 0, 5, 3}, 2, 2));
        assertThat(range(2, 3, 4).permute(2, 0, 1).at(3, 1, 2)).isEqualTo(23);
    }

    @Test
    void refusesWrongRearrangements() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range(2, 3).slice(1, 1, 5))
                .withMessage("slice: range 1..5 with step 1 leaves an axis of extent 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range(2, 3).reshape(4))
                .withMessage("reshape: shape [2×3] has 6 elements, [4] has 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range(2, 3).permute(0, 0))
                .withMessage("permute: axes [0, 0] of [2×3] name one twice; name each once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range(2, 3).matmul(range(2, 3)))
                .withMessage(
                        "matmul: shapes [2×3] and [2×3] do not multiply; expected [m×k] and [k×n], or [b×m×k] and [b×k×n]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range(2, 3).dot(range(3, 2)))
                .withMessage("dot: got shape [3×2], expected [2×3]");
    }

    @Test
    void scattersAsTheAdjointOfGather() {
        List<IndexMap> maps = List.of(IndexMap.pad(3, 2, 4, Boundary.REFLECT));
        NdArray x = NdArray.vector(1, 2, 3);
        NdArray y = range(9);
        assertThat(x.gather(maps).dot(y)).isEqualTo(x.dot(y.scatter(maps)));
    }

    @Test
    void roundsToSinglePrecisionAndBackExactly() {
        NdArray single = NdArray.vector(0.1, 1e-50, 3).to(Precision.FLOAT32);
        assertThat(single.get(0)).isEqualTo((double) 0.1f);
        assertThat(single.get(1)).isZero();
        assertThat(single.to(Precision.FLOAT64).to(Precision.FLOAT32)).isEqualTo(single);
    }

    @Test
    void axesMayCountFromTheLastButComeOnce() {
        assertThat(range(2, 3).permute(-1, 0)).isEqualTo(range(2, 3).permute(1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range(2, 3).permute(1, -1))
                .withMessage("permute: axes [1, -1] of [2×3] name one twice; name each once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range(2, 3).permute(1))
                .withMessage("permute: [1] is not a permutation of the axes of [2×3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range(2, 3).reduce(Reduction.SUM, 0, -2))
                .withMessage("reduce: axes [0, -2] of [2×3] name one twice; name each once");
    }

    @Test
    void paddingNeedsOneAmountPerAxisAndAnExtentThatExists() {
        for (int[] amounts : List.of(new int[] {1}, new int[] {1, 1, 1})) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> range(2, 3).pad(amounts, amounts, Boundary.ZERO))
                    .withMessage("pad: " + amounts.length + " and " + amounts.length
                            + " amounts for shape [2×3]; give one before and one after per axis");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> range(3).pad(new int[1], new int[] {Integer.MAX_VALUE}, Boundary.ZERO))
                .withMessage("pad: extent 3 with 0 before and 2147483647 after exceeds 2147483647; pad by less");
    }

    @Test
    void rollsByAnyAmount() {
        assertThat(range(3).roll(0, Integer.MIN_VALUE))
                .isEqualTo(range(3).roll(0, Math.floorMod(Integer.MIN_VALUE, 3)));
    }
}
