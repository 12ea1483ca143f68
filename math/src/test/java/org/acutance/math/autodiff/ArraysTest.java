package org.acutance.math.autodiff;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.acutance.math.AgainstFigures;
import org.acutance.math.Figures;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Operations on arrays against NumPy and SciPy; the resource is made by make_arrays.py beside it. */
class ArraysTest extends AgainstFigures {
    private static final Figures EXPECTED = Figures.read(ArraysTest.class, "arrays.txt");
    private static final Tensor A = operand(7, 2, 3, 4);
    private static final Tensor B = operand(5, 2, 3, 4);
    private static final Tensor V = operand(7, 4);
    private static final Tensor W = operand(2, 3);
    private static final Tensor M = operand(7, 3, 4);
    private static final Tensor N = operand(7, 4, 2);
    private static final Tensor S = operand(3, 3, 3);

    private static final Map<String, Supplier<Tensor>> RESULTS = Map.ofEntries(
            entry("sum", () -> A.sum(0, -1)),
            entry("prod", () -> A.prod(1)),
            entry("variance", () -> A.variance(0, 2)),
            entry("sampleVariance", () -> A.sampleVariance(0, 2)),
            entry("sampleDeviation", () -> A.sampleDeviation(1)),
            entry("standardDeviation", () -> A.standardDeviation(1)),
            entry("ptp", () -> A.ptp(2)),
            entry("average", () -> A.average(W.plus(2), -2)),
            entry("logsumexp", () -> A.logsumexp(1, 2)),
            entry("softmax", () -> A.softmax(1)),
            entry("logSoftmax", () -> A.logSoftmax(2)),
            entry("cumsum", () -> A.cumsum(1)),
            entry("cumprod", () -> A.cumprod(2)),
            entry("gradient", () -> A.gradient(2, 0.5)),
            entry("norm", () -> A.norm(0, 2)),
            entry("swapAxes", () -> A.swapAxes(0, 2)),
            entry("moveAxis", () -> A.moveAxis(0, -1)),
            entry("moveAxisBack", () -> A.moveAxis(-1, 0)),
            entry("rot90", () -> A.rot90(1, 0, 2)),
            entry("rot270", () -> A.rot90(3, 1, 2)),
            entry("rot180", () -> A.rot90(-2, 1, 2)),
            entry("tile", () -> M.tile(2, 1, 3)),
            entry("tileShort", () -> A.tile(2)),
            entry("repeat", () -> A.repeat(2, 1)),
            entry("splitFirst", () -> A.split(2, 1, 3).get(0)),
            entry("split", () -> A.split(2, 1, 3).get(1)),
            entry("splitLast", () -> A.split(2, 1, 3).get(2)),
            entry("flip", () -> A.flip(0, 2)),
            entry("take", () -> A.take(1, 2, 0, 2)),
            entry("takeAlong", () -> M.takeAlong(1, NdArray.of(new double[] {3, 0, 1, 1, 0, 2}, 3, 2))),
            entry("at", () -> A.at(new int[] {0, 1, 1}, new int[] {2, 0, 0}, new int[] {3, 1, 1})),
            entry("sort", () -> A.sort(1)),
            entry("diagonal", () -> M.diagonal(1)),
            entry("diagonalBelow", () -> M.diagonal(-1)),
            entry("diagonalWide", () -> M.slice(0, 0, 2).diagonal(1)),
            entry("diagonalBeyond", () -> M.diagonal(5)),
            entry("diagonalMatrix", () -> W.diagonalMatrix(-1)),
            entry("trace", () -> M.trace(1)),
            entry("tril", () -> A.tril(-1)),
            entry("triu", () -> A.triu(1)),
            entry("expandDims", () -> A.expandDims(0, 2, -1)),
            entry("squeeze", () -> A.slice(0, 0, 1).squeeze()),
            entry("stack", () -> Tensor.stack(-1, A, B)),
            entry("stackBefore", () -> Tensor.stack(-4, A, B)),
            entry("matmul", () -> M.matmul(N)),
            entry("matmulStacks", () -> A.matmul(N)),
            entry("matmulVector", () -> A.matmul(V)),
            entry("matmulRow", () -> V.matmul(N)),
            entry("matmulDot", () -> V.matmul(V)),
            entry("matmulBroadcast", () -> A.expandDims(1)
                    .matmul(B.swapAxes(-1, -2).slice(0, 0, 1))),
            entry("tensordot", () -> A.tensordot(N, 1)),
            entry("tensordotEmpty", () -> A.slice(2, 0, 0).tensordot(N.slice(0, 0, 0), 1)),
            entry("tensordotAxes", () -> A.tensordot(B, new int[] {0, 2}, new int[] {0, 2})),
            entry("inner", () -> A.inner(M)),
            entry("outer", () -> M.outer(W)),
            entry("kron", () -> M.kron(N)),
            entry("kronVector", () -> W.kron(N)),
            entry("kronByVector", () -> N.kron(W)),
            entry("cross", () -> S.cross(W, -1)),
            entry("convolveFull", () -> S.convolve(W.expandDims(0), ConvolutionMode.FULL, Boundary.ZERO)),
            entry("convolveSame", () -> M.convolve(N, ConvolutionMode.SAME, Boundary.ZERO)),
            entry("convolveSameOdd", () -> V.convolve(W, ConvolutionMode.SAME, Boundary.REFLECT)),
            entry("convolveValid", () -> M.convolve(W.expandDims(0), ConvolutionMode.VALID, Boundary.ZERO)),
            entry("correlateSame", () -> V.correlate(W, ConvolutionMode.SAME, Boundary.REFLECT)),
            entry("einsumProduct", () -> Tensor.einsum("ij,jk", M, N)),
            entry("einsumBatch", () -> Tensor.einsum("bij, bkj -> bik", A, B)),
            entry("einsumDiagonal", () -> Tensor.einsum("ii->i", S)),
            entry("einsumTrace", () -> Tensor.einsum("ii", S)),
            entry("einsumThree", () -> Tensor.einsum("bij,j,i->b", A, V, W)),
            entry("einsumOuter", () -> Tensor.einsum("i,j->ji", V, W)),
            entry("einsumSum", () -> Tensor.einsum("bij->j", A)),
            entry("einsumAll", () -> Tensor.einsum("ij->", M)),
            entry("einsumImplied", () -> Tensor.einsum("ba", M)),
            entry("einsumScalar", () -> Tensor.einsum("ij,->ji", M, Tensor.scalar(3))),
            entry("einsumDiagonals", () -> Tensor.einsum("iijj->ji", S.tensordot(N.matmul(N.transpose()), 0))),
            entry("einsumLaterDiagonal", () -> Tensor.einsum("jii->ij", V.tensordot(S, 0))),
            entry("einsumDotsScalar", () -> Tensor.einsum("...i,->...i", A, Tensor.scalar(3))),
            entry("einsumDotsTurned", () -> Tensor.einsum("...ij->...ji", A)),
            entry("einsumDotsMixed", () -> Tensor.einsum("...ij,j->...i", A, V)),
            entry("einsumDotsRepeated", () -> Tensor.einsum("...i,...i", A.slice(0, 0, 1), B)),
            entry("einsumDots", () -> Tensor.einsum("...ij,...jk->...ik", A, N)),
            entry("einsumDotsBroadcast", () -> Tensor.einsum("i...j,...k", A.slice(1, 0, 1), W)),
            entry("einsumDotsImplied", () -> Tensor.einsum("...i,...i", A, M)),
            entry("einsumKept", () -> Tensor.einsum("bij,bij->bj", A, B)));

    private static Tensor operand(int step, int... extents) {
        int size = Shape.of(extents).size();
        return Tensor.of(
                IntStream.range(0, size)
                        .mapToDouble(i -> (i * step % (size + 1)) / 4.0 - 1)
                        .toArray(),
                extents);
    }

    ArraysTest() {
        super(EXPECTED, RESULTS, 1e-13);
    }

    @Test
    void productsOfZerosHaveTheirDerivatives() {
        Tensor x = Tensor.of(new double[] {0, 2, 0, 3}, 2, 2);
        assertThat(Gradients.grad(t -> t.prod(1).sum()).apply(x).value())
                .isEqualTo(NdArray.of(new double[] {2, 0, 3, 0}, 2, 2));
        assertThat(Gradients.grad(t -> t.cumprod(1).sum()).apply(x).value())
                .isEqualTo(NdArray.of(new double[] {3, 0, 4, 0}, 2, 2));
    }

    @Test
    void nothingHasAProductADifferenceAndADerivative() {
        Tensor none = Tensor.of(NdArray.zeros(0));
        assertThat(none.prod().item()).isEqualTo(1);
        assertThat(none.differences(0).value()).isEqualTo(none.value());
        assertThat(Gradients.grad(t -> t.differences(0).sum()).apply(none).value())
                .isEqualTo(none.value());
    }

    @Test
    void sumsOfExponentialsNeitherOverflowNorLoseInfinities() {
        Tensor large = Tensor.of(new double[] {1000, 1000}, 2);
        assertThat(large.softmax(0).value()).isEqualTo(NdArray.vector(0.5, 0.5));
        double far = Double.POSITIVE_INFINITY;
        assertThat(Tensor.of(new double[] {-far, -far}, 2).logsumexp().item()).isEqualTo(-far);
        assertThat(Tensor.of(new double[] {1, far}, 2).logsumexp().item()).isEqualTo(far);
    }

    @Test
    void sortingIsStableAndPutsNansLast() {
        // as numpy.sort(kind="stable"), told by the gradient, which follows the elements
        Tensor x = Tensor.of(new double[] {2, Double.NaN, 0.0, 1, -0.0, Double.POSITIVE_INFINITY, 1}, 7);
        NdArray weights = NdArray.vector(1, 2, 3, 4, 5, 6, 7);
        NdArray places = Gradients.grad(
                        t -> t.nanToNum().sort(0).times(Tensor.of(weights)).sum())
                .apply(x)
                .value();
        assertThat(x.sort(0).value())
                .isEqualTo(NdArray.vector(0.0, -0.0, 1, 1, 2, Double.POSITIVE_INFINITY, Double.NaN));
        assertThat(places).isEqualTo(NdArray.vector(6, 0, 2, 4, 3, 0, 5));
        double[] wave =
                IntStream.range(0, 1000).mapToDouble(i -> Math.sin(i * i)).toArray();
        double[] expected = wave.clone();
        Arrays.sort(expected);
        assertThat(Tensor.of(wave, 1000).sort(0).value()).isEqualTo(NdArray.vector(expected));
    }

    @Test
    void joiningPartsIsLinearInBothModes() {
        Tensor still = Tensor.of(new double[] {5}, 1);
        Tensor x = Tensor.of(new double[] {1, 2}, 2);
        // forward: parts that do not move, one that comes twice
        assertThat(Gradients.jvp(t -> Tensor.concatenate(0, t, still, t), x, x)
                        .tangent()
                        .value())
                .isEqualTo(NdArray.vector(1, 2, 0, 1, 2));
        assertThat(Gradients.vjp(t -> Tensor.concatenate(0, t, still, t), x)
                        .pullback(Tensor.of(new double[] {1, 2, 3, 4, 5}, 5))
                        .value())
                .isEqualTo(NdArray.vector(5, 7));
    }

    @Test
    void refusalsNameWhatCame() {
        refused(() -> A.permute(0, 2), "permute: [0, 2] is not a permutation of the axes of [2×3×4]");
        refused(() -> M.at(), "at: got 0 lists of indices for shape [3×4]; give one per axis, all of one length");
        refused(
                () -> M.at(new int[] {0, 1}, new int[] {1}),
                "at: got 2 lists of indices for shape [3×4]; give one per axis, all of one length");
        refused(
                () -> M.takeAlong(1, NdArray.of(new double[] {0, 1, 0.5}, 3, 1)),
                "takeAlong: index 0.5 is no whole number; round it before");
        refused(
                () -> M.takeAlong(1, NdArray.of(new double[] {0, 1, Double.NaN}, 3, 1)),
                "takeAlong: index NaN is no whole number; round it before");
        refused(() -> A.sum(1, 1), "reduce: axes [1, 1] of [2×3×4] name one twice; name each once");
        refused(() -> A.prod(1, -2), "prod: axes [1, -2] of [2×3×4] name one twice; name each once");
        refused(() -> A.rot90(1, 2, 2), "rot90: axes [2, 2] of [2×3×4] name one twice; name each once");
        refused(() -> A.flip(1, 1), "flip: axes [1, 1] of [2×3×4] name one twice; name each once");
        refused(() -> V.expandDims(0, 0), "expandDims: axes [0, 0] of [1×1×1] name one twice; name each once");
        refused(() -> A.squeeze(1), "squeeze: axis 1 of [2×3×4] has not extent 1; slice or reduce it");
        refused(() -> A.diagonal(0), "diagonal: got shape [2×3×4], expected a matrix");
        refused(() -> M.diagonalMatrix(0), "diagonalMatrix: got shape [3×4], expected a vector");
        refused(() -> V.tril(0), "tril: got shape [4], expected a matrix or a stack of them");
        refused(
                () -> V.matmul(Tensor.scalar(2)),
                "matmul: got shapes [4] and [], expected vectors, matrices or stacks of them");
        refused(
                () -> Tensor.scalar(2).matmul(V),
                "matmul: got shapes [] and [4], expected vectors, matrices or stacks of them");
        refused(() -> M.cross(S, -1), "cross: shapes [3×4] and [3×3] have not three components along axis -1");
        refused(() -> S.cross(M, -1), "cross: shapes [3×3] and [3×4] have not three components along axis -1");
        refused(() -> Tensor.stack(2, V, V), "stack: axis 2 is outside the 2 axes of the result");
        refused(() -> V.scatter(Shape.of(9), new int[] {1, 2}), "scatter: got shape [4], expected [2]");
        refused(
                () -> Tensor.scalar(1).at(),
                "at: got 0 lists of indices for shape []; give one per axis, all of one length");
        for (int index : new int[] {-1, 4}) {
            refused(
                    () -> M.takeAlong(1, NdArray.of(new double[] {0, 1, index}, 3, 1)),
                    "takeAlong: index " + index + " is outside axis 1 of [3×4]");
        }
        refused(() -> V.triu(0), "triu: got shape [4], expected a matrix or a stack of them");
        refused(() -> M.cross(M, 1), "cross: shapes [3×4] and [3×4] have not three components along axis 1");
        refused(
                () -> A.tensordot(B, 1),
                "tensordot: axes [2] of [2×3×4] and [0] of [2×3×4] differ in extent; sum over equal ones");
        refused(
                () -> M.matmul(M),
                "matmul: shapes [3×4] and [3×4] do not multiply; expected [m×k] and [k×n], or [b×m×k] and [b×k×n]");
        refused(
                () -> M.at(new int[] {0}),
                "at: got 1 lists of indices for shape [3×4]; give one per axis, all of one length");
        refused(() -> M.at(new int[] {0}, new int[] {4}), "at: index 4 is outside axis 1 of [3×4]");
        refused(
                () -> M.takeAlong(1, NdArray.zeros(2, 2)),
                "takeAlong: indices [2×2] and array [3×4] differ beside axis 1; they must agree there");
        refused(
                () -> M.convolve(V, ConvolutionMode.SAME, Boundary.ZERO),
                "convolve: kernel [4] has rank 1 but the image [3×4] has rank 2; give both the same number of axes");
        refused(
                () -> M.convolve(M.slice(0, 0, 0), ConvolutionMode.SAME, Boundary.ZERO),
                "convolve: kernel [0×4] is empty; give at least one tap");
        refused(() -> M.take(0, 0, 3), "take: index 3 is outside an axis of extent 3");
        refused(
                () -> M.slice(0, 0, 1).gradient(0, 1),
                "gradient: axis 0 of [1×4] is shorter than 2; differences need two elements");
        refused(() -> A.average(V, 1), "average, weights: got shape [4], expected [3]");
        refused(() -> Tensor.stack(0), "stack: no tensors came; give at least one");
        refused(() -> Tensor.stack(3, V, V), "stack: axis 3 is outside the 2 axes of the result");
        refused(() -> Tensor.stack(0, V, W), "stack: got shape [3], expected [4]");
    }

    @Test
    void refusalsOfEinsum() {
        refused(
                () -> Tensor.einsum("ij;j", M, V),
                "einsum: cannot read 'ij;j'; write letters per axis, ... for leading ones, commas between operands and -> before"
                        + " the result");
        refused(
                () -> Tensor.einsum("...ij->ij", A),
                "einsum: '...ij->ij' has dots before the arrow only; write them into the result too");
        refused(
                () -> Tensor.einsum("...ij,j->...i", V, V),
                "einsum: '...ij,j->...i' gives operand 0 2 axes beside dots, but it is [4]");
        refused(
                () -> Tensor.einsum("...ij->", A),
                "einsum: '...ij->' has dots before the arrow only; write them into the result too");
        refused(() -> Tensor.einsum("...i,...i", A), "einsum: '...i,...i' is for 2 operands, got 1");
        refused(
                () -> Tensor.einsum("ij->ii", M),
                "einsum: the result of 'ij->ii' must name labels of the operands, each once");
        refused(() -> Tensor.einsum("ij,j", M), "einsum: 'ij,j' is for 2 operands, got 1");
        refused(() -> Tensor.einsum("i", M), "einsum: 'i' gives operand 0 1 axes, but it is [3×4]");
        refused(
                () -> Tensor.einsum("ij,j", M, W),
                "einsum: 'ij,j' uses label j for axes of different extents; operand 1 is [3]");
        refused(
                () -> Tensor.einsum("ij->k", M),
                "einsum: the result of 'ij->k' must name labels of the operands, each once");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
