package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;

/**
 * The state of the spectral gradient methods.
 *
 * @param iterate the point; its gradient is the residual {@code x - prox(x - slope)}, for bounds the projected gradient
 * @param at the point with the smooth part's value and gradient
 * @param recent the newest values, the last being that of the point
 * @param step multiple of the gradient to try next, by Barzilai &amp; Borwein
 * @param firstResidual Euclidean norm of the residual at the start
 * @param stepLength Euclidean length of the last step
 * @param reason why it ended
 */
public record Spectral(
        Iterate iterate,
        Composite at,
        List<Double> recent,
        double step,
        double firstResidual,
        double stepLength,
        Optional<Reason> reason)
        implements State {
    private static final int MEMORY = 10;
    private static final double LEAST_STEP = 1e-30;
    private static final double LARGEST_STEP = 1e30;

    /** A state; the list is copied. */
    public Spectral {
        recent = List.copyOf(recent);
    }

    static Spectral start(Objective objective, Proximal proximal, NdArray x0, double gtol) {
        Composite at = Composite.start(objective, proximal, x0);
        double curvature = Curvature.along(objective.known(at.x(), at.smooth(), at.slope()));
        NdArray residual = at.residual(proximal);
        return new Spectral(
                new Iterate(at.x(), at.value(), residual),
                at,
                List.of(at.value()),
                curvature > 0 ? 1 / curvature : 1,
                residual.norm(),
                0,
                reason(residual, gtol));
    }

    private static Optional<Reason> reason(NdArray residual, double gtol) {
        return residual.maxAbs() <= gtol ? Optional.of(Reason.GRADIENT_SMALL) : Optional.empty();
    }

    /** The largest of the newest values, which a step must stay below (Grippo, Lampariello &amp; Lucidi 1986). */
    double ceiling() {
        return recent.stream().reduce(Double.NEGATIVE_INFINITY, Math::max);
    }

    Spectral next(Composite to, Proximal proximal, double gtol) {
        NdArray move = to.x().minus(at.x());
        double squared = move.dot(move);
        double curvature = move.dot(to.slope().minus(at.slope())) / squared;
        double spectral = curvature > 0 ? 1 / curvature : 2 * step;
        NdArray residual = to.residual(proximal);
        return new Spectral(
                new Iterate(to.x(), to.value(), residual),
                to,
                Stream.concat(recent.stream(), Stream.of(to.value()))
                        .skip(recent.size() < MEMORY ? 0 : 1)
                        .toList(),
                Math.min(Math.max(spectral, LEAST_STEP), LARGEST_STEP),
                firstResidual,
                Math.sqrt(squared),
                reason(residual, gtol));
    }

    Spectral ended(Reason why) {
        return new Spectral(iterate, at, recent, step, firstResidual, stepLength, Optional.of(why));
    }

    boolean hasFallen() {
        return iterate.gradient().norm() <= Descent.FALLEN * firstResidual;
    }
}
