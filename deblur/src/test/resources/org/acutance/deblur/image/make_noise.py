"""Writes noise.txt: java.util.Random as its specification defines it, in Python.

    python3 make_noise.py > noise.txt
Poisson probabilities come from scipy.stats.
"""

import math

from scipy import stats


class Random:
    """https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Random.html"""

    def __init__(self, seed):
        self.seed = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)
        self.kept = None

    def bits(self, count):
        self.seed = (self.seed * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
        return self.seed >> (48 - count)

    def double(self):
        return ((self.bits(26) << 27) + self.bits(27)) * 2.0**-53

    def gaussian(self):
        if self.kept is not None:
            kept, self.kept = self.kept, None
            return kept
        while True:
            a, b = 2 * self.double() - 1, 2 * self.double() - 1
            s = a * a + b * b
            if 0 < s < 1:
                factor = math.sqrt(-2 * math.log(s) / s)
                self.kept = b * factor
                return a * factor


def show(name, values):
    print(name, len(values), *(repr(float(v)) for v in values))


random = Random(42)
show("gaussian", [random.gaussian() for _ in range(12)])
for mean in (0.7, 4.0, 25.0):
    show(f"poisson/{mean}", [stats.poisson.pmf(k, mean) for k in range(60)])
