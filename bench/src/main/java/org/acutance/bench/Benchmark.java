package org.acutance.bench;

import java.io.PrintStream;
import java.util.List;

/** A program that measures and prints a table. */
public interface Benchmark {
    /** The name by which it is started. */
    String name();

    /** One line on what it measures and which options it takes. */
    String help();

    /**
     * Measures and prints.
     *
     * @param options what followed the name on the command line
     * @param out takes the table
     * @return exit code: 0 done, 1 failed, 2 misused
     */
    int run(List<String> options, PrintStream out);
}
