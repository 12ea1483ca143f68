package org.acutance.bench;

import java.util.Locale;

/** What is under way, for programs that take long, on standard error, so that tables stay clean. */
final class Progress {
    private Progress() {}

    static void say(String format, Object... values) {
        System.err.println(String.format(Locale.ROOT, format, values));
    }
}
