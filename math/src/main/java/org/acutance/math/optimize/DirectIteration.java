package org.acutance.math.optimize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * One iteration of methods that model by values at points: a point where the model is low, or one that makes the model
 * better.
 */
final class DirectIteration {
    /** So many points in a row where nothing is defined beside the best point, and there is nothing to be found. */
    private static final int HOPELESS = 20;
    /** So many times the points of the model are enough points that only make it better. */
    private static final int REPAIRS = 3;
    /** So many are enough where the model is trusted after a short step, and after one a tenth as long as the radius. */
    private static final int AFTER_SHORT = 5;

    private static final int AFTER_TINY = 2;
    /** The share of the promised decrease below which a step has failed. */
    private static final double ENOUGH = 0.1;
    /** So many steps in a row that bring a smaller share yet, and curvatures may be forgotten. */
    private static final int FORGET = 3;

    private static final double MISS = 0.01;
    /** So much further points come together as long as constraints are violated. */
    private static final double CLOSER = 1e-3;
    /** The share from which on the next step may be longer. */
    private static final double MUCH = 0.7;

    private final DirectMethod method;
    private final Objective objective;
    private final Interpolation state;
    private final FreeElements free;
    private final List<DirectPoint> points;
    private List<NdArray> curvatures;
    private double radius;
    private double reach;
    private double penalty;
    private int repairs;
    private int misses;

    DirectIteration(DirectMethod method, Objective objective, Interpolation state) {
        this.method = method;
        this.objective = objective;
        this.state = state;
        this.free =
                new FreeElements(method.system().bounds(), state.iterate().x().size());
        this.points = new ArrayList<>(state.points());
        this.curvatures = state.curvatures();
        this.radius = state.radius();
        this.reach = state.reach();
        this.penalty = state.penalty();
        this.repairs = state.repairs();
        this.misses = state.misses();
    }

    /** The state before the first step. */
    static Interpolation start(DirectMethod method, Objective objective, NdArray x0, double radius) {
        Bounds bounds = method.system().bounds();
        DirectPoint first = DirectPoint.at(bounds.project(x0), objective, method.system());
        return Interpolation.start(first, new FreeElements(bounds, x0.size()).within(radius));
    }

    Interpolation run() {
        if (free.size() == 0 || isHopeless()) {
            return ended();
        }
        if (points.size() < 2) {
            return surrounded();
        }
        for (boolean failed = state.failed(); ; failed = false) {
            DirectModel model = model(failed);
            if (!model.isRegular()) {
                if (radius <= last()) {
                    return ended();
                }
                refine();
                return surrounded();
            }
            curvatures = model.curvatures();
            boolean known = false;
            if (!failed) {
                double[] step = model.step(down(), up(), penalty);
                if (raisePenalty(model, step)) {
                    continue;
                }
                known = isEnough(step);
                if (DenseSystem.norm(step) >= radius / 2 && model.promised(penalty, step) > 0) {
                    return tried(model, step);
                }
            }
            int worst = model.worst();
            if (worst >= 0 && !isTired() && !known) {
                return repaired(model, worst);
            }
            if (reach > radius) {
                reach = Math.max(radius, reach / 2);
            } else if (radius > last()) {
                refine();
            } else {
                return polished(model);
            }
        }
    }

    /** The model, after several misses without what it knows of curvatures from before if it would be less steep so. */
    private DirectModel model(boolean failed) {
        DirectModel model = method.model().apply(next(failed, 0), free);
        misses = model.isSteep() ? misses : 0;
        if (misses < FORGET) {
            return model;
        }
        misses = 0;
        curvatures = List.of();
        return method.model().apply(next(failed, 0), free);
    }

    /** Whether enough points were put only to make the model better. */
    private boolean isTired() {
        return repairs > REPAIRS * points.size();
    }

    /** Whether the model is so good that it recommends steps that are short, though some points are far. */
    private boolean isEnough(double... step) {
        boolean tiny = DenseSystem.norm(step) <= radius / 10;
        return method.trusting() && repairs >= (tiny ? AFTER_TINY : AFTER_SHORT);
    }

    /** The last radius: somewhat below the tolerance where a constraint is violated still. */
    private double last() {
        boolean feasible = points.get(0).violation() <= allowed();
        return Math.max(feasible ? method.finalRadius() : CLOSER * method.finalRadius(), resolved());
    }

    /** How far a constraint of size 1 may be violated in this precision. */
    private double allowed() {
        return Math.max(method.feasible(), Rounding.noise(x().precision(), 1));
    }

    private double resolved() {
        return 4 * Rounding.resolution(x());
    }

    private NdArray x() {
        return points.get(0).x();
    }

    private double[] down() {
        return free.down(x());
    }

    private double[] up() {
        return free.up(x());
    }

    /**
     * Raises the penalty so far that the step is worth its while (Powell 1994, (13)), where the objective is constant to
     * anything above 0; whether another point is best now.
     */
    private boolean raisePenalty(DirectModel model, double... step) {
        double removed = points.get(0).violation() - model.violation(step);
        double rise = model.change(step);
        if (!(removed > 0) || rise < 0 || (penalty > 0 && penalty >= 1.5 * rise / removed)) {
            return false;
        }
        penalty = rise > 0 ? 2 * rise / removed : 1;
        return putBestFirst();
    }

    private boolean putBestFirst() {
        int best = 0;
        for (int j = 1; j < points.size(); j++) {
            double merit = points.get(j).merit(penalty);
            double least = points.get(best).merit(penalty);
            boolean tied = merit == least
                    && points.get(j).violation() < points.get(best).violation();
            best = merit < least || tied ? j : best;
        }
        Collections.swap(points, 0, best);
        return best > 0;
    }

    /** The best point and others along the axes, as near as the radius. */
    private Interpolation surrounded() {
        DirectPoint centre = points.get(0);
        points.subList(1, points.size()).clear();
        curvatures = List.of();
        int undefined = state.undefined();
        for (int i = 0; i < free.size(); i++) {
            boolean upwards = free.up(centre.x())[i] >= radius;
            boolean downwards = free.down(centre.x())[i] <= -radius;
            double[] distances = {upwards ? radius : -radius, upwards ? downwards ? -radius : 2 * radius : -2 * radius};
            for (int k = 0; k < method.pointsPerUnknown(); k++) {
                double[] step = new double[free.size()];
                step[i] = distances[k];
                DirectPoint point = at(free.moved(centre.x(), step));
                undefined = point.isFinite() ? 0 : undefined + 1;
                points.add(point);
            }
        }
        reach = radius;
        repairs++;
        putBestFirst();
        return next(false, undefined);
    }

    private Interpolation tried(DirectModel model, double... step) {
        double promised = model.promised(penalty, step);
        DirectPoint trial = at(free.moved(x(), step));
        double decrease = points.get(0).merit(penalty) - trial.merit(penalty);
        int leaving = model.leaving(step, decrease > 0);
        boolean good = decrease >= ENOUGH * promised;
        repairs = good ? 0 : repairs;
        misses = decrease >= MISS * promised ? 0 : misses + 1;
        double length = DenseSystem.norm(step);
        reach = decrease >= MUCH * promised
                ? Math.max(reach / 2, 2 * length)
                : good ? Math.max(reach / 2, length) : length / 2;
        reach = reach <= 1.5 * radius ? radius : reach;
        if (leaving >= 0) {
            points.set(leaving + 1, trial);
        }
        putBestFirst();
        return next(!good, trial.isFinite() ? 0 : state.undefined() + 1);
    }

    private Interpolation repaired(DirectModel model, int worst) {
        DirectPoint put = at(free.moved(x(), model.better(worst, down(), up(), penalty)));
        points.set(worst + 1, put);
        repairs++;
        putBestFirst();
        return next(false, put.isFinite() ? 0 : state.undefined() + 1);
    }

    /** Done, after the last step, which is not too short for being the last. */
    private Interpolation polished(DirectModel model) {
        double[] step = model.step(down(), up(), penalty);
        NdArray x = free.moved(x(), step);
        if (!(model.promised(penalty, step) > 0) || x.equals(x())) {
            return ended();
        }
        DirectPoint trial = at(x);
        boolean better = trial.merit(penalty) < points.get(0).merit(penalty);
        if (better && trial.violation() <= Math.max(allowed(), points.get(0).violation())) {
            points.set(0, trial);
        }
        return ended(next(false, state.undefined()));
    }

    private DirectPoint at(NdArray x) {
        return DirectPoint.at(x, objective, method.system());
    }

    /** A smaller radius, and a penalty no larger than the points' values suggest (Powell 1994, (22)). */
    private void refine() {
        radius = method.finer().applyAsDouble(radius, last());
        reach = Math.max(reach / 2, radius);
        repairs = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < points.get(0).excesses().size(); k++) {
            int row = k;
            double[] range = range(points.stream()
                    .mapToDouble(point -> -point.excesses().get(row))
                    .toArray());
            least = range[0] < range[1] / 2 ? Math.min(least, Math.max(range[1], 0) - range[0]) : least;
        }
        double[] values = range(points.stream().mapToDouble(DirectPoint::value).toArray());
        double enough = Double.isInfinite(least) ? 0 : (values[1] - values[0]) / least;
        penalty = enough < penalty ? enough : penalty;
        putBestFirst();
    }

    private static double[] range(double... values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new double[] {least, most};
    }

    private Interpolation next(boolean failed, int undefined) {
        DirectPoint best = points.get(0);
        return new Interpolation(
                Iterate.valued(best.x(), best.value()),
                points,
                curvatures,
                radius,
                reach,
                penalty,
                failed,
                repairs,
                misses,
                undefined,
                best.x().minus(state.iterate().x()).norm(),
                Optional.empty());
    }

    private boolean isHopeless() {
        return state.isAlone() && state.undefined() >= HOPELESS;
    }

    private Interpolation ended() {
        return ended(state);
    }

    private Interpolation ended(Interpolation end) {
        if (end.isAlone()) {
            return end.ended(Reason.NON_FINITE);
        }
        if (end.maxcv() > allowed()) {
            return end.ended(Reason.INFEASIBLE);
        }
        return end.ended(resolved() > method.finalRadius() ? Reason.PRECISION_REACHED : Reason.STEP_SMALL);
    }
}
