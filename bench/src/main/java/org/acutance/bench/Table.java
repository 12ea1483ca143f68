package org.acutance.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of text with aligned columns: numbers to the right, the rest to the left. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> heads) {
        rows.add(heads);
    }

    /** A table with the given heads and no rows yet. */
    public static Table of(String... heads) {
        return new Table(List.of(heads));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it does not have a cell for every head
     */
    public Table row(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException("table: row of " + cells.length + " cells under "
                    + rows.get(0).size() + " heads");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** A number with the given decimals, the same in every locale. */
    public static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** The mean of a figure over results; not a number if there are none. */
    static <R> double mean(List<R> results, ToDoubleFunction<R> figure) {
        return results.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** Prints all rows. */
    public void print(PrintStream out) {
        toString().lines().forEach(out::println);
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    String cell = row.get(column);
                    String space = " ".repeat(widths[column] - cell.length());
                    return isNumeric(column) ? space + cell : cell + space;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private boolean isNumeric(int column) {
        return rows.stream().skip(1).map(row -> row.get(column)).allMatch(cell -> cell.matches("[-+.0-9e%]*"));
    }
}
