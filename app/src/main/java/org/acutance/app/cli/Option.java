package org.acutance.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * One option, or one argument by position.
 *
 * @param names as they are typed, the one for messages last: {@code -o, --output}; for an argument its label
 * @param label what stands for the value in the help; empty for a flag
 * @param help what it is for
 * @param form what is expected, for messages
 * @param parser reads the value; throws IllegalArgumentException if it cannot
 * @param <V> type of the value
 */
record Option<V>(List<String> names, String label, String help, String form, Function<String, V> parser) {
    /** Something that is there or not. */
    static Option<Boolean> flag(String name, String help) {
        return new Option<>(List.of(name), "", help, "nothing", Boolean::valueOf);
    }

    /** Text that a catalogue will read. */
    static Option<String> text(String name, String label, String help) {
        return new Option<>(List.of(name), label, help, "text", text -> text);
    }

    /** A file or a folder. */
    static Option<Path> path(String label, String help, String... names) {
        return new Option<>(List.of(names), label, help, "the name of a file", Option::path);
    }

    /** A whole number of at least {@code least}. */
    static Option<Integer> whole(String name, int least, String help) {
        return new Option<>(List.of(name), "N", help, "a whole number of at least " + least, text -> {
            int value = Integer.parseInt(text);
            if (value < least) {
                throw new IllegalArgumentException("too small");
            }
            return value;
        });
    }

    /** The name for messages. */
    String name() {
        return names.get(names.size() - 1);
    }

    boolean isFlag() {
        return label.isEmpty();
    }

    /**
     * The value of a text.
     *
     * @throws UsageException if it cannot be read
     */
    V read(String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException cause) {
            throw new UsageException(name() + ": cannot use '" + text + "'; expected " + form, cause);
        }
    }

    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new InvalidPathException(text, "empty");
        }
        return Path.of(text);
    }
}
