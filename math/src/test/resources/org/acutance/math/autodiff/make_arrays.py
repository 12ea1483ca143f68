"""Writes arrays.txt: one line per operation, "name extents values", from NumPy and SciPy. ArraysTest makes the same operands."""
import numpy as np
import scipy.ndimage as nd
import scipy.signal as sg
import scipy.special as sp


def operand(*shape, step=7):
    size = int(np.prod(shape))
    return ((np.arange(size) * step % (size + 1)) / 4 - 1).reshape(shape)


a, b, v, w = operand(2, 3, 4), operand(2, 3, 4, step=5), operand(4), operand(3, step=2)
m, n, s = operand(3, 4), operand(4, 2), operand(3, 3, step=3)
RESULTS = {
    "sum": a.sum((0, -1)), "prod": a.prod(1), "variance": a.var((0, 2)), "sampleVariance": a.var((0, 2), ddof=1), "sampleDeviation": a.std(1, ddof=1),
    "standardDeviation": a.std(1), "ptp": np.ptp(a, axis=2), "average": np.average(a, axis=1, weights=w + 2),
    "logsumexp": sp.logsumexp(a, axis=(1, 2)), "softmax": sp.softmax(a, axis=1), "logSoftmax": sp.log_softmax(a, axis=2),
    "cumsum": a.cumsum(1), "cumprod": a.cumprod(2), "gradient": np.gradient(a, 0.5, axis=2), "norm": np.sqrt((a * a).sum((0, 2))),
    "swapAxes": a.swapaxes(0, 2), "moveAxis": np.moveaxis(a, 0, -1), "moveAxisBack": np.moveaxis(a, 2, 0),
    "rot90": np.rot90(a, 1, (0, 2)), "rot270": np.rot90(a, 3, (1, 2)), "rot180": np.rot90(a, -2, (1, 2)),
    "tile": np.tile(m, (2, 1, 3)), "tileShort": np.tile(a, (2,)), "repeat": np.repeat(a, 2, axis=1), "split": np.split(a, [1, 3], axis=2)[1],
    "flip": np.flip(a, (0, 2)), "take": np.take(a, [2, 0, 2], axis=1), "takeAlong": np.take_along_axis(m, np.array([[3, 0], [1, 1], [0, 2]]), 1),
    "at": a[[0, 1, 1], [2, 0, 0], [3, 1, 1]], "sort": np.sort(a, 1), "diagonal": np.diagonal(m, 1), "diagonalBelow": np.diagonal(m, -1),
    "diagonalMatrix": np.diag(w, -1), "trace": np.trace(m, 1), "tril": np.tril(a, -1), "triu": np.triu(a, 1),
    "expandDims": np.expand_dims(a, (0, 2, -1)), "squeeze": np.squeeze(a[:1]), "stack": np.stack([a, b], -1),
    "matmul": m @ n, "matmulStacks": a @ n, "matmulVector": a @ v, "matmulBroadcast": np.matmul(a[:, None], np.swapaxes(b, -1, -2)[:1]),
    "tensordot": np.tensordot(a, n, 1), "tensordotEmpty": np.tensordot(a[:, :, :0], n[:0], 1), "tensordotAxes": np.tensordot(a, b, ([0, 2], [0, 2])), "inner": np.inner(a, m),
    "convolveFull": sg.convolve(s, w[None], "full", "direct"), "convolveSame": sg.convolve(m, n, "same", "direct"),
    "convolveSameOdd": nd.convolve(v, w, mode="reflect"), "convolveValid": sg.convolve(m, w[None], "valid", "direct"),
    "correlateSame": nd.correlate(v, w, mode="reflect"),
    "splitFirst": np.split(a, [1, 3], axis=2)[0], "splitLast": np.split(a, [1, 3], axis=2)[2], "diagonalWide": np.diagonal(m[:2], 1),
    "diagonalBeyond": np.diagonal(m, 4), "matmulRow": v @ n, "matmulDot": v @ v, "kronByVector": np.kron(n, w), "stackBefore": np.stack([a, b]),
    "einsumAll": np.einsum("ij->", m), "einsumImplied": np.einsum("ba", m), "einsumScalar": np.einsum("ij,->ji", m, 3),
    "einsumDiagonals": np.einsum("iijj->ji", np.multiply.outer(s, n @ n.T)[:, :, :4, :4]), "einsumLaterDiagonal": np.einsum("jii->ij", np.multiply.outer(v, s)),
    "einsumDotsScalar": np.einsum("...i,->...i", a, 3), "einsumDotsTurned": np.einsum("...ij->...ji", a),
    "einsumDotsMixed": np.einsum("...ij,j->...i", a, v), "einsumDotsRepeated": np.einsum("...i,...i", a[:1], b),
    "outer": np.outer(m, w), "kron": np.kron(m, n), "kronVector": np.kron(w, n), "cross": np.cross(s, w),
    "einsumProduct": np.einsum("ij,jk", m, n), "einsumBatch": np.einsum("bij,bkj->bik", a, b), "einsumDiagonal": np.einsum("ii->i", s),
    "einsumTrace": np.einsum("ii", s), "einsumThree": np.einsum("bij,j,i->b", a, v, w), "einsumOuter": np.einsum("i,j->ji", v, w),
    "einsumDots": np.einsum("...ij,...jk->...ik", a, n), "einsumDotsBroadcast": np.einsum("i...j,...k", a[:, :1], w),
    "einsumDotsImplied": np.einsum("...i,...i", a, m),
    "einsumSum": np.einsum("bij->j", a), "einsumKept": np.einsum("bij,bij->bj", a, b),
}
with open("arrays.txt", "w") as out:
    for name, value in RESULTS.items():
        value = np.asarray(value)
        print(name, "x".join(map(str, value.shape)) or "-", *(repr(float(x)) for x in value.ravel()), file=out)
