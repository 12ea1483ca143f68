"""Writes image.txt: what SciPy and scikit-image make of a few small arrays.

Made with scikit-image 0.19.3, SciPy 1.10.1 and NumPy 1.24.2 (Debian's python3-skimage):
    python3 make_image.py > image.txt
Every line: name, extents joined by x, values in row-major order.
"""

import math

import numpy as np
from scipy import ndimage
from skimage import color, metrics, transform


def show(name, array):
    array = np.asarray(array, dtype=float)
    extents = "x".join(map(str, array.shape))
    print(name, extents, *(repr(float(v)) for v in array.ravel()))


def scene(*shape):
    """Values in [0, 1] without symmetry, from exact integer arithmetic."""
    n = np.arange(math.prod(shape), dtype=np.int64)
    return ((n * n * 7919 + n * 104729 + 37) % 1009 / 1009).reshape(shape)


odd = scene(11, 14)
show("odd", odd)
for name, scale in (("third", 1 / 3), ("half", 0.5), ("0.7", 0.7), ("2", 2), ("1.5", 1.5), ("axes", (0.5, 1.5))):
    for smoothing in (False, True):
        show(f"rescale {name} {smoothing}".replace(" ", "/"), transform.rescale(odd, scale, anti_aliasing=smoothing))
show("rescale/constant", transform.rescale(odd, 0.4, anti_aliasing=True, mode="constant"))
show("rescale/edge", transform.rescale(odd, 0.4, anti_aliasing=True, mode="edge"))
show("rescale/symmetric", transform.rescale(odd, 0.4, anti_aliasing=True, mode="symmetric"))

volume = scene(5, 4, 6)
show("volume", volume)
show("rescale/volume", transform.rescale(volume, (0.5, 2, 0.7), anti_aliasing=True))

for mode in ("constant", "grid-wrap", "reflect", "mirror", "nearest"):
    show(f"gaussian/{mode}", ndimage.gaussian_filter(odd, (0.8, 2.5), mode=mode.replace("grid-", "")))
    show(f"gaussian/volume/{mode}", ndimage.gaussian_filter(volume, (3.0, 0.0, 1.2), mode=mode.replace("grid-", "")))
show("gaussian/line", ndimage.gaussian_filter(odd[0], 1.0))

rgb = scene(4, 5, 3)
show("rgb", np.moveaxis(rgb, 2, 0))
show("gray", color.rgb2gray(rgb))

other = np.clip(odd + (scene(11, 14)[::-1] - 0.5) / 4, 0, 1)
show("other", other)
big, bigger = scene(9, 8, 7), ndimage.gaussian_filter(scene(9, 8, 7), 0.5)
show("big", big)
show("bigger", bigger)
for name, a, b, data_range in (("2d", odd, other, 1), ("range", odd, other, 255), ("3d", big, bigger, 1)):
    show(f"mse/{name}", metrics.mean_squared_error(a, b))
    show(f"psnr/{name}", metrics.peak_signal_noise_ratio(a, b, data_range=data_range))
    show(f"ssim/{name}", metrics.structural_similarity(a, b, data_range=data_range))
