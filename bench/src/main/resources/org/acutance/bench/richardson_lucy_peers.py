"""Times of an iteration of Richardson-Lucy, the border periodic, of what this machine has.

Usage: richardson_lucy_peers.py MILLISECONDS SIZE BITS THREADS, a size as 128x128x64. Prints lines: peer, size, bits, threads,
milliseconds: of processor time with one thread, by the clock with more.
"""

import importlib.util
import sys
import time

import numpy as np


def kernel(shape):
    """A Gaussian of sigma 2 with its middle at the first element."""
    grids = np.meshgrid(*(np.minimum(np.arange(n), n - np.arange(n)) for n in shape), indexing="ij", sparse=True)
    values = np.exp(-sum(np.square(grid) for grid in grids) / 8)
    return values / values.sum()


def by(forward, backward, psf, y):
    """An iteration by transforms that are given, the spectra of the kernel being kept."""
    spectrum = forward(psf)
    conjugate = spectrum.conj()
    x = [y + 0]

    def iterate():
        blurred = backward(forward(x[0]) * spectrum)
        x[0] = x[0] * backward(forward(y / blurred) * conjugate)

    return iterate


def peers(psf, y, threads):
    if importlib.util.find_spec("scipy"):
        import scipy.fft

        yield "SciPy", by(
            lambda a: scipy.fft.rfftn(a, workers=threads),
            lambda a: scipy.fft.irfftn(a, y.shape, workers=threads, overwrite_x=True),
            psf,
            y,
        )
    axes = range(y.ndim)
    if threads == 1:
        yield "NumPy", by(np.fft.rfftn, lambda a: np.fft.irfftn(a, y.shape, axes=axes), psf, y)
    if importlib.util.find_spec("torch"):
        import torch

        torch.set_num_threads(threads)
        yield "PyTorch", by(
            torch.fft.rfftn, lambda a: torch.fft.irfftn(a, y.shape), torch.from_numpy(psf), torch.from_numpy(y)
        )
    if importlib.util.find_spec("skimage") and threads == 1:
        from skimage.restoration import richardson_lucy

        yield "scikit-image", lambda: richardson_lucy(y, np.fft.fftshift(psf), num_iter=1, clip=False)


def median(milliseconds, clock, call):
    call()
    times = []
    end = time.perf_counter() + milliseconds / 1000
    while time.perf_counter() < end or len(times) < 5:
        start = clock()
        call()
        times.append(clock() - start)
    return sorted(times)[len(times) // 2] * 1e-6


def main(milliseconds, size, bits, threads):
    shape = [int(extent) for extent in size.split("x")]
    dtype = np.float64 if bits == "64" else np.float32
    clock = time.process_time_ns if threads == "1" else time.perf_counter_ns
    psf = kernel(shape).astype(dtype)
    y = np.random.default_rng(1).uniform(0.1, 1, shape).astype(dtype)
    for name, iterate in peers(psf, y, int(threads)):
        print(name, size, bits, threads, median(int(milliseconds), clock, iterate), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
