package org.acutance.math.autodiff.special;

import java.util.List;
import java.util.stream.Stream;
import org.acutance.math.autodiff.Elementwise;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.special.Bessel;

/**
 * Bessel functions of whole order, element by element, with their derivative rules (Abramowitz &amp; Stegun 1964, 9.1.27
 * and 9.6.26).
 */
public final class BesselFunctions {
    /** The examples of every function, for the contract of derivatives. */
    public static List<Example> examples() {
        return Stream.of(
                        Example.elementwise("j", x -> j(0, x), -2, 2),
                        Example.elementwise("j", x -> j(1, x), 20, 30),
                        Example.elementwise("j", x -> j(-3, x), -2, 2),
                        Example.elementwise("y", x -> y(0, x), 0.8, 3),
                        Example.elementwise("y", x -> y(1, x), 0.8, 3),
                        Example.elementwise("y", x -> y(2, x), 20, 30),
                        Example.elementwise("i", x -> i(0, x), -2, 2),
                        Example.elementwise("i", x -> i(1, x), -2, 2),
                        Example.elementwise("scaledI", x -> scaledI(0, x), 0.5, 3),
                        Example.elementwise("scaledI", x -> scaledI(2, x), -3, -0.5))
                .flatMap(examples -> examples)
                .toList();
    }

    private BesselFunctions() {}

    /** {@code J_n(x)}, of the first kind; SciPy's j0, j1 and jn. */
    public static Tensor j(int order, Tensor x) {
        return Elementwise.of("J" + order, a -> Bessel.j(order, a), (t, a, y) -> t.gated(
                                j(order - 1, a).minus(j(order + 1, a)))
                        .times(0.5))
                .apply(x);
    }

    /** {@code Y_n(x)}, of the second kind; SciPy's y0, y1 and yn. */
    public static Tensor y(int order, Tensor x) {
        return Elementwise.of("Y" + order, a -> Bessel.y(order, a), (t, a, y) -> t.gated(
                                y(order - 1, a).minus(y(order + 1, a)))
                        .times(0.5))
                .apply(x);
    }

    /** {@code I_n(x)}, the modified function of the first kind; SciPy's i0, i1 and iv of whole order. */
    public static Tensor i(int order, Tensor x) {
        return Elementwise.of("I" + order, a -> Bessel.i(order, a), (t, a, y) -> t.gated(
                                i(order - 1, a).plus(i(order + 1, a)))
                        .times(0.5))
                .apply(x);
    }

    /** {@code e^-|x| I_n(x)}, which does not overflow; SciPy's i0e, i1e and ive of whole order. */
    public static Tensor scaledI(int order, Tensor x) {
        return Elementwise.of(
                        "scaled I" + order,
                        a -> Bessel.scaledI(order, a),
                        (t, a, y) -> t.gated(scaledI(order - 1, a)
                                .plus(scaledI(order + 1, a))
                                .times(0.5)
                                .minus(y.times(a.sign()))))
                .apply(x);
    }
}
