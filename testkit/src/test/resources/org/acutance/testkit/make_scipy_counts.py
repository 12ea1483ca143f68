"""Writes scipy_counts.tsv: iterations and evaluations of SciPy's minimize on Rosenbrock's function, default options.

Run with SciPy 1.17: python3 make_scipy_counts.py
"""

import numpy as np
from scipy.optimize import minimize, rosen, rosen_der, rosen_hess_prod

METHODS = {"newton-cg": "Newton-CG", "l-bfgs": "L-BFGS-B", "cg": "CG"}

with open("scipy_counts.tsv", "w") as table:
    table.write("method\tunknowns\tnit\tnfev\tnjev\tnhev\n")
    for name, scipy_name in METHODS.items():
        for n in (2, 10, 30):
            start = np.where(np.arange(n) % 2 == 0, -1.2, 1.0)
            more = {"hessp": rosen_hess_prod} if name == "newton-cg" else {}
            result = minimize(rosen, start, jac=rosen_der, method=scipy_name, **more)
            assert result.success, result.message
            counts = (result.nit, result.nfev, result.njev, result.get("nhev", 0))
            table.write("\t".join(map(str, (name, n, *counts))) + "\n")
