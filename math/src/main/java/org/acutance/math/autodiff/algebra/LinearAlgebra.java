package org.acutance.math.autodiff.algebra;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Custom;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Tensor;

/** Equations, inverses, determinants and norms of small dense matrices, with derivative rules (Giles 2008). */
public final class LinearAlgebra {
    private static final int SQUARE_ROOT_STEPS = 60;

    /** From here the error of the next step is below this squared. */
    private static final double NEAR = 0.01;

    private static final double CONVERGED = 1e-15;

    private static final Custom SOLVE = new Custom(
            "solve",
            x -> Dense.solve(x.get(0), x.get(1)),
            List.of(
                    (t, x, y) -> equations(x.get(0).transpose(), t)
                            .matmul(y.transpose())
                            .negate(),
                    (t, x, y) -> equations(x.get(0).transpose(), t)),
            List.of((t, x, y) -> equations(x.get(0), t.matmul(y)).negate(), (t, x, y) -> equations(x.get(0), t)));

    private static final Custom COFACTORS =
            Custom.ofPushforwards("cofactors", x -> Dense.cofactors(x.get(0)), (t, x, y) -> {
                Tensor inverse = inv(x.get(0)).transpose();
                return y.times(inverse.times(t).sum())
                        .minus(y.matmul(t.transpose()).matmul(inverse));
            });

    private static final Custom DET = Custom.ofPushforwards(
            "det",
            x -> NdArray.scalar(Dense.determinant(x.get(0))),
            (t, x, y) -> COFACTORS.apply(x.get(0)).times(t).sum());

    private static final Custom LOG_ABS_DET = Custom.ofPushforwards(
            "logAbsDet",
            x -> NdArray.scalar(Dense.logDeterminant(x.get(0))),
            (t, x, y) -> inv(x.get(0)).transpose().times(t).sum());

    /** Golub &amp; Pereyra 1973, 4.12. */
    private static final Custom PINV = Custom.ofPushforwards("pinv", x -> Dense.pseudoInverse(x.get(0)), (t, x, y) -> {
        Tensor turned = t.transpose();
        Tensor left = y.matmul(y.transpose()).matmul(turned);
        Tensor right = turned.matmul(y.transpose()).matmul(y);
        return left.minus(left.matmul(x.get(0)).matmul(y))
                .plus(right.minus(y.matmul(x.get(0)).matmul(right)))
                .minus(y.matmul(t).matmul(y));
    });

    private static final Custom SQRTM =
            Custom.ofPushforwards("sqrtm", x -> squareRoot(x.get(0)), (t, x, y) -> solveSylvester(y, y, t));

    /** The examples of every operation, for the contract of derivatives. */
    public static List<Example> examples() {
        return List.of(
                Example.of("solve", (a, b) -> solve(definite(a), b), Shape.of(3, 3), Shape.of(3, 2)),
                Example.of("solve", (a, b) -> solve(definite(a), b), Shape.of(3, 3), Shape.of(3)),
                Example.of(
                        "solveTriangular",
                        (a, b) -> solveTriangular(definite(a), b, true),
                        Shape.of(3, 3),
                        Shape.of(3)),
                Example.of(
                        "solveTriangular",
                        (a, b) -> solveTriangular(definite(a), b, false),
                        Shape.of(2, 2),
                        Shape.of(2, 1)),
                Example.of(
                        "solveBanded", (a, b) -> solveBanded(1, 1, a.plus(offset(a)), b), Shape.of(3, 4), Shape.of(4)),
                Example.of(
                        "solveSylvester",
                        (a, b) -> solveSylvester(definite(a), definite(b), b),
                        Shape.of(2, 2),
                        Shape.of(2, 2)),
                Example.of("inv", x -> inv(definite(x)), 3, 3),
                Example.of(
                        "pinv",
                        x -> pinv(x.plus(
                                Tensor.of(new double[] {2, 0, 0, 3, 0, 0}, 3, 2).to(x.precision()))),
                        3,
                        2),
                Example.of(
                        "pinv",
                        x -> pinv(x.plus(
                                Tensor.of(new double[] {2, 0, 0, 0, 3, 0}, 2, 3).to(x.precision()))),
                        2,
                        3),
                Example.of("det", x -> det(definite(x)), 2, 2),
                Example.of("logAbsDet", x -> logAbsDet(definite(x)), 3, 3),
                Example.of("sqrtm", x -> sqrtm(definite(x)), 2, 2),
                Example.of("matrixPower", x -> matrixPower(x, 5), 2, 2),
                Example.of("matrixPower", x -> matrixPower(definite(x), -2), 2, 2),
                Example.of("norm", x -> norm(x.plus(2), 3), 2, 3),
                Example.of("norm", x -> norm(x.plus(2), 1, 0), 2, 3),
                Example.of(
                        "norm",
                        x -> norm(
                                x.times(0.1)
                                        .plus(Tensor.of(new double[] {1, 2, 4}, 3)
                                                .to(x.precision())),
                                Double.POSITIVE_INFINITY),
                        3),
                Example.of("nuclearNorm", x -> nuclearNorm(definite(x)), 3, 3),
                Example.of("spectralNorm", x -> spectralNorm(offset(x).plus(x)), 2, 2));
    }

    private LinearAlgebra() {}

    /** A matrix plus three times the identity, which is far from singular. */
    static Tensor definite(Tensor x) {
        return x.plus(Tensor.of(identity(x.shape().extent(0), x.precision()).times(3)));
    }

    /** Large numbers in the second row, where bands have their diagonal. */
    private static Tensor offset(Tensor x) {
        double[] values = new double[x.shape().size()];
        int columns = x.shape().extent(1);
        Arrays.fill(values, columns, 2 * columns, 4);
        return Tensor.of(NdArray.of(values, x.shape(), x.precision()));
    }

    static NdArray identity(int extent, Precision precision) {
        double[] values = new double[extent * extent];
        IntStream.range(0, extent).forEach(i -> values[i * (extent + 1)] = 1);
        return NdArray.of(values, Shape.of(extent, extent), precision);
    }

    static void requireMatrix(String operation, Tensor x) {
        if (x.shape().rank() != 2 || x.shape().size() == 0) {
            throw new IllegalArgumentException(operation + ": got shape " + x.shape() + ", expected a matrix");
        }
    }

    static void requireSquare(String operation, Tensor x) {
        if (x.shape().rank() != 2
                || x.shape().size() == 0
                || x.shape().extent(0) != x.shape().extent(1)) {
            throw new IllegalArgumentException(operation + ": got shape " + x.shape() + ", expected a square matrix");
        }
    }

    private static Tensor equations(Tensor matrix, Tensor right) {
        return SOLVE.apply(matrix, right);
    }

    /**
     * The solution of {@code A x = b}.
     *
     * @param right b, a vector or the columns of a matrix
     * @throws IllegalArgumentException if the matrix is not square or the shapes do not fit
     * @throws ArithmeticException if the matrix is singular
     */
    public static Tensor solve(Tensor matrix, Tensor right) {
        requireSquare("solve", matrix);
        int rank = right.shape().rank();
        if (rank < 1 || rank > 2 || right.shape().extent(0) != matrix.shape().extent(0)) {
            throw new IllegalArgumentException("solve: right side " + right.shape() + " does not fit the matrix "
                    + matrix.shape() + "; expected as many rows");
        }
        return rank == 2
                ? equations(matrix, right)
                : equations(matrix, right.expandDims(1)).squeeze(1);
    }

    /**
     * The solution of {@code A x = b} with one triangle of a matrix; the other is not looked at. The zeros are factorised
     * with the rest, so it takes as long as {@link #solve}.
     *
     * @throws IllegalArgumentException as {@link #solve}
     * @throws ArithmeticException as {@link #solve}
     */
    public static Tensor solveTriangular(Tensor matrix, Tensor right, boolean lower) {
        requireSquare("solveTriangular", matrix);
        return solve(lower ? matrix.tril(0) : matrix.triu(0), right);
    }

    /**
     * The solution of {@code A x = b} with a matrix that has a few diagonals, laid out as for {@code
     * scipy.linalg.solve_banded}. It is solved as a dense matrix of n rows, in n^2 numbers of memory and n^3 operations, so
     * for small n only.
     *
     * @param lower number of diagonals below the main one
     * @param upper number of diagonals above it
     * @param diagonals one diagonal a row, the uppermost first: element (i, j) of A stands in row {@code upper + i - j} and
     *     column j
     * @throws IllegalArgumentException if there are not {@code lower + upper + 1} rows
     */
    public static Tensor solveBanded(int lower, int upper, Tensor diagonals, Tensor right) {
        requireMatrix("solveBanded", diagonals);
        int size = diagonals.shape().extent(1);
        diagonals.shape().require("solveBanded, diagonals", Shape.of(lower + upper + 1, size));
        Tensor matrix = Tensor.of(NdArray.zeros(Shape.of(size, size), diagonals.precision()));
        for (int row = 0; row < lower + upper + 1; row++) {
            int above = upper - row;
            Tensor line =
                    diagonals.slice(0, row, row + 1).squeeze(0).slice(0, Math.max(above, 0), size + Math.min(above, 0));
            matrix = matrix.plus(line.diagonalMatrix(above));
        }
        return solve(matrix, right);
    }

    /**
     * The solution of {@code A X + X B = Q} by one equation for all of X, so for small matrices.
     *
     * @throws ArithmeticException if A and -B have a common eigenvalue
     */
    public static Tensor solveSylvester(Tensor a, Tensor b, Tensor q) {
        requireSquare("solveSylvester", a);
        requireSquare("solveSylvester", b);
        int rows = a.shape().extent(0);
        int columns = b.shape().extent(0);
        q.shape().require("solveSylvester", Shape.of(rows, columns));
        Tensor whole = a.kron(Tensor.of(identity(columns, a.precision())))
                .plus(Tensor.of(identity(rows, b.precision())).kron(b.transpose()));
        return solve(whole, q.flatten()).reshape(rows, columns);
    }

    /** The inverse of a matrix; throws as {@link #solve}. */
    public static Tensor inv(Tensor matrix) {
        requireSquare("inv", matrix);
        return equations(matrix, Tensor.of(identity(matrix.shape().extent(0), matrix.precision())));
    }

    /**
     * The pseudo-inverse. Singular values below the larger extent times {@link Precision#epsilon} times the
     * largest of them count as 0, as in {@code scipy.linalg.pinv}.
     *
     * @throws ArithmeticException if an element is not finite
     */
    public static Tensor pinv(Tensor matrix) {
        requireMatrix("pinv", matrix);
        return PINV.apply(matrix);
    }

    /** The determinant; its second derivative is taken from the inverse, which must exist. */
    public static Tensor det(Tensor matrix) {
        requireSquare("det", matrix);
        return DET.apply(matrix);
    }

    /** The logarithm of the size of the determinant: the second result of NumPy's slogdet. */
    public static Tensor logAbsDet(Tensor matrix) {
        requireSquare("logAbsDet", matrix);
        return LOG_ABS_DET.apply(matrix);
    }

    /**
     * The principal square root of a matrix without negative eigenvalues.
     *
     * @throws ArithmeticException if it does not converge
     */
    public static Tensor sqrtm(Tensor matrix) {
        requireSquare("sqrtm", matrix);
        return SQRTM.apply(matrix);
    }

    /**
     * Denman's and Beavers's iteration in its product form, which squares its error in each step, scaled by the determinant
     * until it is near (Higham 2008, 6.29). It ends where rounding lets it come no nearer.
     */
    private static NdArray squareRoot(NdArray a) {
        Dense.requireFinite("sqrtm", a);
        NdArray identity = identity(a.shape().extent(0), Precision.FLOAT64);
        NdArray root = a.to(Precision.FLOAT64);
        NdArray product = root;
        double distance = Double.POSITIVE_INFINITY;
        for (int step = 0; step < SQUARE_ROOT_STEPS && product.isFinite() && Dense.isRegular(product); step++) {
            double scale = distance < NEAR
                    ? 1
                    : Math.exp(-Dense.logDeterminant(product)
                            / (2 * product.shape().extent(0)));
            NdArray inverse = Dense.solve(product, identity).times(1 / (scale * scale));
            root = root.plus(root.matmul(inverse)).times(scale / 2);
            product = identity.times(0.5)
                    .plus(product.times(scale * scale).plus(inverse).times(0.25));
            double before = distance;
            distance = product.minus(identity).maxAbs();
            if (distance <= CONVERGED || (distance < NEAR && distance > before / 2)) {
                return root.to(a.precision());
            }
        }
        throw new ArithmeticException("sqrtm: no root of the matrix " + a.shape()
                + " was found; it has one if no eigenvalue is negative or 0");
    }

    /** A whole power of a square matrix, of its inverse if the exponent is negative. */
    public static Tensor matrixPower(Tensor matrix, int exponent) {
        requireSquare("matrixPower", matrix);
        Tensor power = Tensor.of(identity(matrix.shape().extent(0), matrix.precision()));
        Tensor squared = exponent < 0 ? inv(matrix) : matrix;
        for (int rest = Math.abs(exponent); rest > 0; rest /= 2) {
            power = rest % 2 == 1 ? power.matmul(squared) : power;
            squared = rest > 1 ? squared.matmul(squared) : squared;
        }
        return power;
    }

    /**
     * The norm of order p of vectors, along the given axes, along all if none is given: {@code sum(|x|^p)^(1/p)}, the
     * largest size for infinity, the smallest for negative infinity. Several axes count as one, where NumPy takes the norm of
     * a matrix. Slopes at kinks are 0, and ties share.
     *
     * @throws IllegalArgumentException if the order is 0, which counts elements and has no derivative, or NaN
     */
    public static Tensor norm(Tensor x, double order, int... axes) {
        if (order == 0 || Double.isNaN(order)) {
            throw new IllegalArgumentException("norm: order " + order + " has no derivative; use another one");
        }
        int[] along =
                axes.length > 0 ? axes : IntStream.range(0, x.shape().rank()).toArray();
        if (Double.isInfinite(order)) {
            return order > 0 ? x.abs().max(along) : x.abs().min(along);
        }
        return order == 2 ? x.norm(along) : x.abs().pow(order).sum(along).pow(1 / order);
    }

    /** The sum of the singular values of a matrix. */
    public static Tensor nuclearNorm(Tensor matrix) {
        return Decompositions.svd(matrix).values().sum();
    }

    /** The largest singular value of a matrix. */
    public static Tensor spectralNorm(Tensor matrix) {
        return Decompositions.svd(matrix).values().max();
    }
}
