package org.acutance.math.fft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the source of the butterflies: one description for both precisions, as plain loops and as vectors. Every way of
 * writing does the same operations in the same order, so that they round alike.
 */
final class ButterflyWriter {
    private static final int WIDTH = 116;

    private final boolean vector;
    private final String number;
    private final String type;
    private final Map<String, Double> constants = new TreeMap<>();
    private final List<String> statements = new ArrayList<>();
    private int values;

    /** A real value of the straight-line code, or its negative. */
    private record Value(String name, boolean negative) {
        Value negated() {
            return new Value(name, !negative);
        }
    }

    private record Complex(Value re, Value im) {}

    private ButterflyWriter(String number, boolean vector) {
        this.vector = vector;
        this.number = number;
        this.type = vector ? capital(number) + "Vector" : number;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    /** The name of the class that {@link #source} writes. */
    static String className(String number, boolean vector) {
        return capital(number) + (vector ? "Vector" : "") + "Butterflies";
    }

    /**
     * The source of a class.
     *
     * @param number {@code double} or {@code float}
     * @param vector whether it is written for {@code jdk.incubator.vector}
     * @param radices lengths of the butterflies
     */
    static String source(String number, boolean vector, int... radices) {
        ButterflyWriter writer = new ButterflyWriter(number, vector);
        StringBuilder methods = new StringBuilder();
        for (int radix : radices) {
            methods.append(writer.method(radix, true)).append(writer.method(radix, false));
        }
        return writer.head(className(number, vector), radices) + methods + "}\n// spotless:on\n";
    }

    private String head(String name, int... radices) {
        StringBuilder head = new StringBuilder("package org.acutance.math.fft;\n\n// spotless:off\n");
        if (vector) {
            head.append("import jdk.incubator.vector.").append(type).append(";\n");
            head.append("import jdk.incubator.vector.VectorSpecies;\n\n");
        }
        head.append("/** Butterflies of short lengths. Written by ButterflyWriter, which lies beside the tests. */\n");
        head.append("final class ").append(name).append(" {\n");
        if (vector) {
            head.append("    private static final VectorSpecies<" + capital(number) + "> SPECIES = " + type
                    + ".SPECIES_PREFERRED;\n\n    static final int LANES = SPECIES.length();\n");
        }
        constants.forEach((constant, value) ->
                head.append("    private static final " + number + " " + constant + " = " + literal(value) + ";\n"));
        head.append("\n    private " + name + "() {}\n\n");
        if (vector) {
            head.append("    private static " + type + " load(" + number + "[] values, int at) {\n        return "
                    + type + ".fromArray(SPECIES, values, at);\n    }\n\n");
        }
        head.append("    static void pass(Pass<" + number + "[]> pass) {\n        switch (pass.radix()) {\n");
        for (int radix : radices) {
            head.append("            case " + radix + " -> { if (pass.twiddled()) { twiddled" + radix
                    + "(pass); } else { plain" + radix + "(pass); } }\n");
        }
        head.append(
                "            default -> throw new IllegalArgumentException(\"no butterfly of length \" + pass.radix());\n");
        return head.append("        }\n    }\n").toString();
    }

    private String literal(double value) {
        return number.equals("float") ? (float) value + "f" : "" + value;
    }

    private String method(int radix, boolean twiddled) {
        statements.clear();
        values = 0;
        Complex[] inputs = new Complex[radix];
        for (int k = 0; k < radix; k++) {
            inputs[k] = new Complex(load("xr", k), load("xi", k));
        }
        Complex[] outputs = transform(inputs);
        for (int k = 0; k < radix; k++) {
            Complex output =
                    twiddled && k >= first(radix) ? times(outputs[k], "w" + k + "r", "w" + k + "i") : outputs[k];
            store("yr", k, output.re());
            store("yi", k, output.im());
        }
        return frame(radix, twiddled);
    }

    /** The first output that has a factor; a butterfly of length 1 is the product with the factor alone. */
    private static int first(int radix) {
        return Math.min(1, radix - 1);
    }

    private String frame(int radix, boolean twiddled) {
        StringBuilder text = new StringBuilder("\n    private static void " + (twiddled ? "twiddled" : "plain") + radix
                + "(Pass<" + number + "[]> pass) {\n");
        text.append("        final Strip<" + number + "[]> in = pass.from(), out = pass.to();\n");
        text.append("        final " + number + "[] xr = in.re(), xi = in.im(), yr = out.re(), yi = out.im()"
                + (twiddled ? ", w = pass.twiddles();\n" : ";\n"));
        text.append("        final int lanes = pass.lanes()"
                + (radix > 1 ? ", xs = in.step(), ys = out.step();\n" : ";\n"));
        text.append("        for (int p = 0; p < pass.count(); p++) {\n");
        text.append("            final int x = in.at() + p * in.next(), y = out.at() + p * out.next();\n");
        if (twiddled) {
            List<String> factors = new ArrayList<>();
            for (int k = first(radix); k < radix; k++) {
                int at = 2 * (k - first(radix));
                factors.add("w" + k + "r = w[q + " + at + "], w" + k + "i = w[q + " + (at + 1) + "]");
            }
            text.append("            final int q = p * " + 2 * (radix - first(radix)) + ";\n");
            fill(text, "            ", "final " + number + " ", factors, ", ", ";");
        }
        String step = vector ? "j += SPECIES.length()" : "j++";
        text.append("            for (int j = 0; j < lanes; " + step + ") {\n");
        body(text);
        return text.append("            }\n        }\n    }\n").toString();
    }

    /** The statements in their order, several to a line, those of one kind together. */
    private void body(StringBuilder text) {
        List<String> kind = new ArrayList<>();
        boolean declarations = true;
        for (String statement : statements) {
            boolean declaration = statement.startsWith("v") && !statement.contains("intoArray");
            if (declaration != declarations) {
                line(text, kind, declarations);
                kind.clear();
                declarations = declaration;
            }
            kind.add(statement);
        }
        line(text, kind, declarations);
    }

    private void line(StringBuilder text, List<String> kind, boolean declarations) {
        fill(text, " ".repeat(16), declarations ? type + " " : "", kind, declarations ? ", " : "; ", ";");
    }

    /** Breaks a list into lines. */
    private static void fill(
            StringBuilder text, String indent, String begin, List<String> parts, String between, String end) {
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

    private String place(String array, int k) {
        String base = array.substring(0, 1);
        String row = k == 0 ? base : base + " + " + (k == 1 ? "" : k + " * ") + base + "s";
        return row + " + j";
    }

    private Value load(String array, int k) {
        return value(vector ? "load(" + array + ", " + place(array, k) + ")" : array + "[" + place(array, k) + "]");
    }

    private void store(String array, int k, Value value) {
        if (vector) {
            String name = value.negative() ? value.name() + ".neg()" : value.name();
            statements.add(name + ".intoArray(" + array + ", " + place(array, k) + ")");
        } else {
            statements.add(array + "[" + place(array, k) + "] = " + (value.negative() ? "-" : "") + value.name());
        }
    }

    private Value value(String expression) {
        String name = "v" + values++;
        statements.add(name + " = " + expression);
        return new Value(name, false);
    }

    // ---- Arithmetic

    private Value plus(Value a, Value b) {
        if (a.negative() == b.negative()) {
            Value sum = value(vector ? a.name() + ".add(" + b.name() + ")" : a.name() + " + " + b.name());
            return new Value(sum.name(), a.negative());
        }
        Value from = a.negative() ? b : a;
        Value taken = a.negative() ? a : b;
        return value(vector ? from.name() + ".sub(" + taken.name() + ")" : from.name() + " - " + taken.name());
    }

    private Value minus(Value a, Value b) {
        return plus(a, b.negated());
    }

    private Value times(Value a, String factor) {
        Value product = value(product(a.name(), factor));
        return new Value(product.name(), a.negative());
    }

    private String product(String name, String factor) {
        return vector ? name + ".mul(" + factor + ")" : name + " * " + factor;
    }

    private Complex plus(Complex a, Complex b) {
        return new Complex(plus(a.re(), b.re()), plus(a.im(), b.im()));
    }

    private Complex minus(Complex a, Complex b) {
        return new Complex(minus(a.re(), b.re()), minus(a.im(), b.im()));
    }

    private Complex times(Complex a, String re, String im) {
        if (a.re().negative() || a.im().negative()) {
            return new Complex(minus(times(a.re(), re), times(a.im(), im)), plus(times(a.re(), im), times(a.im(), re)));
        }
        String minus = vector ? ".sub(" + product(a.im().name(), im) + ")" : " - " + product(a.im().name(), im);
        String plus = vector ? ".add(" + product(a.im().name(), re) + ")" : " + " + product(a.im().name(), re);
        return new Complex(value(product(a.re().name(), re) + minus), value(product(a.re().name(), im) + plus));
    }

    /** Times -i. */
    private static Complex turned(Complex a) {
        return new Complex(a.im(), a.re().negated());
    }

    /** {@code first + sum factors[t] values[t]}. */
    private Value combination(Value first, List<Value> terms, List<String> factors) {
        StringBuilder sum = new StringBuilder(first.name());
        for (int t = 0; t < terms.size(); t++) {
            String product = product(terms.get(t).name(), factors.get(t));
            sum.append(vector ? ".add(" + product + ")" : " + " + product);
        }
        return value(sum.toString());
    }

    private String constant(String kind, int numerator, int denominator) {
        String name = kind + numerator + "_" + denominator;
        constants.put(name, kind.equals("C") ? Roots.re(numerator, denominator) : -Roots.im(numerator, denominator));
        return name;
    }

    // ---- Transforms

    private Complex[] transform(Complex... x) {
        int n = x.length;
        if (n == 1) {
            return x;
        }
        for (int factor : new int[] {4, 2, 3, 5, 7}) {
            if (n % factor == 0 && n > factor) {
                return composite(factor, n / factor, x);
            }
        }
        return n == 2 ? new Complex[] {plus(x[0], x[1]), minus(x[0], x[1])} : n == 4 ? composite(2, 2, x) : odd(x);
    }

    /** n = a b: b transforms of length a, factors, a transforms of length b. */
    private Complex[] composite(int a, int b, Complex... x) {
        Complex[][] first = new Complex[b][];
        for (int j = 0; j < b; j++) {
            Complex[] part = new Complex[a];
            for (int i = 0; i < a; i++) {
                part[i] = x[j + b * i];
            }
            first[j] = transform(part);
        }
        Complex[] result = new Complex[a * b];
        for (int k = 0; k < a; k++) {
            Complex[] part = new Complex[b];
            for (int j = 0; j < b; j++) {
                part[j] = rotated(first[j][k], j * k, a * b);
            }
            Complex[] second = transform(part);
            for (int i = 0; i < b; i++) {
                result[k + a * i] = second[i];
            }
        }
        return result;
    }

    /** Times exp(-2 pi i numerator / denominator). */
    private Complex rotated(Complex a, int numerator, int denominator) {
        if (numerator == 0) {
            return a;
        }
        if (denominator % 4 == 0 && 4 * numerator >= denominator) {
            return rotated(turned(a), numerator - denominator / 4, denominator);
        }
        if (8 * numerator == denominator) {
            String half = constant("C", 1, 8);
            return new Complex(times(plus(a.re(), a.im()), half), times(minus(a.im(), a.re()), half));
        }
        String cosine = constant("C", numerator, denominator);
        String sine = constant("S", numerator, denominator);
        return new Complex(
                plus(times(a.re(), cosine), times(a.im(), sine)), minus(times(a.im(), cosine), times(a.re(), sine)));
    }

    /** An odd length by sums and differences of opposite elements. */
    private Complex[] odd(Complex... x) {
        int n = x.length;
        int half = n / 2;
        List<Value> sumRe = new ArrayList<>();
        List<Value> sumIm = new ArrayList<>();
        List<Value> differenceRe = new ArrayList<>();
        List<Value> differenceIm = new ArrayList<>();
        for (int j = 1; j <= half; j++) {
            Complex sum = plus(x[j], x[n - j]);
            Complex difference = minus(x[j], x[n - j]);
            sumRe.add(sum.re());
            sumIm.add(sum.im());
            differenceRe.add(difference.re());
            differenceIm.add(difference.im());
        }
        Complex[] result = new Complex[n];
        result[0] = x[0];
        for (int j = 0; j < half; j++) {
            result[0] = plus(result[0], new Complex(sumRe.get(j), sumIm.get(j)));
        }
        for (int k = 1; k <= half; k++) {
            List<String> cosines = new ArrayList<>();
            List<String> sines = new ArrayList<>();
            for (int j = 1; j <= half; j++) {
                cosines.add(constant("C", Math.min(j * k % n, n - j * k % n), n));
                sines.add(constant("S", j * k % n, n));
            }
            Complex even = new Complex(combination(x[0].re(), sumRe, cosines), combination(x[0].im(), sumIm, cosines));
            Complex odd = new Complex(first(differenceRe, sines), first(differenceIm, sines));
            result[k] = plus(even, turned(odd));
            result[n - k] = minus(even, turned(odd));
        }
        return result;
    }

    private Value first(List<Value> terms, List<String> factors) {
        Value start = times(terms.get(0), factors.get(0));
        int size = terms.size();
        return combination(start, terms.subList(1, size), factors.subList(1, size));
    }
}
