package org.acutance.app.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The program {@code acutance}. */
public final class Acutance {
    private static final String NAME = "acutance";
    private static final int BUFFER = 1 << 13;
    private static final Option<Boolean> VERSION =
            new Option<>(List.of("-V", "--version"), "", "print the version", "nothing", Boolean::valueOf);

    private Acutance() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out, "stdout.encoding");
        PrintStream err = stream(FileDescriptor.err, "stderr.encoding");
        int code = run(
                arguments, new Session(out, err, new Cancellation(), cancellation -> Signals.watch(cancellation, err)));
        System.exit(code);
    }

    /**
     * Runs a command in this process.
     *
     * @param arguments as typed, {@code deblur photo.png --psf gaussian:sigma=2}
     * @param out takes results
     * @param err takes progress and errors
     * @return the exit code
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        return run(arguments, Session.of(out, err));
    }

    static int run(String[] arguments, Session session) {
        String command = named(arguments) ? NAME + " " + arguments[0] : NAME;
        ExitCode code = guarded(command, arguments, session);
        if (session.out().checkError() && code != ExitCode.FAILURE) {
            session.err().println(command + ": cannot write to the standard output");
            code = ExitCode.OUTPUT;
        }
        session.err().flush();
        return code.number(session.cancellation());
    }

    private static boolean named(String[] arguments) {
        return arguments.length > 0 && Commands.CATALOGUE.names().contains(arguments[0]);
    }

    // Errors too, for nobody should be shown a stack trace, and an exit code is owed in any case.
    private static ExitCode guarded(String command, String[] arguments, Session session) {
        try {
            return dispatch(arguments, session);
        } catch (Throwable failure) {
            Refusal.debug(failure, session.err());
            Refusal refusal = Refusal.of(failure);
            refusal.print(command, session.err());
            return refusal.code();
        }
    }

    private static ExitCode dispatch(String[] arguments, Session session) {
        if (arguments.length == 0) {
            root().printHelp(session.err());
            return ExitCode.USAGE;
        }
        if (arguments[0].startsWith("-")) {
            return about(root().parse(arguments), session.out());
        }
        Command command = Commands.CATALOGUE.create(arguments[0]);
        return run(command, Arrays.copyOfRange(arguments, 1, arguments.length), session);
    }

    private static ExitCode run(Command command, String[] arguments, Session session) {
        Syntax syntax = command.syntax().takes(Syntax.HELP);
        Line line = syntax.parse(arguments);
        if (line.has(Syntax.HELP)) {
            syntax.printHelp(session.out());
            return ExitCode.OK;
        }
        return command.run(line, session);
    }

    private static ExitCode about(Line line, PrintStream out) {
        if (line.has(VERSION)) {
            out.println(NAME + " " + version() + ", Java " + System.getProperty("java.version"));
        } else {
            root().printHelp(out);
        }
        return ExitCode.OK;
    }

    private static Syntax root() {
        Syntax syntax = new Syntax(NAME, "COMMAND ...", "Image deblurring by scientific optimisation.")
                .example(
                        NAME + " demo",
                        "blurs a test card, deblurs it, and writes pictures of that into the folder demo")
                .example(
                        NAME + " deblur photo.png --psf gaussian:sigma=2",
                        "deblurs a photograph and writes photo-deblurred.png")
                .example(NAME + " list prior", "what can be written after --prior")
                .takes(Syntax.HELP, VERSION)
                .note("Commands ('" + NAME + " COMMAND --help' says more):");
        Commands.CATALOGUE
                .entries()
                .forEach(entry -> syntax.note(String.format("  %-9s%s", entry.name(), entry.help())));
        syntax.note("", "Exit codes:");
        ExitCode.lines().forEach(line -> syntax.note("  " + line));
        return syntax.note(
                "",
                "Results go to the standard output; progress, notes and errors to the standard error.",
                "ACUTANCE_OPTS holds options for the JVM, such as -Xmx8g; ACUTANCE_DEBUG=1 shows stack traces.");
    }

    /** The version of the program. */
    static String version() {
        try (InputStream resource = Acutance.class.getResourceAsStream("version.txt")) {
            return resource == null
                    ? "of unknown version"
                    : new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // Files of results must not lose characters to a locale such as C, which says nothing about who reads them.
    private static PrintStream stream(FileDescriptor descriptor, String encoding) {
        String name = System.getProperty(encoding, System.getProperty("native.encoding", "UTF-8"));
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
                true,
                charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset);
    }
}
