package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;

/**
 * A step and the change of the gradient along it: what a quasi-Newton method knows of the Hessian.
 *
 * @param step change of the point, s
 * @param change change of the gradient, y
 * @param curvature their product s'y, positive
 */
public record CurvaturePair(NdArray step, NdArray change, double curvature) {
    /** The pairs with that of the newest step, the oldest dropped; a step without positive curvature is left out. */
    static List<CurvaturePair> remember(List<CurvaturePair> pairs, Iterate from, Iterate to, int most) {
        long surplus = Math.max(0, pairs.size() + 1L - most);
        return of(from, to)
                .map(newest -> Stream.concat(pairs.stream(), Stream.of(newest))
                        .skip(surplus)
                        .toList())
                .orElse(pairs);
    }

    /** The pair of a step; empty if that has no positive curvature. */
    static Optional<CurvaturePair> of(Iterate from, Iterate to) {
        NdArray step = to.x().minus(from.x());
        NdArray change = to.gradient().minus(from.gradient());
        double curvature = step.dot(change);
        double slope = -from.gradient().dot(step);
        return curvature > Math.ulp(1d) * slope
                ? Optional.of(new CurvaturePair(step, change, curvature))
                : Optional.empty();
    }

    /** The inverse Hessian that the pairs imply, times a vector (Nocedal &amp; Wright 2006, algorithm 7.4). */
    static NdArray inverseHessianTimes(List<CurvaturePair> pairs, NdArray vector) {
        if (pairs.isEmpty()) {
            return vector;
        }
        double[] shares = new double[pairs.size()];
        NdArray product = vector;
        for (int i = pairs.size() - 1; i >= 0; i--) {
            CurvaturePair pair = pairs.get(i);
            shares[i] = pair.step.dot(product) / pair.curvature;
            product = product.plusScaled(-shares[i], pair.change);
        }
        CurvaturePair newest = pairs.get(pairs.size() - 1);
        product = product.times(newest.curvature / newest.change.dot(newest.change));
        for (int i = 0; i < shares.length; i++) {
            CurvaturePair pair = pairs.get(i);
            product = product.plusScaled(shares[i] - pair.change.dot(product) / pair.curvature, pair.step);
        }
        return product;
    }
}
