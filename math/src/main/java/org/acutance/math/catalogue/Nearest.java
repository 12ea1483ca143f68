package org.acutance.math.catalogue;

import java.util.Collection;
import java.util.Comparator;

/** The nearest known name to one that was mistyped. */
public final class Nearest {
    private Nearest() {}

    /** {@code ; did you mean 'gaussian'?}, or nothing if no known name is near. */
    public static String hint(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .filter(name -> distance(typed, name) <= Math.max(1, typed.length() / 3))
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** The hint and then everything that is known, as the rest of a message: {@code ; did you mean 'a'? (known: a, b)}. */
    static String among(String typed, Collection<String> known, String list) {
        String hint = hint(typed, known);
        return hint.isEmpty() ? "; " + list : hint + " (" + list + ")";
    }

    /** Number of insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
