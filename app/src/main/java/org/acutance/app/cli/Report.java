package org.acutance.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acutance.math.array.Shape;

/** What a command found, in lines for people and as one JSON object for programs. */
final class Report {
    /** Prints the result as JSON. */
    static final Option<Boolean> JSON = Option.flag("--json", "print one JSON object; its keys are listed below");

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    Report(String command) {
        values.put("command", command);
    }

    /** Adds a value for programs. */
    Report put(String key, Object value) {
        values.put(key, value);
        return this;
    }

    /** Adds a line for people. */
    Report line(String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments));
        return this;
    }

    /** Prints the one or the other on the standard output. */
    void print(Line line, Session session) {
        if (line.has(JSON)) {
            session.out().println(Json.write(values));
        } else {
            lines.forEach(session.out()::println);
        }
    }

    /** The lines for people. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The extents of a shape, slowest axis first. */
    static List<Integer> extents(Shape shape) {
        return Arrays.stream(shape.extents()).boxed().toList();
    }
}
