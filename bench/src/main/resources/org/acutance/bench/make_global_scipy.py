"""Writes global_scipy.tsv: how often SciPy's searches for the least of many minima find it, and with how many values.

Five unknowns, twenty seeds, SciPy's defaults; ways down get gradients where the search lets them. Run with SciPy 1.17 in this
folder: python3 make_global_scipy.py
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
from scipy.optimize import basinhopping, differential_evolution, dual_annealing

N, SEEDS, PI = 5, 20, np.pi


def rastrigin(x):
    return np.sum(x**2 - 10 * np.cos(2 * PI * x) + 10), 2 * x + 20 * PI * np.sin(2 * PI * x)


def ackley(x):
    length = np.sqrt(np.mean(x**2))
    a, b = 20 * np.exp(-0.2 * length), np.exp(np.mean(np.cos(2 * PI * x)))
    slope = x / (length * N) if length > 0 else 0 * x
    return 20 + np.e - a - b, 0.2 * a * slope + b * 2 * PI * np.sin(2 * PI * x) / N


def griewank(x):
    root = np.sqrt(np.arange(1, N + 1))
    c = np.cos(x / root)
    others = np.array([np.prod(np.delete(c, i)) for i in range(N)])
    return np.sum(x**2) / 4000 - np.prod(c) + 1, x / 2000 + others * np.sin(x / root) / root


def schwefel(x):
    r = np.sqrt(np.abs(x))
    return 418.9828872724338 * N - np.sum(x * np.sin(r)), -np.sin(r) - r * np.cos(r) / 2


def levy(x):
    w, g = 1 + (x - 1) / 4, np.zeros(N)
    f = np.sin(PI * w[0]) ** 2 + (w[-1] - 1) ** 2 * (1 + np.sin(2 * PI * w[-1]) ** 2)
    g[0] = PI * np.sin(2 * PI * w[0])
    g[-1] += 2 * (w[-1] - 1) * (1 + np.sin(2 * PI * w[-1]) ** 2) + (w[-1] - 1) ** 2 * 2 * PI * np.sin(4 * PI * w[-1])
    v = w[:-1]
    s = PI * v + 1
    f += np.sum((v - 1) ** 2 * (1 + 10 * np.sin(s) ** 2))
    g[:-1] += 2 * (v - 1) * (1 + 10 * np.sin(s) ** 2) + (v - 1) ** 2 * 10 * PI * np.sin(2 * s)
    return f, g / 4


FUNCTIONS = [("Rastrigin", rastrigin, 5.12), ("Ackley", ackley, 32.768), ("Griewank", griewank, 600), ("Schwefel", schwefel, 500),
             ("Levy", levy, 10)]


def run(method, both, limit, seed):
    bounds = [(-limit, limit)] * N
    calls = [0]

    def value(x):
        calls[0] += 1
        return both(x)[0]

    down = dict(method="L-BFGS-B", jac=lambda x: both(x)[1], bounds=bounds)
    if method == "differential-evolution":
        result = differential_evolution(value, bounds, rng=seed)
    elif method == "dual-annealing":
        result = dual_annealing(value, bounds, rng=seed, minimizer_kwargs=down)
    else:
        start = np.random.default_rng(1000 + seed).uniform(-limit, limit, N)
        result = basinhopping(value, start, rng=seed, stepsize=limit / 10, minimizer_kwargs=down)
    return result.fun, calls[0]


if __name__ == "__main__":
    for _, f, limit in FUNCTIONS:
        x = np.random.default_rng(0).uniform(-limit, limit, N)
        steps = [(f(x + 1e-6 * e)[0] - f(x - 1e-6 * e)[0]) / 2e-6 for e in np.eye(N)]
        assert np.allclose(steps, f(x)[1], rtol=1e-5, atol=1e-5), (f, steps, f(x)[1])
    with open("global_scipy.tsv", "w") as out:
        print("method", "function", "found", "values", sep="\t", file=out)
        for method in ("differential-evolution", "dual-annealing", "basin-hopping"):
            for name, f, limit in FUNCTIONS:
                runs = [run(method, f, limit, seed) for seed in range(SEEDS)]
                found = sum(fun < 1e-6 for fun, _ in runs)
                print(method, name, found, round(np.mean([n for _, n in runs])), sep="\t", file=out)
