"""Times of the real Fourier transform forward and back, by one thread, of what this machine has.

Usage: fft_peers.py MILLISECONDS SIZE..., a size as 128x128x64. Prints lines: peer, size, bits, microseconds of processor time.
"""

import ctypes
import ctypes.util
import importlib.util
import sys
import time

import numpy as np


def peers():
    yield "NumPy", lambda x: (lambda: np.fft.irfftn(np.fft.rfftn(x), x.shape, axes=range(x.ndim)))
    if importlib.util.find_spec("scipy"):
        import scipy.fft

        yield "SciPy", lambda x: (lambda: scipy.fft.irfftn(scipy.fft.rfftn(x), x.shape))
    if importlib.util.find_spec("torch"):
        import torch

        torch.set_num_threads(1)
        yield "PyTorch", lambda x: torch_pair(torch, torch.from_numpy(x))
    if ctypes.util.find_library("fftw3") and ctypes.util.find_library("fftw3f"):
        yield "FFTW", fftw_pair


def torch_pair(torch, x):
    return lambda: torch.fft.irfftn(torch.fft.rfftn(x), x.shape)


def fftw_pair(x):
    """Planned with FFTW_MEASURE, out of place."""
    single = x.dtype == np.float32
    prefix = "fftwf" if single else "fftw"
    library = ctypes.CDLL(ctypes.util.find_library(prefix.replace("fftw", "fftw3")))
    half = np.zeros(x.shape[:-1] + (x.shape[-1] // 2 + 1,), np.complex64 if single else np.complex128)
    extents = (ctypes.c_int * x.ndim)(*x.shape)
    plans = []
    for kind, a, b in (("r2c", x, half), ("c2r", half, x)):
        make = getattr(library, prefix + "_plan_dft_" + kind)
        make.restype = ctypes.c_void_p
        plan = make(x.ndim, extents, ctypes.c_void_p(a.ctypes.data), ctypes.c_void_p(b.ctypes.data), 0)
        plans.append(ctypes.c_void_p(plan))
    x[...] = 1
    execute = getattr(library, prefix + "_execute")

    def both():
        for plan in plans:
            execute(plan)
        x.__imul__(1 / x.size)
        return half

    return both


def median(milliseconds, call):
    call()
    times = []
    end = time.thread_time() + milliseconds / 1000
    while time.thread_time() < end or len(times) < 5:
        start = time.thread_time_ns()
        call()
        times.append(time.thread_time_ns() - start)
    return sorted(times)[len(times) // 2] / 1000


def main(milliseconds, *sizes):
    for size in sizes:
        shape = [int(extent) for extent in size.split("x")]
        for dtype in (np.float64, np.float32):
            for name, make in peers():
                x = np.random.default_rng(1).random(shape).astype(dtype)
                print(name, size, np.dtype(dtype).itemsize * 8, median(int(milliseconds), make(x)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
