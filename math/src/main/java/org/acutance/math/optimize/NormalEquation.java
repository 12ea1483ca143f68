package org.acutance.math.optimize;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.linear.CirculantMap;
import org.acutance.math.linear.CirculantSolver;
import org.acutance.math.linear.LinearMap;

/**
 * The equation {@code sum_q K_q' W_q K_q x + sum_i penalties[i] K_i' K_i x = right} of quadratic terms q, whose
 * functions are {@link SquaredDistance}s, and of maps i with penalties.
 */
sealed interface NormalEquation {
    /** The same equation with other penalties. */
    NormalEquation penalised(List<Double> penalties);

    /**
     * The solution.
     *
     * @param guess a point near it
     */
    NdArray solve(NdArray right, NdArray guess);

    /** Whether the Fourier transform solves the equations of these maps. */
    static boolean isCirculant(List<Term> terms) {
        return terms.stream().allMatch(term -> term.map() instanceof CirculantMap);
    }

    /** The equation, solved exactly if all maps are circulant; the weights of the quadratic terms are scalars then. */
    static NormalEquation of(List<Term> quadratic, List<LinearMap> maps, List<Double> penalties, Precision precision) {
        if (isCirculant(quadratic) && maps.stream().allMatch(CirculantMap.class::isInstance)) {
            List<CirculantMap> all = Stream.concat(quadratic.stream().map(Term::map), maps.stream())
                    .map(CirculantMap.class::cast)
                    .toList();
            List<Double> fixed = quadratic.stream()
                    .map(term -> ((SquaredDistance) term.function()).weights().item())
                    .toList();
            return new Exact(CirculantSolver.of(all, precision, Exact.weights(fixed, penalties)), fixed);
        }
        return new Iterative(quadratic, maps, penalties);
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
        public NdArray solve(NdArray right, NdArray guess) {
            return solver.solve(right);
        }
    }

    /**
     * By conjugate gradients from the guess, until the residual is a small share of that of the guess: as the guess is
     * the solution before, the tolerance falls with the changes from step to step.
     *
     * @param quadratic the terms whose functions are squared distances
     * @param maps the others
     * @param penalties one for each of the others
     */
    record Iterative(List<Term> quadratic, List<LinearMap> maps, List<Double> penalties) implements NormalEquation {
        private static final double SHARE = 0.02;
        private static final int ITERATIONS = 100;

        @Override
        public NormalEquation penalised(List<Double> others) {
            return new Iterative(quadratic, maps, others);
        }

        @Override
        public NdArray solve(NdArray right, NdArray guess) {
            NdArray x = guess;
            NdArray residual = right.minus(product(x));
            NdArray direction = residual;
            double squared = residual.dot(residual);
            double goal = Math.max(
                    SHARE * SHARE * squared, Math.pow(Rounding.epsilon(right.precision()), 2) * right.dot(right));
            for (int i = 0; i < ITERATIONS && squared > goal; i++) {
                NdArray product = product(direction);
                double step = squared / direction.dot(product);
                x = x.plusScaled(step, direction);
                residual = residual.plusScaled(-step, product);
                double before = squared;
                squared = residual.dot(residual);
                direction = residual.plusScaled(squared / before, direction);
            }
            return x;
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
