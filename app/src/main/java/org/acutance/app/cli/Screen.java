package org.acutance.app.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the standard error is a terminal, on which a line can be drawn again and again. */
final class Screen {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Screen() {}

    /** Asks the system: where the process keeps its files in sight by those, otherwise by the console. */
    static boolean isTerminal() {
        return !"dumb".equals(System.getenv("TERM"))
                && device().map(Screen::isTerminal).orElseGet(Screen::hasConsole);
    }

    static boolean isTerminal(String device) {
        return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
    }

    private static Optional<String> device() {
        try {
            return Optional.of(Files.readSymbolicLink(STANDARD_ERROR).toString());
        } catch (IOException | UnsupportedOperationException notThere) {
            return Optional.empty();
        }
    }

    // From JDK 22 on there is a console even without a terminal, and a method that tells.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasConsole() {
        Console console = System.console();
        try {
            return console != null
                    && Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException olderJdk) {
            return console != null;
        }
    }
}
