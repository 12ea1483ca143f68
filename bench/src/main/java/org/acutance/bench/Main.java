package org.acutance.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code bench/run NAME [options]}: runs one benchmark program, or lists them all. */
public final class Main {
    private Main() {}

    /** Runs the program named by the first argument and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.isEmpty()) {
            list(out);
            return 0;
        }
        Optional<Benchmark> benchmark = Benchmarks.find(arguments.get(0));
        if (benchmark.isEmpty()) {
            err.println("bench: no program '" + arguments.get(0) + "'; there are:");
            list(err);
            return 2;
        }
        return benchmark.get().run(arguments.subList(1, arguments.size()), out);
    }

    private static void list(PrintStream out) {
        Table table = Table.of("program", "what it measures");
        Benchmarks.all().forEach(benchmark -> table.row(benchmark.name(), benchmark.help()));
        table.print(out);
    }
}
