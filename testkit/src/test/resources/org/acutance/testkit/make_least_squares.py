"""Writes least_squares.tsv: SciPy's least_squares on the problems of Moré, Garbow & Hillstrom, with exact Jacobians.

Free ones, ones whose first element is held half way to the minimum by a bound, and ones with robust losses. The Jacobian
is by complex steps. Run with SciPy 1.17 in this folder: python3 make_least_squares.py
"""

import os
import sys

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
from scipy.optimize import least_squares

TABLE = "../../../../../main/resources/org/acutance/testkit/mgh"
sys.path.insert(0, TABLE)
from make_mgh import P

np.seterr(all="ignore")
TIGHT = dict(ftol=1e-12, xtol=1e-12, gtol=1e-12)
ROBUST = ("bard", "kowalik-osborne", "osborne-1", "chebyquad")


def jacobian(residuals, x):
    columns = []
    for i in range(len(x)):
        z = np.array(x, dtype=complex)
        z[i] += 1e-30j
        columns.append(np.imag(np.array(residuals(z))) / 1e-30)
    return np.array(columns).T


def line(index, name, method, loss, scale, residuals, start, bounds):
    result = least_squares(
        lambda x: np.real(np.array(residuals(x), dtype=float)),
        start,
        jac=lambda x: jacobian(residuals, x),
        method=method,
        bounds=bounds,
        loss=loss,
        x_scale=scale,
        **TIGHT,
    )
    limits = [repr(float(b[0])).replace("inf", "Infinity") for b in bounds]
    written = scale if scale == "jac" else "1"
    cells = [index, name, method, loss, written, *limits, repr(float(result.cost)), result.nfev, result.status]
    return "\t".join(map(str, cells)) + "\n"


if __name__ == "__main__":
    minimisers = [
        np.array([float(word) for word in row.split("\t")[4].split()])
        for row in open(TABLE + "/mgh.tsv").readlines()[1:]
    ]
    with open("least_squares.tsv", "w") as table:
        table.write("index\tname\tmethod\tloss\tx_scale\tlower\tupper\tcost\tnfev\tstatus\n")
        for index, ((name, residuals, start), minimiser) in enumerate(zip(P, minimisers)):
            start = np.array(start, dtype=float)
            free = (np.full(len(start), -np.inf), np.full(len(start), np.inf))
            for method, scale in (("lm", "jac"), ("trf", 1.0), ("trf", "jac"), ("dogbox", 1.0), ("dogbox", "jac")):
                table.write(line(index, name, method, "linear", scale, residuals, start, free))
            if start[0] != minimiser[0]:
                held = tuple(limit.copy() for limit in free)
                held[1 if start[0] < minimiser[0] else 0][0] = (start[0] + minimiser[0]) / 2
                for method in ("trf", "dogbox"):
                    table.write(line(index, name, method, "linear", "jac", residuals, start, held))
            if name in ROBUST:
                for loss in ("soft_l1", "huber", "cauchy", "arctan"):
                    for method in ("trf", "dogbox"):
                        table.write(line(index, name, method, loss, "jac", residuals, start, free))
            table.flush()
