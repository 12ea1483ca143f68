package org.acutance.testkit.mgh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MghProblemTest {
    static List<MghProblem> problems() {
        return MghProblem.all();
    }

    @Test
    void thereAreFortyTwo() {
        assertThat(problems()).hasSize(42);
        assertThat(problems().stream().map(MghProblem::toString)).doesNotHaveDuplicates();
    }

    /** The figures were computed with sixty digits. */
    @ParameterizedTest
    @MethodSource("problems")
    void valuesAreThoseOfTheTable(MghProblem problem) {
        double start = problem.objective().at(problem.x0()).value();
        double least = problem.objective().at(problem.minimiser()).value();

        assertThat(start).isCloseTo(problem.valueAtStart(), within(1e-12 * problem.valueAtStart()));
        assertThat(least).isCloseTo(problem.minimum(), within(1e-8 * problem.minimum() + 1e-28));
        assertThat(problem.isSolvedBy(least)).isTrue();
        assertThat(problem.isSolvedBy(start)).isFalse();
    }

    /** The gradient vanishes there beside those of the single residuals. */
    @ParameterizedTest
    @MethodSource("problems")
    void theMinimiserIsStationary(MghProblem problem) {
        Evaluation at = problem.objective().at(problem.minimiser());
        NdArray jacobian = Gradients.jacobian(problem.residuals(), Tensor.of(problem.minimiser()));

        assertThat(at.gradient().norm()).isLessThanOrEqualTo(1e-9 * Math.sqrt(at.value()) * jacobian.norm() + 1e-6);
    }

    /** No point on the way down here leads to one from which the next direction would go down: the steepest descent does. */
    @ParameterizedTest
    @ValueSource(doubles = {0.4545454545454546, 0.49})
    void conjugateGradientsBeginAnewWhereTheyAreStuck(double c2) {
        MghProblem problem = problems().stream()
                .filter(other -> other.toString().startsWith("variably-dim"))
                .findFirst()
                .orElseThrow();
        Solution solution = Minimize.by("cg:gtol=1e-10,c2=" + c2).minimize(problem.objective(), problem.x0());
        assertThat(solution.success()).as("%s", solution.reason()).isTrue();
        assertThat(problem.isSolvedBy(solution.fun())).isTrue();
    }

    /** As many as ours did, but for one that is chance; all but cg as many as SciPy's, where it has the method. */
    @ParameterizedTest
    @CsvSource({
        "'trust-exact:gtol=1e-10,maxiter=3000', 42",
        "'dogleg:gtol=1e-10,maxiter=3000', 41",
        "'trust-ncg:gtol=1e-10,maxiter=3000', 41",
        "'trust-krylov:gtol=1e-10,maxiter=3000', 39",
        "'newton-cg:xtol=1e-10,maxiter=2000', 37",
        "'bfgs:gtol=1e-10,maxiter=3000', 40",
        "'l-bfgs:gtol=1e-10,ftol=0', 39",
        "'l-bfgs-b:gtol=1e-10,ftol=0', 39",
        "'tnc:gtol=1e-10,ftol=0', 39",
        "'slsqp:ftol=1e-16,maxiter=3000', 37",
        "'cg:gtol=1e-10,maxiter=3000', 36"
    })
    void solvesNoFewerThanBefore(String method, int least) {
        List<MghProblem> solved = problems().stream()
                .filter(problem -> problem.isSolvedBy(Minimize.by(method)
                        .minimize(problem.objective(), problem.x0())
                        .fun()))
                .toList();

        assertThat(solved).hasSizeGreaterThanOrEqualTo(least);
    }
}
