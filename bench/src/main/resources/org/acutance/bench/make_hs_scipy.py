"""Writes hs_scipy.tsv: how many evaluations SciPy's methods take on the problems of Hock & Schittkowski.

A figure is the number of values or of gradients of the objective, whichever is more; an exclamation mark stands before it
where the problem is not solved, in the sense of HsProblem.isSolvedBy. Gradients are by complex steps, exact. Run with
SciPy 1.17 in this folder: python3 make_hs_scipy.py
"""

import os
import sys
import warnings

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
from scipy.optimize import Bounds, NonlinearConstraint, minimize

TABLE = "../../../../../../../testkit/src/main/resources/org/acutance/testkit/hs"
sys.path.insert(0, TABLE)
from make_hs import Problem

MOST = 2000


def slsqp(p):
    return minimize(p.value, p.start, jac=p.gradient, method="SLSQP", bounds=p.limits, constraints=p.dictionaries(),
                    options=dict(ftol=1e-10, maxiter=1000))


def trust_constr(p):
    rows = NonlinearConstraint(p.sides, p.lower, p.upper, jac=p.jacobian) if p.rows else ()
    return minimize(p.value, p.start, jac=p.gradient, method="trust-constr", bounds=Bounds(*zip(*p.limits)),
                    constraints=rows, options=dict(gtol=1e-8, xtol=1e-10, maxiter=MOST))


def cobyla(p):
    return minimize(p.value, p.start, method="COBYLA", bounds=p.limits, constraints=p.dictionaries(), tol=1e-8,
                    options=dict(maxiter=MOST))


def cobyqa(p):
    rows = NonlinearConstraint(p.sides, p.lower, p.upper) if p.rows else ()
    return minimize(p.value, p.start, method="COBYQA", bounds=p.limits, constraints=rows,
                    options=dict(final_tr_radius=1e-8, maxfev=MOST))


METHODS = {"SLSQP": slsqp, "trust-constr": trust_constr, "COBYLA": cobyla, "COBYQA": cobyqa}


def figure(problem, method):
    try:
        result = method(problem)
    except (ValueError, ArithmeticError):
        return "!0"
    return ("" if problem.is_solved_by(result.x) else "!") + str(max(result.nfev, result.get("njev", 0)))


if __name__ == "__main__":
    np.seterr(all="ignore")
    warnings.simplefilter("ignore")
    numbers = [int(line.split("\t")[0]) for line in open(TABLE + "/hs.tsv").readlines()[1:]]
    with open("hs_scipy.tsv", "w") as table:
        table.write("\t".join(["problem", *METHODS]) + "\n")
        for number in numbers:
            figures = [figure(Problem(number), method) for method in METHODS.values()]
            table.write("\t".join([str(number), *figures]) + "\n")
            table.flush()
