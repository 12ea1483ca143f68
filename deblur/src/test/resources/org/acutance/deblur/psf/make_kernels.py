"""Writes kernels.txt: point spread functions by numerical integration over the pixels, and combinations of kernels.

Made with SciPy 1.17 and NumPy 2.4:
    python3 make_kernels.py > kernels.txt
Every line: name, extents joined by x, values in row-major order.
"""

import math

import numpy as np
from scipy import integrate, signal, special


def show(name, array):
    array = np.asarray(array, dtype=float)
    print(name, "x".join(map(str, array.shape)), *(repr(float(v)) for v in array.ravel()))


def means(profile, half):
    """Integrals of a profile of the radius over the pixels of a square, divided by their sum."""
    n = 2 * half + 1
    kernel = np.empty((n, n))
    for i in range(half + 1):
        for j in range(i + 1):
            v = integrate.dblquad(
                lambda x, y: profile(math.hypot(x, y)), i - 0.5, i + 0.5, j - 0.5, j + 0.5, epsabs=1e-11, epsrel=1e-10
            )[0]
            for a in (-1, 1):
                for b in (-1, 1):
                    kernel[half + a * i, half + b * j] = kernel[half + a * j, half + b * i] = v
    return kernel / kernel.sum()


ALPHA = 3 / (2 * math.sqrt(2 ** (1 / 2.5) - 1))
show("moffat", means(lambda r: (1 + (r / ALPHA) ** 2) ** -2.5, 5))


def airy(r, zero):
    v = special.jn_zeros(1, 1)[0] * r / zero
    return 1.0 if v == 0 else (2 * special.j1(v) / v) ** 2


show("airy/radius", means(lambda r: airy(r, 2.7), 4))
show("airy/optics", means(lambda r: airy(r, special.jn_zeros(1, 1)[0] / (2 * math.pi) * 520 / (1.4 * 65)), 3))


def sinc_means(zero, power, half):
    line = np.array(
        [integrate.quad(lambda x: np.sinc(x / zero) ** power, i - 0.5, i + 0.5, epsabs=1e-13)[0] for i in range(-half, half + 1)]
    )
    return line / line.sum()


show("sinc/1", sinc_means(2.0, 1, 5))
show("sinc/2", np.outer(sinc_means(2.5, 2, 3), sinc_means(1.5, 2, 4)))

r, c = np.mgrid[-4:5, -6:7]
t = math.radians(30)
along, across = c * math.cos(t) - r * math.sin(t), r * math.cos(t) + c * math.sin(t)
rotated = np.exp(-((along / 3) ** 2 + (across / 1) ** 2) / 2)
show("gaussian/rotated", rotated / rotated.sum())

box = np.full((3, 3), 1 / 9)
g = np.exp(-((np.arange(-3, 4)[:, None] / 1.2) ** 2 + (np.arange(-2, 3) / 0.7) ** 2) / 2)
g /= g.sum()
show("convolved", signal.convolve2d(g, box))
padded = np.zeros((7, 5))
padded[2:5, 1:4] = box
show("sum", (0.7 * g + 0.2 * padded) / 0.9)
product = (g * padded)[2:5, 1:4]
show("product", product / product.sum())
