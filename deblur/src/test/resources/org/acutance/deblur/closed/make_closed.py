"""What scikit-image's restoration module makes of small images, odd and even, with and without a symmetric kernel.

wiener, unsupervised_wiener (mean and standard deviation over 400 seeds) and richardson_lucy, with their options.
Run here: /usr/bin/python3 make_closed.py > closed.txt
"""

import numpy as np
from scipy.signal import convolve2d
from skimage import restoration

p, q = np.mgrid[:5, :3]
KERNELS = {
    "symmetric": np.exp(-((p - 2) ** 2) / 2 - (q - 1) ** 2),
    "asymmetric": np.exp(-((p - 2) ** 2) / 2 - (q - 1) ** 2) * (1 + 0.3 * p - 0.2 * q),
}
SHAPES = {"odd": (13, 11), "even": (12, 10), "mixed": (9, 12), "square": (7, 12)}  # the half spectrum of the last has 7 columns
SEEDS = 400


def show(name, array):
    array = np.asarray(array, float)
    print(name, "x".join(map(str, array.shape)), " ".join(repr(float(a)) for a in array.ravel()))


for psf_name, psf in KERNELS.items():
    psf = psf / psf.sum()
    show(psf_name, psf)
    for shape_name, shape in SHAPES.items():
        i, j = np.mgrid[: shape[0], : shape[1]]
        image = 0.5 + 0.3 * np.sin(0.7 * i + 0.2) + 0.2 * np.cos(0.9 * j - 0.1 * i)
        y = convolve2d(np.pad(image, ((2, 2), (1, 1)), mode="symmetric"), psf, mode="valid")
        y = np.abs(y + 0.02 * np.sin(3 * i + 5 * j + i * j))
        name = psf_name + "." + shape_name
        show(name + ".observed", y)
        for balance in (1e-3, 0.1):
            show(f"{name}.wiener.{balance}", restoration.wiener(y, psf, balance, clip=False))
        show(name + ".wiener.clipped", restoration.wiener(3 * y - 1.5, psf, 1e-3))
        identity = np.ones((shape[0], shape[1] // 2 + 1), complex)  # a real array would be taken for an impulse response
        show(name + ".wiener.identity", restoration.wiener(y, psf, 0.01, reg=identity, clip=False))
        for count in (1, 10, 50):
            show(f"{name}.rl.{count}", restoration.richardson_lucy(y, psf, num_iter=count, clip=False))
        show(name + ".rl.clipped", restoration.richardson_lucy(1.5 * y, psf, num_iter=10, clip=True))
        show(name + ".rl.epsilon", restoration.richardson_lucy(y, psf, num_iter=10, clip=False, filter_epsilon=0.4))
        means, noise = [], []
        for seed in range(SEEDS):
            x, chains = restoration.unsupervised_wiener(
                y, psf, clip=False, random_state=seed,
                user_params=dict(threshold=0, max_num_iter=60, min_num_iter=59, burnin=20))
            means.append(x)
            noise.append(np.mean(chains["noise"][21:]))
        show(name + ".unsupervised.mean", np.mean(means, axis=0))
        show(name + ".unsupervised.std", np.std(means, axis=0))
        show(name + ".unsupervised.noise", [np.mean(noise), np.std(noise)])
        defaults = [len(restoration.unsupervised_wiener(y, psf, clip=False, random_state=seed)[1]["noise"]) for seed in range(SEEDS)]
        show(name + ".unsupervised.length", [np.mean(defaults), np.std(defaults)])
