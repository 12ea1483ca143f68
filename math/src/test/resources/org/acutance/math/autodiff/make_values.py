"""Writes values.txt: a table per function, its rows the arguments and the value, from NumPy and SciPy."""
import numpy as np
import scipy.special as sp

ANY = [-3.7, -2.0, -0.6, -1e-9, 0.0, 0.3, 1.0, 2.5, 11.0]
BIG = [-745.0, -1e9, 1e9, 700.0]
POSITIVE = [1e-300, 1e-9, 0.25, 1.0, 3.5, 8.0, 1e9]
POWERS = [2.0**k for k in (-1074, -1022, -3, 29, 31, 51, 1023)]
UNIT = [-0.999999, -0.4, 0.0, 1e-9, 0.7]
OPEN = [1e-12, 0.1, 0.5, 0.9, 1 - 1e-9]
PAIRS = [(a, b) for a in [-5.3, -2.0, 0.4, 3.0] for b in [-1.7, 0.6, 2.0]]
CLOSE = [(1.0, 0.1), (-1.0, 0.1), (0.3, 0.1), (6.0, 0.2), (-1.0, np.inf), (1.0, -np.inf), (1e17, 3.0), (-6.0, 3.0)]
ONE = {
    "exp2": (np.exp2, ANY), "log2": (np.log2, POSITIVE + POWERS), "log10": (np.log10, POSITIVE), "cbrt": (np.cbrt, ANY + BIG),
    "asinh": (np.arcsinh, ANY + [-1e9, 1e300]), "acosh": (np.arccosh, [1.0, 1 + 1e-9, 1.5, 7.0, 1e9, 1e300]),
    "atanh": (np.arctanh, UNIT), "expit": (sp.expit, ANY + BIG), "logit": (sp.logit, OPEN), "sinc": (np.sinc, ANY),
    "floor": (np.floor, ANY), "ceil": (np.ceil, ANY), "rint": (np.rint, ANY + [0.5, 1.5, 2.5]), "trunc": (np.trunc, ANY),
    "degrees": (np.degrees, ANY), "radians": (np.radians, ANY), "nanToNum": (np.nan_to_num, ANY + [np.inf, -np.inf, np.nan]),
}
TWO = {
    "logaddexp": (np.logaddexp, PAIRS + [(-1e3, -1e3), (1e3, 1.0), (-np.inf, -np.inf), (-np.inf, 2.0)]),
    "logaddexp2": (np.logaddexp2, PAIRS + [(2e3, 2e3)]), "hypot": (np.hypot, PAIRS + [(1e300, 1e300)]),
    "atan2": (np.arctan2, PAIRS + [(0.0, -1.0)]), "floorDivide": (np.floor_divide, PAIRS + CLOSE + [(1.0, 0.0)]), "mod": (np.mod, PAIRS + CLOSE),
    "fmod": (np.fmod, PAIRS + CLOSE), "fmax": (np.fmax, PAIRS + [(np.nan, 1.0), (1.0, np.nan)]),
    "fmin": (np.fmin, PAIRS + [(np.nan, 1.0), (1.0, np.nan)]),
}


def word(v):
    return {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}.get(repr(float(v)), repr(float(v)))


def rows(name, table):
    print(name, f"{len(table)}x{len(table[0])}", *(word(v) for row in table for v in row), file=out)


with np.errstate(all="ignore"), open("values.txt", "w") as out:
    for name, (function, points) in ONE.items():
        rows(name, [(x, function(x)) for x in points])
    for name, (function, points) in TWO.items():
        rows(name, [(a, b, function(a, b)) for a, b in points])
