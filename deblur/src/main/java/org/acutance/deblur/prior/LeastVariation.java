package org.acutance.deblur.prior;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Reduction;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.GroupNorm;
import org.acutance.math.optimize.Proximal;

/**
 * The least {@code |v - w| + ratio |E w|} over fields w, as a function of the field v. Value and proximal map both are
 * minima over w, of {@code H(v - w) + ratio |E w|} with the norm or its Moreau envelope as H, which the primal-dual
 * method of Chambolle &amp; Pock (2011, algorithm 1) finds.
 * The search ends by its duality gap and starts where the one before ended, so that a result depends on those before it
 * within the accuracy.
 */
final class LeastVariation implements Proximal {
    private static final int MOST_STEPS = 2000;
    private static final int CHECKED_EVERY = 10;
    /** Step of w against that of q, in units of their sizes; measured on pictures with noise. */
    private static final double BALANCE = 0.2;

    private final LinearMap derivative;
    private final double bound;
    private final double ratio;
    private final double accuracy;
    private final GroupNorm length = new GroupNorm(1);
    private volatile Optional<Fields> last = Optional.empty();

    /**
     * A function.
     *
     * @param derivative E
     * @param bound at least the norm of E
     * @param ratio factor of the second part
     * @param accuracy bound of the error of the value and of the proximal map, relative to the value and to v; the
     *     errors measured are about a twentieth of it
     */
    LeastVariation(LinearMap derivative, double bound, double ratio, double accuracy) {
        this.derivative = derivative;
        this.bound = bound;
        this.ratio = ratio;
        this.accuracy = accuracy;
    }

    /**
     * Where a search is.
     *
     * @param w the field
     * @param q the dual field over the step
     */
    private record Fields(NdArray w, NdArray q) {
        private boolean fits(NdArray v) {
            return w.shape().equals(v.shape()) && w.precision() == v.precision();
        }
    }

    /**
     * What is minimised over w.
     *
     * @param step factor of both norms
     * @param envelope whether the first norm is replaced by its Moreau envelope
     */
    private record Inner(double step, boolean envelope) {
        /** H at differences of which the group lengths are wanted short: its proximal map. */
        private NdArray shorten(NdArray difference, double by) {
            return envelope
                    ? difference
                            .plus(new GroupNorm(1)
                                    .prox(difference, step * (1 + by))
                                    .times(by))
                            .times(1 / (1 + by))
                    : new GroupNorm(1).prox(difference, step * by);
        }

        /** H. */
        private double value(NdArray difference) {
            if (!envelope) {
                return step * new GroupNorm(1).value(difference);
            }
            NdArray z = new GroupNorm(1).prox(difference, step);
            NdArray rest = difference.minus(z);
            return step * new GroupNorm(1).value(z) + rest.dot(rest) / 2;
        }

        /** Minus the conjugate of H at a feasible p, and its product with v. */
        private double dual(NdArray v, NdArray p) {
            return v.dot(p) - (envelope ? p.dot(p) / 2 : 0);
        }
    }

    @Override
    public double value(NdArray v) {
        Inner inner = new Inner(1, false);
        Fields found = search(inner, v);
        return inner.value(v.minus(found.w())) + ratio * length.value(derivative.apply(found.w()));
    }

    @Override
    public NdArray prox(NdArray v, double step) {
        NdArray w = search(new Inner(step, true), v).w();
        return w.plus(length.prox(v.minus(w), step));
    }

    /** Every vector of a field that is longer than the limit cut to it. */
    private NdArray feasible(NdArray field, double limit) {
        return field.minus(length.prox(field, limit));
    }

    /** The factor that makes the longest vector of a field no longer than the limit. */
    private static double shrinkage(NdArray field, double limit) {
        double longest = Math.sqrt(field.times(field).reduce(Reduction.SUM, 0).max());
        return longest <= limit ? 1 : limit / longest;
    }

    private Fields search(Inner inner, NdArray v) {
        double scale = v.norm() / Math.sqrt(Math.max(1, v.size()));
        Fields fields = last.filter(kept -> kept.fits(v))
                .orElseGet(() -> new Fields(v, NdArray.zeros(derivative.range(), v.precision())));
        if (scale == 0) {
            return new Fields(v, fields.q().times(0));
        }
        double limit = ratio * inner.step();
        double primalStep = BALANCE * scale / limit / bound;
        double dualStep = 1 / (primalStep * bound * bound);
        NdArray w = fields.w();
        NdArray ahead = w;
        NdArray q = fields.q().times(inner.step());
        for (int i = 0; i < MOST_STEPS; i++) {
            q = feasible(q.plusScaled(dualStep, derivative.apply(ahead)), limit);
            NdArray moved = v.minus(w.plusScaled(-primalStep, derivative.adjoint(q)));
            NdArray next = v.minus(inner.shorten(moved, primalStep));
            ahead = next.times(2).minus(w);
            w = next;
            if (i % CHECKED_EVERY == CHECKED_EVERY - 1 && isFound(inner, v, w, q)) {
                break;
            }
        }
        Fields found = new Fields(w, q.times(1 / inner.step()));
        last = Optional.of(found);
        return found;
    }

    /** By the duality gap, q being made shorter until it is feasible. */
    private boolean isFound(Inner inner, NdArray v, NdArray w, NdArray q) {
        double primal = inner.value(v.minus(w)) + ratio * inner.step() * length.value(derivative.apply(w));
        NdArray adjoint = derivative.adjoint(q);
        NdArray p = adjoint.times(shrinkage(adjoint, inner.step()));
        double gap = primal - inner.dual(v, p);
        double goal = inner.envelope() ? accuracy * accuracy * v.dot(v) / 2 : accuracy * primal;
        double rounding = (v.precision() == Precision.FLOAT32 ? 1e-6 : 1e-14) * primal;
        return gap <= Math.max(goal, rounding);
    }
}
