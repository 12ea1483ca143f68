package org.acutance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.ExecutionException;
import org.acutance.io.ImageFileException;

/** Runs what a program measures; misuse and files that cannot be used become one line and an exit code. */
final class Guarded {
    /** What is measured and printed. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, ExecutionException, InterruptedException;
    }

    private Guarded() {}

    /** The exit code: 0 done, 1 failed, 2 misused. */
    static int run(Benchmark program, PrintStream out, Work work) {
        try {
            work.run();
            return 0;
        } catch (IllegalArgumentException misused) {
            out.println(program.name() + ": " + misused.getMessage());
            return 2;
        } catch (IOException | ExecutionException | ImageFileException failed) {
            out.println(program.name() + ": " + failed.getMessage());
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
