package org.acutance.math.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The step to the least value of a quadratic model of the Lagrangian where the constraints are linear (Kraft 1988,
 * section 2.2).
 */
final class SqpDirection {
    /** So many times the squares of the model is what it costs to leave constraints violated that contradict each other. */
    private static final double RELAXED = 1e3;

    private final double[] step;
    private final double[] ofRows;
    private final double[] ofBounds;

    SqpDirection(double[] step, double[] ofRows, double[] ofBounds) {
        this.step = step;
        this.ofRows = ofRows;
        this.ofBounds = ofBounds;
    }

    /** One for each element of the point. */
    double[] step() {
        return step;
    }

    /** Multipliers of the constraints' rows, in the sign of {@link Multipliers}. */
    double[] ofRows() {
        return ofRows;
    }

    /** Multipliers of the elements, likewise. */
    double[] ofBounds() {
        return ofBounds;
    }

    /** A linear condition on the step, and where its multiplier goes. */
    private static final class Condition {
        private final double[] row;
        private final double right;
        private final boolean ofBound;
        private final int position;
        private final int sign;

        Condition(double[] row, double right, boolean ofBound, int position, int sign) {
            this.row = row;
            this.right = right;
            this.ofBound = ofBound;
            this.position = position;
            this.sign = sign;
        }

        Condition widened(int size) {
            return new Condition(Arrays.copyOf(row, size), right, ofBound, position, sign);
        }

        /** With the share of the right side that stays out of reach as another unknown. */
        Condition loosened(int size, int unknown) {
            Condition loose = widened(size);
            loose.row[unknown] = right;
            return loose;
        }
    }

    /**
     * The step.
     *
     * @param root columns of a square root of the model's Hessian {@code root' root}
     * @param at point and slope of the objective
     * @return empty where rounding leaves none
     */
    static Optional<SqpDirection> of(
            ConstraintSystem system, double[][] root, Iterate at, ConstraintValues constraints) {
        double[] slope = at.gradient().toDoubles();
        PivotedQr factors = PivotedQr.of(root, slope.length);
        if (factors.rank() < slope.length) {
            return Optional.empty();
        }
        double[] target = factors.turnedBack(factors.solveTransposed(
                Arrays.stream(slope).map(element -> -element).toArray()));
        List<Condition> equations = new ArrayList<>();
        List<Condition> inequalities = new ArrayList<>();
        addRows(system, constraints, equations, inequalities);
        addBounds(system.bounds(), at.x(), equations, inequalities);
        return solve(root, target, equations, inequalities)
                .or(() -> relaxed(root, target, equations, inequalities))
                .map(found -> found.sorted(equations, inequalities, constraints.all().length));
    }

    private static void addRows(
            ConstraintSystem system,
            ConstraintValues constraints,
            List<Condition> equations,
            List<Condition> inequalities) {
        double[] lower = system.lower(constraints.values());
        double[] upper = system.upper(constraints.values());
        double[] values = constraints.all();
        double[][] rows = constraints.rows();
        for (int i = 0; i < rows.length; i++) {
            add(rows[i], lower[i] - values[i], upper[i] - values[i], false, i, equations, inequalities);
        }
    }

    private static void addBounds(Bounds bounds, NdArray x, List<Condition> equations, List<Condition> inequalities) {
        for (int i = 0; i < x.size() && !bounds.isUnlimited(); i++) {
            double[] row = new double[x.size()];
            row[i] = 1;
            add(row, bounds.lower(i) - x.get(i), bounds.upper(i) - x.get(i), true, i, equations, inequalities);
        }
    }

    private static void add(
            double[] row,
            double least,
            double most,
            boolean ofBound,
            int position,
            List<Condition> equations,
            List<Condition> inequalities) {
        if (least == most) {
            equations.add(new Condition(row, least, ofBound, position, -1));
            return;
        }
        if (least > Double.NEGATIVE_INFINITY) {
            inequalities.add(new Condition(row, least, ofBound, position, -1));
        }
        if (most < Double.POSITIVE_INFINITY) {
            double[] negative = Arrays.stream(row).map(element -> -element).toArray();
            inequalities.add(new Condition(negative, -most, ofBound, position, 1));
        }
    }

    /** A solution with the share of the violation that it removes. */
    private record Found(ConstrainedLeastSquares solution, int unknowns) {
        SqpDirection sorted(List<Condition> equations, List<Condition> inequalities, int rows) {
            double[] ofRows = new double[rows];
            double[] ofBounds = new double[unknowns];
            sort(equations, solution.ofEquations(), ofRows, ofBounds);
            sort(inequalities, solution.ofInequalities(), ofRows, ofBounds);
            return new SqpDirection(Arrays.copyOf(solution.x(), unknowns), ofRows, ofBounds);
        }

        private static void sort(List<Condition> conditions, double[] multipliers, double[] ofRows, double[] ofBounds) {
            for (int i = 0; i < conditions.size(); i++) {
                Condition condition = conditions.get(i);
                double[] target = condition.ofBound ? ofBounds : ofRows;
                target[condition.position] += condition.sign * multipliers[i];
            }
        }
    }

    private static Optional<Found> solve(
            double[][] root, double[] target, List<Condition> equations, List<Condition> inequalities) {
        return ConstrainedLeastSquares.of(root, target, conditions(equations), conditions(inequalities))
                .map(solution -> new Found(solution, target.length));
    }

    private static ConstrainedLeastSquares.Conditions conditions(List<Condition> conditions) {
        return new ConstrainedLeastSquares.Conditions(
                conditions.stream().map(condition -> condition.row).toArray(double[][]::new),
                conditions.stream().mapToDouble(condition -> condition.right).toArray());
    }

    /** With one more unknown for each condition that is violated: the share of it that may stay so. */
    private static Optional<Found> relaxed(
            double[][] root, double[] target, List<Condition> equations, List<Condition> inequalities) {
        int unknowns = target.length;
        int size = unknowns
                + equations.size()
                + (int) inequalities.stream().filter(one -> one.right > 0).count();
        double[][] wider = new double[size][];
        double weight = Math.sqrt(RELAXED * (1 + DenseSystem.dot(target, target)));
        for (int j = 0; j < size; j++) {
            wider[j] = j < unknowns ? Arrays.copyOf(root[j], size) : new double[size];
            wider[j][j] += j < unknowns ? 0 : weight;
        }
        List<Condition> loose = new ArrayList<>();
        int next = unknowns;
        for (Condition condition : equations) {
            loose.add(condition.loosened(size, next++));
        }
        List<Condition> looseInequalities = new ArrayList<>();
        for (Condition condition : inequalities) {
            looseInequalities.add(condition.right > 0 ? condition.loosened(size, next++) : condition.widened(size));
        }
        return ConstrainedLeastSquares.of(
                        wider, Arrays.copyOf(target, size), conditions(loose), conditions(looseInequalities))
                .map(solution -> new Found(solution, unknowns));
    }
}
