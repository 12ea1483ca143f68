"""Writes sampling.txt: one line per result, "name extents values", from NumPy and SciPy."""
import numpy as np
import scipy.ndimage as nd

MODES = {"ZERO": "grid-constant", "PERIODIC": "grid-wrap", "REFLECT": "reflect", "MIRROR": "mirror", "REPLICATE": "nearest"}
image = ((np.arange(30) * 7 % 31) / 4 - 3).reshape(5, 6)
rows = np.array([[0.0, 1.25, 3.9, -0.6], [2.5, 4.7, -2.3, 3.0]])
columns = np.array([[0.5, 5.0, 2.2, 3.3], [-1.4, 6.1, 0.1, 2.0]])
RESULTS = {"interp": np.interp([[-1.0, 0.0, 0.7], [1.5, 4.0, 9.0]], [0.0, 1.5, 2.0, 4.0], [1.0, -2.0, 3.0, 0.5])}
RESULTS["interpLater"] = np.interp([3.2, 0.7], [0.0, 1.5, 2.0, 4.0], [1.0, -2.0, 3.0, 0.5])
RESULTS["interpOfTwo"] = np.interp([3.2, 0.7], [2.0, 4.0], [3.0, 0.5])
RESULTS["cubicLong"] = nd.map_coordinates(image.ravel(), [[17.3, 24.5]], order=3, mode="nearest")
for name, mode in MODES.items():
    RESULTS["linear" + name] = nd.map_coordinates(image, [rows, columns], order=1, mode=mode)
    RESULTS["cubic" + name] = nd.map_coordinates(image, [rows, columns], order=3, mode=mode)
    RESULTS["gaussian" + name] = nd.gaussian_filter(image, (0.8, 1.3), mode=mode)
    RESULTS["uniform" + name] = nd.uniform_filter(image, (3, 4), mode=mode)
# SciPy's spline for mode reflect misses the elements of so short a line by 3e-6; of the image reflected far out it does not.
wide = np.pad(image, 60, mode="symmetric")
RESULTS["cubicREFLECT"] = nd.map_coordinates(wide, [rows + 60, columns + 60], order=3, mode="mirror")
with open("sampling.txt", "w") as out:
    for name, value in RESULTS.items():
        print(name, "x".join(map(str, value.shape)) or "-", *(repr(float(v)) for v in value.ravel()), file=out)
