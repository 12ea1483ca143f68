package org.acutance.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acutance.io.ImageReadException;

/**
 * Reads JSON text (RFC 8259): objects as maps, arrays as lists, texts, truth values, numbers as {@link Double}, and
 * {@code null} as an empty {@link Optional}. What it does not take it refuses with the place.
 */
final class JsonReader {
    private static final int DEEPEST = 64;
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final Path file;
    private final String text;
    private int at;
    private int depth;

    private JsonReader(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * The object that a text holds.
     *
     * @param file where the text is from, for messages
     * @throws ImageReadException if it holds something else
     */
    static Map<String, Object> object(Path file, String text) {
        JsonReader reader = new JsonReader(file, text);
        reader.skipSpace();
        Map<String, Object> object = reader.object();
        if (reader.at < text.length()) {
            throw reader.refusal("the end");
        }
        return object;
    }

    private ImageReadException refusal(String expected) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new ImageReadException(
                file,
                "it is not JSON: at character " + (at + 1) + " is " + found + ", expected " + expected
                        + "; name a recipe that --save-recipe wrote");
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean take(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        if (there) {
            skipSpace();
        }
        return there;
    }

    private void require(char expected) {
        if (!take(expected)) {
            throw refusal("'" + expected + "'");
        }
    }

    private Map<String, Object> object() {
        require('{');
        deeper();
        Map<String, Object> object = new LinkedHashMap<>();
        boolean more = !take('}');
        while (more) {
            String key = string();
            require(':');
            object.put(key, value());
            more = take(',');
            if (!more) {
                require('}');
            }
        }
        depth--;
        return object;
    }

    private List<Object> array() {
        require('[');
        deeper();
        List<Object> array = new ArrayList<>();
        boolean more = !take(']');
        while (more) {
            array.add(value());
            more = take(',');
            if (!more) {
                require(']');
            }
        }
        depth--;
        return array;
    }

    private void deeper() {
        depth++;
        if (depth > DEEPEST) {
            throw refusal("at most " + DEEPEST + " levels");
        }
    }

    private Object value() {
        char next = at < text.length() ? text.charAt(at) : ' ';
        return switch (next) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Optional.empty());
            default -> number();
        };
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, at)) {
            throw refusal(word);
        }
        at += word.length();
        skipSpace();
        return meaning;
    }

    private Double number() {
        int begin = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            double value = Double.parseDouble(text.substring(begin, at));
            skipSpace();
            return value;
        } catch (NumberFormatException unreadable) {
            at = begin;
            throw refusal("a value");
        }
    }

    private String string() {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw refusal("'\"'");
        }
        StringBuilder string = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            string.append(character());
        }
        require('"');
        return string.toString();
    }

    private char character() {
        char next = text.charAt(at++);
        if (next != '\\') {
            return next;
        }
        char escape = at < text.length() ? text.charAt(at++) : ' ';
        int known = ESCAPES.indexOf(escape);
        return known >= 0 ? ESCAPED.charAt(known) : unicode(escape);
    }

    private char unicode(char escape) {
        try {
            if (escape == 'u' && at + 4 <= text.length()) {
                char value = (char) Integer.parseInt(text, at, at + 4, 16);
                at += 4;
                return value;
            }
        } catch (NumberFormatException unreadable) {
            throw refusal("four hexadecimal digits");
        }
        throw refusal("an escape sequence");
    }
}
