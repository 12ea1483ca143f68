package org.acutance.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code --name value} options of a benchmark program. */
final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Reads options.
     *
     * @throws IllegalArgumentException if one is unknown or has no value
     */
    Options(List<String> written, String... known) {
        for (int i = 0; i < written.size(); i += 2) {
            String name = written.get(i);
            if (!List.of(known).contains(name)) {
                throw new IllegalArgumentException(
                        "unknown option '" + name + "'; it takes " + String.join(", ", known));
            }
            if (i + 1 == written.size()) {
                throw new IllegalArgumentException("option " + name + " has no value");
            }
            values.put(name, written.get(i + 1));
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    int number(String name, int fallback) {
        return text(name).map(Integer::parseInt).orElse(fallback);
    }

    /** The parts of a value that commas separate. */
    List<String> list(String name, List<String> fallback) {
        return list(name, ",", fallback);
    }

    /** The parts of a value that a separator without special meaning in regular expressions stands between. */
    List<String> list(String name, String separator, List<String> fallback) {
        return text(name).map(value -> List.of(value.split(separator, -1))).orElse(fallback);
    }
}
