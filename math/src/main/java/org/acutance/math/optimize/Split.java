package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/**
 * What belongs to one term {@code f(K x)} that {@link Admm} splits.
 *
 * @param z copy of {@code K x}, at which the term's function was last minimised
 * @param centre {@code z - u}, which {@code K x} is drawn to; u is the dual variable divided by the penalty
 * @param penalty rho
 * @param primal primal residual in units of its tolerance
 * @param dual dual residual in units of its tolerance
 * @param balance where the penalty was last adapted
 */
public record Split(NdArray z, NdArray centre, double penalty, double primal, double dual, Balance balance) {
    private static final double LEAST_CORRELATION = 0.2;
    private static final double LARGEST_CHANGE = 2;

    /**
     * The points and dual variables where a penalty was adapted.
     *
     * @param z copy of the term
     * @param y its dual variable, {@code penalty u}
     * @param mapped {@code K x}
     * @param other the dual variable after the step of x alone, {@code penalty (u + K x - z)}
     */
    public record Balance(NdArray z, NdArray y, NdArray mapped, NdArray other) {}

    static Split start(NdArray mapped, double penalty) {
        NdArray zero = mapped.times(0);
        Balance balance = new Balance(mapped, zero, mapped, zero);
        return new Split(mapped, mapped, penalty, Double.MAX_VALUE, Double.MAX_VALUE, balance);
    }

    /** The dual variable divided by the penalty. */
    NdArray u() {
        return z.minus(centre);
    }

    /**
     * This split with the penalty adapted to what the terms have shown since it last was (Xu, Figueiredo &amp; Goldstein
     * 2017, (26) to (31)).
     *
     * @param mapped {@code K x} of the step that led here
     * @param before the split before that step
     */
    Split balanced(NdArray mapped, Split before) {
        NdArray y = u().times(penalty);
        NdArray other = mapped.minus(before.centre).times(penalty);
        Curvatures own = Curvatures.of(z.minus(balance.z), y.minus(balance.y));
        Curvatures rest = Curvatures.of(mapped.minus(balance.mapped), balance.other.minus(other));
        double wanted = own.isCertain()
                ? rest.isCertain() ? Math.sqrt(own.step * rest.step) : own.step
                : rest.isCertain() ? rest.step : penalty;
        double next = Math.min(Math.max(wanted, penalty / LARGEST_CHANGE), penalty * LARGEST_CHANGE);
        return new Split(z, z.plusScaled(-1 / next, y), next, primal, dual, new Balance(z, y, mapped, other));
    }

    /** The curvature between two points by Barzilai &amp; Borwein, and how far the gradient follows the point. */
    private record Curvatures(double step, double correlation) {
        static Curvatures of(NdArray move, NdArray change) {
            double product = move.dot(change);
            double moved = move.dot(move);
            double changed = change.dot(change);
            double steepest = changed / product;
            double least = product / moved;
            double hybrid = 2 * least > steepest ? least : steepest - least / 2;
            return new Curvatures(hybrid, product / Math.sqrt(moved * changed));
        }

        boolean isCertain() {
            return correlation > LEAST_CORRELATION && step > 0 && step < Double.POSITIVE_INFINITY;
        }
    }
}
