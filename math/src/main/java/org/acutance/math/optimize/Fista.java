package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The accelerated proximal gradient method FISTA with backtracking (Beck &amp; Teboulle 2009, section 4), a step that
 * may grow again, and momentum dropped where it leads uphill or the value rises (O'Donoghue &amp; Candès 2015, section
 * 3.2).
 *
 * @param proximal what is added to the smooth objective
 * @param gtol converged when no element of {@code y - prox(y - gradient)} is larger
 * @param maxiter limit of iterations
 */
public record Fista(Proximal proximal, double gtol, int maxiter) implements Optimizer<Fista.Momentum> {
    private static final int PATIENCE = 200;
    private static final int TRIALS = 100;
    private static final double GROWTH = 1.1;

    /** The method with tolerance 1e-6 and at most 100000 iterations. */
    public static Fista of(Proximal proximal) {
        return new Fista(proximal, 1e-6, 100_000);
    }

    /**
     * The state of FISTA.
     *
     * @param iterate the point that the last proximal map gave; its gradient is the residual {@code y - prox(y -
     *     gradient)} at the point that momentum led to from there
     * @param ahead that point, y
     * @param curvature inverse of the step to try next
     * @param weight the sequence t of Beck &amp; Teboulle (4.2), 1 without momentum
     * @param firstResidual Euclidean norm of the residual at the start
     * @param stepLength Euclidean length of the last step
     * @param reason why it ended
     */
    public record Momentum(
            Iterate iterate,
            Composite ahead,
            double curvature,
            double weight,
            double firstResidual,
            double stepLength,
            Optional<Reason> reason)
            implements State {
        Momentum ended(Reason why) {
            return new Momentum(iterate, ahead, curvature, weight, firstResidual, stepLength, Optional.of(why));
        }
    }

    @Override
    public Optional<Optimizer<Momentum>> within(Bounds bounds) {
        return proximal instanceof Bounds own
                ? Optional.of(new Fista(own.and(bounds), gtol, maxiter))
                : Optional.empty();
    }

    @Override
    public Optional<Optimizer<Momentum>> adding(Proximal function) {
        return proximal instanceof Bounds own && own.isUnlimited()
                ? Optional.of(new Fista(function, gtol, maxiter))
                : Optional.empty();
    }

    @Override
    public Momentum start(Objective objective, NdArray x0) {
        Composite at = Composite.start(objective, proximal, x0);
        double curvature = Curvature.along(objective.known(at.x(), at.smooth(), at.slope()));
        NdArray residual = at.residual(proximal);
        return new Momentum(
                new Iterate(at.x(), at.value(), residual),
                at,
                curvature > 0 ? curvature : 1,
                1,
                residual.norm(),
                0,
                reason(residual));
    }

    @Override
    public Momentum step(Objective objective, Momentum state) {
        Composite from = state.ahead();
        double curvature = state.curvature();
        double resolution = Rounding.resolution(from.x());
        boolean metNonFinite = false;
        for (int i = 0; i < TRIALS; i++) {
            NdArray x = from.forwardBackward(proximal, 1 / curvature);
            if (x.minus(from.x()).maxAbs() <= resolution) {
                break;
            }
            Evaluation to = objective.at(x);
            double met = Curvature.met(from.smooth(), from.slope(), from.x(), to, 0);
            if (met <= curvature) {
                return next(objective, state, to, curvature);
            }
            metNonFinite |= met == Double.POSITIVE_INFINITY;
            curvature *= 2;
        }
        return state.weight() > 1 ? restart(objective, state) : failed(objective, state, metNonFinite);
    }

    private Momentum failed(Objective objective, Momentum state, boolean metNonFinite) {
        Composite at = state.ahead();
        boolean fallen = state.iterate().gradient().norm() <= Descent.FALLEN * state.firstResidual();
        return state.ended(at.failure(objective, proximal, fallen, metNonFinite));
    }

    private Momentum restart(Objective objective, Momentum state) {
        Composite at = Composite.of(objective.at(state.iterate().x()), proximal);
        return to(state, at, at, state.curvature(), 1);
    }

    private Momentum next(Objective objective, Momentum state, Evaluation found, double curvature) {
        double value = found.value() + proximal.value(found.x());
        if (value > state.iterate().value() && state.weight() > 1) {
            return restart(objective, state);
        }
        NdArray move = found.x().minus(state.iterate().x());
        boolean uphill = state.ahead().x().minus(found.x()).dot(move) > 0;
        double weight = uphill ? 1 : (1 + Math.sqrt(1 + 4 * state.weight() * state.weight())) / 2;
        double momentum = uphill ? 0 : (state.weight() - 1) / weight;
        if (momentum > 0) {
            Composite ahead = Composite.of(objective.at(allowed(found.x().plusScaled(momentum, move))), proximal);
            if (Double.isFinite(ahead.smooth()) && ahead.slope().isFinite()) {
                Composite to = new Composite(found.x(), found.value(), ahead.slope(), value);
                return to(state, to, ahead, curvature / GROWTH, weight);
            }
        }
        Composite to = Composite.of(found, proximal);
        return to.isFinite() ? to(state, to, to, curvature / GROWTH, weight) : nonFinite(state);
    }

    /** Momentum leads beyond limits, where the objective may not be asked. */
    private NdArray allowed(NdArray ahead) {
        return proximal instanceof Bounds bounds ? bounds.project(ahead) : ahead;
    }

    private static Momentum nonFinite(Momentum state) {
        return state.ended(Reason.NON_FINITE);
    }

    private Momentum to(Momentum state, Composite to, Composite ahead, double curvature, double weight) {
        NdArray residual = ahead.residual(proximal);
        return new Momentum(
                new Iterate(to.x(), to.value(), residual),
                ahead,
                curvature,
                weight,
                state.firstResidual(),
                to.x().minus(state.iterate().x()).norm(),
                reason(residual));
    }

    private Optional<Reason> reason(NdArray residual) {
        return residual.maxAbs() <= gtol ? Optional.of(Reason.GRADIENT_SMALL) : Optional.empty();
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter).or(StopRule.noImprovement(PATIENCE));
    }
}
