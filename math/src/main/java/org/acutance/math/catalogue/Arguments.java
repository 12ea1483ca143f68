package org.acutance.math.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The values that a specification gives to the parameters of an entry, checked. */
public final class Arguments {
    private final String owner;
    private final Map<String, String> written;

    private Arguments(String owner, Map<String, String> written) {
        this.owner = owner;
        this.written = written;
    }

    static Arguments parse(String owner, String text, List<Parameter<?>> parameters) {
        Map<String, String> written = new LinkedHashMap<>();
        if (parameters.size() == 1 && parameters.get(0).takesRest()) {
            written.put(parameters.get(0).name(), text);
        } else if (!text.isBlank()) {
            for (String part : Parentheses.split(owner, text, ',')) {
                put(owner, part, parameters, written);
            }
        }
        Arguments arguments = new Arguments(owner, written);
        parameters.forEach(arguments::get);
        return arguments;
    }

    private static void put(String owner, String part, List<Parameter<?>> parameters, Map<String, String> written) {
        int equals = part.indexOf('=');
        if (equals < 0) {
            throw new SpecException(owner + ": cannot read '" + part.strip() + "'; "
                    + (parameters.isEmpty()
                            ? "it takes no parameters, leave out what follows the colon"
                            : "write key=value with " + keys(parameters)));
        }
        String key = part.substring(0, equals).strip();
        if (parameters.stream().noneMatch(parameter -> parameter.name().equals(key))) {
            throw new SpecException(owner + ": unknown parameter '" + key + "'"
                    + Nearest.among(
                            key, parameters.stream().map(Parameter::name).toList(), "it takes " + keys(parameters)));
        }
        if (written.put(key, Parentheses.strip(part.substring(equals + 1).strip())) != null) {
            throw new SpecException(owner + ": parameter '" + key + "' is given twice; give it once");
        }
    }

    private static String keys(List<Parameter<?>> parameters) {
        return parameters.isEmpty()
                ? "no parameters"
                : parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
    }

    /** Whether the parameter was written, rather than left to its default. */
    public boolean has(Parameter<?> parameter) {
        return written.containsKey(parameter.name());
    }

    /**
     * The value of a parameter, from the specification or its default.
     *
     * @throws SpecException if it is required and missing, or cannot be read
     */
    public <V> V get(Parameter<V> parameter) {
        String text = written.get(parameter.name());
        if (text == null) {
            return parameter.parser().apply(parameter.fallback().orElseThrow(() -> missing(parameter)));
        }
        if (text.isEmpty()) {
            throw missing(parameter);
        }
        try {
            return parameter.parser().apply(text);
        } catch (IllegalArgumentException cause) {
            SpecException refusal = new SpecException(
                    owner + ": cannot use " + parameter.name() + "=" + text + "; expected " + parameter.form());
            refusal.initCause(cause);
            throw refusal;
        }
    }

    private SpecException missing(Parameter<?> parameter) {
        return new SpecException(owner + ": parameter '" + parameter.name() + "' is missing; give " + parameter.form());
    }
}
