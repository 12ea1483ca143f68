package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Constraint;
import org.acutance.math.optimize.Differences;
import org.acutance.math.optimize.LinearConstraint;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Multipliers;
import org.acutance.math.optimize.NonlinearConstraint;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Run;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.State;
import org.acutance.math.optimize.StopRule;
import org.acutance.math.optimize.VectorFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every method with constraints must do, beside the contract of all methods. */
@ParameterizedClass
@ValueSource(
        strings = {"slsqp:ftol=1e-10", "trust-constr", "cobyla:tol=1e-9,maxiter=20000", "cobyqa:final_tr_radius=1e-9"})
class EveryConstrainedOptimizerTest {
    /** (x - 2)^2 + (y - 1)^2; on the unit disk the least is (sqrt 5 - 1)^2, at (2, 1) / sqrt 5. */
    private static final Objective DISTANCE = Objective.differentiated(
            x -> x.minus(Tensor.of(NdArray.vector(2, 1))).squaredNorm());

    private static final Constraint DISK = NonlinearConstraint.of(Tensor::squaredNorm, Bounds.between(0, 1));
    private static final NdArray X0 = NdArray.vector(-0.3, 0.6);

    private final String specification;

    EveryConstrainedOptimizerTest(String specification) {
        this.specification = specification;
    }

    private boolean computesMultipliers() {
        return specification.startsWith("slsqp") || specification.startsWith("trust-constr");
    }

    private Minimize<?> method() {
        return Minimize.by(specification);
    }

    @ParameterizedTest
    @EnumSource
    void reachesTheEdgeOfADisk(Precision precision) {
        Objective distance = Objective.differentiated(
                x -> x.minus(Tensor.of(NdArray.vector(2, 1).to(precision))).squaredNorm());
        double tolerance = precision == Precision.FLOAT64 ? 1e-6 : 1e-3;

        Solution solution = method().subjectTo(DISK).minimize(distance, X0.to(precision));

        assertThat(solution.success()).as("%s", solution.reason()).isTrue();
        assertThat(solution.x().get(0)).isCloseTo(2 / Math.sqrt(5), within(tolerance));
        assertThat(solution.x().get(1)).isCloseTo(1 / Math.sqrt(5), within(tolerance));
        assertThat(solution.maxcv()).isLessThan(tolerance);
        assertThat(solution.multipliers().isPresent()).isEqualTo(computesMultipliers());
        solution.multipliers()
                .ifPresent(found -> assertThat(found.constraints().get(0).item())
                        .isCloseTo(Math.sqrt(5) - 1, within(10 * tolerance)));
    }

    /** Gradient of the objective plus what the multipliers weigh is 0, and each has the sign of the limit that holds. */
    @Test
    void multipliersBalanceTheGradient() {
        NdArray matrix = NdArray.of(new double[] {1, 1, 1, 1, 0, -1}, 2, 3);
        Objective bowl = Objective.differentiated(
                x -> x.minus(Tensor.of(NdArray.vector(3, -1, 2))).squaredNorm());
        LinearConstraint sums = new LinearConstraint(
                matrix, new Bounds(NdArray.vector(1, Double.NEGATIVE_INFINITY), NdArray.vector(1, 0.5)));

        Solution solution = method().within(Bounds.atLeast(0)).subjectTo(sums).minimize(bowl, NdArray.vector(1, 1, 1));

        // On paper: y is held at 0, x + z = 1 and x - z = 1/2.
        assertThat(solution.x().minus(NdArray.vector(0.75, 0, 0.25)).maxAbs()).isLessThan(1e-6);
        assumeTrue(computesMultipliers());
        Multipliers found = solution.multipliers().orElseThrow();
        NdArray pulled = found.constraints().get(0).reshape(1, 2).matmul(matrix).reshape(3);
        NdArray slope = bowl.at(solution.x()).gradient();
        assertThat(slope.plus(pulled).plus(found.bounds()).maxAbs()).isLessThan(1e-5);
        assertThat(found.constraints().get(0).minus(NdArray.vector(4, 0.5)).maxAbs())
                .isLessThan(1e-5);
        assertThat(found.bounds().minus(NdArray.vector(0, -6, 0)).maxAbs()).isLessThan(1e-5);
    }

    @Test
    void derivativesOfConstraintsMayBeGivenOrDifferenced() {
        UnaryOperator<NdArray> value = x -> NdArray.scalar(x.dot(x));
        VectorFunction given = VectorFunction.of(value, x -> x.times(2).reshape(1, 2));
        Bounds box = Bounds.between(-1, Math.sqrt(0.7));
        VectorFunction differenced = VectorFunction.differenced(
                x -> {
                    assertThat(box.contains(x)).isTrue();
                    return value.apply(x);
                },
                Differences.TWO_POINT);
        for (VectorFunction function : List.of(given, differenced)) {
            Solution solution = method().within(box)
                    .subjectTo(new NonlinearConstraint(function, Bounds.between(0, 1)))
                    .minimize(DISTANCE, X0);

            assertThat(solution.success()).as("%s", solution.reason()).isTrue();
            assertThat(solution.x().get(0)).isCloseTo(Math.sqrt(0.7), within(1e-6));
            assertThat(solution.x().get(1)).isCloseTo(Math.sqrt(0.3), within(1e-6));
        }
    }

    @Test
    void methodsWithoutDerivativesAskForNone() {
        assumeTrue(!computesMultipliers());
        Objective valued = Objective.of(x -> DISTANCE.at(x).value(), x -> {
            throw new AssertionError("a gradient");
        });
        VectorFunction disk = VectorFunction.of(x -> NdArray.scalar(x.dot(x)), x -> {
            throw new AssertionError("a Jacobian");
        });

        Solution solution = method().subjectTo(new NonlinearConstraint(disk, Bounds.between(0, 1)))
                .minimize(valued, X0);

        assertThat(solution.success()).as("%s", solution.reason()).isTrue();
        assertThat(solution.fun()).isCloseTo(Math.pow(Math.sqrt(5) - 1, 2), within(1e-7));
        assertThat(solution.njev()).isZero();
    }

    @Test
    void constraintsThatContradictEachOtherAreReported() {
        Constraint line = new LinearConstraint(NdArray.of(new double[] {1, 1}, 1, 2), Bounds.atLeast(3));

        Solution solution = method().subjectTo(DISK, line).minimize(DISTANCE, X0);

        assertThat(solution.success()).isFalse();
        assertThat(solution.reason()).isEqualTo(Reason.INFEASIBLE);
        assertThat(solution.message())
                .isEqualTo("Stopped where the constraints contradict each other: perhaps no point meets them all; start"
                        + " elsewhere or loosen one.");
        assertThat(solution.maxcv()).isGreaterThan(0.1);
    }

    @Test
    void aFixedElementStays() {
        Bounds fixed = new Bounds(NdArray.vector(0.25, -5), NdArray.vector(0.25, 5));

        Solution solution = method().within(fixed).subjectTo(DISK).minimize(DISTANCE, X0);

        assertThat(solution.x().get(0)).isEqualTo(0.25);
        assertThat(solution.x().get(1)).isCloseTo(Math.sqrt(1 - 0.0625), within(1e-6));
    }

    @Test
    void equationsThatSayTheSameTwiceDoNotHinder() {
        NdArray twice = NdArray.of(new double[] {1, 1, 2, 2}, 2, 2);
        Constraint line = new LinearConstraint(twice, new Bounds(NdArray.vector(1, 2), NdArray.vector(1, 2)));

        Solution solution = method().subjectTo(line).minimize(DISTANCE, X0);

        assertThat(solution.success()).as("%s", solution.reason()).isTrue();
        assertThat(solution.x().minus(NdArray.vector(1, 0)).maxAbs()).isLessThan(1e-6);
    }

    @Test
    void aConstraintThatIsNotANumberIsNoSuccess() {
        Constraint broken =
                NonlinearConstraint.of(x -> x.squaredNorm().minus(10).log(), Bounds.between(0, 1));

        Solution solution = method().subjectTo(broken).minimize(DISTANCE, X0);

        assertThat(solution.reason()).isEqualTo(Reason.NON_FINITE);
        assertThat(solution.x()).isEqualTo(X0);
    }

    @Test
    void threeStepsAndThreeMoreAreSix() {
        assertResumesExactly(method().subjectTo(DISK));
    }

    private static <S extends State> void assertResumesExactly(Minimize<S> method) {
        Run<S> three = method.withRule(StopRule.maxIterations(3)).run(DISTANCE, X0);
        Run<S> resumed = method.withRule(StopRule.maxIterations(6)).resume(DISTANCE, three);
        Run<S> straight = method.withRule(StopRule.maxIterations(6)).run(DISTANCE, X0);

        assertThat(three.iteration()).isEqualTo(3);
        assertThat(resumed.state()).isEqualTo(straight.state());
        assertThat(resumed.counts()).isEqualTo(straight.counts());
        assertThat(method.optimizer().step(DISTANCE, three.state()))
                .isEqualTo(method.optimizer().step(DISTANCE, three.state()));
    }

    @Test
    void misuseIsExplained() {
        LinearConstraint wide = new LinearConstraint(NdArray.zeros(1, 3), Bounds.atLeast(0));
        Constraint limits = NonlinearConstraint.of(x -> x, new Bounds(NdArray.vector(0, 0, 0), NdArray.scalar(1)));
        Constraint jacobian = new NonlinearConstraint(VectorFunction.of(x -> x, x -> x), Bounds.atLeast(0));

        assertThatThrownBy(() -> new LinearConstraint(NdArray.zeros(3), Bounds.NONE))
                .hasMessage(
                        "linear constraint: the matrix has shape [3]; give one row for each limit and one column for"
                                + " each element");
        assertThatThrownBy(() -> method().subjectTo(wide).minimize(DISTANCE, X0))
                .hasMessage(
                        "linear constraint: the matrix has 3 columns but the point has 2 elements; give one column for"
                                + " each");
        assertThatThrownBy(() -> method().subjectTo(limits).minimize(DISTANCE, X0))
                .hasMessage(
                        "constraint: the limits have shape [3] but the values [2]; give one limit for each value, or"
                                + " one number for all");
        if (computesMultipliers()) {
            assertThatThrownBy(() -> method().subjectTo(jacobian).minimize(DISTANCE, X0))
                    .hasMessage("constraint: Jacobian: got shape [2], expected [2×2]");
        }
        assertThatThrownBy(() -> Minimize.by("bfgs").within(Bounds.atLeast(0)))
                .hasMessage("minimize: Bfgs takes no bounds; use l-bfgs-b, tnc, slsqp or another of the catalogue that"
                        + " does");
        assertThatThrownBy(() -> Minimize.by("bfgs").subjectTo(DISK))
                .hasMessage("minimize: Bfgs takes no constraints; use slsqp, trust-constr, cobyla or cobyqa");
    }
}
