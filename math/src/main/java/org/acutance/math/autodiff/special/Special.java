package org.acutance.math.autodiff.special;

import java.util.List;
import java.util.stream.Stream;
import org.acutance.math.autodiff.Elementwise;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.special.PolyGamma;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;

/**
 * Special functions element by element, named as in {@code scipy.special}. Values of the gamma, beta and error functions
 * are Hipparchus's. Parameters for which no derivative is known in closed form are plain numbers.
 */
public final class Special {
    private static final double ROOT_PI = Math.sqrt(Math.PI);
    private static final double ROOT_2 = Math.sqrt(2);

    private static final Elementwise GAMMA =
            Elementwise.of("gamma", GammaValues::gamma, (t, x, y) -> t.gated(y.times(digamma(x))));

    private static final Elementwise GAMMALN =
            Elementwise.of("gammaln", GammaValues::logGamma, (t, x, y) -> t.gated(digamma(x)));

    private static final Elementwise DIGAMMA =
            Elementwise.of("digamma", PolyGamma::digamma, (t, x, y) -> t.gated(polygamma(1, x)));

    private static final Elementwise BETALN = Elementwise.of(
            "betaln",
            GammaValues::logBeta,
            (t, x, y) -> t.gated(digamma(x.get(0)).minus(digamma(x.get(0).plus(x.get(1))))),
            (t, x, y) -> t.gated(digamma(x.get(1)).minus(digamma(x.get(0).plus(x.get(1))))));

    private static final Elementwise ERF =
            Elementwise.of("erf", Erf::erf, (t, x, y) -> t.gated(bell(x)).times(2 / ROOT_PI));

    private static final Elementwise ERFC =
            Elementwise.of("erfc", Erf::erfc, (t, x, y) -> t.gated(bell(x)).times(-2 / ROOT_PI));

    private static final Elementwise ERFINV = Elementwise.of(
            "erfinv", Erf::erfInv, (t, x, y) -> t.gated(y.square().exp()).times(ROOT_PI / 2));

    private static final Elementwise ERFCINV = Elementwise.of(
            "erfcinv", NormalTail::erfcInverse, (t, x, y) -> t.gated(y.square().exp())
                    .times(-ROOT_PI / 2));

    private static final Elementwise LOG_NDTR =
            Elementwise.of("logNdtr", NormalTail::logCdf, (t, x, y) -> t.gated(hazard(0, x)));

    /** The examples of every function, for the contract of derivatives. */
    public static List<Example> examples() {
        return Stream.of(
                        Example.elementwise("gamma", Special::gamma, 0.5, 3),
                        Example.elementwise("gamma", Special::gamma, -0.8, -0.3),
                        Example.elementwise("gammaln", Special::gammaln, 0.5, 3),
                        Example.elementwise("digamma", Special::digamma, 0.7, 3),
                        Example.elementwise("polygamma", x -> polygamma(0, x), 0.7, 3),
                        Example.elementwise("polygamma", x -> polygamma(2, x), 1.5, 3),
                        Example.elementwise("multigammaln", x -> multigammaln(x, 3), 2, 4),
                        Example.elementwise("beta", Special::beta, 0.8, 2, 0.8, 2),
                        Example.elementwise("betaln", Special::betaln, 0.8, 2, 0.8, 2),
                        Example.elementwise("gammainc", x -> gammainc(2.5, x), 0.5, 3),
                        Example.elementwise("gammaincc", x -> gammaincc(1, x), 0.5, 3),
                        Example.elementwise("betainc", x -> betainc(1.5, 2.5, x), 0.2, 0.8),
                        Example.elementwise("erf", Special::erf, -1, 1),
                        Example.elementwise("erfc", Special::erfc, -1, 1),
                        Example.elementwise("erfinv", Special::erfinv, -0.6, 0.6),
                        Example.elementwise("erfcinv", Special::erfcinv, 0.4, 1.6),
                        Example.elementwise("ndtr", Special::ndtr, -1, 1),
                        Example.elementwise("logNdtr", Special::logNdtr, -2, 1),
                        Example.elementwise("xlogy", Special::xlogy, 0.2, 1, 0.5, 2))
                .flatMap(examples -> examples)
                .toList();
    }

    private Special() {}

    /** The gamma function, NaN at -1, -2, ... */
    public static Tensor gamma(Tensor x) {
        return GAMMA.apply(x);
    }

    /** The logarithm of the size of the gamma function, infinite at 0, -1, -2, ... */
    public static Tensor gammaln(Tensor x) {
        return GAMMALN.apply(x);
    }

    /**
     * The derivative of {@link #gammaln}; SciPy's digamma and psi. Infinite at 0, positive at negative zero; NaN at -1,
     * -2, ...
     */
    public static Tensor digamma(Tensor x) {
        return DIGAMMA.apply(x);
    }

    /**
     * Derivative number {@code order} of {@link #digamma}, itself for order 0.
     *
     * @throws IllegalArgumentException if the order is negative
     */
    public static Tensor polygamma(int order, Tensor x) {
        if (order < 0) {
            throw new IllegalArgumentException("polygamma: order " + order + " is negative; use 0 or more");
        }
        return order == 0
                ? digamma(x)
                : Elementwise.of(
                                "polygamma",
                                a -> PolyGamma.polygamma(order, a),
                                (t, a, y) -> t.gated(polygamma(order + 1, a)))
                        .apply(x);
    }

    /** The logarithm of the multivariate gamma function of a dimension. */
    public static Tensor multigammaln(Tensor x, int dimension) {
        Tensor sum = gammaln(x).plus(dimension * (dimension - 1) / 4.0 * Math.log(Math.PI));
        for (int j = 1; j < dimension; j++) {
            sum = sum.plus(gammaln(x.minus(j / 2.0)));
        }
        return sum;
    }

    /** The logarithm of the beta function, of arguments that are not negative; infinite where one is 0. */
    public static Tensor betaln(Tensor a, Tensor b) {
        return BETALN.apply(a, b);
    }

    /** The beta function of arguments that are not negative; infinite where one is 0. */
    public static Tensor beta(Tensor a, Tensor b) {
        return betaln(a, b).exp();
    }

    /** The regularised lower incomplete gamma function P(a, x); where its slope at 0 is infinite it counts as 0. */
    public static Tensor gammainc(double a, Tensor x) {
        return Elementwise.of("gammainc", v -> GammaValues.lower(a, v), (t, v, y) -> t.gated(gammaDensity(a, v)))
                .apply(x);
    }

    /** The regularised upper incomplete gamma function Q(a, x); where its slope at 0 is infinite it counts as 0. */
    public static Tensor gammaincc(double a, Tensor x) {
        return Elementwise.of("gammaincc", v -> GammaValues.upper(a, v), (t, v, y) -> t.gated(gammaDensity(a, v))
                        .negate())
                .apply(x);
    }

    private static Tensor gammaDensity(double a, Tensor x) {
        return EdgeDensity.gamma(-GammaValues.logGamma(a), a - 1, x);
    }

    /** The regularised incomplete beta function I_x(a, b); where its slope at 0 or 1 is infinite it counts as 0. */
    public static Tensor betainc(double a, double b, Tensor x) {
        return Elementwise.of(
                        "betainc",
                        v -> Beta.regularizedBeta(v, a, b),
                        (t, v, y) -> t.gated(EdgeDensity.beta(-Beta.logBeta(a, b), a - 1, b - 1, v)))
                .apply(x);
    }

    /** The error function. */
    public static Tensor erf(Tensor x) {
        return ERF.apply(x);
    }

    /** {@code 1 - erf(x)}, without its loss of digits. */
    public static Tensor erfc(Tensor x) {
        return ERFC.apply(x);
    }

    /** The inverse of {@link #erf}. */
    public static Tensor erfinv(Tensor x) {
        return ERFINV.apply(x);
    }

    /** The inverse of {@link #erfc}. */
    public static Tensor erfcinv(Tensor x) {
        return ERFCINV.apply(x);
    }

    /** The distribution function of the normal distribution. */
    public static Tensor ndtr(Tensor x) {
        return erfc(x.dividedBy(-ROOT_2)).dividedBy(2);
    }

    /** The logarithm of {@link #ndtr}, also far in the tail where that is 0. */
    public static Tensor logNdtr(Tensor x) {
        return LOG_NDTR.apply(x);
    }

    /** {@code x log(y)}, and 0 where x is 0 or y is 1, whatever the other is. */
    public static Tensor xlogy(Tensor x, Tensor y) {
        return x.gated(y.log());
    }

    private static Tensor bell(Tensor x) {
        return x.square().negate().exp();
    }

    /** Derivative number {@code order} of density divided by distribution function. */
    private static Tensor hazard(int order, Tensor x) {
        return Elementwise.of("hazard", v -> NormalTail.hazard(order, v), (t, v, y) -> t.gated(hazard(order + 1, v)))
                .apply(x);
    }
}
