"""Writes mgh_scipy.tsv: how many evaluations SciPy's methods take on the problems of Moré, Garbow & Hillstrom.

A figure is the number of values or of gradients, whichever is more; an exclamation mark stands before it where the
problem is not solved, in the sense of MghProblem.isSolvedBy. Gradients are by complex steps, exact; Hessians are by
differences of these of the sixth order. Run with SciPy 1.17 in this folder: python3 make_mgh_scipy.py

With the name of a method that needs no derivatives it prints, for each problem, which of its values is the first to count as
solved, 0 if none does, how many there are, and how far above the minimum the least is.
"""

import os
import sys

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
from scipy.optimize import minimize

TABLE = "../../../../../../../testkit/src/main/resources/org/acutance/testkit/mgh"
sys.path.insert(0, TABLE)
from make_mgh import P, gradient, value

MOST = 20000
METHODS = {
    "CG": dict(gtol=1e-10, maxiter=MOST),
    "BFGS": dict(gtol=1e-10, maxiter=3000),
    "L-BFGS-B": dict(gtol=1e-10, ftol=0, maxiter=MOST, maxfun=MOST),
    "TNC": dict(gtol=1e-10, ftol=0, maxfun=MOST),
    "SLSQP": dict(ftol=1e-20, maxiter=3000),
    "Newton-CG": dict(xtol=1e-10, maxiter=2000),
    "trust-constr": dict(gtol=1e-10, xtol=1e-12, maxiter=3000),
    "trust-ncg": dict(gtol=1e-10, maxiter=3000),
    "trust-krylov": dict(gtol=1e-10, maxiter=3000),
    "Nelder-Mead": dict(adaptive=True, xatol=1e-10, fatol=1e-10, maxiter=MOST, maxfev=MOST),
    "Powell": dict(xtol=1e-10, ftol=1e-10, maxiter=MOST, maxfev=MOST),
    "COBYQA": dict(final_tr_radius=1e-10, maxfev=MOST, maxiter=MOST),
}
WITHOUT_DERIVATIVES = ("Nelder-Mead", "Powell", "COBYQA")
# Weights of the differences over one, two and three steps to either side.
SIXTH_ORDER = [(1, 3 / 4), (2, -3 / 20), (3, 1 / 60)]


def hessian(residuals, x):
    rows = []
    for i in range(len(x)):
        e = np.zeros(len(x))
        e[i] = 1e-3 * max(abs(x[i]), 1e-3)
        rows.append(
            sum(w * (gradient(residuals, x + k * e) - gradient(residuals, x - k * e)) for k, w in SIXTH_ORDER) / e[i]
        )
    rows = np.array(rows)
    return (rows + rows.T) / 2


def figure(residuals, start, least, method, options):
    result = minimize(
        lambda x: value(residuals, x),
        start,
        jac=None if method in WITHOUT_DERIVATIVES else (lambda x: gradient(residuals, x)),
        hess=(lambda x: hessian(residuals, x)) if method in ("Newton-CG", "trust-ncg", "trust-krylov") else None,
        method=method,
        options=options,
    )
    solved = counts(value(residuals, result.x), least)
    return ("" if solved else "!") + str(max(result.nfev, result.get("njev", 0)))


def counts(value, least):
    return value - least <= (1e-6 * least if least > 0 else 1e-9)


def progress(residuals, start, least, method):
    values = []

    def recorded(x):
        values.append(value(residuals, x))
        return values[-1]

    minimize(recorded, start, method=method, options=METHODS[method])
    first = next((i + 1 for i, v in enumerate(values) if counts(v, least)), 0)
    return f"{first} {len(values)} {np.nanmin(values) - least:.1e}"


if __name__ == "__main__":
    np.seterr(all="ignore")
    minima = [float(line.split("\t")[3]) for line in open(TABLE + "/mgh.tsv").readlines()[1:]]
    for method in sys.argv[1:]:
        for (name, residuals, start), least in zip(P, minima):
            print(name, len(start), progress(residuals, start, least, method))
        sys.exit()
    with open("mgh_scipy.tsv", "w") as table:
        table.write("\t".join(["problem", "n", *METHODS]) + "\n")
        for (name, residuals, start), least in zip(P, minima):
            figures = [figure(residuals, start, least, method, options) for method, options in METHODS.items()]
            table.write("\t".join([name, str(len(start)), *figures]) + "\n")
            table.flush()
