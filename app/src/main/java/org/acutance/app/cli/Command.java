package org.acutance.app.cli;

/** One command. */
interface Command {
    /** What it takes, and its help. */
    Syntax syntax();

    /**
     * Does it.
     *
     * @param line the arguments, checked against the syntax
     * @throws RuntimeException that {@link Refusal} turns into a message and an exit code
     */
    ExitCode run(Line line, Session session);
}
