package org.acutance.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Admm;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Fista;
import org.acutance.math.optimize.LbfgsB;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.PrimalDual;
import org.acutance.math.optimize.ProjectedGradient;
import org.acutance.math.optimize.ProximalGradient;
import org.acutance.math.optimize.Term;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method for composite problems, those that no written form can describe included, under one contract. */
@ParameterizedClass
@MethodSource("methods")
class EveryCompositeOptimizerTest extends CompositeContract {
    private final Method method;

    EveryCompositeOptimizerTest(Method method) {
        this.method = method;
    }

    private enum Method {
        ADMM(true, true, p -> Admm.of(p.allTerms()).withTolerances(tight(p), tight(p))),
        ADMM_BY_CONJUGATE_GRADIENTS(
                true, true, p -> Admm.of(hidden(p.allTerms())).withTolerances(tight(p), tight(p))),
        ADMM_KEEPING_PENALTIES(
                true, true, p -> Admm.of(p.allTerms()).withBalancing(0).withTolerances(tight(p), tight(p))),
        PRIMAL_DUAL(false, true, p -> PrimalDual.of(p.direct(), p.terms()).withTolerances(tight(p), tight(p))),
        PRIMAL_DUAL_OF_TERMS(true, true, p -> PrimalDual.of(
                        p.direct(),
                        Stream.concat(Stream.of(p.dataTerm()), p.terms().stream())
                                .toList())
                .withTolerances(tight(p), tight(p))),
        PROXIMAL_GRADIENT(false, false, p -> ProximalGradient.of(p.direct())),
        FISTA(false, false, p -> Fista.of(p.direct())),
        PROJECTED_GRADIENT(false, false, p -> ProjectedGradient.of(p.direct())),
        L_BFGS_B(false, false, p -> LbfgsB.of((Bounds) p.direct()));

        private final boolean termsOnly;
        private final boolean takesTerms;

        @SuppressWarnings("ImmutableEnumChecker") // The lambdas above hold nothing.
        private final Function<CompositeProblem, Optimizer<?>> factory;

        Method(boolean termsOnly, boolean takesTerms, Function<CompositeProblem, Optimizer<?>> factory) {
            this.termsOnly = termsOnly;
            this.takesTerms = takesTerms;
            this.factory = factory;
        }

        private static double tight(CompositeProblem problem) {
            return problem.target().precision() == Precision.FLOAT64 ? 1e-8 : 3e-6;
        }
    }

    /** Terms whose maps, but for the identity, do not say that they are circulant. */
    private static List<Term> hidden(List<Term> terms) {
        return terms.stream()
                .map(term -> new Term(hidden(term.map()), term.function()))
                .toList();
    }

    private static LinearMap hidden(LinearMap map) {
        return map instanceof PeriodicGradient ? new Hidden(map) : map;
    }

    private record Hidden(LinearMap map) implements LinearMap {
        @Override
        public String name() {
            return map.name();
        }

        @Override
        public Shape domain() {
            return map.domain();
        }

        @Override
        public Shape range() {
            return map.range();
        }

        @Override
        public NdArray apply(NdArray x) {
            return map.apply(x);
        }

        @Override
        public NdArray adjoint(NdArray y) {
            return map.adjoint(y);
        }
    }

    static Stream<Method> methods() {
        return Stream.of(Method.values());
    }

    @Override
    protected Optimizer<?> optimizer(CompositeProblem problem) {
        return method.factory.apply(problem);
    }

    @Override
    protected Objective objective(CompositeProblem problem) {
        return method.termsOnly ? Objective.zero() : problem.smooth();
    }

    @Override
    protected boolean takes(CompositeProblem problem) {
        boolean onlyBounds = method == Method.L_BFGS_B || method == Method.PROJECTED_GRADIENT;
        return (method.takesTerms || problem.terms().isEmpty()) && (!onlyBounds || problem.direct() instanceof Bounds);
    }

    @Override
    protected double minimum(CompositeProblem problem) {
        try (InputStream table = getClass().getResourceAsStream("composite_minima.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells[0].equals(problem.name()))
                    .mapToDouble(cells -> Double.parseDouble(cells[1]))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
