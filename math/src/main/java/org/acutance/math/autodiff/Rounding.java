package org.acutance.math.autodiff;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** Operations with whole numbers: steps, whose slope is 0 and at a step is taken as 0, and remainders. */
final class Rounding {
    static final Elementwise FLOOR = step("floor", Math::floor);
    static final Elementwise CEIL = step("ceil", Math::ceil);
    static final Elementwise RINT = step("rint", Math::rint);
    static final Elementwise TRUNC = step("trunc", Rounding::truncated);

    static final Elementwise FLOOR_DIVIDE = step("floorDivide", Rounding::floorQuotient);

    static final Elementwise MOD = Elementwise.of("mod", Rounding::floorRemainder, (t, x, y) -> t, (t, x, y) -> t.gated(
                    x.get(0).floorDivide(x.get(1)))
            .negate());

    private static final Elementwise QUOTIENT = step("quotient", (a, b) -> Math.rint((a - a % b) / b));

    static final Elementwise FMOD = Elementwise.of(
            "fmod", (a, b) -> a % b, (t, x, y) -> t, (t, x, y) -> t.gated(QUOTIENT.apply(x.get(0), x.get(1)))
                    .negate());

    static List<Example> examples() {
        return Stream.of(
                        Example.elementwise("floor", Tensor::floor, -0.8, -0.2),
                        Example.elementwise("ceil", Tensor::ceil, 0.2, 0.8),
                        Example.elementwise("rint", Tensor::rint, 0.6, 1.4),
                        Example.elementwise("trunc", Tensor::trunc, -0.8, -0.2),
                        Example.elementwise("floorDivide", Tensor::floorDivide, 2.3, 2.8, 1.01, 1.1),
                        Example.elementwise("mod", Tensor::mod, 2.3, 2.8, 1.01, 1.1),
                        Example.elementwise("mod", Tensor::mod, -2.8, -2.3, 1.01, 1.1),
                        Example.elementwise("fmod", Tensor::fmod, -2.8, -2.3, 1.01, 1.1))
                .flatMap(examples -> examples)
                .toList();
    }

    private Rounding() {}

    private static Elementwise step(String name, DoubleUnaryOperator function) {
        return Elementwise.of(name, function, (t, x, y) -> Tensor.zerosLike(t));
    }

    private static Elementwise step(String name, DoubleBinaryOperator function) {
        return Elementwise.of(name, function, (t, x, y) -> Tensor.zerosLike(t), (t, x, y) -> Tensor.zerosLike(t));
    }

    private static double truncated(double x) {
        return x < 0 ? Math.ceil(x) : Math.floor(x);
    }

    /** The remainder with the sign of the divisor. */
    private static double floorRemainder(double a, double b) {
        double remainder = a % b;
        return remainder == 0 ? Math.copySign(0, b) : isOpposite(remainder, b) ? remainder + b : remainder;
    }

    /** The whole number that fits the remainder, which floor(a / b) does not where the division is rounded up to it. */
    private static double floorQuotient(double a, double b) {
        double remainder = a % b;
        double quotient = Math.rint((a - remainder) / b);
        return b == 0 ? a / b : isOpposite(remainder, b) ? quotient - 1 : quotient;
    }

    private static boolean isOpposite(double remainder, double b) {
        return remainder != 0 && (remainder < 0) != (b < 0);
    }
}
