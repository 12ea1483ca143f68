package org.acutance.math.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineSearchTest {
    private static final Wolfe USUAL = new Wolfe(1e-4, 0.9);

    /** A function of the step, its derivative, and how often the function was computed. */
    private static final class Function {
        private final DoubleUnaryOperator value;
        private final DoubleUnaryOperator slope;
        private int calls;

        Function(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
            this.value = value;
            this.slope = slope;
        }

        Line line() {
            Objective objective = Objective.of(
                    x -> {
                        calls++;
                        return value.applyAsDouble(x.item());
                    },
                    x -> NdArray.scalar(slope.applyAsDouble(x.item())),
                    (x, p) -> NdArray.zeros(Shape.SCALAR, x.precision()));
            Iterate origin =
                    new Iterate(NdArray.scalar(0), value.applyAsDouble(0), NdArray.scalar(slope.applyAsDouble(0)));
            return new Line(objective, origin, NdArray.scalar(1));
        }
    }

    private static Function function(int number) {
        return switch (number) {
            case 1 -> new Function(a -> -a / (a * a + 2), a -> (a * a - 2) / Math.pow(a * a + 2, 2));
            case 2 ->
                new Function(
                        a -> Math.pow(a + 0.004, 5) - 2 * Math.pow(a + 0.004, 4),
                        a -> 5 * Math.pow(a + 0.004, 4) - 8 * Math.pow(a + 0.004, 3));
            default -> new Function(LineSearchTest::waves, LineSearchTest::wavesSlope);
        };
    }

    private static double waves(double a) {
        double outer = Math.abs(a - 1);
        double smooth = outer >= 0.01 ? outer : (a - 1) * (a - 1) / 0.02 + 0.005;
        return smooth + 2 * 0.99 / (39 * Math.PI) * Math.sin(39 * Math.PI / 2 * a);
    }

    private static double wavesSlope(double a) {
        double smooth = Math.abs(a - 1) >= 0.01 ? Math.signum(a - 1) : (a - 1) / 0.01;
        return smooth + 0.99 * Math.cos(39 * Math.PI / 2 * a);
    }

    static Stream<List<String>> moreThuente() {
        return Tsv.rows("line_searches.tsv").map(List::of).filter(row -> row.get(0)
                .equals("more-thuente"));
    }

    static Stream<List<String>> strongWolfe() {
        return Tsv.rows("line_searches.tsv").map(List::of).filter(row -> row.get(0)
                .equals("strong-wolfe"));
    }

    @ParameterizedTest
    @MethodSource("moreThuente")
    void moreThuenteTakesTheStepsOfScipy(List<String> row) {
        Function function = function(Integer.parseInt(row.get(1)));

        Trial found = new MoreThuente(wolfe(row), 1e-14, 1e-8, 50, 100)
                .search(function.line(), Double.parseDouble(row.get(4)))
                .orElseThrow();

        double expected = Double.parseDouble(row.get(5));
        assertThat(found.step()).isCloseTo(expected, within(1e-9 * expected));
        assertThat(function.calls).isEqualTo(Integer.parseInt(row.get(6)));
    }

    /** SciPy's zoom keeps no distance from the ends of a bracket that points backwards; ours does and takes longer. */
    @ParameterizedTest
    @MethodSource("strongWolfe")
    void strongWolfeFindsStepsWhereScipyDoes(List<String> row) {
        Function function = function(Integer.parseInt(row.get(1)));
        Line line = function.line();

        Trial found = new StrongWolfe(wolfe(row), Double.MAX_VALUE)
                .search(line, Double.parseDouble(row.get(4)))
                .orElseThrow();

        assertThat(wolfe(row).decreases(line, found)).isTrue();
        assertThat(wolfe(row).flattens(line, found)).isTrue();
        assertThat(function.calls).isLessThanOrEqualTo(3 * Integer.parseInt(row.get(6)));
    }

    private static Wolfe wolfe(List<String> row) {
        return new Wolfe(Double.parseDouble(row.get(2)), Double.parseDouble(row.get(3)));
    }

    @Test
    void moreThuenteStepsBackFromWhereTheObjectiveIsNotDefined() {
        Function barrier = new Function(
                a -> a < 0.01 ? -2 * a - 0.01 * Math.log(0.01 - a) : Double.NaN, a -> -2 + 0.01 / (0.01 - a));
        Wolfe tight = new Wolfe(1e-4, 1e-3);

        Trial found = new MoreThuente(tight, 1e-14, 1e-8, 50, 100)
                .search(barrier.line(), 1)
                .orElseThrow();

        assertThat(found.step()).isCloseTo(0.005, within(1e-5));
    }

    @Test
    void bisectionStopsBesideAKink() {
        Function absolute = new Function(a -> Math.abs(a - 0.3), a -> Math.signum(a - 0.3));

        Trial found = new WeakWolfe(USUAL).search(absolute.line(), 1).orElseThrow();

        assertThat(found.value()).isLessThan(0.3);
        assertThat(found.slope()).isEqualTo(1);
    }

    @Test
    void nothingIsFoundUphillAndNoSearchGoesOnForEver() {
        Function wrong = new Function(a -> a, a -> -1);
        LineSearch search = LineSearch.robust(new MoreThuente(USUAL, 1e-14, 1e-8, 50, 100), USUAL, 1e100);

        assertThat(search.search(wrong.line(), 1)).isEmpty();
        assertThat(wrong.calls).isLessThan(250);
    }

    @Test
    void aSearchSurvivesValuesThatAreNeverFinite() {
        Function nan = new Function(a -> a == 0 ? 1 : Double.NaN, a -> -1);
        LineSearch search = LineSearch.robust(new MoreThuente(USUAL, 1e-14, 1e-8, 50, 100), USUAL, 1e100);

        assertThat(search.search(nan.line(), 1)).isEmpty();
        assertThat(nan.calls).isLessThan(250);
    }
}
