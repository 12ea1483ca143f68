package org.acutance.math.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.acutance.math.optimize.ConstrainedLeastSquares.Conditions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Solutions are known by their optimality: signs and products of residuals and multipliers. */
class ConstrainedLeastSquaresTest {
    private static double[][] random(Random random, int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.doubles(length, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    @RepeatedTest(30)
    void noUnknownIsNegativeAndNoneWouldLowerTheResidual(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        double[][] columns = random(random, 7, 5);
        double[] target = random.doubles(5, -1, 1).toArray();

        double[] x = NonNegativeLeastSquares.solve(columns, target);

        double[] residual = DenseSystem.plusScaled(target, -1, DenseSystem.combined(columns, 5, x));
        for (int j = 0; j < x.length; j++) {
            assertThat(x[j]).isNotNegative();
            double slope = DenseSystem.dot(columns[j], residual);
            assertThat(x[j] > 0 ? Math.abs(slope) : slope).isLessThan(1e-12);
        }
    }

    @RepeatedTest(30)
    void conditionsHoldAndMultipliersBalanceTheGradient(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        int size = 6;
        double[][] root = random(random, size, size);
        double[] target = random.doubles(size, -1, 1).toArray();
        Conditions equations = new Conditions(random(random, 2, size), new double[] {0.3, -0.2});
        Conditions inequalities = new Conditions(
                random(random, 8, size), random.doubles(8, -1, 0.1).toArray());

        Optional<ConstrainedLeastSquares> found = ConstrainedLeastSquares.of(root, target, equations, inequalities);

        assertThat(found).isPresent();
        double[] x = found.get().x();
        double[] slope =
                DenseSystem.times(root, DenseSystem.plusScaled(DenseSystem.combined(root, size, x), -1, target));
        double[] rest = DenseSystem.plusScaled(
                slope,
                -1,
                DenseSystem.combined(equations.rows(), size, found.get().ofEquations()));
        rest = DenseSystem.plusScaled(
                rest,
                -1,
                DenseSystem.combined(inequalities.rows(), size, found.get().ofInequalities()));
        double largest = Arrays.stream(x).map(Math::abs).max().orElseThrow();
        assertThat(DenseSystem.norm(rest)).isLessThan(1e-9 * (1 + largest));
        assertThat(equations.areMetBy(x)).isTrue();
        for (int i = 0; i < 8; i++) {
            double above =
                    DenseSystem.dot(inequalities.rows()[i], x) - inequalities.right()[i];
            assertThat(above).isGreaterThan(-1e-9 * (1 + largest));
            assertThat(found.get().ofInequalities()[i]).isNotNegative();
            assertThat(found.get().ofInequalities()[i] * above).isLessThan(1e-8 * (1 + largest));
        }
    }

    @Test
    void contradictionsAreFound() {
        double[][] identity = {{1, 0}, {0, 1}};
        double[] target = {0, 0};
        Conditions none = new Conditions(new double[0][], new double[0]);
        Conditions parallel = new Conditions(new double[][] {{1, 1}, {2, 2}}, new double[] {1, 3});
        Conditions apart = new Conditions(new double[][] {{1, 1}, {-1, -1}}, new double[] {1, 0});

        assertThat(ConstrainedLeastSquares.of(identity, target, parallel, none)).isEmpty();
        assertThat(ConstrainedLeastSquares.of(identity, target, none, parallel)).isPresent();
        assertThat(ConstrainedLeastSquares.of(identity, target, none, apart)).isEmpty();
    }
}
