package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.SpecException;
import org.acutance.math.optimize.Bfgs;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Budget;
import org.acutance.math.optimize.Cobyla;
import org.acutance.math.optimize.Cobyqa;
import org.acutance.math.optimize.ConjugateGradient;
import org.acutance.math.optimize.Fista;
import org.acutance.math.optimize.FoundPreconditioner;
import org.acutance.math.optimize.HessianProducts;
import org.acutance.math.optimize.Lbfgs;
import org.acutance.math.optimize.LbfgsB;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.NelderMead;
import org.acutance.math.optimize.NewtonCg;
import org.acutance.math.optimize.Norm;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Optimizers;
import org.acutance.math.optimize.Powell;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.SecondDerivatives;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.Tnc;
import org.acutance.math.optimize.TrustConstr;
import org.acutance.math.optimize.TrustRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class OptimizersTest {
    @Test
    void defaultsAreThoseOfScipy() {
        assertThat(Optimizers.CATALOGUE.create("newton-cg"))
                .isEqualTo(new NewtonCg(
                        1e-5, OptionalLong.empty(), HessianProducts.EXACT, 1e-4, 0.9, FoundPreconditioner.NONE));
        assertThat(Optimizers.CATALOGUE.create("l-bfgs"))
                .isEqualTo(new Lbfgs(10, 2.220446049250313e-9, 1e-5, 15000, 15000, 20));
        assertThat(Optimizers.CATALOGUE.create("cg"))
                .isEqualTo(new ConjugateGradient(1e-5, Norm.INF, OptionalLong.empty(), 1e-4, 0.4));
        assertThat(Optimizers.CATALOGUE.create("l-bfgs-b")).isEqualTo(LbfgsB.of(Bounds.NONE));
        assertThat(Optimizers.CATALOGUE.create("bfgs"))
                .isEqualTo(new Bfgs(1e-5, Norm.INF, 0, OptionalLong.empty(), 1e-4, 0.9, Optional.empty()));
        assertThat(Optimizers.CATALOGUE.create("nelder-mead"))
                .isEqualTo(new NelderMead(Bounds.NONE, 1e-4, 1e-4, Budget.AUTO, false, Optional.empty()));
        assertThat(Optimizers.CATALOGUE.create("powell:maxfev=100"))
                .isEqualTo(new Powell(
                        Bounds.NONE,
                        1e-4,
                        1e-4,
                        new Budget(OptionalLong.empty(), OptionalLong.of(100)),
                        Optional.empty()));
        assertThat(Optimizers.CATALOGUE.create("trust-constr"))
                .isEqualTo(new TrustConstr(
                        Bounds.NONE,
                        List.of(),
                        1e-8,
                        1e-8,
                        1e-8,
                        1,
                        1,
                        0.1,
                        0.1,
                        1000,
                        1.4901161193847656e-8,
                        SecondDerivatives.EXACT));
        assertThat(Optimizers.CATALOGUE.create("cobyla"))
                .isEqualTo(new Cobyla(Bounds.NONE, List.of(), 1, 1e-4, 1.4901161193847656e-8, 1000));
        assertThat(Optimizers.CATALOGUE.create("cobyqa"))
                .isEqualTo(new Cobyqa(Bounds.NONE, List.of(), 1, 1e-6, 1e-8, Budget.AUTO));
        assertThat(Optimizers.CATALOGUE.create("trust-ncg:max_trust_radius=1000"))
                .isEqualTo(new TrustRegion(
                        TrustRegion.Model.CONJUGATE_GRADIENTS,
                        1,
                        1000,
                        0.15,
                        1e-4,
                        OptionalLong.empty(),
                        FoundPreconditioner.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "bfgs, 2000",
        "trust-exact, 300",
        "dogleg, 300",
        "nelder-mead, 2000",
        "powell, 2000",
        "slsqp, 300",
        "cobyla, 300"
    })
    void aMatrixTooLargeIsRefused(String method, int most) {
        Objective bowl = Objective.of(x -> x.dot(x) / 2, x -> x, (x, p) -> p);
        Minimize<?> minimize = Minimize.by(method);
        NdArray x0 = NdArray.zeros(50, 60);

        assertThat(Optimizers.FOR_MANY_UNKNOWNS.names()).doesNotContain(method);
        assertThatThrownBy(() -> minimize.minimize(bowl, x0))
                .hasMessage(method + ": 3000 unknowns, but it keeps a square matrix and takes at most " + most
                        + "; use newton-cg, trust-krylov or l-bfgs");
    }

    @Test
    void aFirstRegionAboveTheLargestIsRefused() {
        assertThatThrownBy(() -> Optimizers.CATALOGUE.create("trust-ncg:initial_trust_radius=10,max_trust_radius=2"))
                .hasMessage(
                        "trust region: initial_trust_radius 10.0 is above max_trust_radius 2.0; make one at most the"
                                + " other");
    }

    @Test
    void boundsAreRead() {
        assertThat(Optimizers.CATALOGUE.create("l-bfgs-b:lower=0")).isEqualTo(LbfgsB.of(Bounds.atLeast(0)));
        assertThat(Optimizers.CATALOGUE.create("fista:lower=-1,upper=inf")).isEqualTo(Fista.of(Bounds.atLeast(-1)));
        assertThatThrownBy(() -> Optimizers.CATALOGUE.create("fista:lower=2,upper=1"))
                .isInstanceOf(SpecException.class)
                .hasMessage("bounds: lower=2.0 and upper=1.0 leave no number; give a lower limit that is at most the"
                        + " upper one");
        assertThatThrownBy(() -> Optimizers.CATALOGUE.create("fista:lower=nan"))
                .hasMessage("method 'fista': cannot use lower=nan; expected a number, inf or -inf");
    }

    @Test
    void optionsAreRead() {
        assertThat(Optimizers.CATALOGUE.create(
                        "newton-cg:xtol=1e-8,maxiter=7,hessian=2-point,c1=1e-3,c2=0.5,preconditioner=cosine"))
                .isEqualTo(new NewtonCg(
                        1e-8, OptionalLong.of(7), HessianProducts.TWO_POINT, 1e-3, 0.5, FoundPreconditioner.COSINE));
        assertThat(Optimizers.CATALOGUE.create("cg:norm=2,maxiter=auto"))
                .isEqualTo(new ConjugateGradient(1e-5, Norm.TWO, OptionalLong.empty(), 1e-4, 0.4));
    }

    @Test
    void whatCannotBeReadIsExplained() {
        assertThatThrownBy(() -> Optimizers.CATALOGUE.create("lbfgs"))
                .isInstanceOf(SpecException.class)
                .hasMessage("unknown method 'lbfgs'; did you mean 'l-bfgs'?"
                        + " (known: newton-cg, l-bfgs, cg, trust-ncg, trust-krylov, gradient-descent, adam, rmsprop, sgd, l-bfgs-b, tnc,"
                        + " projected-gradient, proximal-gradient, fista, trust-exact, dogleg, bfgs,"
                        + " nelder-mead, powell, slsqp, trust-constr, cobyla, cobyqa)");
        assertThatThrownBy(() -> Optimizers.CATALOGUE.create("newton-cg:maxiter=0"))
                .hasMessage("method 'newton-cg': cannot use maxiter=0; expected a whole number of at least 1, or auto");
        assertThatThrownBy(() -> Optimizers.CATALOGUE.create("nelder-mead:adaptive=yes"))
                .hasMessage("method 'nelder-mead': cannot use adaptive=yes; expected true or false");
        assertThatThrownBy(() -> Optimizers.CATALOGUE.create("newton-cg:hessian=bfgs"))
                .hasMessage("method 'newton-cg': cannot use hessian=bfgs; expected exact or 2-point");
    }

    /** Newton-CG and L-BFGS within a twentieth of SciPy, nonlinear conjugate gradients no more than a fifth above. */
    @ParameterizedTest
    @CsvFileSource(resources = "scipy_counts.tsv", delimiter = '\t', numLinesToSkip = 1)
    void iterationsAndEvaluationsAreThoseOfScipy(String method, int n, int nit, int nfev, int njev, int nhev) {
        TestProblem problem = TestProblem.rosenbrock(n);

        Solution solution = Minimize.by(method).minimize(problem.objective(), problem.x0());

        int[] ours = {solution.nit(), solution.nfev(), solution.njev(), solution.nhev()};
        double[] scipy = {nit, nfev, njev, nhev};
        for (int i = 0; i < ours.length; i++) {
            if (method.equals("cg")) {
                assertThat((double) ours[i]).isLessThanOrEqualTo(1.2 * scipy[i]);
            } else {
                assertThat((double) ours[i]).isCloseTo(scipy[i], within(1 + scipy[i] / 18));
            }
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "bounded_counts.tsv", delimiter = '\t', numLinesToSkip = 1)
    void boundedMinimaAndEvaluationsAreThoseOfScipy(int n, double lower, double upper, double fun, int nit, int nfev) {
        TestProblem problem = TestProblem.rosenbrock(n);
        Bounds bounds = Bounds.between(lower, upper);

        Solution solution = Minimize.by(LbfgsB.of(bounds)).minimize(problem.objective(), problem.x0());

        assertThat(solution.fun()).isCloseTo(fun, within(1e-6 * Math.max(1, fun)));
        assertThat(solution.success()).as("%s", solution.reason()).isTrue();
        assertThat(bounds.contains(solution.x())).isTrue();
        assertThat((double) solution.nit()).isCloseTo(nit, within(3 + nit / 5.0));
        assertThat((double) solution.nfev()).isCloseTo(nfev, within(3 + nfev / 5.0));
    }

    /**
     * The simplex goes SciPy's way; the conjugate directions save an evaluation in every search, and within bounds, where
     * both are coarse, never go up, as SciPy's do.
     */
    @ParameterizedTest
    @CsvFileSource(resources = "direct_counts.tsv", delimiter = '\t', numLinesToSkip = 1)
    void withoutDerivativesEvaluationsAreThoseOfScipy(
            String method, int n, double lower, double upper, double fun, int nit, int nfev) {
        Bounds bounds = Bounds.between(lower, upper);
        Objective guarded = x -> {
            assertThat(bounds.contains(x)).isTrue();
            return TestProblem.rosenbrock(n).objective().at(x);
        };
        Optimizer<?> optimizer =
                Optimizers.CATALOGUE.create(method).within(bounds).orElseThrow();

        Solution solution = Minimize.by(optimizer)
                .minimize(guarded, TestProblem.rosenbrock(n).x0());

        assertThat(solution.success()).as("%s", solution.reason()).isTrue();
        boolean alike = bounds.isUnlimited() || method.equals("nelder-mead");
        assertThat(solution.fun()).isLessThan(fun * (alike ? 1 + 1e-6 : 1 + 1e-3) + 1e-9);
        if (method.equals("nelder-mead")) {
            assertThat((double) solution.nit()).isCloseTo(nit, within(1 + nit / 50.0));
            assertThat((double) solution.nfev()).isCloseTo(nfev, within(1 + nfev / 50.0));
        }
        assertThat(!alike || solution.nfev() <= nfev + nfev / 50).isTrue();
        assertThat(solution.njev()).isZero();
    }

    /** The minima are SciPy's, or lower ones; no limit is crossed on the way, and an element without room stays. */
    @ParameterizedTest
    @CsvFileSource(resources = "bounded_counts.tsv", delimiter = '\t', numLinesToSkip = 1)
    void truncatedNewtonStaysWithinBounds(int n, double lower, double upper, double fun, int nit, int nfev) {
        TestProblem problem = TestProblem.rosenbrock(n);
        double[] low = new double[n];
        Arrays.fill(low, lower);
        low[0] = Math.min(0.3, upper);
        double[] high = new double[n];
        Arrays.fill(high, upper);
        for (boolean fixed : new boolean[] {false, true}) {
            high[0] = fixed ? low[0] : upper;
            Bounds bounds =
                    fixed ? new Bounds(NdArray.vector(low), NdArray.vector(high)) : Bounds.between(lower, upper);
            Objective guarded = x -> {
                assertThat(bounds.contains(x)).isTrue();
                return problem.objective().at(x);
            };

            Solution solution =
                    Minimize.by(new Tnc(bounds, 1e-12, 1e-6, 1000, 1000)).minimize(guarded, problem.x0());
            Solution other = Minimize.by(LbfgsB.of(bounds)).minimize(problem.objective(), problem.x0());

            assertThat(solution.success()).as("%s", solution.reason()).isTrue();
            assertThat(solution.fun()).isLessThan((fixed ? other.fun() : fun) * (1 + 1e-6) + 1e-9);
            assertThat(solution.nfev()).isLessThan(3 * nfev + 60);
            assertThat(solution.x().get(0)).isBetween(high[0] == low[0] ? low[0] : lower, high[0]);
        }
    }

    /** SciPy's figures of the same options, on Rosenbrock's function. */
    @Test
    void whatIsKnownBeforehandIsUsed() {
        Objective valley = TestProblem.rosenbrock(3).objective();
        NdArray simplex = NdArray.of(new double[] {2, 2, 0.5, 0.5, 2.5, 1, -1, 0, 3, 1.5, -1, -0.5}, 4, 3);
        NelderMead given =
                new NelderMead(Bounds.NONE, 1e-8, 1e-8, Budget.AUTO, false, Optional.empty()).withSimplex(simplex);
        Optimizer<?> bounded = given.within(Bounds.between(-0.5, 1.8)).orElseThrow();
        NdArray anywhere = NdArray.vector(9, 9, 9);

        Solution free = Minimize.by(given).minimize(valley, anywhere);
        Solution inside = Minimize.by(bounded).minimize(valley, anywhere);

        assertThat(free.nit()).isBetween(173, 177);
        assertThat(free.nfev()).isBetween(313, 319);
        assertThat(inside.nit()).isBetween(160, 164);
        assertThat(inside.nfev()).isBetween(293, 299);
        assertThatThrownBy(() -> Minimize.by(given).minimize(valley, NdArray.vector(1, 2)))
                .hasMessage("nelder-mead: simplex: got shape [4×3], expected [3×2]");
    }

    @Test
    void firstDirectionsAndAFirstInverseAreUsed() {
        TestProblem valley = TestProblem.rosenbrock(2);
        NdArray diagonals = NdArray.of(new double[] {1, 1, 1, -1}, 2, 2);
        NdArray inverse = NdArray.of(new double[] {0.005, 0.01, 0.01, 0.025}, 2, 2);
        Powell powell = new Powell(Bounds.NONE, 1e-8, 1e-8, Budget.AUTO, Optional.empty());
        Bfgs bfgs = new Bfgs(1e-5, Norm.INF, 0, OptionalLong.empty(), 1e-4, 0.9, Optional.empty());

        Solution turned = Minimize.by(powell.withDirections(diagonals)).minimize(valley.objective(), valley.x0());
        Solution known = Minimize.by(bfgs.withInverse(inverse)).minimize(valley.objective(), valley.x0());
        Solution early = Minimize.by("bfgs:gtol=0,xrtol=1e-3").minimize(valley.objective(), valley.x0());

        assertThat(turned.fun()).isLessThan(1e-20);
        assertThat(turned.nfev()).isLessThanOrEqualTo(534);
        assertThat(known.success()).isTrue();
        assertThat(known.nfev()).isLessThanOrEqualTo(47);
        assertThat(early.reason()).isEqualTo(Reason.STEP_SMALL);
        assertThat(early.fun()).isBetween(1e-16, 1e-6);
        assertThatThrownBy(() -> Minimize.by(powell.withDirections(diagonals))
                        .minimize(valley.objective(), NdArray.vector(1, 2, 3)))
                .hasMessage("powell: directions: got shape [2×2], expected [3×3]");
        assertThatThrownBy(() ->
                        Minimize.by(bfgs.withInverse(inverse)).minimize(valley.objective(), NdArray.vector(1, 2, 3)))
                .hasMessage("bfgs: inverse Hessian: got shape [2×2], expected [3×3]");
    }
}
