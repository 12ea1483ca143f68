package org.acutance.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConvergencePlotTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static Stream<List<Run>> oddRuns() {
        return Stream.of(
                List.of(),
                List.of(Run.of("empty")),
                List.of(Run.of("one", 3)),
                List.of(Run.of("zero", 0, 0, 0)),
                List.of(Run.of("constant", 2.5, 2.5)),
                List.of(Run.of("none is finite", NAN, INFINITE, -INFINITE)),
                List.of(Run.of("gaps", 3, NAN, 2, NAN, NAN, 1, INFINITE)),
                List.of(Run.of("negative", -3, -5, -5.5)),
                List.of(Run.of("huge", -1e308, 1e308, Double.MAX_VALUE)),
                List.of(Run.of("tiny", 1e-310, Double.MIN_VALUE, 0)),
                List.of(Run.of("rounding", 1, Math.nextUp(1.0), 1)),
                List.of(Run.of("no time", 2, 1).with(Abscissa.SECONDS, 0, 0)),
                List.of(Run.of("odd time", 2, 1).with(Abscissa.SECONDS, NAN, -3)),
                List.of(Run.of("", 2, 1), Run.of("猫".repeat(300), 1, 0.5)));
    }

    @ParameterizedTest
    @MethodSource("oddRuns")
    void oddRunsAreDrawn(List<Run> runs) {
        ConvergencePlot plot = ConvergencePlot.of("odd", "remark", runs);
        assertThat(plot.draw().height()).isPositive();
        assertThat(plot.aboveBest().draw().height()).isPositive();
    }

    @Test
    void aSingleRunEndsInADiscAtItsLastLoss() {
        Picture picture =
                ConvergencePlot.of("", "", List.of(Run.of("", 9, 3, 1))).draw();
        Axis y = LinearAxis.around(1, 9, 7);
        int row = 40 + Chart.ABOVE + (int) ((1 - y.place(1)) * ConvergencePlot.CHART_HEIGHT);
        int column = picture.width() - 40 - (int) (760 * (1 - 2 / 2.06));
        assertThat(picture.rgb(row, column)).isEqualTo(Palette.series(0));
        assertThat(picture.rgb(row - 4, column)).isEqualTo(Palette.series(0));
        assertThat(picture.rgb(row - 9, column)).isNotEqualTo(Palette.series(0));
    }

    @Test
    void whatAllRunsCountGetsAChart() {
        Run run = Run.of("a", 2, 1).with(Abscissa.EVALUATIONS, 1, 5).with(Abscissa.SECONDS, 0, 0.1);
        Run other = Run.of("b", 2, 1).with(Abscissa.SECONDS, 0, 0.2);
        int three = ConvergencePlot.of("", "", List.of(run)).draw().width();
        int two = ConvergencePlot.of("", "", List.of(run, other)).draw().width();
        int one = ConvergencePlot.of("", "", List.of(Run.of("a", 2, 1))).draw().width();
        assertThat(List.of(one, two, three)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theBestIsTheLeastFiniteLossOfAllRuns() {
        assertThat(ConvergencePlot.of("", "", List.of(Run.of("a", 5, -INFINITE), Run.of("b", 7, 3, NAN)))
                        .aboveBest()
                        .best())
                .hasValue(3);
        assertThat(ConvergencePlot.of("", "", List.of()).aboveBest().best()).isEmpty();
    }

    @Test
    void stretchesLeaveOutWhatIsNotFinite() {
        Run run = Run.of("", NAN, 3, 2, INFINITE, 1);
        Series series = new Series(run.counted(Abscissa.ITERATIONS).orElseThrow(), run.loss());
        assertThat(series.stretches()).containsExactly(new int[] {1, 3}, new int[] {4, 5});
        assertThat(series.endsInNothing()).isFalse();
    }

    @Test
    void manyPointsAndRunsAreDrawn() {
        double[] losses = new double[20_000];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = 1 + 100.0 / (1 + i);
        }
        List<Run> runs = Stream.generate(() -> Run.of("run", losses)).limit(8).toList();
        assertThat(ConvergencePlot.of("", "", runs).draw().height()).isLessThan(700);
    }

    @Test
    void refusesCountsThatDoNotFit() {
        assertThatThrownBy(() -> Run.of("a", 2, 1).with(Abscissa.SECONDS, 1))
                .hasMessage("run: got shape [1], expected [2]");
        assertThatThrownBy(() -> new ConvergencePlot("", "", List.of(), OptionalDouble.of(NAN)))
                .hasMessage("convergence plot: best loss NaN is not finite; leave it out to show losses");
    }
}
