"""Richardson-Lucy with a point spread function on a finer grid than the pixels, as the documentation of MATLAB's
deconvlucy describes SUBSMPL: the model blurs the fine scene and takes the mean over each pixel, all of it periodic.

x <- x * A'(y / Ax) / A'(1) with A = mean over the boxes of n x n after the circular convolution. The origin of the
kernel is its element shape // 2, and the start is the image with each pixel repeated n x n times.
Run: python3 make_subsampling.py > subsampling.txt
"""

import numpy as np


def show(name, array):
    array = np.asarray(array, float)
    print(name, "x".join(map(str, array.shape)), " ".join(repr(float(a)) for a in array.ravel()))


def repeated(image, n):
    return np.kron(image, np.ones((n, n)))


def means(scene, n):
    rows, columns = scene.shape
    return scene.reshape(rows // n, n, columns // n, n).mean(axis=(1, 3))


def transfer(psf, shape):
    padded = np.zeros(shape)
    padded[: psf.shape[0], : psf.shape[1]] = psf
    return np.fft.fft2(np.roll(padded, [-(extent // 2) for extent in psf.shape], axis=(0, 1)))


def blurred(scene, response):
    return np.fft.ifft2(response * np.fft.fft2(scene)).real


p, q = np.mgrid[:7, :5]
psf = np.exp(-((p - 3) ** 2) / 5 - (q - 2) ** 2 / 3) * (1 + 0.1 * p - 0.15 * q)
psf /= psf.sum()
show("psf", psf)
for n in (1, 2, 3):
    i, j = np.mgrid[: 9 * n, : 8 * n]
    scene = 0.4 + 0.2 * np.sin(1.1 * i / n) + 0.1 * np.cos(0.9 * j / n) + 0.8 * ((5 * i + 3 * j) % 47 == 0)
    h = transfer(psf, scene.shape)
    y = means(blurred(scene, h), n)
    show(f"{n}.observed", y)
    x = repeated(y, n)
    seen = blurred(repeated(np.ones_like(y), n), h.conj()) / n**2
    for iteration in range(1, 31):
        ratio = y / means(blurred(x, h), n)
        x = x * (blurred(repeated(ratio, n), h.conj()) / n**2) / seen
        if iteration in (1, 10, 30):
            show(f"{n}.restored.{iteration}", means(x, n))
