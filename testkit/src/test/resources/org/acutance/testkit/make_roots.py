"""Writes roots.tsv: SciPy's root(method='hybr') on the problems of Moré, Garbow & Hillstrom with as many residuals as unknowns.

The Jacobian is by complex steps. Run with SciPy 1.17 in this folder: python3 make_roots.py
"""

from make_least_squares import P, jacobian, np
from scipy.optimize import root

with open("roots.tsv", "w") as table:
    table.write("index\tname\tsuccess\tnorm\tnfev\tnjev\n")
    for index, (name, residuals, start) in enumerate(P):
        start = np.array(start, dtype=float)
        values = lambda x: np.array(residuals(x), dtype=float)
        if len(values(start)) == len(start):
            r = root(values, start, jac=lambda x: jacobian(residuals, x), method="hybr")
            cells = [index, name, str(r.success).lower(), repr(float(np.linalg.norm(r.fun))), r.nfev, r.njev]
            table.write("\t".join(map(str, cells)) + "\n")
