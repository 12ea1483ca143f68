package org.acutance.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a command left: its exit code and what it printed. */
record Outcome(int code, String out, String err) {
    /** Runs a command. */
    static Outcome of(Object... arguments) {
        return of(new Cancellation(), arguments);
    }

    static Outcome of(Cancellation cancellation, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] texts = new String[arguments.length];
        java.util.Arrays.setAll(texts, i -> arguments[i].toString());
        Session session = new Session(stream(out), stream(err), cancellation, ignored -> {});
        int code = Acutance.run(texts, session);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** The standard output read as JSON by a library. */
    JsonNode json() {
        return new ObjectMapper().readTree(out);
    }

    /** The standard error, which must be one line. */
    String error() {
        if (err.lines().count() != 1 || !err.endsWith(System.lineSeparator())) {
            throw new AssertionError("expected one line on the standard error but got: " + err);
        }
        return err.strip();
    }
}
