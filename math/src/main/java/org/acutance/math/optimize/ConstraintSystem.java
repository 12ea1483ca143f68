package org.acutance.math.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Bounds and constraints together. The constraints' values stand one after the other as rows.
 *
 * @param bounds limits of the elements
 * @param constraints the others
 */
record ConstraintSystem(Bounds bounds, List<Constraint> constraints) {
    /** The constraints of a method, and more. */
    static List<Constraint> joined(List<Constraint> those, List<Constraint> more) {
        return Stream.concat(those.stream(), more.stream()).toList();
    }

    /** The left sides at a point, the Jacobians when asked for. */
    final class Point {
        private final NdArray x;
        private final List<VectorEvaluation> parts;

        Point(NdArray x) {
            this.x = x;
            this.parts = constraints.stream().map(part -> part.at(x)).toList();
        }

        List<NdArray> values() {
            return parts.stream().map(VectorEvaluation::value).toList();
        }

        ConstraintValues linearized() {
            List<NdArray> values = values();
            List<NdArray> jacobians = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                NdArray jacobian = parts.get(i).jacobian();
                jacobian.shape()
                        .require("constraint: Jacobian", Shape.of(values.get(i).size(), x.size()));
                jacobians.add(jacobian);
            }
            return new ConstraintValues(values, jacobians);
        }

        /** The second derivatives of all constraints; empty if one does not know its own. */
        Optional<Curvatures> secondDerivatives() {
            List<VectorEvaluation.Curvature> known = parts.stream()
                    .flatMap(part -> part.secondDerivatives().stream())
                    .toList();
            return known.size() < parts.size() ? Optional.empty() : Optional.of(new Curvatures(known));
        }
    }

    /**
     * The second derivatives of all constraints at a point.
     *
     * @param parts one for each constraint
     */
    record Curvatures(List<VectorEvaluation.Curvature> parts) {
        /** Of each constraint the products of its values' Hessians, each times its multiplier and summed. */
        List<UnaryOperator<NdArray>> of(List<NdArray> multipliers) {
            return IntStream.range(0, parts.size())
                    .mapToObj(i -> parts.get(i).weighted(multipliers.get(i)))
                    .toList();
        }
    }

    /** The same with what is differenced asked within the bounds only, by steps of a length in units of x. */
    ConstraintSystem differenced(double eps) {
        return new ConstraintSystem(
                bounds,
                constraints.stream()
                        .map(constraint -> constraint.differencedWithin(bounds, eps))
                        .toList());
    }

    Point at(NdArray x) {
        return new Point(x);
    }

    /**
     * Refuses limits that do not fit the values.
     *
     * @throws IllegalArgumentException if a constraint has another number of limits than of values
     */
    void requireFit(List<NdArray> values) {
        for (int i = 0; i < values.size(); i++) {
            for (NdArray limit : limits(i)) {
                if (limit.rank() > 0 && !limit.shape().equals(values.get(i).shape())) {
                    throw new IllegalArgumentException("constraint: the limits have shape " + limit.shape()
                            + " but the values " + values.get(i).shape()
                            + "; give one limit for each value, or one number for all");
                }
            }
        }
    }

    private List<NdArray> limits(int constraint) {
        Bounds limits = constraints.get(constraint).limits();
        return List.of(limits.lower(), limits.upper());
    }

    /** The lower limits of all rows. */
    double[] lower(List<NdArray> values) {
        return sides(values, Bounds::lower);
    }

    /** The upper limits of all rows. */
    double[] upper(List<NdArray> values) {
        return sides(values, Bounds::upper);
    }

    /** A limit of an element by its position. */
    private interface Side {
        double of(Bounds limits, int position);
    }

    private double[] sides(List<NdArray> values, Side side) {
        double[] sides = new double[values.stream().mapToInt(NdArray::size).sum()];
        int row = 0;
        for (int i = 0; i < values.size(); i++) {
            for (int k = 0; k < values.get(i).size(); k++) {
                sides[row++] = side.of(constraints.get(i).limits(), k);
            }
        }
        return sides;
    }

    /** By how much the rows are beyond each limit that they have, infinite where a value is not a number. */
    double[] excesses(Point at) {
        List<NdArray> values = at.values();
        requireFit(values);
        double[] rows = ConstraintValues.all(values);
        double[] lower = lower(values);
        double[] upper = upper(values);
        return IntStream.range(0, rows.length)
                .boxed()
                .flatMapToDouble(i ->
                        DoubleStream.concat(excess(lower[i], lower[i] - rows[i]), excess(upper[i], rows[i] - upper[i])))
                .toArray();
    }

    private static DoubleStream excess(double limit, double excess) {
        double defined = Double.isFinite(excess) ? excess : Double.POSITIVE_INFINITY;
        return Double.isFinite(limit) ? DoubleStream.of(defined) : DoubleStream.empty();
    }

    /** By how much each row is beyond its limits; NaN where its value is. */
    double[] violations(ConstraintValues at) {
        return violations(at.values(), at.all());
    }

    /**
     * By how much each row would be beyond its limits.
     *
     * @param like arrays of the shapes of the constraints' values
     * @param rows values of all rows
     */
    double[] violations(List<NdArray> like, double... rows) {
        double[] lower = lower(like);
        double[] upper = upper(like);
        double[] violations = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            violations[i] = Math.max(0, Math.max(lower[i] - rows[i], rows[i] - upper[i]));
        }
        return violations;
    }

    /** The largest violation of a row; infinite if a value is not a number. */
    double maxcv(ConstraintValues at) {
        double largest = 0;
        for (double violation : violations(at)) {
            largest = violation <= largest ? largest : Double.isNaN(violation) ? Double.POSITIVE_INFINITY : violation;
        }
        return largest;
    }

    /** Factors of the rows, in the shapes of the constraints. */
    List<NdArray> shaped(double[] rows, List<NdArray> values) {
        List<NdArray> shaped = new ArrayList<>();
        int row = 0;
        for (NdArray part : values) {
            double[] own = Arrays.copyOfRange(rows, row, row + part.size());
            shaped.add(NdArray.of(own, part.shape(), part.precision()));
            row += part.size();
        }
        return shaped;
    }
}
