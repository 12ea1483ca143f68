package org.acutance.math.autodiff.algebra;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.acutance.math.AgainstFigures;
import org.acutance.math.Figures;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Linear algebra against NumPy and SciPy; the resource is made by make_algebra.py beside it. */
class AlgebraTest extends AgainstFigures {
    private static final Figures EXPECTED = Figures.read(AlgebraTest.class, "algebra.txt");
    private static final Tensor A = Tensor.of(new double[] {4, 1, -2, 0.5, 3, 1, 2, -1, 5}, 3, 3);
    private static final Tensor TALL = Tensor.of(new double[] {1, 2, 3, 4, -1, 0.5, 2, 2}, 4, 2);
    private static final Tensor B = Tensor.of(new double[] {1, 2, 0, -1, 3, 0.5}, 3, 2);
    private static final Tensor DEFINITE = A.matmul(A.transpose());
    private static final Tensor BANDS = Tensor.of(new double[] {0, 1, 2, 3, 5, 6, 7, 8, 1, -1, 2, 0}, 3, 4);
    private static final Tensor TURNING =
            Tensor.of(new double[] {1, -2, 0.5, 0, 3, 1, 0.25, -1, 0, 0.5, 4, 2, 1, 0, -1, 2}, 4, 4);
    private static final Tensor SINGULAR = Tensor.of(new double[] {1, 2, 2, 4}, 2, 2);

    private static final Map<String, Supplier<Tensor>> RESULTS = Map.ofEntries(
            entry("solve", () -> LinearAlgebra.solve(A, B)),
            entry("solveVector", () -> LinearAlgebra.solve(A, B.slice(1, 0, 1).squeeze())),
            entry("inv", () -> LinearAlgebra.inv(A)),
            entry("det", () -> LinearAlgebra.det(A)),
            entry("logAbsDet", () -> LinearAlgebra.logAbsDet(A.times(1e-200))),
            entry("pinv", () -> LinearAlgebra.pinv(TALL)),
            entry(
                    "pinvSingular",
                    () -> LinearAlgebra.pinv(
                            Tensor.of(new double[] {1, 2, 3}, 3).outer(Tensor.of(new double[] {1, -1}, 2)))),
            entry("cholesky", () -> Decompositions.cholesky(DEFINITE)),
            entry("eigenvalues", () -> Decompositions.eigh(DEFINITE).values()),
            entry("eigenvectors", () -> Decompositions.eigh(DEFINITE).vectors()),
            entry("eigReal", () -> Decompositions.eig(TURNING).values().real()),
            entry("eigImaginary", () -> Decompositions.eig(TURNING).values().imaginary()),
            entry("eigVectorsReal", () -> Decompositions.eig(TURNING).vectors().real()),
            entry(
                    "eigVectorsImaginary",
                    () -> Decompositions.eig(TURNING).vectors().imaginary()),
            entry("eigOfReal", () -> Decompositions.eig(A).values().real()),
            entry("left", () -> Decompositions.svd(TALL).left()),
            entry("values", () -> Decompositions.svd(TALL).values()),
            entry("right", () -> Decompositions.svd(TALL).right()),
            entry("orthogonal", () -> Decompositions.qr(TALL).orthogonal()),
            entry("triangular", () -> Decompositions.qr(TALL).triangular()),
            entry("sqrtm", () -> LinearAlgebra.sqrtm(A)),
            entry("solveTriangular", () -> LinearAlgebra.solveTriangular(A, B, true)),
            entry("solveUpper", () -> LinearAlgebra.solveTriangular(A, B, false)),
            entry("solveBanded", () -> LinearAlgebra.solveBanded(1, 1, BANDS, Tensor.of(new double[] {1, 2, 3, 4}, 4))),
            entry(
                    "solveSylvester",
                    () -> LinearAlgebra.solveSylvester(
                            A, B.slice(0, 0, 2).plus(Tensor.of(new double[] {4, 0, 0, 4}, 2, 2)), B)),
            entry("matrixPower", () -> LinearAlgebra.matrixPower(A, 5)),
            entry("matrixPowerInverse", () -> LinearAlgebra.matrixPower(A, -3)),
            entry("norm1", () -> LinearAlgebra.norm(TALL, 1, 0)),
            entry("norm3", () -> LinearAlgebra.norm(B, 3)),
            entry("normInf", () -> LinearAlgebra.norm(TALL, Double.POSITIVE_INFINITY, 1)),
            entry("normLeast", () -> LinearAlgebra.norm(TALL, Double.NEGATIVE_INFINITY, 0)),
            entry("nuclearNorm", () -> LinearAlgebra.nuclearNorm(TALL)),
            entry("spectralNorm", () -> LinearAlgebra.spectralNorm(TALL)));

    AlgebraTest() {
        super(EXPECTED, RESULTS, 1e-12);
    }

    @Test
    void equalEigenvaluesHaveAFiniteGradient() {
        Tensor identity = Tensor.of(new double[] {1, 0, 0, 1}, 2, 2);
        NdArray gradient = Gradients.grad(x -> Decompositions.eigh(x).values().sum())
                .apply(identity)
                .value();
        assertThat(gradient.minus(identity.value()).maxAbs()).isLessThan(1e-15);
        assertThat(Gradients.grad(x -> Decompositions.svd(x).left().sum())
                        .apply(identity)
                        .value()
                        .isFinite())
                .isTrue();
    }

    private static Tensor rotation(double angle) {
        return Tensor.of(new double[] {Math.cos(angle), -Math.sin(angle), Math.sin(angle), Math.cos(angle)}, 2, 2);
    }

    @Test
    void eigenvaluesThatAreEqualButForRoundingDoNotTurnTheirVectors() {
        Tensor vectors = Decompositions.eigh(DEFINITE).vectors();
        Tensor twice = vectors.times(Tensor.of(new double[] {1, 1, 2}, 3)).matmul(vectors.transpose());
        assertThat(Gradients.grad(x -> Decompositions.eigh(x).vectors().sum())
                        .apply(twice)
                        .value()
                        .maxAbs())
                .isLessThan(10);
        assertThat(Gradients.grad(x -> Decompositions.svd(x).left().sum())
                        .apply(twice)
                        .value()
                        .maxAbs())
                .isLessThan(10);
    }

    @Test
    void aSmallSingularValueOfASquareMatrixLeavesTheSlopeOfItsVectorsRight() {
        // with A = R diag(1, e) S the element U'R of row 0 and column 1 has, by hand, the slope R [0 -e; -1 0] S
        double small = 1e-12;
        Tensor matrix = rotation(0.3)
                .matmul(Tensor.of(new double[] {1, 0, 0, small}, 2, 2))
                .matmul(rotation(0.7));
        NdArray slope = Gradients.grad(x -> rotation(-0.3)
                        .matmul(Decompositions.svd(x).left())
                        .at(new int[] {0}, new int[] {1})
                        .sum())
                .apply(matrix)
                .value();
        NdArray expected = rotation(0.3)
                .matmul(Tensor.of(new double[] {0, -small, -1, 0}, 2, 2))
                .matmul(rotation(0.7))
                .value();
        double sign = Math.signum(slope.dot(expected));
        assertThat(slope.plusScaled(-sign, expected).maxAbs()).isLessThan(1e-10);
    }

    @Test
    void aSingularValueThatIsZeroButForRoundingLeavesASlopeFinite() {
        Tensor singular = Tensor.of(new double[] {0.1, 0.2, 0.3}, 3).outer(Tensor.of(new double[] {0.7, -0.3}, 2));
        assertThat(Gradients.grad(x -> Decompositions.svd(x).left().sum())
                        .apply(singular)
                        .value()
                        .maxAbs())
                .isLessThan(100);
    }

    @Test
    void thePseudoInverseLooksAtThePrecision() {
        Tensor left = Tensor.of(new double[] {0.1, 0.2, 0.3}, 3);
        Tensor right = Tensor.of(new double[] {0.7, -0.3}, 2);
        NdArray found = LinearAlgebra.pinv(left.outer(right).to(Precision.FLOAT32))
                .value()
                .to(Precision.FLOAT64);
        // of a product of vectors: v u' / (|u|^2 |v|^2)
        NdArray expected = right.outer(left)
                .dividedBy(left.squaredNorm().times(right.squaredNorm()))
                .value();
        assertThat(found.minus(expected).maxAbs()).isLessThan(1e-5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e40, 1e-40})
    void aRootIsFoundOfAnIllConditionedMatrixOfAnySize(double size) {
        // Hilbert's matrix, of condition 1.5e7
        Tensor hilbert = Tensor.of(
                        IntStream.range(0, 36)
                                .mapToDouble(i -> 1.0 / (i / 6 + i % 6 + 1))
                                .toArray(),
                        6,
                        6)
                .times(size);
        Tensor root = LinearAlgebra.sqrtm(hilbert);
        assertThat(root.matmul(root).minus(hilbert).value().maxAbs()).isLessThan(1e-11 * size);
    }

    @Test
    void theDeterminantOfASingularMatrixHasItsGradient() {
        NdArray gradient = Gradients.grad(LinearAlgebra::det).apply(SINGULAR).value();
        assertThat(gradient.minus(NdArray.of(new double[] {4, -2, -2, 1}, 2, 2)).maxAbs())
                .isLessThan(1e-14);
        Tensor none = Tensor.zerosLike(A);
        assertThat(Gradients.grad(LinearAlgebra::det).apply(none).value().maxAbs())
                .isZero();
    }

    @Test
    void refusalsNameWhatCame() {
        refused(() -> LinearAlgebra.inv(TALL), "inv: got shape [4×2], expected a square matrix");
        refused(() -> Decompositions.cholesky(TALL), "cholesky: got shape [4×2], expected a square matrix");
        refused(() -> Decompositions.svd(B.flatten()), "svd: got shape [6], expected a matrix");
        refused(
                () -> LinearAlgebra.solve(A, TALL),
                "solve: right side [4×2] does not fit the matrix [3×3]; expected as many rows");
        refused(
                () -> Decompositions.qr(TALL.transpose()),
                "qr: the matrix [2×4] has fewer rows than columns; decompose its transpose");
        refused(
                () -> LinearAlgebra.solveBanded(2, 1, BANDS, TALL),
                "solveBanded, diagonals: got shape [3×4], expected [4×4]");
        refused(() -> LinearAlgebra.norm(A, 0), "norm: order 0.0 has no derivative; use another one");
        refused(() -> LinearAlgebra.norm(A, Double.NaN), "norm: order NaN has no derivative; use another one");
        refused(
                () -> LinearAlgebra.solve(A, Tensor.scalar(1)),
                "solve: right side [] does not fit the matrix [3×3]; expected as many rows");
        refused(
                () -> LinearAlgebra.solve(A, A.expandDims(2)),
                "solve: right side [3×3×1] does not fit the matrix [3×3]; expected as many rows");
        refused(() -> LinearAlgebra.solveSylvester(A, A, B), "solveSylvester: got shape [3×2], expected [3×3]");
        refused(() -> LinearAlgebra.pinv(TALL.slice(0, 0, 0)), "pinv: got shape [0×2], expected a matrix");
        refused(() -> Decompositions.qr(B.flatten()), "qr: got shape [6], expected a matrix");
        refused(() -> LinearAlgebra.pinv(B.flatten()), "pinv: got shape [6], expected a matrix");
        refused(() -> LinearAlgebra.solveBanded(0, 0, B.flatten(), B), "solveBanded: got shape [6], expected a matrix");
    }

    @Test
    void matricesThatAreNotSquareAreRefused() {
        Map<String, ThrowingCallable> calls = Map.ofEntries(
                entry("eigh", () -> Decompositions.eigh(TALL)),
                entry("eig", () -> Decompositions.eig(TALL)),
                entry("solve", () -> LinearAlgebra.solve(TALL, TALL)),
                entry("solveTriangular", () -> LinearAlgebra.solveTriangular(TALL, TALL, true)),
                entry("solveSylvester", () -> LinearAlgebra.solveSylvester(A, TALL, TALL)),
                entry("det", () -> LinearAlgebra.det(TALL)),
                entry("logAbsDet", () -> LinearAlgebra.logAbsDet(TALL)),
                entry("sqrtm", () -> LinearAlgebra.sqrtm(TALL)),
                entry("matrixPower", () -> LinearAlgebra.matrixPower(TALL, 2)));
        calls.forEach((name, call) -> refused(call, name + ": got shape [4×2], expected a square matrix"));
        refused(
                () -> LinearAlgebra.solveSylvester(TALL, A, TALL),
                "solveSylvester: got shape [4×2], expected a square matrix");
    }

    @Test
    void matricesWithoutAResultAreRefused() {
        unsolvable(
                () -> LinearAlgebra.inv(SINGULAR),
                "solve: the matrix [2×2] is singular; use pinv, or add a little to its diagonal");
        unsolvable(
                () -> Decompositions.cholesky(SINGULAR.negate()),
                "cholesky: the matrix [2×2] is not positive definite; add a little to its diagonal");
        unsolvable(
                () -> LinearAlgebra.sqrtm(Tensor.of(new double[] {-1, 0, 0, -2}, 2, 2)),
                "sqrtm: no root of the matrix [2×2] was found; it has one if no eigenvalue is negative or 0");
        Tensor hollow = A.times(Double.NaN);
        String hint = ": the matrix [3×3] holds NaN or infinity; Gradients.debugNans tells where a NaN came from";
        unsolvable(() -> Decompositions.eigh(hollow), "eigh" + hint);
        unsolvable(() -> Decompositions.svd(hollow), "svd" + hint);
        unsolvable(() -> LinearAlgebra.pinv(hollow), "pinv" + hint);
        unsolvable(() -> LinearAlgebra.inv(hollow), "solve" + hint);
        unsolvable(() -> LinearAlgebra.sqrtm(hollow), "sqrtm" + hint);
        unsolvable(() -> Decompositions.cholesky(hollow), "cholesky" + hint);
        unsolvable(() -> Decompositions.qr(hollow), "qr" + hint);
        unsolvable(() -> Decompositions.eig(hollow), "eig" + hint);
        unsolvable(() -> Gradients.grad(LinearAlgebra::det).apply(hollow), "det" + hint);
        assertThat(LinearAlgebra.det(hollow).item()).isNaN();
        assertThat(LinearAlgebra.det(SINGULAR).item()).isZero();
    }

    /** A matrix of three rows for each number, and one with orthonormal columns. */
    private static Tensor matrix(int number) {
        return Tensor.of(
                IntStream.range(0, 9)
                        .mapToDouble(i -> Math.sin(1 + number + 1.7 * i * (number + 1)))
                        .toArray(),
                3,
                3);
    }

    private static Tensor turned(int number) {
        return Decompositions.qr(matrix(number)).orthogonal();
    }

    private static NdArray slopes(Function<Tensor, Tensor> function, Tensor x) {
        return Gradients.grad(t -> function.apply(t).sum()).apply(x).value();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void whatRoundingKeepsApartIsNotDividedBy(int number) {
        Tensor vectors = turned(number);
        Tensor twice = vectors.times(Tensor.of(new double[] {1, 1, 2}, 3)).matmul(vectors.transpose());
        assertThat(slopes(x -> Decompositions.eigh(x).vectors(), twice).maxAbs())
                .isLessThan(100);
        assertThat(slopes(x -> Decompositions.svd(x).left(), twice).maxAbs()).isLessThan(100);
        Tensor flat = vectors.slice(1, 0, 1).matmul(Tensor.of(new double[] {0.6, 0.8}, 1, 2));
        assertThat(slopes(x -> Decompositions.svd(x).left(), flat).maxAbs()).isLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void changesOfOrthonormalVectorsTurnThem(int number) {
        // U'dU is antisymmetric, though a singular value of a square matrix is all but 0
        Tensor matrix =
                turned(number).times(Tensor.of(new double[] {1, 0.5, 1e-12}, 3)).matmul(turned(number + 5));
        Tensor vectors = Decompositions.svd(matrix).left();
        Tensor change = Gradients.jvp(x -> Decompositions.svd(x).left(), matrix, matrix(number))
                .tangent();
        Tensor turn = vectors.transpose().matmul(change);
        assertThat(turn.plus(turn.transpose()).value().maxAbs()).isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-20, 1e20})
    void theSizeOfAMatrixIsNoMatterToItsVectors(double size) {
        requireHomogeneous(x -> Decompositions.eigh(x).vectors(), DEFINITE, size);
        requireHomogeneous(x -> Decompositions.eig(x).vectors().real(), TURNING, size);
        requireHomogeneous(x -> Decompositions.svd(x).left(), TALL, size);
        assertThat(Decompositions.eig(Tensor.zerosLike(A)).values().abs().max().item())
                .isZero();
        NdArray inverse = LinearAlgebra.pinv(TALL.times(size)).times(size).value();
        assertThat(inverse.minus(LinearAlgebra.pinv(TALL).value()).maxAbs()).isLessThan(1e-13);
    }

    private static void requireHomogeneous(Function<Tensor, Tensor> function, Tensor x, double size) {
        NdArray expected = slopes(function, x);
        NdArray found = slopes(function, x.times(size)).times(size);
        assertThat(found.minus(expected).maxAbs()).isLessThan(1e-11 * expected.maxAbs());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void theLargestComponentsOfVectorsArePositive(int number) {
        Tensor a = matrix(number);
        requireOriented(Decompositions.eigh(a).vectors());
        requireOriented(Decompositions.svd(a).right());
        requireOriented(Decompositions.svd(a.negate()).right());
        Tensor triangle = Decompositions.qr(a.times(0.01)).triangular();
        assertThat(triangle.diagonal(0).min().item()).isPositive();
    }

    private static void requireOriented(Tensor vectors) {
        assertThat(vectors.max(0).value()).isEqualTo(vectors.abs().max(0).value());
    }

    @Test
    void ofComponentsOfOneSizeTheFirstIsPositive() {
        Tensor even = Tensor.of(new double[] {2, 1, 1, 2}, 2, 2);
        NdArray expected = NdArray.of(new double[] {1, 1, -1, 1}, 2, 2).times(Math.sqrt(0.5));
        assertThat(Decompositions.eigh(even).vectors().value().minus(expected).maxAbs())
                .isLessThan(1e-15);
        assertThat(Decompositions.eig(even)
                        .vectors()
                        .real()
                        .value()
                        .minus(expected)
                        .maxAbs())
                .isLessThan(1e-15);
        // of a matrix that turns, the first components are real and stay so
        Tensor turning = Tensor.of(new double[] {1, -2, 2, 1}, 2, 2);
        Tensor change = Gradients.jvp(
                        x -> Decompositions.eig(x).vectors().imaginary().slice(0, 0, 1), turning, even)
                .tangent();
        assertThat(change.value().maxAbs()).isLessThan(1e-15);
    }

    @Test
    void aWideMatrixIsTheProductOfItsFactors() {
        Tensor wide = TALL.transpose();
        Decompositions.Singular found = Decompositions.svd(wide);
        Tensor product = found.left().times(found.values()).matmul(found.right().transpose());
        assertThat(product.minus(wide).value().maxAbs()).isLessThan(1e-14);
    }

    @Test
    void limitsOfMatrices() {
        assertThat(LinearAlgebra.logAbsDet(SINGULAR).item()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LinearAlgebra.matrixPower(SINGULAR, 0).value())
                .isEqualTo(NdArray.of(new double[] {1, 0, 0, 1}, 2, 2));
        assertThat(LinearAlgebra.norm(TALL, 2, 0).value())
                .isEqualTo(TALL.norm(0).value());
        assertThat(slopes(x -> LinearAlgebra.norm(x, 2), Tensor.zerosLike(A)).maxAbs())
                .isZero();
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static void unsolvable(ThrowingCallable call, String message) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(call).withMessage(message);
    }
}
