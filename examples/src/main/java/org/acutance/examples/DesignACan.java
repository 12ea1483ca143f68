package org.acutance.examples;

import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.LinearConstraint;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.NonlinearConstraint;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Solution;

/**
 * The can with the least sheet metal that holds 330 millilitres and is at least three times as high as its radius is
 * long: radius and height in centimetres, within bounds and constraints.
 */
public final class DesignACan {
    private DesignACan() {}

    private static Tensor surface(Tensor can) {
        Tensor radius = can.slice(0, 0, 1);
        Tensor height = can.slice(0, 1, 2);
        return radius.times(radius.plus(height)).times(2 * Math.PI).sum();
    }

    private static Tensor volume(Tensor can) {
        return can.slice(0, 0, 1).square().times(can.slice(0, 1, 2)).times(Math.PI);
    }

    /** Prints the can, and what one more millilitre would cost. */
    public static void main(String[] arguments) {
        NonlinearConstraint holds = NonlinearConstraint.of(DesignACan::volume, Bounds.atLeast(330));
        LinearConstraint slender = new LinearConstraint(NdArray.of(new double[] {-3, 1}, 1, 2), Bounds.atLeast(0));
        Solution solution = Minimize.by("slsqp:ftol=1e-10")
                .within(Bounds.between(1, 20))
                .subjectTo(holds, slender)
                .minimize(Objective.differentiated(DesignACan::surface), NdArray.vector(5, 5));

        double price =
                -solution.multipliers().orElseThrow().constraints().get(0).item();
        System.out.println(solution.message());
        System.out.printf(
                "radius %.3f cm, height %.3f cm: %.2f cm2 of sheet, and %.4f cm2 for one more millilitre%n",
                solution.x().get(0), solution.x().get(1), solution.fun(), price);

        // On paper: both constraints hold, so that 3 pi r^3 = 330 and the sheet is 8 pi r^2.
        double radius = Math.cbrt(110 / Math.PI);
        requireNear(solution.x().get(0), radius);
        requireNear(solution.x().get(1), 3 * radius);
        requireNear(price, 16 * Math.PI * radius * radius / (3 * 330));
    }

    private static void requireNear(double found, double expected) {
        if (!(Math.abs(found - expected) <= 1e-6 * expected)) {
            throw new IllegalStateException("found " + found + " where " + expected + " is right");
        }
    }
}
