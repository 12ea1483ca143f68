"""Reference convolutions by SciPy: python3 make_convolve.py > convolve.txt"""
import numpy as np
import scipy
from scipy.signal import convolve

cases = [((1,), (1,)), ((9,), (4,)), ((7,), (7,)), ((31,), (5,)),
         ((1, 1), (1, 1)), ((6, 1), (3, 1)), ((1, 8), (1, 3)), ((7, 9), (3, 4)), ((9, 11), (5, 1)), ((5, 6), (5, 6)),
         ((15, 13), (4, 7)), ((4, 5, 6), (2, 3, 3)), ((5, 1, 7), (3, 1, 2)), ((3, 4, 5), (3, 1, 1)),
         ((6, 5, 4), (2, 1, 3)), ((3, 3, 4), (3, 3, 4)), ((3, 4, 3, 5), (2, 3, 1, 2)), ((2, 3, 4, 5), (2, 2, 2, 2))]


def line(name, a):
    a = np.asarray(a)
    print(name, "x".join(map(str, a.shape)) or "-", *[repr(float(v)) for v in a.ravel()])


print(f"# SciPy {scipy.__version__}; made by make_convolve.py")
rng = np.random.default_rng(8)
for n, m in cases:
    name = "x".join(map(str, n)) + "*" + "x".join(map(str, m))
    x = np.round(rng.standard_normal(n), 2)
    line(name + ".x", x)
    general = np.round(rng.standard_normal(m), 2)
    product = np.ones(())
    for extent in m:
        product = np.multiply.outer(product, np.round(rng.standard_normal(extent), 1))
    for kind, kernel in (("general", general), ("product", product)):
        line(f"{name}.{kind}.kernel", kernel)
        line(f"{name}.{kind}.valid", convolve(x, kernel, mode="valid", method="direct"))
