"""Writes minima.tsv and roots.tsv: what SciPy finds of functions of one variable, options as by default.

Run with SciPy 1.17 in this folder: python3 make_scalar.py
"""

import numpy as np
from scipy.optimize import bisect, brentq, minimize_scalar, newton, ridder, toms748

MINIMA = {
    "quartic": (lambda x: (x - 2) * x * (x + 2) ** 2, -3, -1),
    "cosh": (lambda x: np.cosh(x - 0.3), -1, 4),
    "wave": (lambda x: np.sin(x) + 0.1 * x, -3, 1),
    "kink": (lambda x: abs(x - 0.7) + 0.1 * x, -2, 3),
    "flat": (lambda x: (x - 1.5) ** 4, 0, 5),
}
ROOTS = {
    "square": (lambda x: x * x - 2, lambda x: 2 * x, lambda x: 2.0, 0, 2),
    "cosine": (lambda x: np.cos(x) - x, lambda x: -np.sin(x) - 1, lambda x: -np.cos(x), 0, 2),
    "exponential": (lambda x: np.exp(x) - 5, np.exp, np.exp, -4, 4),
    "cubic": (lambda x: x**3 - 2 * x - 5, lambda x: 3 * x * x - 2, lambda x: 6 * x, 1, 3),
    "seventh": (lambda x: x**7 - 0.1, lambda x: 7 * x**6, lambda x: 42 * x**5, -1, 2),
}

with open("minima.tsv", "w") as table:
    table.write("method\tfunction\ta\tb\tx\tfun\tnit\tnfev\n")
    for name, (f, a, b) in MINIMA.items():
        for method in ("brent", "golden", "bounded"):
            more = dict(bounds=(a, b)) if method == "bounded" else dict(bracket=(a, b))
            r = minimize_scalar(f, method=method, **more)
            cells = [method, name, a, b, repr(float(r.x)), repr(float(r.fun)), r.nit, r.nfev]
            table.write("\t".join(map(str, cells)) + "\n")
with open("roots.tsv", "w") as table:
    table.write("method\tfunction\ta\tb\troot\titerations\tcalls\n")
    for name, (f, d, dd, a, b) in ROOTS.items():
        for method in (brentq, bisect, ridder, toms748):
            x, r = method(f, a, b, full_output=True)
            cells = [method.__name__, name, a, b, repr(float(x)), r.iterations, r.function_calls]
            table.write("\t".join(map(str, cells)) + "\n")
        for method, more in (("newton", dict(fprime=d)), ("halley", dict(fprime=d, fprime2=dd)), ("secant", {})):
            x, r = newton(f, b, full_output=True, **more)
            cells = [method, name, a, b, repr(float(x)), r.iterations, r.function_calls]
            table.write("\t".join(map(str, cells)) + "\n")
