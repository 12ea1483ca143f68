"""Writes hs.tsv: problems of W. Hock and K. Schittkowski, Test examples for nonlinear programming codes, 1981.

Each has the book's number, start and published minimum. What the other columns hold is computed here: the value and the
largest violation at the start, and the point at which SciPy reaches the published minimum, from the book's start or one
near it. A problem whose published minimum SciPy does not confirm to five digits is left out with a word on the standard
error. Formulas are read by Formula.java too. Run in this folder: python3 make_hs.py
"""

import re
import sys

import numpy as np
from scipy.optimize import minimize

INF = float("inf")


def box(n, lower=None, upper=None, **other):
    """Limits of n elements: the same for all, then those of single ones as x3=(0, 1)."""
    limits = [[-INF if lower is None else lower, INF if upper is None else upper] for _ in range(n)]
    for name, pair in other.items():
        limits[int(name[1:]) - 1] = list(pair)
    return limits


ROSEN = "100*(x2-x1^2)^2+(1-x1)^2"
WOOD = "100*(x2-x1^2)^2+(1-x1)^2+90*(x4-x3^2)^2+(1-x3)^2+10.1*((x2-1)^2+(x4-1)^2)+19.8*(x2-1)*(x4-1)"
S78 = ["x1^2+x2^2+x3^2+x4^2+x5^2=10", "x2*x3-5*x4*x5=0", "x1^3+x2^3=-1"]
BOX80 = box(5, -3.2, 3.2, x1=(-2.3, 2.3), x2=(-2.3, 2.3))
S52 = ["x1+3*x2=0", "x3+x4-2*x5=0", "x2-x5=0"]


def hs74(a):
    return [
        f"-{a}<=x4-x3<={a}",
        "1000*sin(-x3-0.25)+1000*sin(-x4-0.25)+894.8-x1=0",
        "1000*sin(x3-0.25)+1000*sin(x3-x4-0.25)+894.8-x2=0",
        "1000*sin(x4-0.25)+1000*sin(x4-x3-0.25)+1294.8=0",
    ]


F74 = "3*x1+1e-6*x1^3+2*x2+(2e-6/3)*x2^3"
BOX95 = box(6, 0, x1=(0, 0.31), x2=(0, 0.046), x3=(0, 0.068), x4=(0, 0.042), x5=(0, 0.028), x6=(0, 0.0134))
F95 = "4.3*x1+31.8*x2+63.3*x3+15.8*x4+68.5*x5+4.7*x6"


def hs95(*b):
    rows = [
        "17.1*x1+38.2*x2+204.2*x3+212.3*x4+623.4*x5+1495.5*x6-169*x1*x3-3580*x3*x5-3810*x4*x5-18500*x4*x6-24300*x5*x6",
        "17.9*x1+36.8*x2+113.9*x3+169.7*x4+337.8*x5+1385.2*x6-139*x1*x3-2450*x4*x5-16600*x4*x6-17200*x5*x6",
        "-273*x2-70*x4-819*x5+26000*x4*x5",
        "159.9*x1-311*x2+587*x4+391*x5+2198*x6-14000*x1*x6",
    ]
    return [f"{row}>={right}" for row, right in zip(rows, b)]


E86 = [-15, -27, -36, -18, -12]
C86 = [[30, -20, -10, 32, -10], [-20, 39, -6, -31, 32], [-10, -6, 10, -6, -10], [32, -31, -6, 39, -20],
       [-10, 32, -10, -20, 30]]
D86 = [4, 8, 10, 6, 2]
A86 = [[-16, 2, 0, 1, 0], [0, -2, 0, 0.4, 2], [-3.5, 0, 2, 0, 0], [0, -2, 0, -4, -1], [0, -9, -2, 1, -2.8],
       [2, 0, -4, 0, 0], [-1, -1, -1, -1, -1], [-1, -2, -3, -2, -1], [1, 2, 3, 4, 5], [1, 1, 1, 1, 1]]
B86 = [-40, -2, -0.25, -4, -4, -1, -40, -60, 5, 1]


def terms(factors, names):
    return "".join(f"{factor:+g}*{name}" for factor, name in zip(factors, names) if factor).lstrip("+")


def names(count, first=1):
    return [f"x{i}" for i in range(first, first + count)]


F86 = "+".join(
    [terms(E86, names(5))]
    + [terms(C86[i], [f"x{i + 1}*x{j + 1}" for j in range(5)]) for i in range(5)]
    + [terms(D86, [f"x{j + 1}^3" for j in range(5)])]
)
S86 = [f"{terms(A86[i], names(5))}>={B86[i]}" for i in range(10)]
F117 = "+".join(
    [terms([-b for b in B86], names(10))]
    + [terms(C86[k], [f"x{11 + k}*x{11 + j}" for j in range(5)]) for k in range(5)]
    + [terms([2 * d for d in D86], [f"x{11 + j}^3" for j in range(5)])]
)
S117 = [
    "+".join(
        [
            terms([2 * C86[k][j] for k in range(5)], names(5, 11)),
            f"{3 * D86[j]}*x{11 + j}^2",
            terms([-A86[k][j] for k in range(10)], names(10)),
        ]
    )
    + f">={-E86[j]}"
    for j in range(5)
]
F118 = "+".join(
    f"2.3*x{3 * k + 1}+0.0001*x{3 * k + 1}^2+1.7*x{3 * k + 2}+0.0001*x{3 * k + 2}^2"
    f"+2.2*x{3 * k + 3}+0.00015*x{3 * k + 3}^2"
    for k in range(5)
)
S118 = [
    f"{least}<=x{3 * j + i}-x{3 * j + i - 3}<={most}"
    for j in range(1, 5)
    for i, least, most in [(1, -7, 6), (2, -7, 7), (3, -7, 6)]
] + [f"x{3 * k + 1}+x{3 * k + 2}+x{3 * k + 3}>={total}" for k, total in enumerate([60, 50, 70, 85, 100])]
BOX118 = [(8, 21), (43, 57), (3, 16)] + [(0, 90), (0, 120), (0, 60)] * 4
S101 = [
    "0.5*x1^0.5*x7/(x3*x6^2)+0.7*x1^3*x2*x6*x7^0.5/x3^2+0.2*x3*x6^(2/3)*x7^0.25/(x2*x4^0.5)<=1",
    "1.3*x2*x6/(x1^0.5*x3*x5)+0.8*x3*x6^2/(x4*x5)+3.1*x2^0.5*x6^(1/3)/(x1*x4^2*x5)<=1",
    "2*x1*x5*x7^(1/3)/(x3^1.5*x6)+0.1*x2*x5/(x3^0.5*x6*x7^0.5)+x2*x3^0.5*x5/x1+0.65*x3*x5*x7/(x2^2*x6)<=1",
    "0.2*x2*x5^0.5*x7^(1/3)/(x1^2*x4)+0.3*x1^0.5*x2^2*x3*x4^(1/3)*x7^0.25/x5^(2/3)"
    "+0.4*x3*x5*x7^0.75/(x1^3*x2^2)+0.5*x4*x7^0.5/x3^2<=1",
]
F101 = ("10*x1*x4^2*x7^({a})/(x2*x6^3)+15*x3*x4/(x1*x2^2*x5*x7^0.5)+20*x2*x6/(x1^2*x4*x5^2)"
        "+25*x1^2*x2^2*x5^0.5*x7/(x3*x6^2)")
BOX101 = box(7, 0.1, 10, x7=(0.01, 10))
F104 = "0.4*x1^0.67*x7^(-0.67)+0.4*x2^0.67*x8^(-0.67)+10-x1-x2"
F100 = ("(x1-10)^2+5*(x2-12)^2+x3^4+3*(x4-11)^2+10*x5^6+7*x6^2+x7^4-4*x6*x7-10*x6-8*x7")
F113 = ("x1^2+x2^2+x1*x2-14*x1-16*x2+(x3-10)^2+4*(x4-5)^2+(x5-3)^2+2*(x6-1)^2+5*x7^2+7*(x8-11)^2+2*(x9-10)^2"
        "+(x10-7)^2+45")
A56, B56 = float(np.arcsin(np.sqrt(1 / 4.2))), float(np.arcsin(np.sqrt(5 / 7.2)))
PRODUCT10 = "*".join(names(10))

# number: start, limits, objective, constraints, published minimum
P = {
    1: ([-2, 1], box(2, x2=(-1.5, INF)), ROSEN, [], 0),
    2: ([-2, 1], box(2, x2=(1.5, INF)), ROSEN, [], 0.0504261879),
    3: ([10, 1], box(2, x2=(0, INF)), "x2+1e-5*(x2-x1)^2", [], 0),
    4: ([1.125, 0.125], box(2, x1=(1, INF), x2=(0, INF)), "(x1+1)^3/3+x2", [], 8 / 3),
    5: ([0, 0], box(2, x1=(-1.5, 4), x2=(-3, 3)), "sin(x1+x2)+(x1-x2)^2-1.5*x1+2.5*x2+1", [], -1.9132229550),
    6: ([-1.2, 1], box(2), "(1-x1)^2", ["10*(x2-x1^2)=0"], 0),
    7: ([2, 2], box(2), "log(1+x1^2)-x2", ["(1+x1^2)^2+x2^2=4"], -(3**0.5)),
    8: ([2, 1], box(2), "0*x1-1", ["x1^2+x2^2=25", "x1*x2=9"], -1),
    9: ([0, 0], box(2), "sin(pi*x1/12)*cos(pi*x2/16)", ["4*x1-3*x2=0"], -0.5),
    10: ([-10, 10], box(2), "x1-x2", ["-3*x1^2+2*x1*x2-x2^2>=-1"], -1),
    11: ([4.9, 0.1], box(2), "(x1-5)^2+x2^2-25", ["-x1^2+x2>=0"], -8.498464223),
    12: ([0, 0], box(2), "0.5*x1^2+x2^2-x1*x2-7*x1-7*x2", ["4*x1^2+x2^2<=25"], -30),
    13: ([-2, -2], box(2, 0), "(x1-2)^2+x2^2", ["(1-x1)^3-x2>=0"], 1),
    14: ([2, 2], box(2), "(x1-2)^2+(x2-1)^2", ["-0.25*x1^2-x2^2>=-1", "x1-2*x2=-1"], 9 - 2.875 * 7**0.5),
    15: ([-2, 1], box(2, x1=(-INF, 0.5)), ROSEN, ["x1*x2>=1", "x1+x2^2>=0"], 306.5),
    16: ([-2, 1], box(2, x1=(-0.5, 0.5), x2=(-INF, 1)), ROSEN, ["x1+x2^2>=0", "x1^2+x2>=0"], 0.25),
    17: ([-2, 1], box(2, x1=(-0.5, 0.5), x2=(-INF, 1)), ROSEN, ["x2^2-x1>=0", "x1^2-x2>=0"], 1),
    18: ([2, 2], box(2, x1=(2, 50), x2=(0, 50)), "0.01*x1^2+x2^2", ["x1*x2>=25", "x1^2+x2^2>=25"], 5),
    19: ([20.1, 5.84], box(2, x1=(13, 100), x2=(0, 100)), "(x1-10)^3+(x2-20)^3",
         ["(x1-5)^2+(x2-5)^2>=100", "(x2-5)^2+(x1-6)^2<=82.81"], -6961.81381),
    20: ([-2, 1], box(2, x1=(-0.5, 0.5)), ROSEN, ["x1+x2^2>=0", "x1^2+x2>=0", "x1^2+x2^2>=1"], 81.5 - 25 * 3**0.5),
    21: ([-1, -1], box(2, x1=(2, 50), x2=(-50, 50)), "0.01*x1^2+x2^2-100", ["10*x1-x2>=10"], -99.96),
    22: ([2, 2], box(2), "(x1-2)^2+(x2-1)^2", ["x1+x2<=2", "-x1^2+x2>=0"], 1),
    23: ([3, 1], box(2, -50, 50), "x1^2+x2^2",
         ["x1+x2>=1", "x1^2+x2^2>=1", "9*x1^2+x2^2>=9", "x1^2-x2>=0", "x2^2-x1>=0"], 2),
    24: ([1, 0.5], box(2, 0), "((x1-3)^2-9)*x2^3/(27*sqrt(3))",
         ["x1/sqrt(3)-x2>=0", "x1+sqrt(3)*x2>=0", "x1+sqrt(3)*x2<=6"], -1),
    26: ([-2.6, 2, 2], box(3), "(x1-x2)^2+(x2-x3)^4", ["(1+x2^2)*x1+x3^4=3"], 0),
    27: ([2, 2, 2], box(3), "0.01*(x1-1)^2+(x2-x1^2)^2", ["x1+x3^2=-1"], 0.04),
    28: ([-4, 1, 1], box(3), "(x1+x2)^2+(x2+x3)^2", ["x1+2*x2+3*x3=1"], 0),
    29: ([1, 1, 1], box(3), "-x1*x2*x3", ["x1^2+2*x2^2+4*x3^2<=48"], -16 * 2**0.5),
    30: ([1, 1, 1], box(3, -10, 10, x1=(1, 10)), "x1^2+x2^2+x3^2", ["x1^2+x2^2>=1"], 1),
    31: ([1, 1, 1], [(-10, 10), (1, 10), (-10, 1)], "9*x1^2+x2^2+9*x3^2", ["x1*x2>=1"], 6),
    32: ([0.1, 0.7, 0.2], box(3, 0), "(x1+3*x2+x3)^2+4*(x1-x2)^2", ["6*x2+4*x3-x1^3>=3", "x1+x2+x3=1"], 1),
    33: ([0, 0, 3], box(3, 0, x3=(0, 5)), "(x1-1)*(x1-2)*(x1-3)+x3", ["x3^2-x2^2-x1^2>=0", "x1^2+x2^2+x3^2>=4"],
         2**0.5 - 6),
    34: ([0, 1.05, 2.9], box(3, 0, 100, x3=(0, 10)), "-x1", ["x2-exp(x1)>=0", "x3-exp(x2)>=0"],
         -float(np.log(np.log(10)))),
    35: ([0.5] * 3, box(3, 0), "9-8*x1-6*x2-4*x3+2*x1^2+2*x2^2+x3^2+2*x1*x2+2*x1*x3", ["x1+x2+2*x3<=3"], 1 / 9),
    36: ([10] * 3, [(0, 20), (0, 11), (0, 42)], "-x1*x2*x3", ["x1+2*x2+2*x3<=72"], -3300),
    37: ([10] * 3, box(3, 0, 42), "-x1*x2*x3", ["0<=x1+2*x2+2*x3<=72"], -3456),
    38: ([-3, -1, -3, -1], box(4, -10, 10), WOOD, [], 0),
    39: ([2] * 4, box(4), "-x1", ["x2-x1^3-x3^2=0", "x1^2-x2-x4^2=0"], -1),
    40: ([0.8] * 4, box(4), "-x1*x2*x3*x4", ["x1^3+x2^2=1", "x1^2*x4-x3=0", "x4^2-x2=0"], -0.25),
    41: ([2] * 4, box(4, 0, 1, x4=(0, 2)), "2-x1*x2*x3", ["x1+2*x2+2*x3-x4=0"], 52 / 27),
    42: ([1] * 4, box(4), "(x1-1)^2+(x2-2)^2+(x3-3)^2+(x4-4)^2", ["x1=2", "x3^2+x4^2=2"], 28 - 10 * 2**0.5),
    43: ([0] * 4, box(4), "x1^2+x2^2+2*x3^2+x4^2-5*x1-5*x2-21*x3+7*x4",
         ["x1^2+x2^2+x3^2+x4^2+x1-x2+x3-x4<=8", "x1^2+2*x2^2+x3^2+2*x4^2-x1-x4<=10", "2*x1^2+x2^2+x3^2+2*x1-x2-x4<=5"],
         -44),
    44: ([0] * 4, box(4, 0), "x1-x2-x3-x1*x3+x1*x4+x2*x3-x2*x4",
         ["x1+2*x2<=8", "4*x1+x2<=12", "3*x1+4*x2<=12", "2*x3+x4<=8", "x3+2*x4<=8", "x3+x4<=5"], -15),
    45: ([2] * 5, [(0, i) for i in range(1, 6)], "2-x1*x2*x3*x4*x5/120", [], 1),
    46: ([0.5 * 2**0.5, 1.75, 0.5, 2, 2], box(5), "(x1-x2)^2+(x3-1)^2+(x4-1)^4+(x5-1)^6",
         ["x1^2*x4+sin(x4-x5)=1", "x2+x3^4*x4^2=2"], 0),
    48: ([3, 5, -3, 2, -2], box(5), "(x1-1)^2+(x2-x3)^2+(x4-x5)^2", ["x1+x2+x3+x4+x5=5", "x3-2*(x4+x5)=-3"], 0),
    49: ([10, 7, 2, -3, 0.8], box(5), "(x1-x2)^2+(x3-1)^2+(x4-1)^4+(x5-1)^6", ["x1+x2+x3+4*x4=7", "x3+5*x5=6"], 0),
    50: ([35, -31, 11, 5, -5], box(5), "(x1-x2)^2+(x2-x3)^2+(x3-x4)^4+(x4-x5)^2",
         ["x1+2*x2+3*x3=6", "x2+2*x3+3*x4=6", "x3+2*x4+3*x5=6"], 0),
    51: ([2.5, 0.5, 2, -1, 0.5], box(5), "(x1-x2)^2+(x2+x3-2)^2+(x4-1)^2+(x5-1)^2", ["x1+3*x2=4", *S52[1:]], 0),
    52: ([2] * 5, box(5), "(4*x1-x2)^2+(x2+x3-2)^2+(x4-1)^2+(x5-1)^2", S52, 1859 / 349),
    53: ([2] * 5, box(5, -10, 10), "(x1-x2)^2+(x2+x3-2)^2+(x4-1)^2+(x5-1)^2", S52, 176 / 43),
    55: ([1, 2, 0, 0, 0, 2], box(6, 0, x1=(0, 1), x4=(0, 1)), "x1+2*x2+4*x5+exp(x1*x4)",
         ["x1+2*x2+5*x5=6", "x1+x2+x3=3", "x4+x5+x6=2", "x1+x4=1", "x2+x5=2", "x3+x6=2"], 19 / 3),
    56: ([1, 1, 1, A56, A56, A56, B56], box(7), "-x1*x2*x3",
         ["x1-4.2*sin(x4)^2=0", "x2-4.2*sin(x5)^2=0", "x3-4.2*sin(x6)^2=0", "x1+2*x2+2*x3-7.2*sin(x7)^2=0"], -3.456),
    60: ([2] * 3, box(3, -10, 10), "(x1-1)^2+(x1-x2)^2+(x2-x3)^4", ["x1*(1+x2^2)+x3^4=4+3*sqrt(2)"], 0.03256820025),
    61: ([0] * 3, box(3), "4*x1^2+2*x2^2+2*x3^2-33*x1+16*x2-24*x3", ["3*x1-2*x2^2=7", "4*x1-x3^2=11"], -143.6461422),
    62: ([0.7, 0.2, 0.1], box(3, 0, 1),
         "-32.174*(255*log((x1+x2+x3+0.03)/(0.09*x1+x2+x3+0.03))+280*log((x2+x3+0.03)/(0.07*x2+x3+0.03))"
         "+290*log((x3+0.03)/(0.13*x3+0.03)))", ["x1+x2+x3=1"], -26272.51448),
    63: ([2] * 3, box(3, 0), "1000-x1^2-2*x2^2-x3^2-x1*x2-x1*x3", ["8*x1+14*x2+7*x3=56", "x1^2+x2^2+x3^2=25"],
         961.7151721),
    64: ([1] * 3, box(3, 1e-5), "5*x1+50000/x1+20*x2+72000/x2+10*x3+144000/x3", ["4/x1+32/x2+120/x3<=1"], 6299.842428),
    65: ([-5, 5, 0], box(3, -4.5, 4.5, x3=(-5, 5)), "(x1-x2)^2+(x1+x2-10)^2/9+(x3-5)^2", ["x1^2+x2^2+x3^2<=48"],
         0.9535288567),
    66: ([0, 1.05, 2.9], box(3, 0, 100, x3=(0, 10)), "0.2*x3-0.8*x1", ["x2-exp(x1)>=0", "x3-exp(x2)>=0"], 0.5181632741),
    71: ([1, 5, 5, 1], box(4, 1, 5), "x1*x4*(x1+x2+x3)+x3", ["x1*x2*x3*x4>=25", "x1^2+x2^2+x3^2+x4^2=40"], 17.0140173),
    72: ([1] * 4, [(0.001, (5 - i) * 1e5) for i in range(1, 5)], "1+x1+x2+x3+x4",
         ["4/x1+2.25/x2+1/x3+0.25/x4<=0.0401", "0.16/x1+0.36/x2+0.64/x3+0.64/x4<=0.010085"], 727.67937),
    73: ([1] * 4, box(4, 0), "24.55*x1+26.75*x2+39*x3+40.5*x4",
         ["2.3*x1+5.6*x2+11.1*x3+1.3*x4>=5",
          "12*x1+11.9*x2+41.8*x3+52.1*x4-1.645*sqrt(0.28*x1^2+0.19*x2^2+20.5*x3^2+0.62*x4^2)>=21", "x1+x2+x3+x4=1"],
         29.894378),
    74: ([0] * 4, box(4, -0.55, 0.55, x1=(0, 1200), x2=(0, 1200)), F74, hs74(0.55), 5126.4981),
    75: ([0] * 4, box(4, -0.48, 0.48, x1=(0, 1200), x2=(0, 1200)), F74, hs74(0.48), 5174.4129),
    76: ([0.5] * 4, box(4, 0), "x1^2+0.5*x2^2+x3^2+0.5*x4^2-x1*x3+x3*x4-x1-3*x2+x3-x4",
         ["x1+2*x2+x3+x4<=5", "3*x1+x2+2*x3-x4<=4", "x2+4*x3>=1.5"], -4.681818181),
    77: ([2] * 5, box(5), "(x1-1)^2+(x1-x2)^2+(x3-1)^2+(x4-1)^4+(x5-1)^6",
         ["x1^2*x4+sin(x4-x5)=2*sqrt(2)", "x2+x3^4*x4^2=8+sqrt(2)"], 0.24150513),
    78: ([-2, 1.5, 2, -1, -1], box(5), "x1*x2*x3*x4*x5", S78, -2.91970041),
    79: ([2] * 5, box(5), "(x1-1)^2+(x1-x2)^2+(x2-x3)^2+(x3-x4)^4+(x4-x5)^4",
         ["x1+x2^2+x3^3=2+3*sqrt(2)", "x2-x3^2+x4=2*sqrt(2)-2", "x1*x5=2"], 0.0787768209),
    80: ([-2, 2, 2, -1, -1], BOX80, "exp(x1*x2*x3*x4*x5)", S78, 0.0539498478),
    81: ([-2, 2, 2, -1, -1], BOX80, "exp(x1*x2*x3*x4*x5)-0.5*(x1^3+x2^3+1)^2", S78, 0.0539498478),
    83: ([78, 33, 27, 27, 27], box(5, 27, 45, x1=(78, 102), x2=(33, 45)),
         "5.3578547*x3^2+0.8356891*x1*x5+37.293239*x1-40792.141",
         ["0<=85.334407+0.0056858*x2*x5+0.0006262*x1*x4-0.0022053*x3*x5<=92",
          "90<=80.51249+0.0071317*x2*x5+0.0029955*x1*x2+0.0021813*x3^2<=110",
          "20<=9.300961+0.0047026*x3*x5+0.0012547*x1*x3+0.0019085*x3*x4<=25"], -30665.53867),
    86: ([0, 0, 0, 0, 1], box(5, 0), F86, S86, -32.34867897),
    93: ([5.54, 4.4, 12.02, 11.82, 0.702, 0.852], box(6, 0),
         "0.0204*x1*x4*(x1+x2+x3)+0.0187*x2*x3*(x1+1.57*x2+x4)+0.0607*x1*x4*x5^2*(x1+x2+x3)"
         "+0.0437*x2*x3*x6^2*(x1+1.57*x2+x4)",
         ["0.001*x1*x2*x3*x4*x5*x6>=2.07", "0.00062*x1*x4*x5^2*(x1+x2+x3)+0.00058*x2*x3*x6^2*(x1+1.57*x2+x4)<=1"],
         135.075961),
    95: ([0] * 6, BOX95, F95, hs95(4.97, -1.88, -29.08, -78.02), 0.015619514),
    96: ([0] * 6, BOX95, F95, hs95(4.97, -1.88, -69.08, -118.02), 0.015619514),
    97: ([0] * 6, BOX95, F95, hs95(32.97, 25.12, -29.08, -78.02), 3.1358091),
    98: ([0] * 6, BOX95, F95, hs95(32.97, 25.12, -124.08, -173.02), 3.1358091),
    100: ([1, 2, 0, 4, 0, 1, 1], box(7), F100,
          ["2*x1^2+3*x2^4+x3+4*x4^2+5*x5<=127", "7*x1+3*x2+10*x3^2+x4-x5<=282", "23*x1+x2^2+6*x6^2-8*x7<=196",
           "4*x1^2+x2^2-3*x1*x2+2*x3^2+5*x6-11*x7<=0"], 680.6300573),
    101: ([6] * 7, BOX101, F101.format(a="-0.25"), [*S101, "100<=" + F101.format(a="-0.25") + "<=3000"], 1809.76476),
    102: ([6] * 7, BOX101, F101.format(a="0.125"), [*S101, "100<=" + F101.format(a="0.125") + "<=3000"], 911.880571),
    103: ([6] * 7, BOX101, F101.format(a="0.5"), [*S101, "100<=" + F101.format(a="0.5") + "<=3000"], 543.667958),
    104: ([6, 3, 0.4, 0.2, 6, 6, 1, 0.5], box(8, 0.1, 10), F104,
          ["0.0588*x5*x7+0.1*x1<=1", "0.0588*x6*x8+0.1*x1+0.1*x2<=1",
           "4*x3/x5+2*x3^(-0.71)/x5+0.0588*x3^(-1.3)*x7<=1", "4*x4/x6+2*x4^(-0.71)/x6+0.0588*x4^(-1.3)*x8<=1",
           "1<=" + F104 + "<=4.2"], 3.9511634396),
    106: ([5000, 5000, 5000, 200, 350, 150, 225, 425],
          box(8, 10, 1000, x1=(100, 10000), x2=(1000, 10000), x3=(1000, 10000)), "x1+x2+x3",
          ["0.0025*(x4+x6)<=1", "0.0025*(x5+x7-x4)<=1", "0.01*(x8-x5)<=1", "x1*x6-833.33252*x4-100*x1>=-83333.333",
           "x2*x7-1250*x5-x2*x4+1250*x4>=0", "x3*x8-x3*x5+2500*x5>=1250000"], 7049.330923),
    108: ([1] * 9, box(9, x9=(0, INF)), "-0.5*(x1*x4-x2*x3+x3*x9-x5*x9+x5*x8-x6*x7)",
          ["x3^2+x4^2<=1", "x9^2<=1", "x5^2+x6^2<=1", "x1^2+(x2-x9)^2<=1", "(x1-x5)^2+(x2-x6)^2<=1",
           "(x1-x7)^2+(x2-x8)^2<=1", "(x3-x5)^2+(x4-x6)^2<=1", "(x3-x7)^2+(x4-x8)^2<=1", "x7^2+(x8-x9)^2<=1",
           "x1*x4-x2*x3>=0", "x3*x9>=0", "-x5*x9>=0", "x5*x8-x6*x7>=0"], -0.8660254038),
    110: ([9] * 10, box(10, 2.001, 9.999),
          "+".join(f"log({x}-2)^2+log(10-{x})^2" for x in names(10)) + f"-({PRODUCT10})^0.2", [], -45.77846971),
    113: ([2, 3, 5, 5, 1, 2, 7, 3, 6, 10], box(10), F113,
          ["4*x1+5*x2-3*x7+9*x8<=105", "-10*x1+8*x2+17*x7-2*x8>=0", "8*x1-2*x2-5*x9+2*x10>=-12",
           "3*(x1-2)^2+4*(x2-3)^2+2*x3^2-7*x4<=120", "5*x1^2+8*x2+(x3-6)^2-2*x4<=40",
           "0.5*(x1-8)^2+2*(x2-4)^2+3*x5^2-x6<=30", "x1^2+2*(x2-2)^2-2*x1*x2+14*x5-6*x6<=0",
           "3*x1-6*x2-12*(x9-8)^2+7*x10>=0"], 24.3062091),
    117: ([0.001] * 6 + [60] + [0.001] * 8, box(15, 0), F117, S117, 32.348679),
    118: ([20, 55, 15, 20, 60, 20, 20, 60, 20, 20, 60, 20, 20, 60, 20], BOX118, F118, S118, 664.8204500),
}

NAMES = dict(exp=np.exp, log=np.log, sqrt=np.sqrt, sin=np.sin, cos=np.cos, pi=np.pi)


def formula(text):
    """A function of x, which may be complex so that its gradient is exact."""
    code = compile(re.sub(r"x(\d+)", lambda m: f"x[{int(m[1]) - 1}]", text.replace("^", "**")), text, "eval")
    return lambda x: eval(code, NAMES, {"x": x})


def gradient(function, x):
    rows = []
    for i in range(len(x)):
        moved = np.array(x, dtype=complex)
        moved[i] += 1e-30j
        rows.append(np.imag(function(moved)) / 1e-30)
    return np.array(rows)


def parts(constraint):
    """Lower limit, left side and upper limit of a constraint, as texts."""
    cells = re.split("(<=|>=|=)", constraint)
    if len(cells) == 5:
        return cells[0], cells[2], cells[4]
    left, relation, right = cells
    return {"<=": ("-inf", left, right), ">=": (right, left, "inf"), "=": (right, left, right)}[relation]


def limit(text):
    return float(text) if "inf" in text else float(formula(text)([]))


class Problem:
    """A problem in a form that SciPy takes."""

    def __init__(self, number):
        start, limits, objective, constraints, self.least = P[number]
        self.start = np.array(start, dtype=float)
        self.limits = [(float(a), float(b)) for a, b in limits]
        self.objective, self.constraints = objective, constraints
        self.function = formula(objective)
        self.rows = [(limit(a), formula(c), limit(b)) for a, c, b in map(parts, constraints)]
        self.lower, self.upper = ([row[k] for row in self.rows] for k in (0, 2))

    def value(self, x):
        return float(np.real(self.function(x)))

    def gradient(self, x):
        return gradient(self.function, x)

    def sides(self, x):
        return np.array([float(np.real(row[1](x))) for row in self.rows])

    def jacobian(self, x):
        return np.array([gradient(row[1], x) for row in self.rows])

    def violation(self, x):
        values = list(zip(self.lower, self.sides(x), self.upper)) + [(a, v, b) for (a, b), v in zip(self.limits, x)]
        return max([0.0] + [max(a - v, v - b) for a, v, b in values])

    def dictionaries(self):
        """The constraints in the form for slsqp and cobyla."""
        made = []
        for i, (a, b) in enumerate(zip(self.lower, self.upper)):
            one = lambda x, i=i, a=a: float(np.real(self.rows[i][1](x))) - a
            other = lambda x, i=i, b=b: b - float(np.real(self.rows[i][1](x)))
            if a == b:
                made.append(dict(type="eq", fun=one, jac=lambda x, i=i: gradient(self.rows[i][1], x)))
                continue
            if a > -INF:
                made.append(dict(type="ineq", fun=one, jac=lambda x, i=i: gradient(self.rows[i][1], x)))
            if b < INF:
                made.append(dict(type="ineq", fun=other, jac=lambda x, i=i: -gradient(self.rows[i][1], x)))
        return made

    def is_solved_by(self, x, relative=1e-6, absolute=1e-7):
        """As HsProblem.isSolvedBy."""
        near = self.value(x) - self.least <= relative * abs(self.least) + absolute
        return bool(near and self.violation(x) <= 1e-6)

    def confirmed(self):
        """The best of SciPy's points from the start and near it; None if the published minimum is none."""
        random = np.random.default_rng(0)
        best = None
        for attempt in range(60):
            moved = self.start + (attempt > 0) * random.normal(size=len(self.start)) * (0.05 + abs(self.start) / 5)
            moved = np.clip(moved, [a for a, _ in self.limits], [b for _, b in self.limits])
            found = minimize(
                self.value, moved, jac=self.gradient, method="SLSQP", bounds=self.limits,
                constraints=self.dictionaries(), options=dict(ftol=1e-14, maxiter=1000),
            ).x
            excess = abs(self.value(found) - self.least)
            if self.violation(found) < 1e-8 * max(1, max(abs(found))) and excess <= 1e-5 * abs(self.least) + 1e-7:
                return found
            if np.all(np.isfinite(found)) and self.violation(found) < 1e-6:
                best = found if best is None or self.value(found) < self.value(best) else best
        print("not confirmed:", best is not None and self.value(best), self.least, file=sys.stderr)
        return None


def numbers(values):
    return " ".join(repr(float(v)) for v in values)


if __name__ == "__main__":
    np.seterr(all="ignore")
    heads = ["problem", "start", "lower", "upper", "objective", "constraints", "minimum", "value at start",
             "violation at start", "minimiser"]
    with open("hs.tsv", "w") as table:
        table.write("\t".join(heads) + "\n")
        for number in P:
            problem = Problem(number)
            found = problem.confirmed()
            if found is None:
                print("left out:", number, file=sys.stderr)
                continue
            sides = ";".join(f"{a}<={c}<={b}" for a, c, b in (
                (repr(limit(a)), c, repr(limit(b))) for a, c, b in map(parts, problem.constraints)))
            cells = [str(number), numbers(problem.start), numbers(a for a, _ in problem.limits),
                     numbers(b for _, b in problem.limits), problem.objective, sides, repr(float(problem.least)),
                     repr(problem.value(problem.start)), repr(float(problem.violation(problem.start))), numbers(found)]
            table.write("\t".join(cells) + "\n")
