"""Writes direct_counts.tsv: SciPy's Nelder-Mead and Powell, options as by default, on Rosenbrock's function within bounds.

Run with SciPy 1.17 in this folder: python3 make_direct_counts.py
"""

import numpy as np
from scipy.optimize import minimize, rosen

BOUNDS = [(-np.inf, np.inf), (-2, 0.5), (-np.inf, 0.5), (-2, 3)]

with open("direct_counts.tsv", "w") as table:
    table.write("\t".join(["method", "n", "lower", "upper", "fun", "nit", "nfev"]) + "\n")
    for method in ("nelder-mead", "powell"):
        for n in (2, 4):
            for low, high in BOUNDS:
                start = np.clip(np.where(np.arange(n) % 2 == 0, -1.2, 1), low, high)
                bounds = None if np.isinf(low) and np.isinf(high) else [(low, high)] * n
                result = minimize(rosen, start, method=method, bounds=bounds)
                written = [str(limit).replace("inf", "Infinity") for limit in (low, high)]
                table.write("\t".join([method, str(n), *written, repr(float(result.fun)), str(result.nit), str(result.nfev)]) + "\n")
