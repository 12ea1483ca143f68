package org.acutance.math.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.leastsquares.NonNegative.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NonNegativeTest {
    private static NdArray numbers(String words) {
        return NdArray.vector(
                Stream.of(words.split(" ", -1)).mapToDouble(Double::parseDouble).toArray());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "nnls.tsv", delimiter = '\t', numLinesToSkip = 1, maxCharsPerColumn = 20_000)
    void solutionsAreThoseOfScipy(int rows, String matrix, String side, String x, double rnorm) {
        NdArray elements = numbers(matrix);

        Solution solution = NonNegative.solve(elements.reshape(rows, elements.size() / rows), numbers(side));

        assertThat(solution.success()).isTrue();
        assertThat(solution.rnorm()).isCloseTo(rnorm, within(1e-12 * (1 + rnorm)));
        assertThat(solution.x().minus(numbers(x)).maxAbs()).isLessThan(1e-10);
        assertThat(solution.x().min()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void aLimitIsKept() {
        NdArray identity = NdArray.of(new double[] {1, 0, 0, 1}, 2, 2);

        assertThat(NonNegative.solve(identity, NdArray.vector(1, 2), 1).success())
                .isFalse();
        assertThat(NonNegative.solve(identity, NdArray.vector(-1, -2)).x()).isEqualTo(NdArray.vector(0, 0));
    }

    @Test
    void misuseIsRefused() {
        NdArray matrix = NdArray.of(new double[] {1, 0, 0, Double.NaN}, 2, 2);

        assertThatThrownBy(() -> NonNegative.solve(matrix, NdArray.vector(1, 2, 3)))
                .hasMessage(
                        "nnls: matrix [2×2] and right-hand side [3] do not go together; give a matrix and a vector of"
                                + " as many elements as it has rows");
        assertThatThrownBy(() -> NonNegative.solve(matrix, NdArray.vector(1, 2)))
                .hasMessage("nnls: an element is NaN or infinite; leave out its row");
    }
}
