package org.acutance.math.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.scalar.Bounded;
import org.acutance.math.scalar.Brent;
import org.acutance.math.scalar.ScalarMinimizer;
import org.acutance.math.scalar.ScalarMinimum;

/**
 * Powell's method of conjugate directions (The Computer Journal 7, 1964) with SciPy's options, for few unknowns and
 * objectives without derivatives: no gradient is computed. A start outside the bounds is projected.
 *
 * @param bounds limits of the elements; the objective is not asked outside of them
 * @param xtol hundredth of the relative tolerance of a search along a direction
 * @param ftol converged when twice the decrease of an iteration is at most this times the sum of both values' sizes
 * @param budget limits of iterations and evaluations; 1000 per unknown if neither is given
 * @param direc the first directions, a matrix of one row for each; empty for the axes
 */
public record Powell(Bounds bounds, double xtol, double ftol, Budget budget, Optional<NdArray> direc)
        implements Optimizer<Powell.Directions> {
    private static final int MOST_UNKNOWNS = 2000;
    private static final long PER_UNKNOWN = 1000;
    private static final double TINY = 1e-20;
    private static final int MOST_TRIALS = 500;

    /**
     * The state of the method.
     *
     * @param iterate the point, without a gradient
     * @param directions along which to search in turn, one per unknown; empty stands for the axes
     * @param before where the sweep over the directions before ended
     * @param stepLength Euclidean length of the last step
     * @param reason why it ended
     */
    public record Directions(
            Iterate iterate, List<NdArray> directions, NdArray before, double stepLength, Optional<Reason> reason)
            implements State {
        /** A state; the directions are copied. */
        public Directions {
            directions = List.copyOf(directions);
        }
    }

    @Override
    public Optional<Optimizer<Directions>> within(Bounds bounds) {
        return Optional.of(new Powell(this.bounds.and(bounds), xtol, ftol, budget, direc));
    }

    /**
     * This method with first directions of the user's.
     *
     * @param directions a matrix of one row for each unknown; they must not depend on each other
     */
    public Powell withDirections(NdArray directions) {
        return new Powell(bounds, xtol, ftol, budget, Optional.of(directions));
    }

    @Override
    public Directions start(Objective objective, NdArray x0) {
        DenseHessian.requireFew("powell", x0, MOST_UNKNOWNS);
        NdArray x = bounds.project(x0);
        return new Directions(Iterate.valued(x, objective.at(x).value()), first(x), x, 0, Optional.empty());
    }

    private List<NdArray> first(NdArray x) {
        int size = x.size();
        direc.ifPresent(given -> given.shape().require("powell: directions", Shape.of(size, size)));
        List<NdArray> axes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double[] axis = new double[size];
            axis[i] = 1;
            int row = i;
            direc.ifPresent(given -> given.read(row * size, axis, 0, size));
            axes.add(NdArray.of(axis, x.shape(), x.precision()));
        }
        return axes;
    }

    @Override
    public Directions step(Objective objective, Directions state) {
        Iterate from = state.iterate();
        Sweep sweep = new Sweep(objective, from);
        state.directions().forEach(sweep::along);
        Iterate swept = sweep.at;
        if (2 * sweep.decrease() <= ftol * (Math.abs(from.value()) + Math.abs(swept.value())) + TINY) {
            boolean lost = sweep.decrease() == 0 && sweep.metNonFinite;
            return next(state, sweep, state.directions(), swept, lost ? Reason.NON_FINITE : Reason.DECREASE_SMALL);
        }
        int steepest = sweep.steepest;
        NdArray onward = swept.x().minus(state.before());
        Optional<NdArray> move = sweep.isWorthwhile(onward) ? sweep.along(onward) : Optional.empty();
        List<NdArray> directions =
                move.map(last -> replaced(state.directions(), steepest, last)).orElse(state.directions());
        return next(state, sweep, directions, swept);
    }

    private static Directions next(
            Directions state, Sweep sweep, List<NdArray> directions, Iterate swept, Reason... reasons) {
        double length = sweep.at.x().minus(state.iterate().x()).norm();
        return new Directions(
                sweep.at, directions, swept.x(), length, Arrays.stream(reasons).findFirst());
    }

    /** The last direction in the place of one that is no longer needed, and a new one at the end. */
    private static List<NdArray> replaced(List<NdArray> directions, int position, NdArray last) {
        List<NdArray> changed = new ArrayList<>(directions);
        changed.set(position, changed.get(changed.size() - 1));
        changed.set(changed.size() - 1, last);
        return changed;
    }

    /** Searches one after the other, each from where the one before has ended. */
    private final class Sweep {
        private final Objective objective;
        private final Iterate from;
        private Iterate at;
        private int searches;
        private int steepest;
        private double largest;
        private boolean metNonFinite;

        Sweep(Objective objective, Iterate from) {
            this.objective = objective;
            this.from = from;
            this.at = from;
        }

        double decrease() {
            return from.value() - at.value();
        }

        /** Goes to the minimum along a direction; the way there, empty if none leads lower. */
        Optional<NdArray> along(NdArray direction) {
            int position = searches++;
            Optional<Iterate> found = direction.maxAbs() == 0 ? Optional.empty() : search(direction);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Iterate to = found.get();
            if (at.value() - to.value() > largest) {
                largest = at.value() - to.value();
                steepest = position;
            }
            NdArray move = to.x().minus(at.x());
            at = to;
            return Optional.of(move).filter(some -> some.maxAbs() > 0);
        }

        private Optional<Iterate> search(NdArray direction) {
            double least = -bounds.room(at.x(), direction.times(-1));
            double most = bounds.room(at.x(), direction);
            double tolerance = 100 * xtol;
            if (least == most) {
                return Optional.empty();
            }
            if (Double.isInfinite(least) && Double.isInfinite(most)) {
                return lower(direction, new Brent(0, 1, tolerance, MOST_TRIALS), step -> step);
            }
            return Double.isInfinite(least) || Double.isInfinite(most)
                    ? lower(direction, bounded(Math.atan(least), Math.atan(most), tolerance), Math::tan)
                    : lower(direction, bounded(least, most, tolerance), step -> step);
        }

        private ScalarMinimizer bounded(double least, double most, double tolerance) {
            return new Bounded(least, most, tolerance / 100, MOST_TRIALS);
        }

        /** The minimum that a method finds along a direction, if it is lower than the point here. */
        private Optional<Iterate> lower(NdArray direction, ScalarMinimizer method, DoubleUnaryOperator step) {
            Iterate origin = at;
            ScalarMinimum minimum =
                    method.minimize(t -> t == 0 ? origin.value() : value(point(step.applyAsDouble(t), direction)));
            NdArray x = point(step.applyAsDouble(minimum.x()), direction);
            return minimum.fun() < origin.value() ? Optional.of(Iterate.valued(x, minimum.fun())) : Optional.empty();
        }

        private NdArray point(double step, NdArray direction) {
            return bounds.project(at.x().plusScaled(step, direction));
        }

        private double value(NdArray x) {
            double value = objective.at(x).value();
            metNonFinite |= !Double.isFinite(value);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        }

        /** Powell's test whether a direction should take the place of the one that brought most. */
        boolean isWorthwhile(NdArray onward) {
            double beyond = value(point(Math.min(bounds.room(at.x(), onward), 1), onward));
            double curved = 2 * (from.value() + beyond - 2 * at.value()) * square(decrease() - largest);
            return beyond < from.value() && curved < largest * square(from.value() - beyond);
        }

        private static double square(double x) {
            return x * x;
        }
    }

    @Override
    public StopRule limits(int unknowns) {
        return budget.rule(PER_UNKNOWN * Math.max(unknowns, 1));
    }
}
