package org.acutance.deblur.method;

import java.util.Optional;
import org.acutance.deblur.closed.EdgeTaper;
import org.acutance.deblur.closed.PeriodicExtension;
import org.acutance.deblur.model.Formation;
import org.acutance.math.array.NdArray;
import org.acutance.math.linear.PeriodicConvolution;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.State;

/**
 * A formula in the Fourier domain. The blur must be a circular convolution of the canvas. Where the canvas is larger than
 * the frame, the observation is first continued over it without a jump, then by what the estimates predict: this lowers
 * the misfit inside the frame alone, step by step (majorisation, as for missing data; Dempster, Laird &amp; Rubin 1977).
 *
 * @param formula the formula
 * @param fidelity the misfit and the penalty that it minimises, in words
 * @param passes how often the frame is continued by what the estimate predicts; 0 for a formula that minimises nothing
 * @param taper whether the edges of the canvas are tapered first
 * @param range which samples the result may have
 */
record Direct(Formula formula, String fidelity, int passes, boolean taper, Range range) implements Method {
    /** An estimate from a circular blur and what it made. */
    @FunctionalInterface
    interface Formula {
        NdArray estimate(PeriodicConvolution blur, NdArray observed, Watch watch);
    }

    @Override
    public Optional<String> ownFidelity() {
        return Optional.of(fidelity);
    }

    @Override
    public boolean takesPrior() {
        return false;
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        if (problem.formation().circulant().isEmpty()) {
            return Optional.of(
                    "it solves in the Fourier domain, where the blur has to be circular; use boundary unknown,"
                            + " which continues the frame, or periodic");
        }
        return problem.observation().weights().isPresent()
                ? Optional.of("it cannot leave out invalid pixels; use richardson-lucy or landweber")
                : Optional.empty();
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        return (start, watch) -> {
            NdArray estimate = estimate(problem, watch);
            return Solved.of(range.limited(watch.on(Minimize.by(new Known())).minimize(problem.objective(), estimate)));
        };
    }

    private NdArray estimate(Problem problem, Watch watch) {
        Formation formation = problem.formation();
        NdArray values = problem.observation().values();
        NdArray light = formation.light(values);
        PeriodicConvolution blur = formation.circulant().orElseThrow();
        NdArray whole = PeriodicExtension.over(light, formation.corner(), formation.canvas());
        if (formation.isWhole() || taper) {
            return formula.estimate(blur, taper ? EdgeTaper.of(whole, blur.kernel()) : whole, watch);
        }
        NdArray estimate = formula.estimate(blur, whole, watch);
        for (int pass = 0; pass < passes && !watch.cancelled().getAsBoolean(); pass++) {
            estimate = formula.estimate(blur, continued(formation, light, blur.apply(estimate)), watch);
        }
        return estimate;
    }

    /** The frame, and beyond it what the estimate predicts: with this each pass lowers the misfit inside the frame alone. */
    private static NdArray continued(Formation formation, NdArray light, NdArray predicted) {
        return predicted.plus(formation.embed(light.minus(formation.crop(predicted))));
    }

    /** The search that ends where it starts, because the formula has been there before. */
    private record Known() implements Optimizer<Known.At> {
        private record At(Iterate iterate) implements State {
            @Override
            public double stepLength() {
                return 0;
            }

            @Override
            public Optional<Reason> reason() {
                return Optional.of(Reason.SOLVED);
            }
        }

        @Override
        public At start(Objective objective, NdArray x0) {
            return new At(Iterate.of(objective.at(x0)));
        }

        @Override
        public At step(Objective objective, At state) {
            return state;
        }
    }
}
