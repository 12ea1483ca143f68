package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The state of methods that model objective and constraints by functions with their values at some points.
 *
 * @param iterate the best point, without a gradient
 * @param points those of the model, the best one first; the start alone before the first step
 * @param curvatures second derivatives of the models by the elements that bounds do not fix, matrices, first the
 *     objective's; none before the first step and where models are linear
 * @param radius the least distance of new points, which becomes smaller only
 * @param reach how far steps go
 * @param penalty weight of the largest violation where points are compared
 * @param failed whether the last step brought less than a tenth of what the model promised
 * @param repairs number of points since the last good step or the last radius that only make the model better
 * @param misses number of steps in a row that brought next to nothing of what the model promised
 * @param undefined number of points in a row at which the objective or a constraint is not defined
 * @param stepLength Euclidean length by which the best point moved
 * @param reason why it ended
 */
public record Interpolation(
        Iterate iterate,
        List<DirectPoint> points,
        List<NdArray> curvatures,
        double radius,
        double reach,
        double penalty,
        boolean failed,
        int repairs,
        int misses,
        int undefined,
        double stepLength,
        Optional<Reason> reason)
        implements State {
    /** A state; the lists are copied. */
    public Interpolation {
        points = List.copyOf(points);
        curvatures = List.copyOf(curvatures);
    }

    static Interpolation start(DirectPoint first, double radius) {
        return new Interpolation(
                Iterate.valued(first.x(), first.value()),
                List.of(first),
                List.of(),
                radius,
                radius,
                0,
                false,
                0,
                0,
                0,
                0,
                first.isFinite() ? Optional.empty() : Optional.of(Reason.NON_FINITE));
    }

    @Override
    public double maxcv() {
        return points.get(0).violation();
    }

    /** Whether the objective or a constraint is defined at the best point only. */
    boolean isAlone() {
        return points.size() > 1 && points.stream().skip(1).noneMatch(DirectPoint::isFinite);
    }

    Interpolation ended(Reason why) {
        return new Interpolation(
                iterate,
                points,
                curvatures,
                radius,
                reach,
                penalty,
                failed,
                repairs,
                misses,
                undefined,
                stepLength,
                Optional.of(why));
    }
}
