"""A small deblurring problem with a kernel without symmetry: losses, gradients, Hessian products and minima.

Everything is computed with dense matrices (SciPy's convolve2d and NumPy's pad applied to unit images), so that nothing
is shared with the program under test. Run here: python3 make_problem.py > problem.txt
"""

import numpy as np
from scipy.signal import convolve2d

ROWS, COLS = 16, 12
i, j = np.mgrid[:ROWS, :COLS]
image = 0.5 + 0.3 * np.sin(0.7 * i + 0.2) + 0.2 * np.cos(0.9 * j - 0.1 * i)
p, q = np.mgrid[:5, :3]
psf = np.exp(-((p - 2) ** 2) / 2 - (q - 1) ** 2) * (1 + 0.3 * p - 0.2 * q)
psf /= psf.sum()
x = 0.8 * image + 0.1 * np.sin(i + 2 * j)
v = np.sin(np.arange(image.size)).reshape(image.shape)
PAD = {"zero": dict(mode="constant"), "periodic": dict(mode="wrap"), "reflect": dict(mode="symmetric"),
       "mirror": dict(mode="reflect"), "replicate": dict(mode="edge")}


def show(name, array):
    array = np.asarray(array, float)
    print(name, "x".join(map(str, array.shape)), " ".join(repr(float(a)) for a in array.ravel()))


def matrix(function):
    units = np.eye(image.size).reshape(-1, ROWS, COLS)
    return np.array([function(unit).ravel() for unit in units]).T


INNER = np.vstack([matrix(lambda u: np.diff(u, axis=0)), matrix(lambda u: np.diff(u, axis=1))])
AROUND = np.vstack([matrix(lambda u: np.roll(u, -1, axis) - u) for axis in (0, 1)])


def norm(M, b, u):
    """Value, gradient and Hessian of ||M u - b|| / sqrt(2)."""
    r = M @ u - b
    n = np.linalg.norm(r)
    g = M.T @ r
    return n / np.sqrt(2), g / n / np.sqrt(2), (M.T @ M / n - np.outer(g, g) / n**3) / np.sqrt(2)


def square(M, b, u):
    """Value, gradient and Hessian of ||M u - b||^2 / 2."""
    r = M @ u - b
    return r @ r / 2, M.T @ r, M.T @ M


def loss(A, y, u, data, prior, weight):
    f = data(A, y, u)
    g = prior(D, np.zeros(len(D)), u)  # D is that of the boundary at hand
    return [a + weight * b for a, b in zip(f, g)]


def minimum(A, y, data, prior, weight, u):
    """Newton with halved steps until the gradient is at rounding."""
    for _ in range(200):
        f, g, H = loss(A, y, u, data, prior, weight)
        step = np.linalg.solve(H, g)
        t = 1.0
        while loss(A, y, u - t * step, data, prior, weight)[0] > f and t > 1e-12:
            t /= 2
        u = u - t * step
    return u, loss(A, y, u, data, prior, weight)


show("psf", psf)
show("image", image)
show("x", x)
show("v", v)
for boundary, pad in PAD.items():
    A = matrix(lambda u: convolve2d(np.pad(u, ((2, 2), (1, 1)), **pad), psf, mode="valid"))
    y = A @ image.ravel()
    D = AROUND if boundary == "periodic" else INNER
    show(boundary + ".blur", y.reshape(image.shape))
    for name, data, prior, weight in (("norm", norm, norm, 0.2), ("l2", square, square, 0.01)):
        f, g, H = loss(A, y, x.ravel(), data, prior, weight)
        show(f"{boundary}.{name}.loss", f)
        show(f"{boundary}.{name}.gradient", g.reshape(image.shape))
        show(f"{boundary}.{name}.product", (H @ v.ravel()).reshape(image.shape))
    if boundary == "zero":
        noisy = y + 0.05 * np.sin(3 * i + 5 * j).ravel()
        u, (f, g, H) = minimum(A, noisy, norm, norm, 0.2, image.ravel())
        assert np.abs(g).max() < 1e-14
        show("noisy.blur", noisy.reshape(image.shape))
        show("noisy.minimiser", u.reshape(image.shape))
        show("noisy.minimum", f)
        # Where the data norm is 0 the image is a minimum if the prior's gradient is A^T of a vector no longer than 1/sqrt(2).
        slope = 0.2 * norm(D, np.zeros(len(D)), image.ravel())[1]
        dual = np.linalg.norm(np.linalg.solve(A.T, slope)) * np.sqrt(2)
        assert dual < 1, dual
        show("kink.minimum", 0.2 * norm(D, np.zeros(len(D)), image.ravel())[0])
