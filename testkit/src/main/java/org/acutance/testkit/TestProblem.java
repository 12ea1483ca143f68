package org.acutance.testkit;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Objective;

/**
 * An objective with a known minimum.
 *
 * @param name what the literature calls it
 * @param objective value, gradient and Hessian products
 * @param x0 the usual start
 * @param minimum the least value
 * @param localMinimum the value at another minimum, in which some methods end
 */
public record TestProblem(String name, Objective objective, NdArray x0, double minimum, OptionalDouble localMinimum) {
    /** A problem with one minimum. */
    public TestProblem(String name, Objective objective, NdArray x0, double minimum) {
        this(name, objective, x0, minimum, OptionalDouble.empty());
    }

    /** All problems. */
    public static List<TestProblem> all() {
        return List.of(rosenbrock(2), rosenbrock(10), rosenbrock(30), quadratic(20, 1e4), beale(), powellSingular());
    }

    /** By how much a value is above the least one. */
    public double excess(double value) {
        return value - minimum;
    }

    /** By how much a value is above a minimum, the nearest one below it. */
    public double excessOverAny(double value) {
        double above = localMinimum.isPresent() ? value - localMinimum.getAsDouble() : -1;
        return above >= -1e-6 ? above : excess(value);
    }

    /**
     * Rosenbrock 1960, chained; the start is (-1.2, 1, -1.2, 1, ...). For 4 to 30 unknowns there is a second minimum near
     * (-1, 1, ..., 1) (Kok &amp; Sandrock, Evolutionary Computation 17, 2009).
     */
    public static TestProblem rosenbrock(int n) {
        double[] start = new double[n];
        for (int i = 0; i < n; i++) {
            start[i] = i % 2 == 0 ? -1.2 : 1;
        }
        Objective objective = plain(
                x -> {
                    double sum = 0;
                    for (int i = 0; i + 1 < x.length; i++) {
                        sum += 100 * square(x[i + 1] - x[i] * x[i]) + square(1 - x[i]);
                    }
                    return sum;
                },
                x -> {
                    double[] g = new double[x.length];
                    for (int i = 0; i + 1 < x.length; i++) {
                        double valley = x[i + 1] - x[i] * x[i];
                        g[i] += -400 * x[i] * valley - 2 * (1 - x[i]);
                        g[i + 1] += 200 * valley;
                    }
                    return g;
                },
                (x, p) -> {
                    double[] h = new double[x.length];
                    for (int i = 0; i + 1 < x.length; i++) {
                        h[i] += (1200 * x[i] * x[i] - 400 * x[i + 1] + 2) * p[i] - 400 * x[i] * p[i + 1];
                        h[i + 1] += 200 * p[i + 1] - 400 * x[i] * p[i];
                    }
                    return h;
                });
        OptionalDouble second =
                switch (n) {
                    case 10 -> OptionalDouble.of(3.9865791123471);
                    case 30 -> OptionalDouble.of(3.9866238543009);
                    default -> OptionalDouble.empty();
                };
        return new TestProblem("Rosenbrock " + n, objective, NdArray.vector(start), 0, second);
    }

    /** Half the sum of d_i (x_i - 1)^2, d evenly in the logarithm from 1 to the condition number, less 1. */
    public static TestProblem quadratic(int n, double condition) {
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            d[i] = Math.pow(condition, i / (n - 1.0));
        }
        Objective objective = plain(
                x -> {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += d[i] * square(x[i] - 1) / 2;
                    }
                    return sum - 1;
                },
                x -> {
                    double[] g = new double[n];
                    for (int i = 0; i < n; i++) {
                        g[i] = d[i] * (x[i] - 1);
                    }
                    return g;
                },
                (x, p) -> {
                    double[] h = new double[n];
                    for (int i = 0; i < n; i++) {
                        h[i] = d[i] * p[i];
                    }
                    return h;
                });
        return new TestProblem("quadratic " + n + ", condition " + condition, objective, NdArray.zeros(n), -1);
    }

    /** Beale 1958; Moré, Garbow &amp; Hillstrom 1981, problem 5. */
    public static TestProblem beale() {
        double[] y = {1.5, 2.25, 2.625};
        Objective objective = plain(
                x -> {
                    double sum = 0;
                    for (int i = 1; i <= 3; i++) {
                        sum += square(y[i - 1] - x[0] * (1 - Math.pow(x[1], i)));
                    }
                    return sum;
                },
                x -> {
                    double[] g = new double[2];
                    for (int i = 1; i <= 3; i++) {
                        double f = y[i - 1] - x[0] * (1 - Math.pow(x[1], i));
                        g[0] -= 2 * f * (1 - Math.pow(x[1], i));
                        g[1] += 2 * f * x[0] * i * Math.pow(x[1], i - 1);
                    }
                    return g;
                },
                (x, p) -> {
                    double[] h = new double[2];
                    for (int i = 1; i <= 3; i++) {
                        double f = y[i - 1] - x[0] * (1 - Math.pow(x[1], i));
                        double a = -(1 - Math.pow(x[1], i));
                        double b = x[0] * i * Math.pow(x[1], i - 1);
                        double ab = i * Math.pow(x[1], i - 1);
                        double bb = i == 1 ? 0 : x[0] * i * (i - 1) * Math.pow(x[1], i - 2);
                        h[0] += 2 * (a * a * p[0] + (a * b + f * ab) * p[1]);
                        h[1] += 2 * ((a * b + f * ab) * p[0] + (b * b + f * bb) * p[1]);
                    }
                    return h;
                });
        return new TestProblem("Beale", objective, NdArray.vector(1, 1), 0);
    }

    /** Powell 1962: the Hessian is singular at the minimum; Moré, Garbow &amp; Hillstrom 1981, problem 13. */
    public static TestProblem powellSingular() {
        double[][] squares = {{1, 10, 0, 0}, {0, 0, 1, -1}};
        double[][] quartics = {{0, 1, -2, 0}, {1, 0, 0, -1}};
        double[] squareFactors = {1, 5};
        double[] quarticFactors = {1, 10};
        Objective objective = plain(
                x -> {
                    double sum = 0;
                    for (int i = 0; i < 2; i++) {
                        sum += squareFactors[i] * square(dot(squares[i], x));
                        sum += quarticFactors[i] * square(square(dot(quartics[i], x)));
                    }
                    return sum;
                },
                x -> {
                    double[] g = new double[4];
                    for (int i = 0; i < 2; i++) {
                        add(g, 2 * squareFactors[i] * dot(squares[i], x), squares[i]);
                        add(g, 4 * quarticFactors[i] * Math.pow(dot(quartics[i], x), 3), quartics[i]);
                    }
                    return g;
                },
                (x, p) -> {
                    double[] h = new double[4];
                    for (int i = 0; i < 2; i++) {
                        add(h, 2 * squareFactors[i] * dot(squares[i], p), squares[i]);
                        double curvature = 12 * quarticFactors[i] * square(dot(quartics[i], x));
                        add(h, curvature * dot(quartics[i], p), quartics[i]);
                    }
                    return h;
                });
        return new TestProblem("Powell singular", objective, NdArray.vector(3, -1, 0, 1), 0);
    }

    /** An objective written for plain arrays, in the precision and shape of x. */
    public static Objective plain(
            ToDoubleFunction<double[]> value,
            Function<double[], double[]> gradient,
            BinaryOperator<double[]> hessianProduct) {
        return Objective.of(
                x -> value.applyAsDouble(x.toDoubles()),
                x -> NdArray.of(gradient.apply(x.toDoubles()), x.shape()).to(x.precision()),
                (x, p) -> NdArray.of(hessianProduct.apply(x.toDoubles(), p.toDoubles()), x.shape())
                        .to(x.precision()));
    }

    private static double square(double x) {
        return x * x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] target, double factor, double[] values) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * values[i];
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
