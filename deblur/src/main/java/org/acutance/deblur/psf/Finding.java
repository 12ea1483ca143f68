package org.acutance.deblur.psf;

import java.util.Locale;

/**
 * Something that the user should know about a point spread function, which can be used all the same.
 *
 * @param severity how much it matters
 * @param text what was found
 * @param remedy what was done about it or what the user can do
 */
public record Finding(Severity severity, String text, String remedy) {
    /** How much a finding matters. */
    public enum Severity {
        /** Put right, or harmless. */
        NOTE,
        /** May spoil the result. */
        WARNING
    }

    static Finding note(String text, String remedy) {
        return new Finding(Severity.NOTE, text, remedy);
    }

    static Finding warning(String text, String remedy) {
        return new Finding(Severity.WARNING, text, remedy);
    }

    /** The finding in one line: {@code warning: the sum is 2, not 1; every value was divided by it}. */
    @Override
    public String toString() {
        return severity.name().toLowerCase(Locale.ROOT) + ": " + text + "; " + remedy;
    }
}
