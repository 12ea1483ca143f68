package org.acutance.testkit.hs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HsProblemTest {
    static List<HsProblem> problems() {
        return HsProblem.all();
    }

    @Test
    void thereAreEightySix() {
        assertThat(problems()).hasSize(86);
        assertThat(problems().stream().map(HsProblem::number)).isSorted().doesNotHaveDuplicates();
    }

    /** The figures are those of the same formulas in NumPy. */
    @ParameterizedTest
    @MethodSource("problems")
    void valuesAreThoseOfTheTable(HsProblem problem) {
        double start = problem.objective().at(problem.x0()).value();
        double least = problem.objective().at(problem.minimiser()).value();

        assertThat(start).isCloseTo(problem.valueAtStart(), within(1e-12 * Math.abs(problem.valueAtStart()) + 1e-15));
        assertThat(problem.violation(problem.x0()))
                .isCloseTo(problem.violationAtStart(), within(1e-12 * problem.violationAtStart() + 1e-15));
        assertThat(least).isCloseTo(problem.minimum(), within(1e-5 * Math.abs(problem.minimum()) + 1e-7));
        assertThat(problem.violation(problem.minimiser())).isLessThan(1e-6);
    }

    /** As many as ours did, and in no more evaluations than the hardest took; the bounds are never left on the way. */
    @ParameterizedTest
    @CsvSource({
        "slsqp:ftol=1e-10, 80",
        "trust-constr:maxiter=200, 80",
        "'cobyla:tol=1e-8,maxiter=2000', 76",
        "'cobyqa:final_tr_radius=1e-8,maxfev=1800', 81"
    })
    void solvesNoFewerThanBefore(String method, int least) {
        List<HsProblem> solved = problems().stream()
                .filter(problem -> {
                    Objective objective = problem.objective();
                    Bounds bounds = problem.bounds();
                    Objective guarded = x -> {
                        if (!bounds.contains(x)) {
                            throw new AssertionError(problem + " is asked beyond its bounds");
                        }
                        return objective.at(x);
                    };
                    Solution solution = problem.with(Minimize.by(method)).minimize(guarded, problem.x0());
                    assertThat(bounds.contains(solution.x())).isTrue();
                    return problem.isSolvedBy(solution);
                })
                .toList();

        assertThat(solved).hasSizeGreaterThanOrEqualTo(least);
    }

    @Test
    void whatIsNoFormulaIsRefused() {
        assertThat(Formula.parse("-x2^2*(1-exp(0))+2e-1/4")
                        .apply(Tensor.of(NdArray.vector(1, 3)))
                        .value())
                .isEqualTo(NdArray.vector(0.05));
        assertThatThrownBy(() -> Formula.parse("x1 2")).hasMessage("formula: '2' is left over in 'x1 2'");
    }
}
