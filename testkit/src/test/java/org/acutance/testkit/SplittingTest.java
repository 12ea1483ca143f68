package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.CirculantSolver;
import org.acutance.math.linear.ConvolutionMap;
import org.acutance.math.linear.Grid;
import org.acutance.math.linear.IdentityMap;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.linear.PeriodicConvolution;
import org.acutance.math.optimize.Admm;
import org.acutance.math.optimize.GroupNorm;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.PrimalDual;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Run;
import org.acutance.math.optimize.SquaredDistance;
import org.acutance.math.optimize.Term;
import org.junit.jupiter.api.Test;

/** What methods for terms do beside minimising: exact solves, warm starts, refusals. */
class SplittingTest {
    private static final Shape SHAPE = Shape.of(12, 9);
    private static final PeriodicGradient GRADIENT = new PeriodicGradient(SHAPE);
    private static final NdArray NOISY = new Samples(4).uniform(SHAPE, Precision.FLOAT64, 0, 1);

    private static final NdArray KERNEL = NdArray.full(Shape.of(3, 3), Precision.FLOAT64, 1.0 / 9);

    private static List<Term> terms(double weight) {
        return List.of(
                new Term(new IdentityMap(SHAPE), SquaredDistance.to(NOISY)), new Term(GRADIENT, new GroupNorm(weight)));
    }

    @Test
    void testMapsKeepTheContract() {
        for (Precision precision : Precision.values()) {
            new LinearMapContract(GRADIENT, precision).check();
            new LinearMapContract(new IdentityMap(SHAPE), precision).check();
            new LinearMapContract(new PeriodicGradient(Shape.of(3, 1, 4)), precision).check();
        }
    }

    @Test
    void circulantEquationsAreSolvedExactly() {
        CirculantSolver solver = CirculantSolver.of(List.of(new IdentityMap(SHAPE), GRADIENT), Precision.FLOAT64, 1, 1);
        NdArray x = solver.weighted(0.5, 3).solve(NOISY);
        NdArray left = x.times(0.5).plusScaled(3, GRADIENT.adjoint(GRADIENT.apply(x)));
        assertThat(left.minus(NOISY).maxAbs()).isLessThan(1e-13);
        assertThat(solver.weighted(1, 1)).isSameAs(solver);
        assertThat(solver.weighted(2, 1).weighted(1, 1)).isEqualTo(solver);
    }

    @Test
    void singularEquationsHaveTheSolutionOfLeastNorm() {
        NdArray x = CirculantSolver.of(List.of(GRADIENT), Precision.FLOAT64, 1).solve(NOISY);
        NdArray centred = NOISY.minus(NdArray.scalar(NOISY.sum() / NOISY.size()));
        assertThat(GRADIENT.adjoint(GRADIENT.apply(x)).minus(centred).maxAbs()).isLessThan(1e-13);
        assertThat(x.sum()).isCloseTo(0, within(1e-12));
    }

    @Test
    void convolutionsBetweenTheTransformsGiveTheSameSolution() {
        PeriodicConvolution blur = new PeriodicConvolution(KERNEL, SHAPE);
        CirculantSolver solver =
                CirculantSolver.of(List.of(new IdentityMap(SHAPE), GRADIENT, blur), Precision.FLOAT64, 0.1, 2, 3);
        NdArray field = GRADIENT.apply(NOISY);
        CirculantSolver.Mapped solved = solver.solve(NOISY, List.of(field, NOISY));
        NdArray right = NOISY.plusScaled(2, GRADIENT.adjoint(field)).plusScaled(3, blur.adjoint(NOISY));
        assertThat(solved.x().minus(solver.solve(right)).maxAbs()).isLessThan(1e-13);
        assertThat(solved.mapped().get(0).minus(GRADIENT.apply(solved.x())).maxAbs())
                .isZero();
        assertThat(solved.mapped().get(1).minus(blur.apply(solved.x())).maxAbs())
                .isLessThan(1e-13);
    }

    @Test
    void equationsOfEveryBorderAreSolved() {
        for (Boundary boundary : Boundary.values()) {
            LinearMap blur = new ConvolutionMap(KERNEL, SHAPE, ConvolutionMode.SAME, boundary);
            LinearMap slopes = Grid.of(SHAPE, false).gradient();
            NdArray flat = NdArray.zeros(slopes.range(), Precision.FLOAT64);
            Admm method = Admm.of(List.of(
                            new Term(blur, SquaredDistance.to(NOISY)), new Term(slopes, SquaredDistance.to(flat))))
                    .withTolerances(0, 1e-10);
            NdArray x = Minimize.by(method).minimize(Objective.zero(), NOISY).x();
            NdArray left = blur.adjoint(blur.apply(x)).plus(slopes.adjoint(slopes.apply(x)));
            assertThat(left.minus(blur.adjoint(NOISY)).maxAbs()).isLessThan(1e-9);
        }
    }

    @Test
    void aSearchEndsWhereThePictureRests() {
        Admm method = Admm.of(terms(0.1)).withTolerances(0, 1e-14);
        Run<Admm.Splitting> exact = Minimize.by(method).run(Objective.zero(), NOISY);
        Run<Admm.Splitting> soon = Minimize.by(method.withStepTolerance(1e-5)).run(Objective.zero(), NOISY);
        assertThat(soon.reason()).contains(Reason.STEP_SMALL);
        assertThat(soon.state().stepLength()).isLessThan(1e-5 * Math.sqrt(NOISY.size()));
        assertThat(soon.iteration()).isLessThan(exact.iteration());
        assertThat(soon.state().x().minus(exact.state().x()).maxAbs()).isLessThan(1e-3);
    }

    @Test
    void aNeighbouringProblemStartsFromWhereTheLastEnded() {
        Objective none = Objective.zero();
        Run<Admm.Splitting> first = Minimize.by(Admm.of(terms(0.1))).run(none, NOISY);
        Admm next = Admm.of(terms(0.101));
        Run<Admm.Splitting> warm = Minimize.by(next).runFrom(none, next.startFrom(first.state()));
        Run<Admm.Splitting> cold = Minimize.by(next).run(none, NOISY);
        assertThat(warm.iteration()).isLessThan(cold.iteration());
        assertThat(warm.best().value()).isLessThan(cold.best().value() * (1 + 1e-4));
    }

    @Test
    void thePrimalDualMethodStartsFromWhereTheLastEnded() {
        Objective none = Objective.zero();
        Run<PrimalDual.Saddle> first =
                Minimize.by(PrimalDual.of(Proximal.zero(), terms(0.1))).run(none, NOISY);
        PrimalDual next = PrimalDual.of(Proximal.zero(), terms(0.101));
        Run<PrimalDual.Saddle> warm = Minimize.by(next).runFrom(none, next.startFrom(none, first.state()));
        assertThat(warm.iteration())
                .isLessThan(Minimize.by(next).run(none, NOISY).iteration());
    }

    @Test
    void whatCannotBeUsedIsExplained() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Minimize.by(Admm.of(terms(1)))
                        .minimize(TestProblem.rosenbrock(2).objective(), NOISY))
                .withMessage("admm: got an objective beside the terms; write it as a term and give Objective.zero(),"
                        + " or use primal-dual");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Admm.of(List.of()))
                .withMessage("admm: got no terms; give at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Admm.of(terms(1)).withPenalties(List.of(OptionalDouble.of(1))))
                .withMessage("admm: got 1 penalties; give one for each of 2 terms, or none to find them");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CirculantSolver.of(List.of(GRADIENT), Precision.FLOAT64))
                .withMessage("circulant solver: got 0 weights for 1 maps; give one for each");
    }
}
