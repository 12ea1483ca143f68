package org.acutance.testkit.hs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Constraint;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.NonlinearConstraint;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Solution;

/**
 * A problem of W. Hock and K. Schittkowski, Test examples for nonlinear programming codes, Springer 1981. All derivatives
 * come from differentiation.
 *
 * @param number that of the book
 * @param x0 the book's start, a vector; it may violate bounds and constraints
 * @param bounds limits of the elements
 * @param objective what is to be minimised
 * @param constraints one for each of the book's, of one row; empty where there are none
 * @param minimum the published least value
 * @param valueAtStart the value at the start
 * @param violationAtStart the largest violation there, of bounds as well
 * @param minimiser where SciPy reaches the least value
 */
public record HsProblem(
        int number,
        NdArray x0,
        Bounds bounds,
        Objective objective,
        List<Constraint> constraints,
        double minimum,
        double valueAtStart,
        double violationAtStart,
        NdArray minimiser) {
    private static final double RELATIVE = 1e-6;
    private static final double ABSOLUTE = 1e-7;
    private static final double FEASIBLE = 1e-6;

    /** A problem; the list is copied. */
    public HsProblem {
        constraints = List.copyOf(constraints);
    }

    /** All whose published minimum SciPy confirms, in the book's order. */
    public static List<HsProblem> all() {
        return lines().skip(1).map(line -> read(line.split("\t", -1))).toList();
    }

    private static Stream<String> lines() {
        try (InputStream table = HsProblem.class.getResourceAsStream("hs.tsv")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static HsProblem read(String... cells) {
        UnaryOperator<Tensor> objective = Formula.parse(cells[4]);
        return new HsProblem(
                Integer.parseInt(cells[0]),
                numbers(cells[1]),
                new Bounds(numbers(cells[2]), numbers(cells[3])),
                Objective.differentiated(x -> objective.apply(x).sum()),
                Stream.of(cells[5].split(";", -1))
                        .filter(text -> !text.isEmpty())
                        .map(HsProblem::constraint)
                        .toList(),
                Double.parseDouble(cells[6]),
                Double.parseDouble(cells[7]),
                Double.parseDouble(cells[8]),
                numbers(cells[9]));
    }

    private static Constraint constraint(String text) {
        String[] parts = text.split("<=", -1);
        return NonlinearConstraint.of(Formula.parse(parts[1]), Bounds.between(number(parts[0]), number(parts[2])));
    }

    private static NdArray numbers(String text) {
        return NdArray.vector(
                Stream.of(text.split(" ", -1)).mapToDouble(HsProblem::number).toArray());
    }

    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** A minimisation within this problem's bounds and subject to its constraints. */
    public Minimize<?> with(Minimize<?> method) {
        return subject(bounds.isUnlimited() ? method : method.within(bounds));
    }

    private Minimize<?> subject(Minimize<?> method) {
        return constraints.isEmpty() ? method : method.subjectTo(constraints.toArray(new Constraint[0]));
    }

    /** The largest violation of a constraint or of a bound. */
    public double violation(NdArray x) {
        double largest = x.minus(bounds.project(x)).maxAbs();
        for (Constraint constraint : constraints) {
            NdArray value = constraint.at(x).value();
            largest = Math.max(
                    largest, value.minus(constraint.limits().project(value)).maxAbs());
        }
        return largest;
    }

    /**
     * Whether a solution is the published minimum: above it by at most a millionth of it and 1e-7, and no constraint
     * violated by more than 1e-6. A lower value is another, better minimum.
     */
    public boolean isSolvedBy(Solution solution) {
        return isSolvedBy(solution.x(), solution.fun());
    }

    boolean isSolvedBy(NdArray x, double value) {
        return value - minimum <= RELATIVE * Math.abs(minimum) + ABSOLUTE && violation(x) <= FEASIBLE;
    }

    @Override
    public String toString() {
        return "HS" + number;
    }
}
