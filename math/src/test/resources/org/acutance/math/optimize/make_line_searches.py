"""Writes line_searches.tsv: steps and evaluations of SciPy's line searches on the functions of Moré and Thuente.

Functions: J. J. Moré and D. J. Thuente, ACM TOMS 20, 1994, (5.1) to (5.3). Run with SciPy 1.17 (it uses private modules of
SciPy): python3 make_line_searches.py
"""

import math
import warnings

from scipy.optimize._dcsrch import DCSRCH
from scipy.optimize._linesearch import scalar_search_wolfe2

warnings.simplefilter("ignore")


def first(beta=2.0):
    return (
        lambda a: -a / (a * a + beta),
        lambda a: (a * a - beta) / (a * a + beta) ** 2,
    )


def second(beta=0.004):
    return (
        lambda a: (a + beta) ** 5 - 2 * (a + beta) ** 4,
        lambda a: 5 * (a + beta) ** 4 - 8 * (a + beta) ** 3,
    )


def third(beta=0.01, l=39.0):
    def smooth(a):
        if a <= 1 - beta:
            return 1 - a, -1.0
        if a >= 1 + beta:
            return a - 1, 1.0
        return (a - 1) ** 2 / (2 * beta) + beta / 2, (a - 1) / beta

    wave = l * math.pi / 2
    return (
        lambda a: smooth(a)[0] + 2 * (1 - beta) / (l * math.pi) * math.sin(wave * a),
        lambda a: smooth(a)[1] + (1 - beta) * math.cos(wave * a),
    )


FUNCTIONS = [first(), second(), third()]

with open("line_searches.tsv", "w") as table:
    table.write("search\tfunction\tc1\tc2\tfirst\tstep\tnfev\n")
    for number, (phi, derphi) in enumerate(FUNCTIONS, 1):
        for c1, c2 in [(1e-4, 0.9), (0.001, 0.1), (0.1, 0.1)]:
            for start in (1e-3, 1e-1, 1.0, 10.0):
                calls = []
                counted = lambda a: (calls.append(a), phi(a))[1]
                search = DCSRCH(counted, derphi, c1, c2, 1e-14, 1e-8, 50)
                step = search(start, phi0=phi(0), derphi0=derphi(0))[0]
                if step is not None:
                    row = ("more-thuente", number, c1, c2, start, float(step), len(calls))
                    table.write("\t".join(map(repr, row)).replace("'", "") + "\n")
        for c1, c2 in [(1e-4, 0.9), (0.001, 0.1)]:
            for decrease in (1e-3, 1e-1, 1.0):
                calls = []
                counted = lambda a: (calls.append(a), phi(a))[1]
                before = phi(0) - decrease * derphi(0) / 2.02
                step, _, _, slope = scalar_search_wolfe2(counted, derphi, phi(0), before, derphi(0), c1, c2)
                if slope is not None:
                    row = ("strong-wolfe", number, c1, c2, decrease, float(step), len(calls))
                    table.write("\t".join(map(repr, row)).replace("'", "") + "\n")
