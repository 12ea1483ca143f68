package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.acutance.deblur.likelihood.SquaredResidual;
import org.acutance.deblur.model.Formation;
import org.acutance.math.array.NdArray;
import org.acutance.math.linear.Grid;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Sum;

/**
 * An iteration that lowers the squared residual, with or without Tikhonov's squared gradient.
 *
 * @param name the name of the method, for messages
 * @param weight weight of half the squared gradient; 0 for none
 * @param kind which iteration
 */
record LeastSquares(String name, double weight, Kind kind) implements Scheme {
    /**
     * Which iteration it is.
     *
     * @param optimizer makes it for a squared residual
     * @param step how its steps go
     */
    record Kind(Function<SquaredResidual, Optimizer<?>> optimizer, Step step) {}

    /** How the steps of an iteration go. */
    enum Step {
        /** Anywhere. */
        FREE,
        /** Not below 0. */
        PROJECTED,
        /** By factors: it has to start above 0 and needs light that is not negative. */
        MULTIPLYING,
        /** By the residual itself: the canvas has to be the frame. */
        ADDING
    }

    @Override
    public String fidelity() {
        return "half the squared residual" + (weight == 0 ? "" : " + " + weight + " times half the squared gradient");
    }

    @Override
    public boolean takesPrior() {
        return false;
    }

    @Override
    public boolean keepsLimits(Bounds limits) {
        boolean positive = isMultiplying() || kind.step() == Step.PROJECTED;
        return positive && Positive.keeps(limits);
    }

    private boolean isMultiplying() {
        return kind.step() == Step.MULTIPLYING;
    }

    private boolean isAdding() {
        return kind.step() == Step.ADDING;
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        if (isAdding() && !problem.formation().isWhole()) {
            return Optional.of("it adds the residual to the scene, which has to be the frame; use boundary reflect or"
                    + " another that assumes what lies beyond, or landweber");
        }
        if (isAdding() && problem.observation().weights().isPresent()) {
            return Optional.of("it cannot leave out invalid pixels; use landweber");
        }
        return isMultiplying() ? Positive.obstacle(problem, false) : Optional.empty();
    }

    @Override
    public List<String> notes(Problem problem) {
        return isMultiplying() ? Positive.notes(problem, 0) : List.of();
    }

    @Override
    public NdArray start(Problem problem, NdArray given) {
        return isMultiplying() ? Positive.start(name, problem, given) : given;
    }

    /** What adds the residual to the scene, pixel by pixel, must not see those that are held out. */
    private NdArray observed(Problem problem) {
        return isAdding()
                ? problem.observation().filled()
                : problem.observation().values();
    }

    @Override
    public Prepared prepared(Problem problem) {
        Formation formation = problem.formation();
        NdArray signed = formation.light(observed(problem));
        NdArray light = isMultiplying() ? Positive.raised(signed, 0) : signed;
        SquaredResidual residual = new SquaredResidual(
                formation.blur(), light, problem.observation().weights());
        Objective data = residual.objective();
        LinearMap gradient = Grid.of(formation.canvas(), false).gradient();
        Objective whole = weight == 0
                ? data
                : Sum.of(data, Objective.differentiated(x -> gradient.apply(x)
                        .squaredNorm()
                        .times(weight / 2)));
        return new Prepared(data, whole, kind.optimizer().apply(residual));
    }
}
