package org.acutance.math.autodiff.special;

import java.util.List;
import java.util.stream.Stream;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.algebra.Decompositions;
import org.acutance.math.autodiff.algebra.LinearAlgebra;

/**
 * Logarithms of probability densities, as {@code scipy.stats} has them, differentiable by samples and parameters, which
 * broadcast. Outside of its support a density is not defined here; its logarithm is NaN or infinite.
 */
public final class Densities {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    /** The examples of every density, for the contract of derivatives. */
    public static List<Example> examples() {
        return Stream.concat(
                        Stream.of(
                                        Example.elementwise("gammaLogPdf", Densities::gammaLogPdf, 0.5, 2, 1.5, 3),
                                        Example.elementwise("chi2LogPdf", Densities::chi2LogPdf, 0.5, 2, 1.5, 4),
                                        Example.elementwise("poissonLogPmf", Densities::poissonLogPmf, 1, 4, 0.5, 3),
                                        Example.elementwise("studentLogPdf", Densities::studentLogPdf, -1, 1, 1.5, 4),
                                        Example.elementwise(
                                                "normalLogPdf", (x, m) -> normalLogPdf(x, m, m.plus(2)), -1, 1, -1, 1),
                                        Example.elementwise(
                                                "betaLogPdf", (x, a) -> betaLogPdf(x, a, a.plus(1)), 0.2, 0.8, 1.5, 3))
                                .flatMap(examples -> examples),
                        Stream.of(
                                Example.of(
                                        "dirichletLogPdf",
                                        (x, a) -> dirichletLogPdf(x.plus(2), a.plus(3)),
                                        Shape.of(3),
                                        Shape.of(3)),
                                Example.of(
                                        "multivariateNormalLogPdf",
                                        (x, a) -> multivariateNormalLogPdf(
                                                x,
                                                x.times(0.5),
                                                a.matmul(a.transpose()).plus(identityLike(a))),
                                        Shape.of(2),
                                        Shape.of(2, 2)),
                                Example.of(
                                        "multivariateNormalEntropy",
                                        a -> multivariateNormalEntropy(
                                                a.matmul(a.transpose()).plus(identityLike(a))),
                                        2,
                                        2)))
                .toList();
    }

    private Densities() {}

    private static Tensor identityLike(Tensor a) {
        return Tensor.onesLike(a.slice(0, 0, 1).squeeze(0)).to(a.precision()).diagonalMatrix(0);
    }

    private static Tensor standardLogPdf(Tensor z) {
        return z.square().plus(LOG_2_PI).dividedBy(-2);
    }

    /** The normal distribution with a mean and a standard deviation. */
    public static Tensor normalLogPdf(Tensor x, Tensor mean, Tensor deviation) {
        return standardLogPdf(x.minus(mean).dividedBy(deviation)).minus(deviation.log());
    }

    /**
     * The normal distribution of one vector with a covariance matrix.
     *
     * @throws ArithmeticException if the covariance is not positive definite
     */
    public static Tensor multivariateNormalLogPdf(Tensor x, Tensor mean, Tensor covariance) {
        Tensor lower = Decompositions.cholesky(covariance);
        Tensor white = LinearAlgebra.solveTriangular(lower, x.minus(mean), true);
        return standardLogPdf(white).sum().minus(lower.diagonal(0).log().sum());
    }

    /** Entropy of the normal distribution of vectors with a covariance matrix. */
    public static Tensor multivariateNormalEntropy(Tensor covariance) {
        int n = covariance.shape().extent(0);
        return LinearAlgebra.logAbsDet(covariance).plus(n * (1 + LOG_2_PI)).dividedBy(2);
    }

    /** The gamma distribution of scale 1. */
    public static Tensor gammaLogPdf(Tensor x, Tensor shape) {
        return Special.xlogy(shape.minus(1), x).minus(x).minus(Special.gammaln(shape));
    }

    /** The chi-squared distribution. */
    public static Tensor chi2LogPdf(Tensor x, Tensor degrees) {
        return gammaLogPdf(x.dividedBy(2), degrees.dividedBy(2)).minus(Math.log(2));
    }

    /** The beta distribution. */
    public static Tensor betaLogPdf(Tensor x, Tensor a, Tensor b) {
        return Special.xlogy(a.minus(1), x)
                .plus(Special.xlogy(b.minus(1), x.negate().plus(1)))
                .minus(Special.betaln(a, b));
    }

    /** Poisson's distribution, of the counts {@code x} around a rate. */
    public static Tensor poissonLogPmf(Tensor x, Tensor rate) {
        return Special.xlogy(x, rate).minus(rate).minus(Special.gammaln(x.plus(1)));
    }

    /** Student's t distribution. */
    public static Tensor studentLogPdf(Tensor x, Tensor degrees) {
        Tensor half = degrees.plus(1).dividedBy(2);
        return Special.gammaln(half)
                .minus(Special.gammaln(degrees.dividedBy(2)))
                .minus(degrees.times(Math.PI).log().dividedBy(2))
                .minus(x.square().dividedBy(degrees).log1p().times(half));
    }

    /** Dirichlet's distribution, of one vector of shares. */
    public static Tensor dirichletLogPdf(Tensor x, Tensor concentrations) {
        return Special.xlogy(concentrations.minus(1), x)
                .sum()
                .minus(Special.gammaln(concentrations).sum())
                .plus(Special.gammaln(concentrations.sum()));
    }
}
