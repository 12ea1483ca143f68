"""The article's problem in Python: SciPy's Newton-CG with a gradient and a Hessian product written by hand with FFTs.

Usage: article_scipy.py OBSERVED.npy PSF.npy START.npy OUT.npy [METHOD]
Prints: loss, iterations, function evaluations, gradient evaluations, Hessian products, seconds of the solve.
"""

import sys
import time

import numpy as np
import scipy.fft
import scipy.optimize

WEIGHT = 0.2


class Loss:
    """||h*x - y|| / sqrt(2) + WEIGHT ||Dx|| / sqrt(2), zeros beyond the frame."""

    def __init__(self, observed, psf):
        self.y = observed
        full = [n + m - 1 for n, m in zip(observed.shape, psf.shape)]
        self.size = [scipy.fft.next_fast_len(n, real=True) for n in full]
        self.spectrum = scipy.fft.rfft2(psf, self.size)
        self.crop = tuple(slice((m - 1) // 2, (m - 1) // 2 + n) for n, m in zip(observed.shape, psf.shape))
        self.back = tuple(slice(m // 2, m // 2 + n) for n, m in zip(observed.shape, psf.shape))
        self.reverse = scipy.fft.rfft2(psf[::-1, ::-1], self.size)

    def blur(self, x):
        return scipy.fft.irfft2(scipy.fft.rfft2(x, self.size) * self.spectrum, self.size)[self.crop]

    def adjoint(self, r):
        return scipy.fft.irfft2(scipy.fft.rfft2(r, self.size) * self.reverse, self.size)[self.back]

    @staticmethod
    def differences(x):
        return np.diff(x, axis=0), np.diff(x, axis=1)

    @staticmethod
    def divergence(d0, d1, shape):
        out = np.zeros(shape, d0.dtype)
        out[:-1] -= d0
        out[1:] += d0
        out[:, :-1] -= d1
        out[:, 1:] += d1
        return out

    def terms(self, x):
        r = self.blur(x) - self.y
        d0, d1 = self.differences(x)
        p = np.sqrt(np.vdot(r, r) / 2)
        q = np.sqrt((np.vdot(d0, d0) + np.vdot(d1, d1)) / 2)
        return r, d0, d1, p, q

    def value(self, flat):
        *_, p, q = self.terms(flat.reshape(self.y.shape))
        return p + WEIGHT * q

    def gradient(self, flat):
        return self.both(flat)[1]

    def both(self, flat):
        """Value and gradient."""
        r, d0, d1, p, q = self.terms(flat.reshape(self.y.shape))
        g = self.adjoint(r) / (2 * p) + WEIGHT / (2 * q) * self.divergence(d0, d1, self.y.shape)
        return p + WEIGHT * q, g.ravel()

    def product(self, flat, direction):
        v = direction.reshape(self.y.shape)
        r, d0, d1, p, q = self.terms(flat.reshape(self.y.shape))
        bv = self.blur(v)
        v0, v1 = self.differences(v)
        data = self.adjoint(bv / (2 * p) - r * (np.vdot(r, bv) / (4 * p**3)))
        slope = (np.vdot(d0, v0) + np.vdot(d1, v1)) / (4 * q**3)
        prior = self.divergence(v0 / (2 * q) - d0 * slope, v1 / (2 * q) - d1 * slope, v.shape)
        return (data + WEIGHT * prior).ravel()


def main(observed, psf, start, out, method="Newton-CG"):
    loss = Loss(np.load(observed), np.load(psf))
    x0 = np.load(start)
    products = {"hessp": loss.product} if method in ("Newton-CG", "trust-ncg", "trust-krylov") else {}
    begun = time.perf_counter()
    result = scipy.optimize.minimize(loss.value, x0.ravel(), jac=loss.gradient, method=method, **products)
    seconds = time.perf_counter() - begun
    np.save(out, result.x.reshape(x0.shape))
    print(repr(float(result.fun)), result.nit, result.nfev, result.njev, result.get("nhev", 0), seconds)


if __name__ == "__main__":
    main(*sys.argv[1:])
