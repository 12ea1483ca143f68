package org.acutance.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the process tells its caller. After a signal n, 128 + n is told instead of the first and the fourth. */
enum ExitCode {
    OK(0, "done"),
    FAILURE(1, "failure: out of memory, or a defect of the program"),
    USAGE(2, "usage: an unknown command, option, name or value"),
    NOT_CONVERGED(3, "stopped before convergence; the result so far is written"),
    INPUT(4, "bad input: a file, an image or a point spread function that cannot be used"),
    OUTPUT(5, "the output cannot be written; an old file is as it was");

    private static final int SIGNALLED = 128;

    private final int number;
    private final String help;

    ExitCode(int number, String help) {
        this.number = number;
        this.help = help;
    }

    /** The number. */
    int number() {
        return number;
    }

    /** The number that is told if a signal asked the process to stop. */
    int number(Cancellation cancellation) {
        boolean resultWritten = this == OK || this == NOT_CONVERGED;
        return resultWritten && cancellation.requested() ? SIGNALLED + cancellation.signal() : number;
    }

    /** One line for each, for the help. */
    static List<String> lines() {
        List<String> lines = new ArrayList<>(Arrays.stream(values())
                .map(code -> code.number + "    " + code.help)
                .toList());
        lines.add("130  stopped by Ctrl-C, 143 by SIGTERM; the best result so far is written");
        return lines;
    }
}
