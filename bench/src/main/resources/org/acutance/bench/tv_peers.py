"""Time to a value of ||h*x - y||^2 / (2 sigma^2) + weight TV(x), the border periodic, of what this machine has.

Usage: tv_peers.py OBSERVED KERNEL SIGMA WEIGHT TARGET LABEL, arrays as .npy, the kernel's middle at its middle element. Alternating
directions with over-relaxation, the gradient split, the rest solved by Fourier transforms with kept spectra; the penalty is the
best of four. Prints lines: peer, label, milliseconds of processor time of one thread, looking at the value left out; and peer,
"iterations", their number.
"""

import importlib.util
import sys
import time

import numpy as np

MOST = 2000
EVERY = 10


def embedded(kernel, shape):
    h = np.zeros(shape)
    h[: kernel.shape[0], : kernel.shape[1]] = kernel
    return np.roll(h, [-(extent // 2) for extent in kernel.shape], (0, 1))


class NumPy:
    """The few functions that the method needs."""

    sqrt, roll = staticmethod(np.sqrt), staticmethod(np.roll)
    forward = staticmethod(np.fft.rfft2)

    def __init__(self, scipy=None):
        if scipy:
            self.forward = scipy.fft.rfft2
            self.inverse = scipy.fft.irfft2
        else:
            self.inverse = np.fft.irfft2

    @staticmethod
    def array(values):
        return values

    @staticmethod
    def least(a, floor):
        return np.maximum(a, floor)


class Torch:
    def __init__(self, torch):
        torch.set_num_threads(1)
        self.torch, self.sqrt = torch, torch.sqrt
        self.forward, self.inverse = torch.fft.rfft2, torch.fft.irfft2

    def array(self, values):
        return self.torch.from_numpy(values)

    def roll(self, x, by, axis):
        return self.torch.roll(x, by, axis)

    def least(self, a, floor):
        return self.torch.clamp(a, min=floor)


def solve(xp, y, kernel, sigma, weight, target, penalty):
    """Seconds and iterations until the value is reached; infinite if it is not."""
    shape = y.shape
    response = xp.forward(xp.array(embedded(kernel, shape)))
    edges = [np.zeros(shape), np.zeros(shape)]
    for axis in (0, 1):
        edges[axis][0, 0] = -1
        edges[axis][tuple(-1 if a == axis else 0 for a in (0, 1))] = 1
    laplacian = sum(abs(xp.forward(xp.array(edge))) ** 2 for edge in edges)
    y = xp.array(y)
    denominator = abs(response) ** 2 / sigma**2 + penalty * laplacian
    constant = xp.forward(y) * response.conj() / sigma**2
    differences = lambda x: (xp.roll(x, -1, 0) - x, xp.roll(x, -1, 1) - x)
    x, (z0, z1) = y, differences(y)
    u0, u1 = z0 * 0, z1 * 0
    seconds, spent = 0.0, 0
    while spent < MOST:
        begun = time.process_time()
        for _ in range(EVERY):
            c0, c1 = z0 - u0, z1 - u1
            adjoint = (xp.roll(c0, 1, 0) - c0) + (xp.roll(c1, 1, 1) - c1)
            x = xp.inverse((constant + penalty * xp.forward(adjoint)) / denominator, s=shape)
            d0, d1 = differences(x)
            s0, s1 = 1.6 * d0 - 0.6 * z0 + u0, 1.6 * d1 - 0.6 * z1 + u1
            length = xp.sqrt(s0 * s0 + s1 * s1)
            share = xp.least(1 - weight / penalty / xp.least(length, 1e-300), 0)
            z0, z1 = s0 * share, s1 * share
            u0, u1 = s0 - z0, s1 - z1
        seconds += time.process_time() - begun
        spent += EVERY
        residual = xp.inverse(xp.forward(x) * response, s=shape) - y
        d0, d1 = differences(x)
        value = float((residual * residual).sum()) / (2 * sigma**2) + weight * float(xp.sqrt(d0 * d0 + d1 * d1).sum())
        if value <= target:
            return seconds, spent
    return float("inf"), MOST


def main(observed, kernel, sigma, weight, target, label):
    y, h = np.load(observed).astype(float), np.load(kernel).astype(float)
    sigma, weight, target = float(sigma), float(weight), float(target)
    peers = {"NumPy": NumPy()}
    if importlib.util.find_spec("scipy"):
        import scipy.fft

        peers["SciPy"] = NumPy(scipy)
    if importlib.util.find_spec("torch"):
        import torch

        peers["PyTorch"] = Torch(torch)
    scale = weight / (y.max() - y.min())
    for name, xp in peers.items():
        solve(xp, y, h, sigma, weight, float("inf"), scale)
        seconds, iterations = min(solve(xp, y, h, sigma, weight, target, factor * scale) for factor in (3, 10, 30, 100))
        print(name, label, 1e3 * seconds, flush=True)
        print(name, "iterations", iterations, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
