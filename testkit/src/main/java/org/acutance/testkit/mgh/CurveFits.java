package org.acutance.testkit.mgh;

import static org.acutance.testkit.mgh.Elements.at;
import static org.acutance.testkit.mgh.Elements.vector;

import org.acutance.math.autodiff.Tensor;

/** Residuals of the problems that fit a curve to the paper's data, by their numbers there. */
final class CurveFits {
    private static final Tensor BARD =
            vector(0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39);
    private static final Tensor GAUSSIAN = vector(
            0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540, 0.0175,
            0.0044, 0.0009);
    private static final Tensor MEYER = vector(
            34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872);
    private static final Tensor KOWALIK =
            vector(0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246);
    private static final Tensor KOWALIK_AT = vector(4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625);
    private static final Tensor OSBORNE_1 = vector(
            0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628,
            0.603, 0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420,
            0.414, 0.411, 0.406);
    private static final Tensor OSBORNE_2 = vector(
            1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608, 0.655, 0.616,
            0.606, 0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661, 0.612, 0.558, 0.533, 0.495,
            0.500, 0.423, 0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653, 0.672,
            0.708, 0.633, 0.668, 0.645, 0.632, 0.591, 0.559, 0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581,
            0.428, 0.292, 0.162, 0.098, 0.054);

    private CurveFits() {}

    /** (8) Bard. */
    static Tensor bard(Tensor x) {
        Tensor u = vector(15, i -> i);
        Tensor v = vector(15, i -> 16 - i);
        Tensor w = u.min(v);
        return BARD.minus(at(x, 0).plus(u.dividedBy(v.times(at(x, 1)).plus(w.times(at(x, 2))))));
    }

    /** (9) The Gaussian. */
    static Tensor gaussian(Tensor x) {
        Tensor distance = vector(15, i -> (8 - i) / 2.0).minus(at(x, 2));
        Tensor bell = at(x, 1).times(distance.square()).times(-0.5).exp();
        return at(x, 0).times(bell).minus(GAUSSIAN);
    }

    /** (10) Meyer. */
    static Tensor meyer(Tensor x) {
        Tensor t = vector(16, i -> 45 + 5 * i);
        return at(x, 0).times(at(x, 1).dividedBy(t.plus(at(x, 2))).exp()).minus(MEYER);
    }

    /** (15) Kowalik and Osborne. */
    static Tensor kowalikOsborne(Tensor x) {
        Tensor u = KOWALIK_AT;
        Tensor above = u.square().plus(u.times(at(x, 1)));
        Tensor below = u.square().plus(u.times(at(x, 2))).plus(at(x, 3));
        return KOWALIK.minus(at(x, 0).times(above).dividedBy(below));
    }

    /** (17) Osborne 1. */
    static Tensor osborne1(Tensor x) {
        Tensor t = vector(33, i -> 10 * (1 - i));
        Tensor first = at(x, 1).times(t.times(at(x, 3)).exp());
        Tensor second = at(x, 2).times(t.times(at(x, 4)).exp());
        return OSBORNE_1.minus(at(x, 0).plus(first).plus(second));
    }

    /** (19) Osborne 2. */
    static Tensor osborne2(Tensor x) {
        Tensor t = vector(65, i -> (i - 1) / 10.0);
        Tensor sum = at(x, 0).times(t.negate().times(at(x, 4)).exp());
        for (int i = 1; i <= 3; i++) {
            Tensor squared = t.minus(at(x, 7 + i)).square();
            sum = sum.plus(at(x, i).times(squared.negate().times(at(x, 4 + i)).exp()));
        }
        return OSBORNE_2.minus(sum);
    }
}
