package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Methods on a set of test problems: a table of all methods, or of each problem for the method of {@code --method}. */
interface ProblemsBenchmark extends Benchmark {
    /** Prints how a method does on each problem. */
    void printEach(String method, PrintStream out);

    /** Prints how our methods and SciPy's do on all problems together. */
    void printAll(PrintStream out) throws IOException;

    @Override
    default int run(List<String> written, PrintStream out) {
        try {
            Optional<String> one = new Options(written, "--method").text("--method");
            if (one.isPresent()) {
                printEach(one.get(), out);
            } else {
                printAll(out);
            }
            return 0;
        } catch (IllegalArgumentException misuse) {
            out.println(name() + ": " + misuse.getMessage());
            return 2;
        } catch (IOException failed) {
            out.println(name() + ": " + failed.getMessage());
            return 1;
        }
    }
}
