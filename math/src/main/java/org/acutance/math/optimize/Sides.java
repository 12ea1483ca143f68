package org.acutance.math.optimize;

import java.util.ArrayList;
import java.util.List;
import org.acutance.math.array.NdArray;

/** Bounds and constraints as equations {@code c(x) = 0} and inequalities {@code c(x) <= 0}, one after the other. */
final class Sides {
    private final ConstraintSystem system;
    private final List<NdArray> like;
    private final int unknowns;
    private final List<Side> equations = new ArrayList<>();
    private final List<Side> inequalities = new ArrayList<>();

    /** One limit: that of an element or that of a row, lower if the sign is -1. */
    private record Side(boolean ofBound, int position, int sign, double limit, double width) {
        double value(NdArray x, double... rows) {
            double at = ofBound ? x.get(position) : rows[position];
            return sign * (at - limit);
        }

        double[] slope(int unknowns, double[][] rows) {
            double[] slope = new double[unknowns];
            if (ofBound) {
                slope[position] = sign;
                return slope;
            }
            return DenseSystem.plusScaled(slope, sign, rows[position]);
        }
    }

    /**
     * The sides.
     *
     * @param like arrays of the shapes of the constraints' values
     */
    Sides(ConstraintSystem system, List<NdArray> like, int unknowns) {
        this.system = system;
        this.like = like;
        this.unknowns = unknowns;
        double[] lower = system.lower(like);
        double[] upper = system.upper(like);
        for (int i = 0; i < lower.length; i++) {
            add(false, i, lower[i], upper[i]);
        }
        for (int i = 0; i < unknowns && !system.bounds().isUnlimited(); i++) {
            add(true, i, system.bounds().lower(i), system.bounds().upper(i));
        }
    }

    private void add(boolean ofBound, int position, double lower, double upper) {
        double width = upper - lower;
        if (lower == upper) {
            equations.add(new Side(ofBound, position, 1, lower, 0));
            return;
        }
        if (lower > Double.NEGATIVE_INFINITY) {
            inequalities.add(new Side(ofBound, position, -1, lower, width));
        }
        if (upper < Double.POSITIVE_INFINITY) {
            inequalities.add(new Side(ofBound, position, 1, upper, width));
        }
    }

    double[] equations(NdArray x, double... rows) {
        return equations.stream().mapToDouble(side -> side.value(x, rows)).toArray();
    }

    double[] inequalities(NdArray x, double... rows) {
        return inequalities.stream().mapToDouble(side -> side.value(x, rows)).toArray();
    }

    /** The distance of the limits that belong together, for each inequality. */
    double[] widths() {
        return inequalities.stream().mapToDouble(Side::width).toArray();
    }

    double[][] slopesOfEquations(double[][] rows) {
        return equations.stream().map(side -> side.slope(unknowns, rows)).toArray(double[][]::new);
    }

    double[][] slopesOfInequalities(double[][] rows) {
        return inequalities.stream().map(side -> side.slope(unknowns, rows)).toArray(double[][]::new);
    }

    /** Multipliers of the equations and inequalities by what they belong to. */
    Multipliers multipliers(NdArray x, double... all) {
        double[] ofRows = new double[system.lower(like).length];
        double[] ofBounds = new double[unknowns];
        for (int k = 0; k < all.length; k++) {
            Side side = k < equations.size() ? equations.get(k) : inequalities.get(k - equations.size());
            double[] target = side.ofBound ? ofBounds : ofRows;
            target[side.position] += side.sign * all[k];
        }
        return new Multipliers(NdArray.of(ofBounds, x.shape(), x.precision()), system.shaped(ofRows, like));
    }
}
