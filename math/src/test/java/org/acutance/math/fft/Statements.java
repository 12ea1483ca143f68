package org.acutance.math.fft;

import java.util.ArrayList;
import java.util.List;

/** How {@link ButterflyWriter} lays out declarations and statements, several to a line. */
final class Statements {
    private static final int WIDTH = 116;

    private Statements() {}

    /** Declares the rows of a butterfly. */
    static void rows(StringBuilder text, String number, int radix) {
        List<String> rows = new ArrayList<>();
        for (int k = 0; k < radix; k++) {
            String row = k == 0 ? "x" : k == 1 ? "x + step" : "x + " + k + " * step";
            rows.add("a" + k + " = re[" + row + "], b" + k + " = im[" + row + "]");
        }
        fill(text, "            ", "final " + number + "[] ", rows, ", ", ";");
    }

    /** Declares the factors of a butterfly. */
    static void factors(StringBuilder text, String number, int radix) {
        int first = Math.min(1, radix - 1);
        List<String> factors = new ArrayList<>();
        for (int k = first; k < radix; k++) {
            int place = 2 * (k - first);
            factors.add("w" + k + "r = w[q" + (place == 0 ? "" : " + " + place) + "], w" + k + "i = w[q + "
                    + (place + 1) + "]");
        }
        text.append("            final int q = p * " + 2 * (radix - first) + ";\n");
        fill(text, "            ", "final " + number + " ", factors, ", ", ";");
    }

    /** The statements in their order, several to a line, those of one kind together. */
    static void body(StringBuilder text, String indent, String type, List<String> lines) {
        List<String> kind = new ArrayList<>();
        boolean declarations = true;
        for (String statement : lines) {
            boolean declaration = statement.startsWith("v") && !statement.contains("intoArray");
            if (declaration != declarations) {
                line(text, indent, declarations ? type + " " : "", kind);
                kind.clear();
                declarations = declaration;
            }
            kind.add(statement);
        }
        line(text, indent, declarations ? type + " " : "", kind);
    }

    private static void line(StringBuilder text, String indent, String type, List<String> kind) {
        fill(text, indent, type, kind, type.isEmpty() ? "; " : ", ", ";");
    }

    /** Breaks a list into lines. */
    static void fill(StringBuilder text, String indent, String begin, List<String> parts, String between, String end) {
        String line = "";
        for (String part : parts) {
            if (!line.isEmpty() && indent.length() + begin.length() + line.length() + part.length() > WIDTH) {
                text.append(indent).append(begin).append(line).append(end).append("\n");
                line = "";
            }
            line = line.isEmpty() ? part : line + between + part;
        }
        text.append(indent).append(begin).append(line).append(end).append("\n");
    }
}
