package org.acutance.math.scalar;

import java.util.List;
import java.util.Optional;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The methods that minimise a function of one variable, by the names of SciPy's {@code minimize_scalar}. */
public final class ScalarMinimizers {
    private static final Parameter<Double> FIRST = point("xa", "a point from which to go downhill to a bracket", "0");
    private static final Parameter<Double> SECOND = point("xb", "another one", "1");

    /** All methods. */
    public static final Catalogue<ScalarMinimizer> CATALOGUE =
            new Catalogue<>("scalar method", List.of(brent(), golden(), bounded()));

    private ScalarMinimizers() {}

    private static Entry<ScalarMinimizer> brent() {
        Parameter<Double> xtol = tolerance("xtol", "tolerance relative to the minimum's size", "1.48e-8");
        Parameter<Integer> maxiter = limit("500");
        return new Entry<>(
                "brent",
                "parabolas and golden sections; few evaluations",
                List.of(FIRST, SECOND, xtol, maxiter),
                a -> new Brent(distinct(a.get(FIRST), a.get(SECOND)), a.get(SECOND), a.get(xtol), a.get(maxiter)));
    }

    private static Entry<ScalarMinimizer> golden() {
        Parameter<Double> xtol = tolerance("xtol", "tolerance relative to the minimum's size", "1.4901161193847656e-8");
        Parameter<Integer> maxiter = limit("5000");
        return new Entry<>(
                "golden",
                "golden sections; never fooled by the function's shape",
                List.of(FIRST, SECOND, xtol, maxiter),
                a -> new Golden(distinct(a.get(FIRST), a.get(SECOND)), a.get(SECOND), a.get(xtol), a.get(maxiter)));
    }

    private static Entry<ScalarMinimizer> bounded() {
        Parameter<Double> lower = required("lower", "the lower bound");
        Parameter<Double> upper = required("upper", "the upper bound");
        Parameter<Double> xatol = tolerance("xatol", "tolerance in units of x", "1e-5");
        Parameter<Integer> maxiter = limit("500");
        return new Entry<>(
                "bounded",
                "parabolas and golden sections between two bounds",
                List.of(lower, upper, xatol, maxiter),
                a -> new Bounded(a.get(lower), a.get(upper), a.get(xatol), a.get(maxiter)));
    }

    private static double distinct(double first, double second) {
        if (first == second) {
            throw new IllegalArgumentException(
                    "bracket: xa and xb are both " + first + "; give two points, whose distance is the first step");
        }
        return first;
    }

    private static Parameter<Double> point(String name, String help, String fallback) {
        return Parameter.number(name, help, -Double.MAX_VALUE, Double.MAX_VALUE, fallback);
    }

    private static Parameter<Double> required(String name, String help) {
        return new Parameter<>(name, help, "a number", Double::valueOf, Optional.empty());
    }

    private static Parameter<Double> tolerance(String name, String help, String fallback) {
        return Parameter.number(name, help, 0, Double.MAX_VALUE, fallback);
    }

    private static Parameter<Integer> limit(String fallback) {
        return Parameter.integer("maxiter", "limit of iterations", 1, Integer.MAX_VALUE, fallback);
    }
}
