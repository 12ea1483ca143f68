"""Times of the article's loss with its gradient, and of a Hessian product, by one thread, of what this machine has.

Usage: objective_peers.py MILLISECONDS BITS OBSERVED.npy PSF.npy START.npy. Prints lines: peer, bits, what, microseconds of
processor time.
"""

import importlib.util
import sys
import time

import numpy as np
import scipy.ndimage
from article_scipy import WEIGHT, Loss


class Separable(Loss):
    """The same loss, the blur by a pass along each axis."""

    def __init__(self, observed, psf):
        self.y = observed
        u, s, v = np.linalg.svd(psf)
        self.factors = (u[:, 0] * s[0]).astype(psf.dtype), v[0].astype(psf.dtype)

    def blur(self, x):
        for axis, factor in enumerate(self.factors):
            x = scipy.ndimage.convolve1d(x, factor, axis, mode="constant")
        return x

    def adjoint(self, r):
        for axis, factor in enumerate(self.factors):
            r = scipy.ndimage.correlate1d(r, factor, axis, mode="constant")
        return r


def peers(observed, psf, x0):
    v = x0.ravel()
    for name, kind in (("separable", Separable), ("spectra", Loss)):
        loss = kind(observed, psf)
        yield name, "gradient", lambda loss=loss: loss.both(v)
        yield name, "product", lambda loss=loss: loss.product(v, v)
    for name, make in differentiating().items():
        both = make(observed, psf)
        yield name, "gradient", lambda both=both: both(x0)


def differentiating():
    """What differentiates here, by name: what makes a function of x that gives value and gradient."""
    makers = {"PyTorch": ("torch", by_torch), "Autograd": ("autograd", by_autograd)}
    return {name: make for name, (module, make) in makers.items() if importlib.util.find_spec(module)}


def by_torch(observed, psf):
    import torch

    torch.set_num_threads(1)
    y = torch.from_numpy(observed)
    kernel = torch.from_numpy(psf[None, None, ::-1, ::-1].copy())

    def both(x0):
        x = torch.from_numpy(x0).requires_grad_()
        blurred = torch.nn.functional.conv2d(x[None, None], kernel, padding="same")[0, 0]
        data = torch.sqrt(((blurred - y) ** 2).sum() / 2)
        prior = torch.sqrt(((torch.diff(x, dim=0) ** 2).sum() + (torch.diff(x, dim=1) ** 2).sum()) / 2)
        loss = data + WEIGHT * prior
        loss.backward()
        return loss.item(), x.grad.numpy()

    return both


def by_autograd(observed, psf):
    import autograd
    import autograd.numpy as anp
    from autograd.scipy.signal import convolve

    crop = tuple(slice((m - 1) // 2, (m - 1) // 2 + n) for n, m in zip(observed.shape, psf.shape))

    def loss(x):
        data = anp.sqrt(anp.sum((convolve(x, psf)[crop] - observed) ** 2) / 2)
        prior = anp.sqrt((anp.sum((x[1:] - x[:-1]) ** 2) + anp.sum((x[:, 1:] - x[:, :-1]) ** 2)) / 2)
        return data + WEIGHT * prior

    return autograd.value_and_grad(loss)


def median(milliseconds, call):
    call()
    times = []
    end = time.thread_time() + milliseconds / 1000
    while time.thread_time() < end or len(times) < 5:
        start = time.thread_time_ns()
        call()
        times.append(time.thread_time_ns() - start)
    return sorted(times)[len(times) // 2] / 1000


def main(milliseconds, bits, *files):
    dtype = np.float64 if bits == "64" else np.float32
    observed, psf, start = (np.load(file).astype(dtype) for file in files)
    for name, what, call in peers(observed, psf, start):
        print(name, bits, what, median(int(milliseconds), call), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
