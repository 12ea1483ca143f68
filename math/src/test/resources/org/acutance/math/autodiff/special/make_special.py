"""Writes special.txt: a table per function, its rows the arguments and the value, from SciPy.

Modified functions of large order come from mpmath: SciPy's have fewer digits there. So do slopes."""
import mpmath
import numpy as np
import scipy.special as sp
import scipy.stats as st

HALVES = [-5.5, -2.3, -0.5, 1e-5, 0.3, 1.0, 1.5, 2.0, 7.25, 60.5]
POSITIVE = [1e-3, 0.4, 1.0, 2.5, 11.0, 130.0]
LARGE = [141.0, 142.5, 150.3]
EDGES = [(0.0, 1.0), (2.5, 0.0), (0.0, 0.0), (-0.0, 0.4), (0.0, np.inf), (2.5, np.inf), (np.inf, 0.4), (1e-200, 1e-200)]
REAL = [-30.0, -6.0, -1.2, -1e-6, 0.0, 0.3, 1.0, 2.5, 5.5]
BESSEL = [-40.0, -3.3, 0.0, 1e-6, 0.7, 2.404, 5.0, 11.0, 24.9, 25.1, 60.0, 1000.0, 12345.6]
TINY = [1e-320, 1e-200, 1e-60, 1e-9]
MODIFIED = [-40.0, -3.3, 0.0, 1e-6, 0.7, 5.0, 25.0, 300.0]


def besseli(n, x):
    with mpmath.workdps(40):
        return float(mpmath.besseli(int(n), mpmath.mpf(x)))


def log_ndtr_slope(n, x):
    with mpmath.workdps(80):
        return float(mpmath.diff(lambda v: mpmath.log(mpmath.ncdf(v)), mpmath.mpf(x), int(n)))


def word(v):
    return {"inf": "Infinity", "-inf": "-Infinity"}.get(repr(float(v)), repr(float(v)))


FUNCTIONS = {
    "gamma": (sp.gamma, [(x,) for x in HALVES + LARGE + [0.0, -0.0, 171.6, 172.0, -150.3, -150.7, -151.2, -170.5, np.inf]]),
    "gammaln": (sp.gammaln, [(x,) for x in HALVES + LARGE + [1e6, 0.0, -1.0, -30.0, -150.3, np.inf]]),
    "digamma": (sp.digamma, [(x,) for x in HALVES + LARGE + [-1000.3, 0.0, -0.0, np.inf]]),
    "polygamma": (sp.polygamma, [(n, x) for n in (0, 1, 2, 5) for x in [-2.3, 0.3, 1.5, 40.0]]
                  + [(1, 0.0), (1, -4.0), (1, np.inf), (3, np.inf), (1, 1e200), (1, -1000.3), (2, -1000.3)]),
    "multigammaln": (lambda d, x: sp.multigammaln(x, int(d)), [(1, 2.5), (3, 2.5), (4, 7.0)]),
    "beta": (sp.beta, [(a, b) for a in POSITIVE[:5] for b in POSITIVE[:5]] + EDGES),
    "betaln": (sp.betaln, [(a, b) for a in POSITIVE for b in POSITIVE] + EDGES),
    "gammainc": (sp.gammainc, [(a, x) for a in (0.5, 1, 6.5, 40) for x in POSITIVE]),
    "gammaincc": (sp.gammaincc, [(a, x) for a in (0.5, 1, 6.5) for x in POSITIVE[:5]]),
    "betainc": (sp.betainc, [(a, b, x) for a in (0.5, 3) for b in (1, 4.5) for x in (0.01, 0.4, 0.99)]),
    "erf": (sp.erf, [(x,) for x in REAL]), "erfc": (sp.erfc, [(x,) for x in REAL]),
    "erfinv": (sp.erfinv, [(x,) for x in (-0.999, -0.4, 0.0, 1e-9, 0.7)]), "erfcinv": (sp.erfcinv, [(x,) for x in (0.0, 1e-30, 0.01, 1.0, 1.9, 2.0)]),
    "ndtr": (sp.ndtr, [(x,) for x in REAL]), "logNdtr": (sp.log_ndtr, [(x,) for x in REAL + [-19.9, -20.1, -1e4, 9.0]]),
    "logNdtrSlope": (log_ndtr_slope, [(n, x) for n in (1, 2, 3, 4, 5) for x in (-5.0, -2.0, 0.5, 2.0)]),
    "xlogy": (sp.xlogy, [(0.0, 0.0), (2.0, 3.0), (0.0, 5.0)]),
    "normalLogPdf": (st.norm.logpdf, [(0.3, -1.0, 2.5), (9.0, 0.0, 0.5)]), "gammaLogPdf": (st.gamma.logpdf, [(0.7, 2.5), (4.0, 1.0)]),
    "chi2LogPdf": (st.chi2.logpdf, [(0.7, 2.5), (4.0, 1.0)]), "betaLogPdf": (st.beta.logpdf, [(0.3, 2.5, 1.0), (0.9, 0.5, 3.0)]),
    "poissonLogPmf": (st.poisson.logpmf, [(3.0, 2.5), (0.0, 1.5)]), "studentLogPdf": (st.t.logpdf, [(0.7, 2.5), (-4.0, 1.0)]),
    "j": (sp.jv, [(n, x) for n in (0, 1, 2, 7, 30, -3) for x in BESSEL + TINY] + [(2000, 1500.0)]), "y": (sp.yn, [(n, x) for n in (0, 1, 2, 5) for x in BESSEL + TINY[1:] if x > 0] + [(200, 0.1)]),
    "i": (besseli, [(n, x) for n in (0, 1, 2, 7) for x in MODIFIED + TINY + [710.0, 712.5]] + [(2000, 1500.0), (200, 1.0)]), "scaledI": (sp.ive, [(n, x) for n in (0, 1, 2, 7) for x in MODIFIED + TINY[1:] + [1e5, 1e9]]),
}
with open("special.txt", "w") as out:
    for name, (function, points) in FUNCTIONS.items():
        table = [(*point, function(*point)) for point in points]
        print(name, f"{len(table)}x{len(table[0])}", *(word(v) for row in table for v in row), file=out)
