package org.acutance.app.cli;

import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * What a command has of the world, beside files.
 *
 * @param out takes results, and nothing else
 * @param err takes progress, notes and errors
 * @param cancellation whether somebody wants the work to stop
 * @param beforeWork called before work begins that cancelling shall end in an orderly way
 */
record Session(PrintStream out, PrintStream err, Cancellation cancellation, Consumer<Cancellation> beforeWork) {
    /** A session that no signal reaches. */
    static Session of(PrintStream out, PrintStream err) {
        return new Session(out, err, new Cancellation(), cancellation -> {});
    }
}
