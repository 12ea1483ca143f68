package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.function.Function;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.autodiff.Elementwise;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.junit.jupiter.api.Test;

/** What goes wrong deep in a user's objective points at the user's own line. */
class UsersLineTest {
    private static Tensor blurOfTheWrongRank(Tensor x) {
        return x.convolve(Tensor.of(new double[] {1, 2, 1}, 3), ConvolutionMode.SAME, Boundary.ZERO)
                .sum();
    }

    private static Tensor sumOfTheWrongShapes(Tensor x) {
        return x.plus(Tensor.of(new double[] {1, 2, 3}, 3)).squaredNorm();
    }

    @Test
    void aWrongShapeThrowsInTheUsersLine() {
        Throwable rank = minimising(UsersLineTest::blurOfTheWrongRank);
        assertThat(rank)
                .hasMessage("convolve: kernel [3] has rank 1 but the image [4×5] has rank 2; give both the same"
                        + " number of axes");
        assertThat(firstOutside(rank)).isEqualTo("blurOfTheWrongRank");
        Throwable shape = minimising(UsersLineTest::sumOfTheWrongShapes);
        assertThat(shape)
                .hasMessage("plus: shapes [4×5] and [3] do not broadcast; extents must be equal or 1, counted from the"
                        + " last axis");
        assertThat(firstOutside(shape)).isEqualTo("sumOfTheWrongShapes");
    }

    private static Throwable minimising(Function<Tensor, Tensor> function) {
        return catchThrowable(
                () -> Minimize.by("l-bfgs").minimize(Objective.differentiated(function), NdArray.zeros(4, 5)));
    }

    private static String firstOutside(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("org.acutance.math."))
                .findFirst()
                .orElseThrow()
                .getMethodName();
    }

    private static Tensor rootOfANegative(Tensor x) {
        return x.minus(2).sqrt().sum();
    }

    @Test
    void aNanIsToldWithItsOperationAndTheUsersLine() {
        Tensor x = Tensor.of(new double[] {3, 1}, 2);
        Throwable thrown = catchThrowable(() -> Gradients.debugNans(
                () -> Gradients.grad(UsersLineTest::rootOfANegative).apply(x)));
        assertThat(thrown)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageMatching("debugNans: sqrt gave NaN at element 1 of \\[2] from -1\\.0; called in"
                        + " .*UsersLineTest\\.rootOfANegative\\(UsersLineTest\\.java:\\d+\\)");
    }

    private static final Elementwise STEEP =
            Elementwise.of("steep", Math::sqrt, (t, x, y) -> t.times(x.log()).times(x));

    private static Tensor steepAtZero(Tensor x) {
        return STEEP.apply(x).sum();
    }

    @Test
    void aNanInADerivativeIsToldWithThePlaceOfTheOperation() {
        Tensor x = Tensor.of(new double[] {1, 0}, 2);
        for (boolean forward : new boolean[] {true, false}) {
            Throwable thrown = catchThrowable(() -> Gradients.debugNans(() -> forward
                    ? Gradients.jvp(UsersLineTest::steepAtZero, x, x.plus(1)).tangent()
                    : Gradients.grad(UsersLineTest::steepAtZero).apply(x)));
            assertThat(thrown)
                    .hasMessageMatching("debugNans: times gave NaN at element 1 of \\[2] from -Infinity and 0\\.0, in"
                            + " the derivative of steep; called in"
                            + " .*UsersLineTest\\.steepAtZero\\(UsersLineTest\\.java:\\d+\\)");
        }
    }

    private static final Elementwise LOGARITHM =
            Elementwise.of("logarithm in the derivative of x log x", Math::log, (t, x, y) -> t.times(x.reciprocal()));

    @Test
    void whatAnOperationIsCalledDoesNotHideThePlace() {
        Elementwise hidden =
                Elementwise.of("root", x -> x < 0 ? 0 : Math.sqrt(x), (t, x, y) -> t.times(LOGARITHM.apply(x)));
        Throwable thrown = catchThrowable(() -> Gradients.debugNans(
                () -> Gradients.grad(x -> hidden.apply(x).sum()).apply(Tensor.scalar(-1))));
        assertThat(thrown)
                .hasMessageStartingWith("debugNans: logarithm in the derivative of x log x gave NaN at element 0 of []"
                        + " from -1.0, in the derivative of root; called in");
    }
}
