package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Constraint;
import org.acutance.math.optimize.Differences;
import org.acutance.math.optimize.LinearConstraint;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.NonlinearConstraint;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.SecondDerivatives;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.VectorEvaluation;
import org.acutance.math.optimize.VectorFunction;
import org.junit.jupiter.api.Test;

/** Second derivatives of objectives and constraints in methods with constraints. */
class SecondDerivativesTest {
    /** (x - 2)^2 + (y - 1)^2; on the unit disk the least is (sqrt 5 - 1)^2. */
    private static final Objective DISTANCE = Objective.differentiated(
            x -> x.minus(Tensor.of(NdArray.vector(2, 1))).squaredNorm());

    private static final Constraint DISK = NonlinearConstraint.of(Tensor::squaredNorm, Bounds.between(0, 1));
    private static final NdArray X0 = NdArray.vector(-0.3, 0.6);

    private static Solution onTheDisk(String method, Objective objective, Constraint disk) {
        Solution solution = Minimize.by(method).subjectTo(disk).minimize(objective, X0);
        assertThat(solution.fun()).isCloseTo(Math.pow(Math.sqrt(5) - 1, 2), within(1e-6));
        return solution;
    }

    @Test
    void hessiansOfValuesAreSummedByWeights() {
        // x^2 y and x y^2 at (1, 2): 2 [4 2; 2 0] - 3 [0 4; 4 2] times (1, 1)
        VectorFunction function =
                VectorFunction.differentiated(x -> x.times(x.flip()).times(x)); // each element squared times the other
        VectorEvaluation at = function.at(NdArray.vector(1, 2));
        assertThat(at.value()).isEqualTo(NdArray.vector(2, 4));
        assertThat(at.secondDerivatives()
                        .orElseThrow()
                        .weighted(NdArray.vector(2, -3))
                        .apply(NdArray.vector(1, 1)))
                .isEqualTo(NdArray.vector(0, -14));
    }

    @Test
    void whatIsLinearHasNone() {
        VectorEvaluation at = new LinearConstraint(NdArray.of(new double[] {1, 2}, 1, 2), Bounds.between(0, 1)).at(X0);
        assertThat(at.secondDerivatives()
                        .orElseThrow()
                        .weighted(NdArray.vector(3))
                        .apply(X0)
                        .maxAbs())
                .isZero();
    }

    @Test
    void theyAreExactWhereObjectiveAndConstraintsKnowThem() {
        assertThat(onTheDisk("trust-constr", DISTANCE, DISK).nhev()).isPositive();
        assertThat(onTheDisk("trust-constr:hessian=bfgs", DISTANCE, DISK).nhev())
                .isZero();
        Objective byGradients =
                Objective.of(x -> DISTANCE.at(x).value(), x -> DISTANCE.at(x).gradient());
        assertThat(byGradients.hasSecondDerivatives()).isFalse();
        assertThat(onTheDisk("trust-constr", byGradients, DISK).nhev()).isZero();
        VectorFunction differenced = VectorFunction.differenced(x -> NdArray.scalar(x.dot(x)), Differences.TWO_POINT);
        Constraint byValues = new NonlinearConstraint(differenced, Bounds.between(0, 1));
        assertThat(onTheDisk("trust-constr", DISTANCE, byValues).nhev()).isZero();
    }

    /** Newton's step is the solution. */
    @Test
    void aParabolaAlongALineIsSolvedAtOnce() {
        Constraint line = new LinearConstraint(NdArray.of(new double[] {1, 1}, 1, 2), Bounds.between(1, 1));
        Solution solution = Minimize.by("trust-constr").subjectTo(line).minimize(DISTANCE, X0);
        assertThat(solution.x().minus(NdArray.vector(1, 0)).maxAbs()).isLessThan(1e-12);
        assertThat(solution.nit()).isLessThanOrEqualTo(3);
    }

    @Test
    void anotherWordIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecondDerivatives.parse("2-point"))
                .withMessage("hessian: '2-point' is not exact or bfgs");
        assertThat(SecondDerivatives.parse("bfgs").written()).isEqualTo("bfgs");
    }
}
