"""The posterior of a small Gaussian problem, by dense matrices in NumPy.

A scene of 6x5 pixels around which all goes on periodically, blurred by a 3x3 kernel, with noise of a variance of its own
at each pixel; the prior is 3 ||Dx||^2 / 2 + 0.5 ||x||^2 / 2 with differences D of neighbours along both axes.
Run here: python3 make_uncertainty.py > uncertainty.txt
"""

import numpy as np


def show(name, array):
    print(name, "x".join(map(str, array.shape)), " ".join(repr(float(a)) for a in array.ravel()))


shape = (6, 5)
count = 30
n = np.arange(count)
variance = (0.01 + 0.03 * ((n * 7919 + 37) % 101) / 101).reshape(shape)
kernel = np.array([[0.0, 1, 0], [2, 5, 1], [0, 3, 0]]) / 12

unit = np.eye(count).reshape(count, *shape)
blur = sum(
    kernel[i, j] * np.roll(unit, (i - 1, j - 1), axis=(1, 2)) for i in range(3) for j in range(3)
).reshape(count, count).T
differences = np.vstack([(np.roll(unit, -1, axis) - unit).reshape(count, count).T for axis in (1, 2)])

data = blur.T @ np.diag(1 / variance.ravel()) @ blur
hessian = data + 3 * differences.T @ differences + 0.5 * np.eye(count)
covariance = np.linalg.inv(hessian)

show("variance", variance)
show("kernel", kernel)
show("posterior", np.sqrt(np.diag(covariance)).reshape(shape))
show("spread", np.sqrt(np.diag(covariance @ data @ covariance)).reshape(shape))
