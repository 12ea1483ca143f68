"""Writes algebra.txt: one line per operation, "name extents values", from NumPy and SciPy."""
import numpy as np
import scipy.linalg as sl

a = np.array([[4.0, 1, -2], [0.5, 3, 1], [2, -1, 5]])
tall = np.array([[1.0, 2], [3, 4], [-1, 0.5], [2, 2]])
b = np.array([[1.0, 2], [0, -1], [3, 0.5]])
spd = a @ a.T
bands = np.array([[0.0, 1, 2, 3], [5, 6, 7, 8], [1, -1, 2, 0]])


def positive(vectors, *others):
    signs = np.sign(vectors[np.abs(vectors).argmax(0), np.arange(vectors.shape[1])])
    return [v * signs for v in (vectors, *others)]


turning = np.array([[1, -2, 0.5, 0], [3, 1, 0.25, -1], [0, 0.5, 4, 2], [1, 0, -1, 2]])
values, vectors = np.linalg.eig(turning)
order = np.lexsort((values.imag, values.real))
values, vectors = values[order], vectors[:, order]
largest = vectors[np.abs(vectors).argmax(0), np.arange(4)]
vectors = vectors * np.abs(largest) / largest
w, v = np.linalg.eigh(spd)
u, s, vt = np.linalg.svd(tall, full_matrices=False)
right, left = positive(vt.T, u)
q, r = np.linalg.qr(tall)
q, r = q * np.sign(np.diag(r)), r * np.sign(np.diag(r))[:, None]
RESULTS = {
    "solve": np.linalg.solve(a, b), "solveVector": np.linalg.solve(a, b[:, 0]), "inv": np.linalg.inv(a), "det": np.linalg.det(a),
    "logAbsDet": np.linalg.slogdet(1e-200 * a)[1], "pinv": np.linalg.pinv(tall), "pinvSingular": np.linalg.pinv(np.outer([1.0, 2, 3], [1.0, -1])),
    "cholesky": np.linalg.cholesky(spd), "eigenvalues": w, "eigenvectors": positive(v)[0], "eigReal": values.real, "eigImaginary": values.imag,
    "eigVectorsReal": vectors.real, "eigVectorsImaginary": vectors.imag, "eigOfReal": np.sort(np.linalg.eigvals(a).real), "left": left, "values": s, "right": right,
    "orthogonal": q, "triangular": r, "sqrtm": sl.sqrtm(a).real, "solveTriangular": sl.solve_triangular(a, b, lower=True),
    "solveUpper": sl.solve_triangular(a, b), "solveBanded": sl.solve_banded((1, 1), bands, np.array([1.0, 2, 3, 4])),
    "solveSylvester": sl.solve_sylvester(a, b[:2] + 4 * np.eye(2), b), "matrixPower": np.linalg.matrix_power(a, 5),
    "matrixPowerInverse": np.linalg.matrix_power(a, -3), "norm1": np.linalg.norm(tall, 1, axis=0), "norm3": np.linalg.norm(b.ravel(), 3),
    "normInf": np.linalg.norm(tall, np.inf, axis=1), "normLeast": np.linalg.norm(tall, -np.inf, axis=0),
    "nuclearNorm": np.linalg.norm(tall, "nuc"), "spectralNorm": np.linalg.norm(tall, 2),
}
with open("algebra.txt", "w") as out:
    for name, value in RESULTS.items():
        value = np.asarray(value)
        print(name, "x".join(map(str, value.shape)) or "-", *(repr(float(x)) for x in value.ravel()), file=out)
