package org.acutance.math.global;

import java.util.SplittableRandom;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.LbfgsB;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Solution;

/** What the searches share: random numbers by seed and step, points within bounds, and the way down from a point. */
final class Search {
    private Search() {}

    /**
     * The random numbers of a step, always the same ones. Seed and step are scattered each for itself: generators whose seeds
     * differ by a constant may give the same numbers, only later.
     */
    static SplittableRandom random(long seed, int step) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + new SplittableRandom(step).nextLong());
    }

    /**
     * Refuses bounds that do not enclose every element.
     *
     * @throws IllegalArgumentException if a bound is infinite
     */
    static void requireBox(String method, Bounds bounds, NdArray x0) {
        for (int i = 0; i < x0.size(); i++) {
            if (!Double.isFinite(bounds.upper(i) - bounds.lower(i))) {
                throw new IllegalArgumentException(method + ": bounds from " + bounds.lower(i) + " to "
                        + bounds.upper(i) + " at element " + i + "; it searches between bounds, so make them finite");
            }
        }
    }

    /** An array of the shape and precision of another one. */
    static NdArray like(NdArray x, double... elements) {
        return NdArray.of(elements, x.shape(), x.precision());
    }

    /** The point with its value, infinite where that is not a number. */
    static Iterate at(Objective objective, NdArray x) {
        double value = objective.at(x).value();
        return Iterate.valued(x, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }

    /** A point chosen evenly between the bounds. */
    static NdArray anywhere(Bounds bounds, NdArray like, SplittableRandom random) {
        double[] x = new double[like.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = bounds.lower(i) + random.nextDouble() * (bounds.upper(i) - bounds.lower(i));
        }
        return bounds.project(like(like, x));
    }

    /** The minimum to which L-BFGS-B leads from a point; the point itself if that is no lower. */
    static Iterate descended(Objective objective, Bounds bounds, Iterate from) {
        Solution solution = Minimize.by(LbfgsB.of(bounds)).minimize(objective, from.x());
        return solution.fun() < from.value() ? Iterate.valued(solution.x(), solution.fun()) : from;
    }
}
