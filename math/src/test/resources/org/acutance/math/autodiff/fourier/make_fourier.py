"""Writes fourier.txt: one line per transform, "name extents values", complex ones as real parts before imaginary ones."""
import numpy as np
import scipy.fft as sf

x = ((np.arange(60) * 7 % 61) / 8 - 3).reshape(3, 4, 5)
y = ((np.arange(60) * 11 % 61) / 8 - 3).reshape(3, 4, 5)
z = x + 1j * y
RESULTS = {
    "rfftOdd": np.fft.rfft(x), "rfftEven": np.fft.rfft(x, axis=1), "rfftn": np.fft.rfftn(x), "rfftnAxes": np.fft.rfftn(x, axes=(2, 0)),
    "irfftOdd": np.fft.irfft(z, 9), "irfftEven": np.fft.irfft(z, 4, axis=0), "irfftn": np.fft.irfftn(z, (3, 4, 8)),
    "fft": np.fft.fft(z, axis=1), "fftOdd": np.fft.fft(z), "fftn": np.fft.fftn(z), "fftnAxes": np.fft.fftn(z, axes=(2, 0)),
    "ifft": np.fft.ifft(z), "ifftn": np.fft.ifftn(z, axes=(0, 1)), "fftshift": np.fft.fftshift(x), "ifftshift": np.fft.ifftshift(x, 2),
    "dct": sf.dct(x, norm="ortho"), "dctEven": sf.dct(x, axis=1, norm="ortho"), "idct": sf.idct(x, axis=0, norm="ortho"),
    "ifftshiftAll": np.fft.ifftshift(x), "irfftOfOne": np.fft.irfft(z[:, :, :1], 1), "plus": (z + z[::-1]), "minus": (z - z[::-1]),
    "negate": (-z), "timesReal": (z * x), "times": z * z[::-1], "dividedBy": z / z[::-1], "exp": np.exp(z), "log": np.log(z), "sqrt": np.sqrt(z), "angle": np.angle(z), "abs": abs(z),
}
with open("fourier.txt", "w") as out:
    for name, value in RESULTS.items():
        parts = np.stack([value.real, value.imag]) if np.iscomplexobj(value) else value
        print(name, "x".join(map(str, parts.shape)) or "-", *(repr(float(v)) for v in parts.ravel()), file=out)
