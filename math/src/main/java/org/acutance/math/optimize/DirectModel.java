package org.acutance.math.optimize;

import java.util.List;
import org.acutance.math.array.NdArray;

/** Functions that have the values of the objective and the constraints at some points, the best one first. */
interface DirectModel {
    /** Whether the points determine the model. */
    boolean isRegular();

    /** The second derivatives of the functions; none where they are linear. */
    List<NdArray> curvatures();

    /**
     * The step that the model recommends.
     *
     * @param down how far down each element may go, at most 0
     * @param up how far up, at least 0
     * @param penalty weight of the largest violation
     */
    double[] step(double[] down, double[] up, double penalty);

    /** Whether the objective is much steeper than if curvatures from before were forgotten (Powell 2006, section 8). */
    default boolean isSteep() {
        return false;
    }

    /** By how much the objective would grow. */
    double change(double... step);

    /** The largest violation after a step. */
    double violation(double... step);

    /** The point, counted without the best one, that is to be put elsewhere first; -1 if all may stay. */
    int worst();

    /** Where to put that point, as a step from the best one. */
    double[] better(int point, double[] down, double[] up, double penalty);

    /**
     * The point, counted without the best one, in whose place a new one is best; -1 if none should go.
     *
     * @param better whether the new point is the best
     */
    int leaving(double[] step, boolean better);

    /** What the step promises, with a penalty for the largest violation. */
    default double promised(double penalty, double... step) {
        return penalty * (violation(new double[step.length]) - violation(step)) - change(step);
    }

    /** What is infinite counts as somewhat above the largest. */
    static double[] moderated(double... values) {
        double most = values[0];
        double least = values[0];
        for (double value : values) {
            most = Double.isInfinite(value) ? most : Math.max(most, value);
            least = Math.min(least, value);
        }
        double above = most + (most > least ? 2 * (most - least) : Math.max(1, Math.abs(most)));
        double[] finite = values.clone();
        for (int i = 0; i < finite.length; i++) {
            finite[i] = Double.isInfinite(finite[i]) ? above : finite[i];
        }
        return finite;
    }
}
