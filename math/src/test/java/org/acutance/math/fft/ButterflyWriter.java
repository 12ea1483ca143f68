package org.acutance.math.fft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes the source of the butterflies: one description for both precisions, as plain loops and as vectors. Every way of
 * writing does the same operations on the same values, so that they round alike.
 *
 * <p>Vectors take a butterfly in one loop. Plain loops are cut so that each has four arrays or less where that is possible,
 * because the compiler makes vectors of short loops only, and keep what lies between in the rows.
 */
final class ButterflyWriter {
    private static final Pattern NAME = Pattern.compile("\\b[abvw]\\d+[ri]?\\b");

    private final boolean vector;
    private final String number;
    private final String type;
    private final Map<String, Double> constants = new TreeMap<>();
    private final Map<String, String> methods = new LinkedHashMap<>();
    private final List<String> loops = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private final Map<String, Value> known = new TreeMap<>();
    private int values;
    private boolean twiddled;

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
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
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
            methods.append(writer.method(radix, true));
            if (radix > 1) {
                methods.append(writer.method(radix, false));
            }
        }
        return writer.head(className(number, vector), radices) + methods + writer.loops() + "}\n// spotless:on\n";
    }

    private String loops() {
        StringBuilder text = new StringBuilder();
        methods.forEach((rest, name) ->
                text.append("\n    private static void ").append(name).append(rest));
        return text.toString();
    }

    private String head(String name, int... radices) {
        StringBuilder head = new StringBuilder("package org.acutance.math.fft;\n\n// spotless:off\n");
        if (vector) {
            head.append("import jdk.incubator.vector.").append(type).append(";\n");
            head.append("import jdk.incubator.vector.VectorSpecies;\n\n");
        }
        head.append("/** Butterflies of short lengths. Written by ButterflyWriter, which lies beside the tests. */\n");
        head.append("final class " + name + " implements Butterflies<" + number + "[]> {\n");
        if (vector) {
            head.append("    private static final VectorSpecies<" + capital(number) + "> SPECIES = " + type
                    + ".SPECIES_PREFERRED;\n");
        }
        constants.forEach((constant, value) ->
                head.append("    private static final " + number + " " + constant + " = " + literal(value) + ";\n"));
        head.append("\n    @Override public Arithmetic<" + number + "[]> arithmetic() { return new "
                + name.replace("Butterflies", "Arithmetic") + "(); }\n");
        head.append("\n    @Override\n    public int quantum() {\n        return " + (vector ? "SPECIES.length()" : "1")
                + ";\n    }\n\n");
        if (vector) {
            head.append("    private static " + type + " load(" + number + "[] values, int at) {\n        return "
                    + type + ".fromArray(SPECIES, values, at);\n    }\n\n");
        }
        head.append("    @Override\n    public void pass(Stage<" + number + "[]> stage, " + number + "[][] re, "
                + number + "[][] im, int at, int columns, Rows<" + number
                + "[]> spare) {\n        switch (stage.radix()) {\n");
        for (int radix : radices) {
            String twiddles = "twiddled" + radix + "(stage, re, im, at, columns);";
            head.append("            case " + radix + " -> "
                    + (radix == 1
                            ? twiddles
                            : "{ if (stage.twiddled()) { " + twiddles + " } else { "
                                    + twiddles.replace("twiddled", "plain") + " } }")
                    + "\n");
        }
        head.append("            default -> new " + name.replace("Butterflies", "Primes")
                + "(stage, columns, spare).pass(re, im, at);\n");
        head.append("        }\n    }\n");
        return head.toString();
    }

    private String literal(double value) {
        return number.equals("float") ? (float) value + "f" : "" + value;
    }

    private String method(int radix, boolean withFactors) {
        loops.clear();
        twiddled = withFactors;
        values = 0;
        transform(0, radix);
        endLoop();
        StringBuilder text =
                new StringBuilder("\n    private static void " + (withFactors ? "twiddled" : "plain") + radix
                        + "(\n            Stage<" + number + "[]> stage, " + number + "[][] re, " + number
                        + "[][] im, int at, int columns) {\n");
        text.append(radix > 1 ? "        final int step = stage.step();\n" : "");
        text.append(withFactors ? "        final " + number + "[] w = stage.twiddles();\n" : "");
        text.append("        for (int p = 0; p < stage.count(); p++) {\n");
        text.append("            final int x = at + p * stage.next();\n");
        Statements.rows(text, number, radix);
        if (withFactors) {
            Statements.factors(text, number, radix);
        }
        loops.forEach(text::append);
        return text.append("        }\n    }\n").toString();
    }

    // ---- Loops

    /** A place where plain loops may be cut. */
    private void cut() {
        if (!vector) {
            endLoop();
        }
    }

    /** Stores what has changed, and writes the loop: vectors into the butterfly, a plain loop as a method that it calls. */
    private void endLoop() {
        known.forEach(this::store);
        known.clear();
        if (!statements.isEmpty()) {
            loops.add(vector ? loop("            ", statements) : "            " + call() + "\n");
            statements.clear();
        }
    }

    private String loop(String indent, List<String> lines) {
        StringBuilder text = new StringBuilder(indent);
        text.append("for (int j = 0; j < columns; ")
                .append(vector ? "j += SPECIES.length()" : "j++")
                .append(") {\n");
        Statements.body(text, indent + "    ", type, lines);
        return text.append(indent).append("}\n").toString();
    }

    /** A call of the method that does these statements; loops that differ in names only are one method. */
    private String call() {
        Map<String, String> rows = new LinkedHashMap<>();
        Map<String, String> factors = new LinkedHashMap<>();
        Map<String, String> locals = new LinkedHashMap<>();
        List<String> lines = statements.stream()
                .map(line -> NAME.matcher(line)
                        .replaceAll(found -> switch (found.group().charAt(0)) {
                            case 'v' -> locals.computeIfAbsent(found.group(), name -> "v" + locals.size());
                            case 'w' -> factors.computeIfAbsent(found.group(), name -> "f" + factors.size());
                            default -> rows.computeIfAbsent(found.group(), name -> "r" + rows.size());
                        }))
                .toList();
        StringBuilder parameters = new StringBuilder();
        rows.values()
                .forEach(name ->
                        parameters.append(number).append("[] ").append(name).append(", "));
        factors.values()
                .forEach(name ->
                        parameters.append(number).append(" ").append(name).append(", "));
        String rest = "(" + parameters + "int columns) {\n" + loop("        ", lines) + "    }\n";
        String method = methods.computeIfAbsent(rest, text -> "loop" + methods.size());
        return method + "(" + String.join(", ", rows.keySet()) + ", "
                + (factors.isEmpty() ? "" : String.join(", ", factors.keySet()) + ", ") + "columns);";
    }

    /** What a row holds at this point of the straight-line code. */
    private Value get(String row) {
        Value value = known.get(row);
        if (value == null) {
            value = value(vector ? "load(" + row + ", j)" : row + "[j]");
            known.put(row, value);
        }
        return value;
    }

    private Complex get(int row) {
        return new Complex(get("a" + row), get("b" + row));
    }

    private void set(int row, Complex value) {
        known.put("a" + row, value.re());
        known.put("b" + row, value.im());
    }

    private void store(String row, Value value) {
        if (statements.contains(value.name() + " = " + (vector ? "load(" + row + ", j)" : row + "[j]"))) {
            return;
        }
        if (vector) {
            statements.add(value.name() + (value.negative() ? ".neg()" : "") + ".intoArray(" + row + ", j)");
        } else {
            statements.add(row + "[j] = " + (value.negative() ? "-" : "") + value.name());
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
        return new Value(value(product(a.name(), factor)).name(), a.negative());
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
        return new Complex(minus(times(a.re(), re), times(a.im(), im)), plus(times(a.re(), im), times(a.im(), re)));
    }

    /** Times -i. */
    private static Complex turned(Complex a) {
        return new Complex(a.im(), a.re().negated());
    }

    private String constant(String kind, int numerator, int denominator) {
        String name = kind + numerator + "_" + denominator;
        constants.put(name, kind.equals("C") ? Roots.re(numerator, denominator) : -Roots.im(numerator, denominator));
        return name;
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

    // ---- Transforms

    /** Where an output goes on its way: to a rotation within the butterfly, or, with the last factor, to a twiddle. */
    private record Level(int first, int step, int j) {}

    /** By the smallest prime factor first, in place; a place holds what {@link MixedRadix} says it does. */
    private void transform(int first, int length) {
        int prime = 2;
        while (length % prime != 0 && prime < length) {
            prime++;
        }
        int rest = Math.max(1, length / prime);
        for (int j = 0; j < rest; j++) {
            Level level = new Level(first, rest, j);
            if (length == 1) {
                finish(level, 0, 1, get(first));
            } else if (prime == 2) {
                two(level);
            } else {
                odd(level, prime);
            }
        }
        for (int i = 0; i < prime && rest > 1; i++) {
            transform(first + i * rest, rest);
        }
    }

    private void two(Level level) {
        Complex a = get(row(level, 0));
        Complex b = get(row(level, 1));
        Complex sum = plus(a, b);
        Complex difference = minus(a, b);
        finish(level, 0, 2, sum);
        finish(level, 1, 2, difference);
        cut();
    }

    private static int row(Level level, int i) {
        return level.first() + level.j() + i * level.step();
    }

    /** Sets output {@code i} of a transform of prime length, times its factor. */
    private void finish(Level level, int i, int prime, Complex value) {
        int row = row(level, i);
        if (level.step() > 1) {
            set(row, rotated(value, i * level.j(), prime * level.step()));
        } else if (twiddled && (row > 0 || prime == 1)) {
            set(row, times(value, "w" + row + "r", "w" + row + "i"));
        } else {
            set(row, value);
        }
    }

    /** An odd length by sums and differences of opposite elements. */
    private void odd(Level level, int prime) {
        int half = prime / 2;
        for (int i = 1; i <= half; i++) {
            Complex low = get(row(level, i));
            Complex high = get(row(level, prime - i));
            set(row(level, i), plus(low, high));
            set(row(level, prime - i), minus(low, high));
            cut();
        }
        for (String part : new String[] {"a", "b"}) {
            if (prime == 5) {
                evenOfFive(level, part);
            } else {
                even(level, prime, part);
            }
            cutUnless(prime == 3);
        }
        if (level.step() == 1 && twiddled && row(level, 0) > 0) {
            finish(level, 0, prime, get(row(level, 0)));
        }
        cut();
        for (String part : new String[] {"a", "b"}) {
            sines(level, prime, part);
            cutUnless(prime == 3);
        }
        for (int i = 1; i <= half; i++) {
            cutUnless(prime == 3);
            Complex even = get(row(level, i));
            Complex turned = turned(get(row(level, prime - i)));
            finish(level, i, prime, plus(even, turned));
            finish(level, prime - i, prime, minus(even, turned));
        }
        cut();
    }

    private void cutUnless(boolean together) {
        if (!together) {
            cut();
        }
    }

    /** Of the sums: the first output, and the parts that opposite outputs share. */
    private void even(Level level, int prime, String part) {
        Value first = get(part + row(level, 0));
        List<Value> sums = new ArrayList<>();
        Value total = first;
        for (int i = 1; i <= prime / 2; i++) {
            sums.add(get(part + row(level, i)));
            total = plus(total, sums.get(i - 1));
        }
        for (int k = 1; k <= prime / 2; k++) {
            Value even = first;
            for (int i = 1; i <= prime / 2; i++) {
                int angle = Math.min(i * k % prime, prime - i * k % prime);
                even = plus(even, times(sums.get(i - 1), constant("C", angle, prime)));
            }
            known.put(part + row(level, k), even);
        }
        known.put(part + row(level, 0), total);
    }

    /** As {@link #even}, by the mean of the two cosines, which is -1/4, and half their difference. */
    private void evenOfFive(Level level, String part) {
        Value first = get(part + row(level, 0));
        Value sum = plus(get(part + row(level, 1)), get(part + row(level, 2)));
        Value difference = minus(get(part + row(level, 1)), get(part + row(level, 2)));
        constants.put("QUARTER", 0.25);
        constants.put("ROOT5_4", Math.sqrt(5) / 4);
        Value mean = minus(first, times(sum, "QUARTER"));
        Value half = times(difference, "ROOT5_4");
        known.put(part + row(level, 0), plus(first, sum));
        known.put(part + row(level, 1), plus(mean, half));
        known.put(part + row(level, 2), minus(mean, half));
    }

    /** Of the differences: the parts by which opposite outputs differ. */
    private void sines(Level level, int prime, String part) {
        List<Value> differences = new ArrayList<>();
        for (int i = 1; i <= prime / 2; i++) {
            differences.add(get(part + row(level, prime - i)));
        }
        for (int k = 1; k <= prime / 2; k++) {
            Value odd = times(differences.get(0), constant("S", k, prime));
            for (int i = 2; i <= prime / 2; i++) {
                odd = plus(odd, times(differences.get(i - 1), constant("S", i * k % prime, prime)));
            }
            known.put(part + row(level, prime - k), odd);
        }
    }
}
