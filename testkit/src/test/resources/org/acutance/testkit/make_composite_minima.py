"""Writes composite_minima.tsv (minima of the problems of CompositeProblem) and bounded_counts.tsv (SciPy's L-BFGS-B).

Run with SciPy 1.17: python3 make_composite_minima.py
"""

import numpy as np
from scipy.optimize import lsq_linear, minimize, nnls, rosen, rosen_der

i, j = np.mgrid[0:12, 0:6]
A = np.cos(1 + i + 2 * j + 0.3 * i * j)
y = np.sin(0.7 * np.arange(12) ** 2 + 1)
k = np.arange(32)
signal = (k // 8) % 2 + 0.3 * np.sin(3.7 * k * k)


def half(r):
    return r @ r / 2


def dual_of_variation(D, weight):
    """The dual: min ||signal - D'p||^2/2 over |p| <= weight; the solution is signal - D'p."""
    p = lsq_linear(D.T, signal, (-weight, weight), tol=1e-15, max_iter=10000).x
    x = signal - D.T @ p
    return half(x - signal) + weight * np.abs(D @ x).sum()


def box_variation(D, weight, low, high):
    """A quadratic program in x and the parts u, v >= 0 of D x, by SLSQP from the unbounded solution."""
    n = len(signal)
    p = lsq_linear(D.T, signal, (-weight, weight), tol=1e-15, max_iter=10000).x
    x = np.clip(signal - D.T @ p, low, high)
    d = D @ x
    z0 = np.concatenate([x, np.maximum(d, 0), np.maximum(-d, 0)])
    result = minimize(
        lambda z: half(z[:n] - signal) + weight * z[n:].sum(),
        z0,
        jac=lambda z: np.concatenate([z[:n] - signal, np.full(2 * n, weight)]),
        bounds=[(low, high)] * n + [(0, None)] * (2 * n),
        constraints={"type": "eq", "fun": lambda z: D @ z[:n] - z[n : 2 * n] + z[2 * n :],
                     "jac": lambda z: np.hstack([D, -np.eye(n), np.eye(n)])},
        method="SLSQP", options={"ftol": 1e-15, "maxiter": 2000})
    assert result.success, result.message
    return result.fun


def lasso():
    B = np.hstack([A, -A])
    result = minimize(
        lambda z: half(B @ z - y) + 0.5 * z.sum(), np.zeros(12), jac=lambda z: B.T @ (B @ z - y) + 0.5,
        bounds=[(0, None)] * 12, method="L-BFGS-B", options={"ftol": 1e-17, "gtol": 1e-12, "maxiter": 10000})
    return result.fun


soft = np.sign(signal) * np.maximum(np.abs(signal) - 0.5, 0)
forward = (np.eye(32, k=1) - np.eye(32))[:-1]
cyclic = np.roll(np.eye(32), 1, axis=1) - np.eye(32)
minima = {
    "soft-threshold": half(soft - signal) + 0.5 * np.abs(soft).sum(),
    "non-negative": nnls(A, y)[1] ** 2 / 2,
    "box": half(lsq_linear(A, y, (-0.1, 0.2), tol=1e-15).fun),
    "lasso": lasso(),
    "variation": dual_of_variation(forward, 0.4),
    "cyclic-variation": dual_of_variation(cyclic, 0.4),
    "cyclic-variation-box": box_variation(cyclic, 0.4, 0.1, 0.9),
}
with open("composite_minima.tsv", "w") as table:
    table.write("problem\tminimum\n")
    for name, value in minima.items():
        table.write(f"{name}\t{value:.12g}\n")

with open("bounded_counts.tsv", "w") as table:
    table.write("unknowns\tlower\tupper\tfun\tnit\tnfev\n")
    for n, lower, upper in [(2, -1.5, 0.8), (10, -0.5, 0.7), (10, 0.2, 2), (30, -2, 0.9), (30, 0, np.inf), (30, -np.inf, 0.5)]:
        start = np.where(np.arange(n) % 2 == 0, -1.2, 1.0)
        result = minimize(rosen, np.clip(start, lower, upper), jac=rosen_der, method="L-BFGS-B",
                          bounds=[(lower, upper)] * n)
        assert result.success, result.message
        table.write(f"{n}\t{lower}\t{upper}\t{result.fun:.12g}\t{result.nit}\t{result.nfev}\n".replace("inf", "Infinity"))
