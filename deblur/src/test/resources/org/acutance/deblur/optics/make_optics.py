"""Writes optics.txt: Bessel functions and intensities near a focus by adaptive quadrature.

Made with SciPy 1.17 and NumPy 2.4:
    python3 make_optics.py > optics.txt
Every line: name, extents joined by x, values in row-major order.
"""

import cmath
import math

import numpy as np
from scipy import integrate, special

WAVELENGTH = 520.0
K = 2 * math.pi / WAVELENGTH


def show(name, array):
    array = np.asarray(array, dtype=float)
    print(name, "x".join(map(str, array.shape)), *(repr(float(v)) for v in array.ravel()))


X = np.concatenate([np.linspace(0, 24.99, 40), [25, 25.01, 30, 77.7, 400.25, 3000.5], [-3.3]])
show("bessel/x", X)
for n in (0, 1, 2):
    show(f"bessel/{n}", special.jv(n, X))

RADII = [0.0, 40.0, 130.0, 333.0, 900.0]
STAGE = [-1200.0, -250.0, 0.0, 400.0, 1500.0]


def integral(f, high, breaks=()):
    options = dict(limit=2000, epsabs=1e-11, epsrel=1e-11, points=list(breaks) or None)
    real = integrate.quad(lambda t: f(t).real, 0, high, **options)[0]
    imaginary = integrate.quad(lambda t: f(t).imag, 0, high, **options)[0]
    return complex(real, imaginary)


def axial(n, s):
    return cmath.sqrt(complex(n * n - s * s))


def path(s, m, z):
    """Gibson and Lanni's optical path difference; m holds the media, lengths in nm."""
    ti = m["ni"] * (m["ti0"] / m["ni0"] + m["tg0"] / m["ng0"] - m["tg"] / m["ng"] - m["d"] / m["ns"])
    return (
        m["d"] * axial(m["ns"], s)
        + m["tg"] * axial(m["ng"], s)
        - m["tg0"] * axial(m["ng0"], s)
        + (ti - z) * axial(m["ni"], s)
        - m["ti0"] * axial(m["ni0"], s)
    )


def born_wolf(na, n, r, z):
    h = integral(lambda p: special.j0(K * na * r * p) * cmath.exp(1j * K * z * (na * p) ** 2 / (2 * n)) * 2 * p, 1)
    return abs(h) ** 2


def gibson_lanni(na, m, r, z):
    reference = path(0, m, z)
    edge = m["ns"] / na

    def f(p):
        w = path(na * p, m, z) - reference
        return special.j0(K * na * r * p) * cmath.exp(1j * K * w) * 2 * p

    return abs(integral(f, 1, [edge] if edge < 1 else [])) ** 2


def transmission(n1, n2, s):
    c1, c2 = axial(n1, s) / n1, axial(n2, s) / n2
    return 2 * n1 * c1 / (n1 * c1 + n2 * c2), 2 * n1 * c1 / (n2 * c1 + n1 * c2)


def richards_wolf(na, m, r, z):
    ni, ns, ng = m["ni"], m["ns"], m["ng"]
    alpha = math.asin(na / ni)
    reference = path(0, m, z)

    def component(order):
        def f(t):
            s = ni * math.sin(t)
            s1, p1 = transmission(ns, ng, s)
            s2, p2 = transmission(ng, ni, s)
            ts, tp = s1 * s2, p1 * p2
            cs = axial(ns, s) / ns
            w = {0: ts + tp * cs, 1: tp * s / ns, 2: ts - tp * cs}[order]
            return (
                math.sqrt(math.cos(t)) * math.sin(t) * w * special.jv(order, K * s * r)
                * cmath.exp(1j * K * (path(s, m, z) - reference))
            )

        return integral(f, alpha)

    i0, i1, i2 = (component(n) for n in (0, 1, 2))
    return abs(i0) ** 2 + 2 * abs(i1) ** 2 + abs(i2) ** 2


OIL = dict(ni=1.518, ni0=1.515, ng=1.52, ng0=1.5255, tg=171e3, tg0=170e3, ns=1.33, d=4000.0, ti0=150e3)
AIR = dict(ni=1.0, ni0=1.0, ng=1.5, ng0=1.5, tg=170e3, tg0=170e3, ns=1.45, d=20000.0, ti0=600e3)
SAME = dict(ni=1.515, ni0=1.515, ng=1.515, ng0=1.515, tg=170e3, tg0=170e3, ns=1.515, d=0.0, ti0=150e3)


def table(f):
    return [[f(r, z) for r in RADII] for z in STAGE]


show("radii", RADII)
show("stage", STAGE)
show("born-wolf", table(lambda r, z: born_wolf(1.2, 1.515, r, z)))
show("gibson-lanni/oil", table(lambda r, z: gibson_lanni(1.4, OIL, r, z)))
show("gibson-lanni/air", table(lambda r, z: gibson_lanni(0.75, AIR, r, z)))
show("richards-wolf/same", table(lambda r, z: richards_wolf(1.4, SAME, r, z)))
show("richards-wolf/oil", table(lambda r, z: richards_wolf(1.25, OIL, r, z)))
