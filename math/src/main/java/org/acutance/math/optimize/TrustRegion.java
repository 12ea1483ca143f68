package org.acutance.math.optimize;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.acutance.math.array.NdArray;

/**
 * Newton's method in trust regions, with the options of SciPy's {@code trust-...} methods (Nocedal &amp; Wright 2006,
 * algorithm 4.1; Conn, Gould &amp; Toint 2000, section 17.4.2 for rounding).
 *
 * @param model how the step within a region is found
 * @param initialTrustRadius radius of the first region, in units of x; where the model weighs the unknowns, the first
 *     region lies within a ball of this radius
 * @param maxTrustRadius the largest radius, likewise; SciPy's 1000 would be far from the minimum of badly scaled problems
 * @param eta a step is taken if it brings more than this share of the decrease that the model promises
 * @param gtol converged when the Euclidean norm of the gradient is at most this
 * @param maxiter limit of iterations; 200 per unknown if empty
 * @param preconditioner of the conjugate gradients, whose norm the regions have then; the other models take none
 */
public record TrustRegion(
        Model model,
        double initialTrustRadius,
        double maxTrustRadius,
        double eta,
        double gtol,
        OptionalLong maxiter,
        Preconditioner preconditioner)
        implements Optimizer<TrustRegion.Region> {
    private static final int PATIENCE = 100;
    private static final int TRIALS = 60;
    private static final double POOR = 0.25;
    private static final double GOOD = 0.75;

    /**
     * Checks the radii.
     *
     * @throws IllegalArgumentException if the first region is larger than the largest
     */
    public TrustRegion {
        if (initialTrustRadius > maxTrustRadius) {
            throw new IllegalArgumentException("trust region: initial_trust_radius " + initialTrustRadius
                    + " is above max_trust_radius " + maxTrustRadius + "; make one at most the other");
        }
    }

    /**
     * The same with a preconditioner of the user's.
     *
     * @throws IllegalArgumentException if the model is not that of conjugate gradients
     */
    public TrustRegion withPreconditioner(Preconditioner other) {
        if (model != Model.CONJUGATE_GRADIENTS) {
            throw new IllegalArgumentException("trust region: the model " + model
                    + " takes no preconditioner; use trust-ncg, whose model is CONJUGATE_GRADIENTS");
        }
        return new TrustRegion(model, initialTrustRadius, maxTrustRadius, eta, gtol, maxiter, other);
    }

    /** How the step within a region is found. */
    public enum Model {
        /** Conjugate gradients up to the boundary, by Steihaug. */
        CONJUGATE_GRADIENTS {
            @Override
            RegionModel at(Evaluation point, Optional<NdArray> curvatures, Preconditioner preconditioner) {
                return new Steihaug(point, preconditioner);
            }
        },
        /** The Krylov space of gradient and Hessian, by Gould, Lucidi, Roma and Toint. */
        KRYLOV {
            @Override
            RegionModel at(Evaluation point, Optional<NdArray> curvatures, Preconditioner preconditioner) {
                return new Lanczos(point);
            }
        },
        /** The minimiser itself, by Moré and Sorensen; for few unknowns. */
        EXACT {
            @Override
            RegionModel at(Evaluation point, Optional<NdArray> curvatures, Preconditioner preconditioner) {
                return DenseModel.of(point, curvatures, ExactRegion::new);
            }

            @Override
            void requireFit(NdArray x0) {
                DenseHessian.requireFew("trust-exact", x0, DenseHessian.MOST);
            }
        },
        /** Powell's dogleg; for few unknowns. */
        DOGLEG {
            @Override
            RegionModel at(Evaluation point, Optional<NdArray> curvatures, Preconditioner preconditioner) {
                return DenseModel.of(point, curvatures, DoglegRegion::new);
            }

            @Override
            void requireFit(NdArray x0) {
                DenseHessian.requireFew("dogleg", x0, DenseHessian.MOST);
            }
        };

        /**
         * The model at a point.
         *
         * @param curvatures what the region's norm has been made of so far; empty at the start
         */
        abstract RegionModel at(Evaluation point, Optional<NdArray> curvatures, Preconditioner preconditioner);

        /** Refuses more unknowns than the model can take. */
        void requireFit(NdArray x0) {}
    }

    /**
     * The state of a trust-region method.
     *
     * @param iterate the point
     * @param radius radius of the next region in its norm; empty before the first
     * @param curvatures what the region's norm is made of, of the point's shape; empty if it is Euclidean, as at the start
     * @param stepLength Euclidean length of the last step
     * @param firstGradient Euclidean norm of the gradient at the start
     * @param reason why it ended
     */
    public record Region(
            Iterate iterate,
            OptionalDouble radius,
            Optional<NdArray> curvatures,
            double stepLength,
            double firstGradient,
            Optional<Reason> reason)
            implements State {
        Region ended(Reason why) {
            return new Region(iterate, radius, curvatures, stepLength, firstGradient, Optional.of(why));
        }
    }

    @Override
    public Region start(Objective objective, NdArray x0) {
        model.requireFit(x0);
        Iterate at = Iterate.of(objective.at(x0));
        return new Region(
                at, OptionalDouble.empty(), Optional.empty(), 0, at.gradient().norm(), reason(at));
    }

    private Optional<Reason> reason(Iterate at) {
        return at.gradient().norm() <= gtol ? Optional.of(Reason.GRADIENT_SMALL) : Optional.empty();
    }

    @Override
    public Region step(Objective objective, Region state) {
        return new Search(objective, state).run();
    }

    /** One iteration: smaller and smaller regions until a step is good enough. */
    private final class Search {
        private final Objective objective;
        private final Region state;
        private final Iterate at;
        private final double noise;
        private RegionModel region;
        private final double unit;
        private double radius;
        private boolean metNonFinite;

        Search(Objective objective, Region state) {
            this.objective = objective;
            this.state = state;
            this.at = state.iterate();
            this.noise = Rounding.noise(at.x().precision(), at.value());
            this.region =
                    model.at(objective.known(at.x(), at.value(), at.gradient()), state.curvatures(), preconditioner);
            this.unit = region.unit();
            // A Euclidean radius, as at the start, is in units of x, whatever the norm is now.
            this.radius = state.radius().orElse(initialTrustRadius)
                    * (state.curvatures().isPresent() ? 1 : unit);
        }

        Region run() {
            for (int i = 0; i < TRIALS; i++) {
                RegionStep step = region.within(radius);
                NdArray x = at.x().plusScaled(1, step.step());
                if (!(step.promised() > 0) || x.equals(at.x())) {
                    break;
                }
                Evaluation to = objective.at(x);
                double share = share(step, to.value());
                if (share > eta && to.gradient().isFinite() && isProgress(to)) {
                    return next(Iterate.of(to), step, share);
                }
                metNonFinite |= !Double.isFinite(to.value())
                        || (share > eta && !to.gradient().isFinite());
                Optional<RegionModel> refined = isLostInRounding(step) ? region.refined() : Optional.empty();
                if (step.promised() <= noise && !metNonFinite && refined.isEmpty()) {
                    break;
                }
                radius = refined.isPresent() ? radius : step.length() / 4;
                region = refined.orElse(region);
            }
            return state.ended(failure());
        }

        /** Whether so little was promised that a better solution of the model may be worth its price. */
        private boolean isLostInRounding(RegionStep step) {
            return step.promised() <= Math.sqrt(at.x().precision().epsilon()) * Math.abs(at.value());
        }

        private boolean isProgress(Evaluation to) {
            return to.value() < at.value()
                    || to.gradient().norm() < at.gradient().norm() / 2;
        }

        /** The decrease as a share of what was promised, both raised by what rounding may take from them. */
        private double share(RegionStep step, double value) {
            double rounding = noise / 2;
            double share = (at.value() - value + rounding) / (step.promised() + rounding);
            return Double.isFinite(share) ? share : Double.NEGATIVE_INFINITY;
        }

        private Region next(Iterate to, RegionStep step, double share) {
            double next = share < POOR
                    ? step.length() / 4
                    : share > GOOD && step.atBoundary() ? Math.min(2 * radius, maxTrustRadius * unit) : radius;
            return new Region(
                    to,
                    OptionalDouble.of(next),
                    region.curvatures(),
                    step.step().norm(),
                    state.firstGradient(),
                    reason(to));
        }

        private Reason failure() {
            if (at.gradient().norm() <= Descent.FALLEN * state.firstGradient() && !metNonFinite) {
                return Reason.PRECISION_REACHED;
            }
            Reason found = Diagnosis.of(Line.steepest(objective, at), state.firstGradient());
            return metNonFinite && found == Reason.LINE_SEARCH_FAILED ? Reason.NON_FINITE : found;
        }
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter.orElse(200L * unknowns)).or(StopRule.noImprovement(PATIENCE));
    }
}
