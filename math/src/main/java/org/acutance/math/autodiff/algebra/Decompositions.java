package org.acutance.math.autodiff.algebra;

import java.util.List;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Custom;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.fourier.Complex;

/**
 * Decompositions of matrices. Their forward rules are known in closed form (Giles 2008; Townsend 2016); the reverse rules
 * are the transposes. Where eigenvalues or singular values coincide but for rounding, the turning of their vectors among
 * each other, which has no derivative, counts as 0; so does that of the vectors of a singular value that is 0.
 */
public final class Decompositions {
    /** Equal eigenvalues come out no more than this times size and rounding unit apart, of the largest of them. */
    private static final double ROUNDINGS = 4;

    private static final Custom CHOLESKY = Custom.ofPushforwards(
            "cholesky", x -> Dense.cholesky(x.get(0)), (t, x, y) -> pushCholesky(symmetric(t), y));

    private static final Custom EIGH = Custom.ofPushforwards(
            "eigh", x -> Dense.symmetricEigen(x.get(0)), (t, x, y) -> pushEigen(symmetric(t), new Eigen(y)));

    private static final Custom SVD = Custom.ofPushforwards(
            "svd", x -> Dense.singular(x.get(0)), (t, x, y) -> pushSingular(t, unpacked(y, x.get(0))));

    private static final Custom QR = Custom.ofPushforwards(
            "qr", x -> Dense.orthogonal(x.get(0)), (t, x, y) -> pushOrthogonal(t, new Orthogonal(y)));

    /**
     * Eigenvalues and eigenvectors of a symmetric matrix of n rows.
     *
     * @param values in ascending order, [n]
     * @param vectors the eigenvectors as columns, [n×n], each with its largest component positive
     */
    public record Eigen(Tensor values, Tensor vectors) {
        private Eigen(Tensor packed) {
            this(
                    packed.slice(0, 0, 1).squeeze(0),
                    packed.slice(0, 1, packed.shape().extent(0)));
        }
    }

    /**
     * Eigenvalues and eigenvectors of a matrix of n rows, complex numbers as pairs.
     *
     * @param values by their real and then their imaginary parts in ascending order, [n]
     * @param vectors the eigenvectors as columns, [n×n], each of length 1 and with its largest component positive
     */
    public record ComplexEigen(Complex values, Complex vectors) {}

    /**
     * The singular value decomposition {@code A = U diag(s) V'} of a matrix [m×n], with k the smaller of m and n.
     *
     * @param left U, [m×k]
     * @param values s, in descending order, [k]
     * @param right V, [n×k]
     */
    public record Singular(Tensor left, Tensor values, Tensor right) {
        private Singular transposed() {
            return new Singular(/* left= */ right, values, /* right= */ left);
        }
    }

    /**
     * The decomposition {@code A = Q R} of a matrix [m×n] with m at least n.
     *
     * @param orthogonal Q, [m×n], with orthonormal columns
     * @param triangular R, [n×n], with zeros below its diagonal, which is positive
     */
    public record Orthogonal(Tensor orthogonal, Tensor triangular) {
        private Orthogonal(Tensor packed) {
            this(
                    packed.slice(0, 0, packed.shape().extent(0) - packed.shape().extent(1)),
                    packed.slice(
                            0,
                            packed.shape().extent(0) - packed.shape().extent(1),
                            packed.shape().extent(0)));
        }
    }

    /** The examples of every decomposition, for the contract of derivatives. */
    public static List<Example> examples() {
        return List.of(
                Example.of("cholesky", x -> cholesky(LinearAlgebra.definite(x)), 3, 3),
                Example.of("eigh", x -> eigh(spread(x)).values(), 3, 3),
                Example.of("eigh", x -> eigh(spread(x)).vectors(), 3, 3),
                Example.of("eig", x -> bothParts(eig(spread(x)).values()), 3, 3),
                Example.of("eig", x -> bothParts(eig(spread(x)).vectors()), 3, 3),
                Example.of("eig", x -> bothParts(eig(turning(x)).values()), 3, 3),
                Example.of("eig", x -> bothParts(eig(turning(x)).vectors()), 3, 3),
                Example.of("svd", x -> svd(spread(x)).values(), 3, 3),
                Example.of("svd", x -> svd(spread(x)).left(), 4, 3),
                Example.of("svd", x -> svd(spread(x)).right(), 4, 3),
                Example.of("svd", x -> svd(spread(x)).left(), 2, 3),
                Example.of("qr", x -> qr(spread(x)).orthogonal(), 4, 3),
                Example.of("qr", x -> qr(spread(x)).triangular(), 3, 3));
    }

    private Decompositions() {}

    private static Tensor bothParts(Complex z) {
        return Tensor.stack(0, z.real(), z.imaginary());
    }

    /** A matrix near one that turns, with a pair of complex eigenvalues. */
    private static Tensor turning(Tensor x) {
        NdArray turn = NdArray.of(new double[] {1, -2, 0.5, 2, 1, 0, 0, 0.5, 4}, 3, 3);
        return x.times(0.3).plus(Tensor.of(turn.to(x.precision())));
    }

    /** A matrix with singular values and eigenvalues that are far from each other. */
    private static Tensor spread(Tensor x) {
        int columns = x.shape().extent(1);
        Tensor rows = Tensor.of(LinearAlgebra.identity(x.shape().extent(0), x.precision()))
                .slice(1, 0, Math.min(columns, x.shape().extent(0)));
        Tensor stretched = rows.times(Tensor.of(new double[] {1, 3, 6}, 3)
                .slice(0, 0, rows.shape().extent(1))
                .to(x.precision()));
        int missing = columns - rows.shape().extent(1);
        Tensor wide = missing == 0
                ? stretched
                : Tensor.concatenate(1, stretched, Tensor.zerosLike(stretched).slice(1, 0, missing));
        return x.times(0.3).plus(wide);
    }

    /**
     * The lower triangular L with {@code L L'} the symmetric part of a matrix.
     *
     * @throws IllegalArgumentException if it is not square
     * @throws ArithmeticException if it is not positive definite
     */
    public static Tensor cholesky(Tensor matrix) {
        LinearAlgebra.requireSquare("cholesky", matrix);
        return CHOLESKY.apply(matrix);
    }

    /**
     * The eigenvalues and eigenvectors of the symmetric part of a matrix.
     *
     * @throws IllegalArgumentException if it is not square
     * @throws ArithmeticException if an element is not finite
     */
    public static Eigen eigh(Tensor matrix) {
        LinearAlgebra.requireSquare("eigh", matrix);
        return new Eigen(EIGH.apply(matrix));
    }

    /**
     * The eigenvalues and eigenvectors of any square matrix. Derivatives are by real and imaginary parts.
     *
     * @throws IllegalArgumentException if it is not square
     * @throws ArithmeticException if an element is not finite; derivatives, if it has not as many eigenvectors as rows
     */
    public static ComplexEigen eig(Tensor matrix) {
        LinearAlgebra.requireSquare("eig", matrix);
        return GeneralEigen.unpacked(GeneralEigen.EIG.apply(matrix));
    }

    /**
     * The singular value decomposition of a matrix.
     *
     * @throws IllegalArgumentException if it is no matrix
     * @throws ArithmeticException if an element is not finite
     */
    public static Singular svd(Tensor matrix) {
        LinearAlgebra.requireMatrix("svd", matrix);
        if (matrix.shape().extent(0) < matrix.shape().extent(1)) {
            return svd(matrix.transpose()).transposed();
        }
        return unpacked(SVD.apply(matrix), matrix);
    }

    /**
     * The orthogonal and the triangular factor of a matrix.
     *
     * @throws IllegalArgumentException if it has fewer rows than columns
     */
    public static Orthogonal qr(Tensor matrix) {
        LinearAlgebra.requireMatrix("qr", matrix);
        Shape shape = matrix.shape();
        if (shape.extent(0) < shape.extent(1)) {
            throw new IllegalArgumentException(
                    "qr: the matrix " + shape + " has fewer rows than columns; decompose its transpose");
        }
        return new Orthogonal(QR.apply(matrix));
    }

    private static Singular unpacked(Tensor packed, Tensor matrix) {
        int rows = matrix.shape().extent(0);
        return new Singular(
                packed.slice(0, 0, rows),
                packed.slice(0, rows, rows + 1).squeeze(0),
                packed.slice(0, rows + 1, packed.shape().extent(0)));
    }

    static Tensor symmetric(Tensor t) {
        return t.plus(t.transpose()).times(0.5);
    }

    /** {@code L Phi(L^-1 dA L^-T)}, Phi taking the lower triangle with half of the diagonal (Murray 2016). */
    private static Tensor pushCholesky(Tensor t, Tensor lower) {
        Tensor inner = LinearAlgebra.solve(lower, LinearAlgebra.solve(lower, t).transpose());
        return lower.matmul(inner.tril(-1).plus(inner.tril(0)).times(0.5));
    }

    private static Tensor pushEigen(Tensor t, Eigen y) {
        Tensor inner = y.vectors().transpose().matmul(t).matmul(y.vectors());
        Tensor turn = inner.gated(gaps(y.values()).finiteReciprocal());
        return Tensor.concatenate(
                0, inner.diagonal(0).expandDims(0), y.vectors().matmul(turn));
    }

    /** {@code v_j - v_i} in row i and column j, 0 where it is no more than the rounding of a decomposition. */
    private static Tensor gaps(Tensor values) {
        return beyondRounding(values.minus(values.expandDims(1)), values);
    }

    /** Numbers, and 0 for those that are no more than the rounding errors of eigenvalues or singular values. */
    static Tensor beyondRounding(Tensor x, Tensor values) {
        NdArray found = values.value();
        double rounding = ROUNDINGS * found.size() * found.precision().epsilon() * found.maxAbs();
        return Tensor.where(
                NdArray.elementwise(
                        "beyondRounding",
                        (in, out, count) -> {
                            for (int i = 0; i < count; i++) {
                                out[i] = Math.abs(in[0][i]) > rounding ? 1 : 0;
                            }
                        },
                        x.value()),
                x,
                Tensor.zerosLike(x));
    }

    private static Tensor pushSingular(Tensor t, Singular y) {
        Tensor inner = y.left().transpose().matmul(t).matmul(y.right());
        Tensor row = y.values();
        Tensor column = y.values().expandDims(1);
        // of the squares, as factors: small values that differ have squares that are equal but for rounding
        Tensor gaps = gaps(y.values()).times(row.plus(column)).finiteReciprocal();
        Tensor left = inner.times(row).plus(inner.transpose().times(column)).gated(gaps);
        Tensor right = inner.times(column).plus(inner.transpose().times(row)).gated(gaps);
        Tensor within = y.left().matmul(left);
        boolean isSquare = t.shape().extent(0) == t.shape().extent(1);
        return Tensor.concatenate(
                0,
                isSquare ? within : within.plus(outside(t.matmul(y.right()), y)),
                inner.diagonal(0).expandDims(0),
                y.right().matmul(right));
    }

    /** The part of the change of the left vectors that is orthogonal to all of them. */
    private static Tensor outside(Tensor moved, Singular y) {
        Tensor orthogonal = moved.minus(y.left().matmul(y.left().transpose().matmul(moved)));
        return orthogonal.gated(beyondRounding(y.values(), y.values()).finiteReciprocal());
    }

    private static Tensor pushOrthogonal(Tensor t, Orthogonal y) {
        Tensor scaled =
                LinearAlgebra.solve(y.triangular().transpose(), t.transpose()).transpose();
        Tensor inner = y.orthogonal().transpose().matmul(scaled);
        Tensor below = inner.tril(-1);
        Tensor upper = inner.minus(below).plus(below.transpose());
        return Tensor.concatenate(0, scaled.minus(y.orthogonal().matmul(upper)), upper.matmul(y.triangular()));
    }
}
