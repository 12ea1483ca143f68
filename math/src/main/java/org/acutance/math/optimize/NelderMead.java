package org.acutance.math.optimize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The simplex method of Nelder and Mead (The Computer Journal 7, 1965) with SciPy's options, for few unknowns and
 * objectives without derivatives: no gradient is computed. A start outside the bounds is projected, and so are trials.
 *
 * @param bounds limits of the elements; the objective is not asked outside of them
 * @param xatol converged when no element of a vertex is further than this, or than the precision resolves, from the
 *     best one's, and
 * @param fatol no value is further than this above the best one
 * @param budget limits of iterations and evaluations; 200 per unknown if neither is given
 * @param adaptive whether the steps depend on the number of unknowns (Gao &amp; Han, Computational Optimization and
 *     Applications 51, 2012), better for more than a few
 * @param initialSimplex the first vertices in place of the start, a matrix of one row for each; empty for vertices around it
 */
public record NelderMead(
        Bounds bounds, double xatol, double fatol, Budget budget, boolean adaptive, Optional<NdArray> initialSimplex)
        implements Optimizer<NelderMead.Simplex> {
    private static final int MOST_UNKNOWNS = 2000;
    private static final double FIRST = 0.05;
    private static final double FIRST_FROM_ZERO = 0.00025;
    private static final long PER_UNKNOWN = 200;
    /** So many iterations per vertex without a lower value, and rounding is all that is left. */
    private static final int PATIENCE = 10;
    /** So many times all vertices but one where the objective is not defined, and there is nothing to be found. */
    private static final int HOPELESS = 20;

    /**
     * The state of the simplex method.
     *
     * @param iterate the best point, without a gradient
     * @param vertices the simplex, the best vertex first; the start alone before the first step
     * @param idle number of iterations since the best value last fell by more than rounding
     * @param stepLength Euclidean length by which the best point moved
     * @param reason why it ended
     */
    public record Simplex(Iterate iterate, List<Iterate> vertices, int idle, double stepLength, Optional<Reason> reason)
            implements State {
        /** A state; the vertices are copied. */
        public Simplex {
            vertices = List.copyOf(vertices);
        }

        Simplex ended(Reason why) {
            return new Simplex(iterate, vertices, idle, stepLength, Optional.of(why));
        }

        /** The vertices in order of their values, equal ones as they were. */
        Simplex next(List<Iterate> changed) {
            List<Iterate> sorted = changed.stream()
                    .sorted(Comparator.comparingDouble(Iterate::value))
                    .toList();
            Iterate best = sorted.get(0);
            double noise = Rounding.noise(best.x().precision(), best.value());
            boolean fell = best.value() < iterate.value() - noise;
            double moved = best.x().minus(iterate.x()).norm();
            return new Simplex(best, sorted, fell ? 0 : idle + 1, moved, Optional.empty());
        }

        /** The largest distance of an element from the best vertex's. */
        double size() {
            return vertices.stream()
                    .mapToDouble(vertex -> vertex.x().minus(iterate.x()).maxAbs())
                    .max()
                    .orElse(0);
        }

        /** Whether the objective is defined at the best vertex only. */
        boolean isAlone() {
            return vertices.size() > 1 && Double.isInfinite(vertices.get(1).value());
        }

        double spread() {
            return vertices.get(vertices.size() - 1).value() - iterate.value();
        }
    }

    @Override
    public Optional<Optimizer<Simplex>> within(Bounds bounds) {
        return Optional.of(new NelderMead(this.bounds.and(bounds), xatol, fatol, budget, adaptive, initialSimplex));
    }

    /**
     * This method with first vertices of the user's, whatever the start; where outside the bounds they are mirrored or projected.
     *
     * @param simplex a matrix of one row for each vertex, one more than there are unknowns
     */
    public NelderMead withSimplex(NdArray simplex) {
        return new NelderMead(bounds, xatol, fatol, budget, adaptive, Optional.of(simplex));
    }

    @Override
    public Simplex start(Objective objective, NdArray x0) {
        DenseHessian.requireFew("nelder-mead", x0, MOST_UNKNOWNS);
        initialSimplex.ifPresent(
                simplex -> simplex.shape().require("nelder-mead: simplex", Shape.of(x0.size() + 1, x0.size())));
        NdArray x = bounds.project(
                initialSimplex.map(simplex -> row(simplex, 0, x0)).orElse(x0));
        Iterate first = Iterate.valued(x, objective.at(x).value());
        return new Simplex(first, List.of(first), 0, 0, Optional.empty());
    }

    private NdArray row(NdArray simplex, int row, NdArray like) {
        double[] elements = new double[like.size()];
        simplex.read(row * elements.length, elements, 0, elements.length);
        for (int i = 0; i < elements.length; i++) {
            elements[i] = mirrored(elements[i], i);
        }
        return NdArray.of(elements, like.shape(), like.precision());
    }

    @Override
    public Simplex step(Objective objective, Simplex state) {
        int unknowns = state.iterate().x().size();
        if (state.vertices().size() <= unknowns) {
            return state.next(first(objective, state.iterate()));
        }
        return reason(state)
                .map(state::ended)
                .orElseGet(() -> state.next(new Move(objective, state.vertices(), unknowns).changed()));
    }

    private Optional<Reason> reason(Simplex state) {
        NdArray x = state.iterate().x();
        double noise = Rounding.noise(x.precision(), state.iterate().value());
        if (state.isAlone() && state.idle() >= HOPELESS) {
            return Optional.of(Reason.NON_FINITE);
        }
        if (state.size() > Math.max(xatol, 2 * Rounding.resolution(x))) {
            boolean exhausted = state.idle() > PATIENCE * state.vertices().size() && state.spread() <= noise;
            return exhausted ? Optional.of(Reason.PRECISION_REACHED) : Optional.empty();
        }
        return state.spread() <= Math.max(fatol, noise) ? Optional.of(Reason.STEP_SMALL) : beforeAJump(state, x);
    }

    /** Goes on until the vertices lie as near as the precision allows. */
    private static Optional<Reason> beforeAJump(Simplex state, NdArray x) {
        boolean resolved = state.size() <= 2 * Rounding.resolution(x);
        return resolved ? Optional.of(Reason.PRECISION_REACHED) : Optional.empty();
    }

    private List<Iterate> first(Objective objective, Iterate start) {
        return initialSimplex
                .map(simplex -> given(objective, start, simplex))
                .orElseGet(() -> around(objective, start));
    }

    private List<Iterate> given(Objective objective, Iterate start, NdArray simplex) {
        List<Iterate> vertices = new ArrayList<>(List.of(start));
        for (int i = 1; i <= start.x().size(); i++) {
            vertices.add(vertex(objective, row(simplex, i, start.x())));
        }
        return vertices;
    }

    /** The start and, for each element, the point where that one is changed by a twentieth. */
    private List<Iterate> around(Objective objective, Iterate start) {
        List<Iterate> vertices = new ArrayList<>(List.of(start));
        double[] x = start.x().toDoubles();
        for (int i = 0; i < x.length; i++) {
            double[] moved = x.clone();
            moved[i] = mirrored(x[i] == 0 ? FIRST_FROM_ZERO : (1 + FIRST) * x[i], i);
            vertices.add(vertex(
                    objective, NdArray.of(moved, start.x().shape(), start.x().precision())));
        }
        return vertices;
    }

    /** What is above the upper limit as far below it, so that vertices do not fall together. */
    private double mirrored(double element, int position) {
        double upper = bounds.upper(position);
        return element > upper ? 2 * upper - element : element;
    }

    private Iterate vertex(Objective objective, NdArray x) {
        NdArray within = bounds.project(x);
        double value = objective.at(within).value();
        return Iterate.valued(within, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }

    /** One change of a simplex, by the rules and names of the paper. */
    private final class Move {
        private final Objective objective;
        private final List<Iterate> vertices;
        private final int unknowns;
        private final Iterate best;
        private final Iterate worst;
        private final NdArray centroid;

        Move(Objective objective, List<Iterate> vertices, int unknowns) {
            this.objective = objective;
            this.vertices = vertices;
            this.unknowns = unknowns;
            this.best = vertices.get(0);
            this.worst = vertices.get(unknowns);
            this.centroid = vertices.subList(1, unknowns).stream()
                    .map(Iterate::x)
                    .reduce(best.x(), NdArray::plus)
                    .times(1.0 / unknowns);
        }

        List<Iterate> changed() {
            Iterate reflected = beyond(1);
            if (reflected.value() < best.value()) {
                Iterate expanded = beyond(adaptive ? 1 + 2.0 / unknowns : 2);
                return replaced(expanded.value() < reflected.value() ? expanded : reflected);
            }
            if (reflected.value() < vertices.get(unknowns - 1).value()) {
                return replaced(reflected);
            }
            double contraction = adaptive ? 0.75 - 0.5 / unknowns : 0.5;
            boolean outside = reflected.value() < worst.value();
            Iterate contracted = beyond(outside ? contraction : -contraction);
            boolean better = outside ? contracted.value() <= reflected.value() : contracted.value() < worst.value();
            boolean cautious = adaptive && vertices.get(1).isFinite();
            return better ? replaced(contracted) : shrunk(cautious ? 1 - 1.0 / unknowns : 0.5);
        }

        /** The point on the line from the worst vertex through the centroid of the others, so many times as far. */
        private Iterate beyond(double times) {
            return vertex(objective, Vectors.combine(1 + times, centroid, -times, worst.x()));
        }

        private List<Iterate> replaced(Iterate vertex) {
            List<Iterate> changed = new ArrayList<>(vertices.subList(0, unknowns));
            changed.add(vertex);
            return changed;
        }

        private List<Iterate> shrunk(double share) {
            List<Iterate> changed = new ArrayList<>(List.of(best));
            for (Iterate vertex : vertices.subList(1, unknowns + 1)) {
                changed.add(
                        vertex(objective, best.x().plusScaled(share, vertex.x().minus(best.x()))));
            }
            return changed;
        }
    }

    @Override
    public StopRule limits(int unknowns) {
        return budget.rule(PER_UNKNOWN * Math.max(unknowns, 1));
    }
}
