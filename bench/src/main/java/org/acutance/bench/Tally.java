package org.acutance.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.math.optimize.Solution;

/**
 * How a method did: on which problems it reached the minimum, and after how many evaluations.
 *
 * @param solved one for each problem
 * @param evaluations likewise
 */
record Tally(List<Boolean> solved, List<Integer> evaluations) {
    /** No problem yet. */
    static final Tally NONE = new Tally(List.of(), List.of());

    /** Together with one more problem; evaluations are values or gradients, whichever are more. */
    Tally plus(boolean solvedToo, Solution solution) {
        return new Tally(
                Stream.concat(solved.stream(), Stream.of(solvedToo)).toList(),
                Stream.concat(evaluations.stream(), Stream.of(Math.max(solution.nfev(), solution.njev())))
                        .toList());
    }

    /** Number of problems solved. */
    long count() {
        return solved.stream().filter(is -> is).count();
    }

    /** The mean of the evaluations over the problems solved. */
    String mean() {
        return mean(solved);
    }

    /** The mean of the evaluations over the problems that are marked. */
    String mean(List<Boolean> marked) {
        double mean = IntStream.range(0, marked.size())
                .filter(marked::get)
                .mapToDouble(evaluations::get)
                .average()
                .orElse(Double.NaN);
        return Table.number(mean, 0);
    }

    List<Boolean> solvedBoth(Tally other) {
        return IntStream.range(0, solved.size())
                .mapToObj(i -> solved.get(i) && other.solved.get(i))
                .toList();
    }

    /** A column of SciPy's figures; an exclamation mark stands before what it did not solve. */
    static Tally ofColumn(List<List<String>> scipy, String name) {
        int column = scipy.get(0).indexOf(name);
        List<String> cells = scipy.stream().skip(1).map(row -> row.get(column)).toList();
        return new Tally(
                cells.stream().map(cell -> !cell.startsWith("!")).toList(),
                cells.stream()
                        .map(cell -> Integer.valueOf(cell.replace("!", "")))
                        .toList());
    }

    /** SciPy 1.17 at about the same tolerances; the script beside the table wrote it. */
    static List<List<String>> table(String name) throws IOException {
        try (InputStream table = Objects.requireNonNull(Tally.class.getResourceAsStream(name))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        }
    }
}
