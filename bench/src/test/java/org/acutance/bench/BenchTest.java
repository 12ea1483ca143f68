package org.acutance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.acutance.bench.ConvolutionCase.Run;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.convolution.Convolver;
import org.acutance.math.convolution.Method;
import org.acutance.math.convolution.Operation;
import org.acutance.math.convolution.Work;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class BenchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(
                Arrays.asList(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void programsAreListed() {
        assertThat(run()).isZero();
        assertThat(Benchmarks.all()).allSatisfy(program -> assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(program.name())
                .contains(program.help()));
    }

    @Test
    void unknownProgramsAndOptionsAreMisuse() {
        assertThat(run("convolutoin")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("bench: no program 'convolutoin'; there are:")
                .contains("convolution");
        assertThat(run("convolution", "--fits")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("convolution: unknown options [--fits]; the only one is --fit");
        assertThat(run("fft", "--sizes", "512x512,4096")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("fft: size '4096' is not of the form 512x512 or 128x128x64\n");
    }

    @Test
    void tablesAreAligned() {
        Table table = Table.of("name", "us").row("a", "1.5").row("longer", Table.number(12, 1));
        assertThat(table).hasToString("name      us\na        1.5\nlonger  12.0");
        assertThatThrownBy(() -> table.row("alone")).hasMessage("table: row of 1 cells under 2 heads");
    }

    @Test
    void fitRecoversTheCostsThatMadeTheTimes() {
        List<Run> runs = new ArrayList<>();
        for (int size = 20; size < 200; size += 3) {
            Shape shape = ConvolutionCase.cube(2, size);
            NdArray kernel = ConvolutionCase.random(ConvolutionCase.cube(2, 1 + size % 17), Precision.FLOAT64);
            for (Method method : new Method[] {Method.DIRECT, Method.FFT}) {
                Work work = Convolver.valid(kernel, shape, method).work();
                runs.add(new Run(work, time(work)));
            }
        }
        double[] costs = CostFit.fit(runs);
        double relativeError = runs.stream()
                .mapToDouble(run -> Math.abs(predicted(costs, run.work()) / run.time() - 1))
                .max()
                .orElseThrow();
        assertThat(relativeError).isLessThan(0.01);
        assertThat(costs[0]).isCloseTo(1, Percentage.withPercentage(5));
    }

    /** Times of a machine where the first operation costs 1 ns, the second 2 ns and so on. */
    private static double time(Work work) {
        double[] costs = new double[Operation.values().length];
        Arrays.setAll(costs, i -> i + 1.0);
        return predicted(costs, work);
    }

    private static double predicted(double[] costs, Work work) {
        double sum = 0;
        int i = 0;
        for (Operation operation : Operation.values()) {
            sum += costs[i++] * work.count(operation);
        }
        return sum;
    }
}
