package org.acutance.app.cli;

import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The arguments that a command was given. */
final class Line {
    private final ParseResult parsed;

    Line(ParseResult parsed) {
        this.parsed = parsed;
    }

    /** Whether a flag or an option is there. */
    boolean has(Option<?> option) {
        return parsed.hasMatchedOption(option.name());
    }

    /** The value of an option, if it is there. */
    <V> Optional<V> find(Option<V> option) {
        return has(option)
                ? Optional.of(option.read(parsed.<String>matchedOptionValue(option.name(), "")))
                : Optional.empty();
    }

    /** The value of an option that the syntax requires. */
    <V> V get(Option<V> option) {
        return find(option).orElseThrow();
    }

    /** The value of an option, or what holds without it. */
    <V> V get(Option<V> option, V fallback) {
        return find(option).orElse(fallback);
    }

    /** The value of an argument by position, if it is there. */
    <V> Optional<V> argument(int position, Option<V> argument) {
        return parsed.hasMatchedPositional(position)
                ? Optional.of(argument.read(parsed.<String>matchedPositionalValue(position, "")))
                : Optional.empty();
    }
}
