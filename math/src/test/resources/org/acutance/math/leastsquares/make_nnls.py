"""Writes nnls.tsv: random problems and what SciPy's nnls finds. Run with SciPy 1.17 here: python3 make_nnls.py"""

import numpy as np
from scipy.optimize import nnls


def words(array):
    return " ".join(repr(float(x)) for x in np.ravel(array))


rng = np.random.default_rng(5)
with open("nnls.tsv", "w") as table:
    table.write("rows\tmatrix\tside\tx\trnorm\n")
    for m, n in [(3, 2), (5, 5), (8, 4), (20, 10), (4, 6), (30, 15)]:
        for shift in (0, 0.5):
            a = rng.standard_normal((m, n)) + shift
            b = rng.standard_normal(m) + shift
            x, rnorm = nnls(a, b)
            table.write("\t".join([str(m), words(a), words(b), words(x), repr(float(rnorm))]) + "\n")
