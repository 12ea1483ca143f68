package org.acutance.app.cli;

import java.io.PrintStream;
import org.acutance.io.ImageReadException;
import org.acutance.io.ImageWriteException;
import org.acutance.math.catalogue.SpecException;

/**
 * Why a command did not do its work: an exit code and one line.
 *
 * @param code for the caller
 * @param message for the user
 */
record Refusal(ExitCode code, String message) {
    private static final String DEBUG = "ACUTANCE_DEBUG";

    /** What an exception means for the user of a command. */
    static Refusal of(Throwable failure) {
        if (failure instanceof UsageException || failure instanceof SpecException) {
            return new Refusal(ExitCode.USAGE, line(failure));
        }
        if (failure instanceof ImageWriteException) {
            return new Refusal(ExitCode.OUTPUT, line(failure));
        }
        if (failure instanceof ImageReadException || failure instanceof IllegalArgumentException) {
            return new Refusal(ExitCode.INPUT, line(failure));
        }
        return new Refusal(ExitCode.FAILURE, failure instanceof OutOfMemoryError ? memory() : defect(failure));
    }

    private static String line(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? defect(failure) : message.lines().findFirst().orElse("");
    }

    private static String memory() {
        return "out of memory: " + Runtime.getRuntime().maxMemory() / (1 << 20)
                + " MiB were not enough; give more with ACUTANCE_OPTS=-Xmx8g, or take smaller parts by --tile";
    }

    private static String defect(Throwable failure) {
        return "a defect of the program: "
                + String.valueOf(failure).lines().findFirst().orElse("") + "; run again with " + DEBUG
                + "=1 and report what it prints";
    }

    /** Prints the line, without the command's name where the message begins with it already. */
    void print(String command, PrintStream err) {
        String name = command.substring(command.lastIndexOf(' ') + 1) + ": ";
        err.println(command + ": " + (message.startsWith(name) ? message.substring(name.length()) : message));
    }

    /** Prints the stack trace if the environment asks for it with {@code ACUTANCE_DEBUG=1}. */
    static void debug(Throwable failure, PrintStream err) {
        if ("1".equals(System.getenv(DEBUG))) {
            failure.printStackTrace(err);
        }
    }
}
