"""Values of the priors of small images, and proximal maps by general minimisation.

Values are computed with NumPy's roll, diff and eigvalsh, the infimum of tgv with SciPy's linear programming; proximal
maps are searched for by Nelder and Mead's and SLSQP methods, so their last digits are those of the search.
Run here: python3 make_priors.py > priors.txt
"""

import itertools

import numpy as np
from scipy import optimize


def show(name, array):
    array = np.asarray(array, float)
    print(name, "x".join(map(str, array.shape)), " ".join(repr(float(a)) for a in array.ravel()))


def image(*shape):
    """Values in [0.1, 0.9] without symmetry."""
    n = np.arange(np.prod(shape))
    return 0.1 + 0.8 * ((n * n * 7919 + n * 104729 + 37) % 1009 / 1009).reshape(shape)


def forward(x, axis, periodic):
    d = np.roll(x, -1, axis) - x
    if not periodic:
        d[tuple(slice(None) if a != axis else -1 for a in range(x.ndim))] = 0
    return d


def mean(x, axis, periodic):
    return (np.roll(x, -1, axis) + x) / 2


def gradient(x, periodic, voxel):
    return np.stack([forward(x, a, periodic) / voxel[a] for a in range(x.ndim)])


def hessian(x, periodic, voxel):
    """Matrices of twice taken forward differences, 0 where they leave the image."""
    n = x.ndim
    H = np.empty(x.shape + (n, n))
    for a, b in itertools.product(range(n), repeat=2):
        h = forward(forward(x, a, True), b, True) / voxel[a] / voxel[b]
        if not periodic:
            inside = [slice(None)] * n
            inside[a] = slice(0, -1)
            inside[b] = slice(0, -2 if a == b else -1)
            kept = np.zeros_like(h)
            kept[tuple(inside)] = h[tuple(inside)]
            h = kept
        H[..., a, b] = h
    return H


def haar(x, levels, periodic):
    """Sum of the absolute details of the undecimated Haar frame, by roll or by reflection."""
    total, low = 0.0, x
    for level in range(levels):
        parts = [low]
        for axis in range(x.ndim):
            split = []
            for part in parts:
                n = part.shape[axis]
                wide = np.pad(part, [(0, 2**level if a == axis else 0) for a in range(x.ndim)],
                              mode="wrap" if periodic else "symmetric")
                ahead = np.take(wide, np.arange(n) + 2**level, axis)
                split += [(part + ahead) / 2, (part - ahead) / 2]
            parts = split
        total += sum(np.abs(p).sum() for p in parts[1:])
        low = parts[0]
    return total


def positive(m, eps):
    return (m + np.sqrt(m * m + eps * eps) + eps) / 2


def values(x, periodic, voxel):
    G = gradient(x, periodic, voxel)
    r = np.sqrt((G**2).sum(0))
    M = np.stack([mean(x, a, periodic) for a in range(x.ndim)])
    H = hessian(x, periodic, voxel)
    eig = np.abs(np.linalg.eigvalsh(H))
    lap = sum((np.roll(forward(x, a, periodic), 1, a) - forward(x, a, periodic)) / voxel[a] ** 2 for a in range(x.ndim))
    return {
        "tv": r.sum(),
        "tv:form=anisotropic": np.abs(G).sum(),
        "smoothed-tv:eps=0.2": (np.sqrt(r**2 + 0.04) - 0.2).sum(),
        "huber-tv:threshold=0.3": np.where(r < 0.3, r**2 / 0.6, r - 0.15).sum(),
        "hessian-schatten:order=nuclear": eig.sum(),
        "hessian-schatten:order=frobenius": np.sqrt((eig**2).sum(-1)).sum(),
        "hessian-schatten:order=spectral": eig.max(-1).sum(),
        "hyper-laplacian:exponent=0.5": np.sqrt(np.abs(G)).sum(),
        "good-roughness:eps=0.1": (G**2 / positive(M, 0.1)).sum(),
        "gradient": (G**2).sum() / 2,
        "laplacian": (lap**2).sum() / 2,
        "gradient-norm": np.sqrt((G**2).sum() / 2),
    }


def unscaled(x, periodic):
    return {
        "wavelet:levels=2": haar(x, 2, periodic),
        "entropy": (x * np.log(x / x.mean())).sum(),
        "tikhonov": (x**2).sum() / 2,
    }


for shape, voxel in (((5, 4), (3.0, 1.0)), ((3, 4, 5), (3.0, 1.0, 2.0)), ((7,), (1.0,))):
    x = image(*shape)
    show(f"image{len(shape)}", x)
    show(f"voxel{len(shape)}", voxel)
    for periodic in (True, False):
        for name, value in values(x, periodic, voxel).items():
            show(f"value|{len(shape)}|{periodic}|{name}", value)
        for name, value in unscaled(x, periodic).items():
            show(f"value|{len(shape)}|{periodic}|{name}", value)
channels = image(3, 4, 5)
for periodic in (True, False):
    G = np.stack([gradient(c, periodic, (3.0, 1.0)) for c in channels])
    show(f"vectorial|{periodic}", np.sqrt((G**2).sum((0, 1))).sum())

# Total generalised variation of a line, ratio 2.
line = image(7)
D = np.diff(np.eye(7), axis=0)
D = np.vstack([D, np.zeros(7)])
E = D.copy()
E[5] = 0
n = 7
cost = np.concatenate([np.zeros(n), np.ones(n), 2 * np.ones(n)])
I, Z = np.eye(n), np.zeros((n, n))
A = np.block([[-I, -I, Z], [I, -I, Z], [E, Z, -I], [-E, Z, -I]])
v = D @ line
found = optimize.linprog(cost, A, np.concatenate([-v, v, np.zeros(2 * n)]), bounds=[(None, None)] * n + [(0, None)] * 2 * n)
show("tgv|value", found.fun)
step = 0.05
constraints = [{"type": "ineq", "fun": lambda q, s=s: step + s * (E.T @ q), "jac": lambda q, s=s: s * E.T} for s in (1, -1)]
dual = optimize.minimize(lambda q: ((v - E.T @ q) ** 2).sum() / 2, np.zeros(n), jac=lambda q: -E @ (v - E.T @ q),
                         bounds=[(-2 * step, 2 * step)] * n, constraints=constraints, method="SLSQP",
                         options=dict(ftol=1e-15, maxiter=1000))
show("tgv|field", v[None])
show("tgv|prox|0.05", (v - E.T @ dual.x)[None])


def prox(function, v, step):
    """The best of many searches."""
    best = None
    for start in [v, 0 * v, 0.5 * v, 0.9 * v, v - step * np.sign(v)]:
        found = optimize.minimize(lambda z: step * function(z) + ((z - v) ** 2).sum() / 2, start, method="Nelder-Mead",
                                  options=dict(xatol=1e-13, fatol=1e-16, maxiter=20000, maxfev=20000))
        again = optimize.minimize(lambda z: step * function(z) + ((z - v) ** 2).sum() / 2, found.x,
                                  method="Nelder-Mead", options=dict(xatol=1e-13, fatol=1e-16, maxiter=20000))
        if best is None or again.fun < best.fun:
            best = again
    return best.x


def matrix(u):
    k = {1: 1, 3: 2, 6: 3}[len(u)]
    m = np.zeros((k, k))
    for value, (a, b) in zip(u, [(a, b) for a in range(k) for b in range(a, k)]):
        m[a, b] = m[b, a] = value if a == b else value / np.sqrt(2)
    return m


def eigenvalues(u):
    return np.abs(np.linalg.eigvalsh(matrix(u)))


EPS = 0.2
FUNCTIONS = {
    "tv": (2, lambda u: np.sqrt((u**2).sum())),
    "tv:form=anisotropic": (2, lambda u: np.abs(u).sum()),
    "smoothed-tv:eps=0.2": (2, lambda u: np.sqrt((u**2).sum() + EPS**2) - EPS),
    "huber-tv:threshold=0.3": (2, lambda u: (lambda r: r**2 / 0.6 if r < 0.3 else r - 0.15)(np.sqrt((u**2).sum()))),
    "hyper-laplacian:exponent=0.5": (1, lambda u: np.sqrt(np.abs(u)).sum()),
    "hyper-laplacian": (1, lambda u: (np.abs(u) ** (2 / 3)).sum()),
    "hessian-schatten:order=nuclear": (3, lambda u: eigenvalues(u).sum()),
    "hessian-schatten:order=spectral": (3, lambda u: eigenvalues(u).max()),
    "hessian-schatten:order=frobenius": (3, lambda u: np.sqrt((u**2).sum())),
    "entropy": (4, lambda u: (u * np.log(u / u.mean())).sum() if u.min() > 0 else np.inf),
}
random = np.random.default_rng(1)
for name, (size, function) in FUNCTIONS.items():
    for step in (0.1, 0.7):
        points = [random.uniform(-1, 1, size) for _ in range(2)]
        if name == "entropy":
            points = [p + 0.6 for p in points]
        show(f"point|{size}|{step}|{name}", np.array(points).T)
        show(f"prox|{size}|{step}|{name}", np.array([prox(function, p, step) for p in points]).T)
point = random.uniform(-1, 1, 6)
show("point|6|0.4|hessian-schatten:order=nuclear", point[:, None])
# Too many dimensions for a search to many digits: soft thresholds of the eigenvalues.
values6, vectors6 = np.linalg.eigh(matrix(point))
short = vectors6 @ np.diag(np.sign(values6) * np.maximum(np.abs(values6) - 0.4, 0)) @ vectors6.T
show("prox|6|0.4|hessian-schatten:order=nuclear",
     [[short[a, b] * (1 if a == b else np.sqrt(2))] for a in range(3) for b in range(a, 3)])
