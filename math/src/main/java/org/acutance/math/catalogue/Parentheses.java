package org.acutance.math.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Specifications within specifications: what is in parentheses stays together, {@code psf=(gaussian:sigma=1,size=5)}. */
public final class Parentheses {
    private Parentheses() {}

    /**
     * The parts between separators that are in no parentheses; one part if there is no separator.
     *
     * @param owner for messages
     * @throws SpecException if parentheses are not closed or not opened
     */
    public static List<String> split(String owner, String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                throw unbalanced(owner, text);
            }
            if (c == separator && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (depth > 0) {
            throw unbalanced(owner, text);
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static SpecException unbalanced(String owner, String text) {
        return new SpecException(
                owner + ": the parentheses in '" + text + "' do not match; close each one that is opened");
    }

    /** The text without a pair of parentheses around all of it. */
    public static String strip(String text) {
        return isWhole(text) ? text.substring(1, text.length() - 1).strip() : text;
    }

    /** Whether the first parenthesis is closed by the last character. */
    private static boolean isWhole(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth <= 0) {
                return depth == 0 && i > 0 && i == text.length() - 1;
            }
        }
        return false;
    }
}
