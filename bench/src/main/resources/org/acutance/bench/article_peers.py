"""Time from the start to a value of the article's loss by SciPy's methods, with gradients of what this machine has.

Usage: article_peers.py RUNS OBSERVED.npy PSF.npy START.npy TARGET. Gradients and Hessian products by hand, the blur by passes along
the axes (separable) or by kept spectra, and gradients by differentiation, where SciPy makes Hessian products of differences. Prints
lines: gradients, "with", method, milliseconds of processor time of one thread, the median; nothing where the value is not reached.
"""

import statistics
import sys
import time

import numpy as np
import scipy.optimize
from article_scipy import Loss
from objective_peers import Separable, differentiating

METHODS = "Newton-CG", "L-BFGS-B", "CG", "trust-krylov"
PRODUCTS = "Newton-CG", "trust-krylov"
NEED_PRODUCTS = ("trust-krylov",)


class Reached(Exception):
    """The value is reached."""


def milliseconds(both, product, start, target, method):
    """Infinite if the value is not reached; methods go on as far as they can."""

    def watched(flat):
        value, gradient = both(flat)
        if value <= target:
            raise Reached
        return value, gradient

    options = {"ftol": 0, "gtol": 0} if method == "L-BFGS-B" else {"xtol": 0} if method == "Newton-CG" else {"gtol": 0}
    products = {"hessp": product} if product and method in PRODUCTS else {}
    begun = time.thread_time()
    try:
        scipy.optimize.minimize(watched, start.ravel(), jac=True, method=method, options=options, **products)
    except Reached:
        return 1e3 * (time.thread_time() - begun)
    return float("inf")


def flat(both, shape):
    def call(x):
        value, gradient = both(x.reshape(shape))
        return value, np.asarray(gradient).ravel()

    return call


def peers(observed, psf):
    """Name, value and gradient, Hessian product or nothing."""
    for name, kind in (("separable", Separable), ("spectra", Loss)):
        loss = kind(observed, psf)
        yield name, loss.both, loss.product
    for name, make in differentiating().items():
        yield name, flat(make(observed, psf), observed.shape), None


def main(runs, observed, psf, start, target):
    observed, psf, start = (np.load(file).astype(float) for file in (observed, psf, start))
    for name, both, product in peers(observed, psf):
        for method in METHODS:
            if product or method not in NEED_PRODUCTS:
                times = [milliseconds(both, product, start, float(target), method) for _ in range(int(runs))]
                if max(times) < float("inf"):
                    print(name, "with", method, statistics.median(times), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
