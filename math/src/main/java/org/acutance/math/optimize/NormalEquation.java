package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.linear.CirculantMap;
import org.acutance.math.linear.CirculantSolver;
import org.acutance.math.linear.CirculantSolver.Mapped;
import org.acutance.math.linear.LinearMap;

/**
 * The equation {@code sum_q K_q' W_q K_q x + sum_i penalties[i] K_i' K_i x = right} of quadratic terms q, whose
 * functions are {@link SquaredDistance}s, and of maps i with penalties.
 */
sealed interface NormalEquation {
    /** The same equation with other penalties. */
    NormalEquation penalised(List<Double> penalties);

    /**
     * The solution for the right side {@code constant + sum_i penalties[i] K_i' centres[i]}, and each {@code K_i} of it.
     *
     * @param guess a point near it
     */
    Mapped solve(NdArray constant, List<NdArray> centres, NdArray guess);

    /** Whether the Fourier transform solves the equations of these maps. */
    static boolean isCirculant(List<Term> terms) {
        return terms.stream().allMatch(term -> term.map() instanceof CirculantMap);
    }

    /**
     * The equation, solved exactly if all maps are circulant; the weights of the quadratic terms are scalars then.
     *
     * @param tolerance of the residual, as a share of that of the guess, where nothing is split, so that the first solution
     *     is the last
     */
    static NormalEquation of(
            List<Term> quadratic, List<LinearMap> maps, List<Double> penalties, Precision precision, double tolerance) {
        if (isCirculant(quadratic) && maps.stream().allMatch(CirculantMap.class::isInstance)) {
            List<CirculantMap> all = Stream.concat(quadratic.stream().map(Term::map), maps.stream())
                    .map(CirculantMap.class::cast)
                    .toList();
            List<Double> fixed = quadratic.stream()
                    .map(term -> ((SquaredDistance) term.function()).weights().item())
                    .toList();
            return new Exact(CirculantSolver.of(all, precision, Exact.weights(fixed, penalties)), fixed);
        }
        List<LinearMap> all =
                Stream.concat(quadratic.stream().map(Term::map), maps.stream()).toList();
        double[] weights = Stream.concat(quadratic.stream().map(NormalEquation::meanWeight), penalties.stream())
                .mapToDouble(weight -> weight)
                .toArray();
        List<CirculantMap> nearby =
                all.stream().flatMap(map -> map.nearby().stream()).toList();
        return new Iterative(
                quadratic,
                maps,
                penalties,
                nearby.size() == all.size()
                        ? Optional.of(CirculantSolver.of(nearby, precision, weights))
                        : Optional.empty(),
                maps.isEmpty() ? tolerance : Iterative.SHARE);
    }

    private static double meanWeight(Term quadratic) {
        NdArray weights = ((SquaredDistance) quadratic.function()).weights();
        return weights.sum() / weights.size();
    }

    /**
     * In the Fourier domain.
     *
     * @param solver of all maps, the quadratic terms first
     * @param fixed weights of the quadratic terms
     */
    record Exact(CirculantSolver solver, List<Double> fixed) implements NormalEquation {
        private static double[] weights(List<Double> fixed, List<Double> penalties) {
            return Stream.concat(fixed.stream(), penalties.stream())
                    .mapToDouble(weight -> weight)
                    .toArray();
        }

        @Override
        public NormalEquation penalised(List<Double> penalties) {
            return new Exact(solver.weighted(weights(fixed, penalties)), fixed);
        }

        @Override
        public Mapped solve(NdArray constant, List<NdArray> centres, NdArray guess) {
            return solver.solve(constant, centres);
        }
    }

    /**
     * By conjugate gradients from the guess, preconditioned by the solution for the circulant maps near these, until the residual is a small share of that of the guess: as the guess is
     * the solution before, the tolerance falls with the changes from step to step.
     *
     * @param quadratic the terms whose functions are squared distances
     * @param maps the others
     * @param penalties one for each of the others
     * @param preconditioner solves about the same equation; empty if there is none
     * @param share the residual to be reached against that of the guess
     */
    record Iterative(
            List<Term> quadratic,
            List<LinearMap> maps,
            List<Double> penalties,
            Optional<CirculantSolver> preconditioner,
            double share)
            implements NormalEquation {
        private static final double SHARE = 0.02;
        private static final int ITERATIONS = 100;

        @Override
        public NormalEquation penalised(List<Double> others) {
            double[] weights = Stream.concat(quadratic.stream().map(NormalEquation::meanWeight), others.stream())
                    .mapToDouble(weight -> weight)
                    .toArray();
            return new Iterative(
                    quadratic, maps, others, preconditioner.map(solver -> solver.weighted(weights)), share);
        }

        @Override
        public Mapped solve(NdArray constant, List<NdArray> centres, NdArray guess) {
            NdArray right = constant;
            for (int i = 0; i < centres.size(); i++) {
                right = right.plusScaled(penalties.get(i), maps.get(i).adjoint(centres.get(i)));
            }
            NdArray x = solve(right, guess);
            return new Mapped(x, maps.stream().map(map -> map.apply(x)).toList());
        }

        private NdArray solve(NdArray right, NdArray guess) {
            NdArray x = guess;
            NdArray residual = right.minus(product(x));
            double goal = Math.max(share * residual.norm(), right.precision().epsilon() * right.norm());
            NdArray direction = conditioned(residual);
            double slope = residual.dot(direction);
            for (int i = 0; i < ITERATIONS && residual.norm() > goal; i++) {
                NdArray product = product(direction);
                double step = slope / direction.dot(product);
                x = x.plusScaled(step, direction);
                residual = residual.plusScaled(-step, product);
                NdArray conditioned = conditioned(residual);
                double before = slope;
                slope = residual.dot(conditioned);
                direction = conditioned.plusScaled(slope / before, direction);
            }
            return x;
        }

        private NdArray conditioned(NdArray residual) {
            return preconditioner.map(solver -> solver.solve(residual)).orElse(residual);
        }

        private NdArray product(NdArray x) {
            Stream<NdArray> fixed = quadratic.stream().map(term -> {
                SquaredDistance distance = (SquaredDistance) term.function();
                return term.map().adjoint(distance.weights().times(term.map().apply(x)));
            });
            Stream<NdArray> penalised = IntStream.range(0, maps.size())
                    .mapToObj(i -> maps.get(i).adjoint(maps.get(i).apply(x)).times(penalties.get(i)));
            return Stream.concat(fixed, penalised).reduce(NdArray::plus).orElseThrow();
        }
    }
}
