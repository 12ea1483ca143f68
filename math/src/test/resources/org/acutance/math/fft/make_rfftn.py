"""Reference spectra by NumPy: python3 make_rfftn.py > rfftn.txt"""
import numpy as np

shapes = [(), (1,), (2,), (3,), (8,), (13,), (30,), (1, 1), (1, 5), (5, 1), (4, 6), (7, 9), (3, 16),
          (1, 1, 4), (2, 3, 5), (3, 1, 6), (4, 5, 7), (2, 1, 3, 4)]


def line(name, a):
    a = np.asarray(a)
    print(name, "x".join(map(str, a.shape)) or "-", *[repr(float(v)) for v in a.ravel()])


print(f"# NumPy {np.__version__}; made by make_rfftn.py")
rng = np.random.default_rng(8)
for shape in shapes:
    x = np.round(rng.standard_normal(shape), 2)
    spectrum = np.fft.rfftn(x) if shape else np.asarray(x, complex)
    name = "x".join(map(str, shape)) or "scalar"
    line(name + ".x", x)
    line(name + ".re", spectrum.real)
    line(name + ".im", spectrum.imag)
