package org.acutance.deblur.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    /** Products of random columns, fewer than the order, so that some eigenvalues are 0. */
    private static double[][] random(int order, int rank) {
        Random random = new Random(order);
        double[][] factor = new double[order][rank];
        for (double[] row : factor) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        double[][] matrix = new double[order][order];
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                double[] left = factor[i];
                double[] right = factor[j];
                matrix[i][j] = IntStream.range(0, rank)
                        .mapToDouble(k -> left[k] * right[k])
                        .sum();
            }
        }
        return matrix;
    }

    private static double[] sorted(SymmetricEigen eigen, int order) {
        return IntStream.range(0, order).mapToDouble(eigen::value).sorted().toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 16, 32})
    void vectorsAndValuesGiveTheMatrixBack(int order) {
        double[][] matrix = random(order, (order + 1) / 2);
        SymmetricEigen eigen = new SymmetricEigen(copy(matrix));
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                double sum = 0;
                double product = 0;
                for (int k = 0; k < order; k++) {
                    sum += eigen.component(i, k) * eigen.value(k) * eigen.component(j, k);
                    product += eigen.component(i, k) * eigen.component(j, k);
                }
                assertThat(sum).isCloseTo(matrix[i][j], within(1e-8 * order));
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }

    /** The second difference of n points has the eigenvalues 2 - 2 cos(k pi / (n + 1)). */
    @Test
    void secondDifferenceHasItsKnownValues() {
        int order = 16;
        double[][] matrix = new double[order][order];
        for (int i = 0; i < order; i++) {
            matrix[i][i] = 2;
            if (i > 0) {
                matrix[i][i - 1] = -1;
                matrix[i - 1][i] = -1;
            }
        }
        double[] expected = IntStream.rangeClosed(1, order)
                .mapToDouble(k -> 2 - 2 * Math.cos(k * Math.PI / (order + 1)))
                .toArray();
        assertThat(sorted(new SymmetricEigen(matrix), order)).containsExactly(expected, within(1e-12));
    }

    @Test
    void diagonalAndZeroStayAsTheyAre() {
        assertThat(sorted(new SymmetricEigen(new double[][] {{3, 0, 0}, {0, 1, 0}, {0, 0, 2}}), 3))
                .containsExactly(1, 2, 3);
        assertThat(sorted(new SymmetricEigen(new double[4][4]), 4)).containsOnly(0.0);
    }
}
