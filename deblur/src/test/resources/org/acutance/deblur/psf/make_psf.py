"""Writes psf.txt: point spread functions from SciPy and from numerical integration.

Made with SciPy 1.10.1 and NumPy 1.24.2:
    python3 make_psf.py > psf.txt
Every line: name, extents joined by x, values in row-major order.
"""

import math

import numpy as np
from scipy import integrate, ndimage


def show(name, array):
    array = np.asarray(array, dtype=float)
    print(name, "x".join(map(str, array.shape)), *(repr(float(v)) for v in array.ravel()))


def filtered(sigma, size):
    point = np.zeros(size)
    point[tuple(n // 2 for n in size)] = 1
    kernel = ndimage.gaussian_filter(point, sigma)
    return kernel / kernel.sum()


show("gaussian/article", filtered((1, 3), (13, 13)))
show("gaussian/chosen", filtered((0.8, 1.7), (7, 15)))
show("gaussian/volume", filtered((0.5, 1, 2), (5, 3, 7)))
show("gaussian/line", filtered((1.5,), (5,)))

r, c = np.mgrid[-2:3, -4:5]
sampled = np.exp(-((r / 1.2) ** 2 + (c / 2.5) ** 2) / 2)
show("sampled", sampled / sampled.sum())


def area(spans, row, column, breaks):
    """Area of a figure in a pixel: integral over columns of the length of its row span."""

    def length(x):
        low, high = spans(x)
        return max(0.0, min(high, row + 0.5) - max(low, row - 0.5))

    points = sorted({b for b in breaks if column - 0.5 < b < column + 0.5})
    edges = [column - 0.5, *points, column + 0.5]
    return sum(integrate.quad(length, a, b, epsabs=1e-13, epsrel=1e-12, limit=200)[0] for a, b in zip(edges, edges[1:]))


def disc(radius):
    reach = math.ceil(radius - 0.5)

    def spans(x):
        half = math.sqrt(max(0.0, radius * radius - x * x))
        return -half, half

    breaks = [-radius, radius]
    for y in np.arange(-reach - 0.5, reach + 1):
        if abs(y) < radius:
            breaks += [math.sqrt(radius * radius - y * y), -math.sqrt(radius * radius - y * y)]
    grid = range(-reach, reach + 1)
    return np.array([[area(spans, i, j, breaks) for j in grid] for i in grid]) / (math.pi * radius**2)


for radius in (0.3, 1, 2.5, 3.7):
    show(f"disk/{radius}", disc(radius))


def motion(length, degrees):
    """A bar of width 1; degrees neither 0 nor 90. Rows count downwards, so the direction is (-sin, cos)."""
    s, c = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    corners = [
        (u * -s * length / 2 + v * c / 2, u * c * length / 2 + v * s / 2) for u in (-1, 1) for v in (-1, 1)
    ]

    def spans(x):
        low, high = -math.inf, math.inf
        # |along| <= length / 2 and |across| <= 1 / 2 with along = c x - s y, across = s x + c y
        for p, q, limit in ((c, -s, length / 2), (s, c, 0.5)):
            bounds = sorted(((-limit - p * x) / q, (limit - p * x) / q))
            low, high = max(low, bounds[0]), min(high, bounds[1])
        return low, high

    rows = math.ceil((length * abs(s) + abs(c)) / 2 - 0.5)
    columns = math.ceil((length * abs(c) + abs(s)) / 2 - 0.5)
    breaks = [x for _, x in corners]
    for y in np.arange(-rows - 0.5, rows + 1):
        for p, q, limit in ((c, -s, length / 2), (s, c, 0.5)):
            breaks += [(limit - q * y) / p, (-limit - q * y) / p]
    return (
        np.array([[area(spans, i, j, breaks) for j in range(-columns, columns + 1)] for i in range(-rows, rows + 1)])
        / length
    )


show("motion/9/30", motion(9, 30))
show("motion/6.5/-70", motion(6.5, -70))
