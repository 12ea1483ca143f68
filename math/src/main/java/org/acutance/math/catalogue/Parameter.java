package org.acutance.math.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * One thing that a catalogue entry takes.
 *
 * @param name key in the written form
 * @param help what it is, with its unit
 * @param form what is expected, for messages: {@code a number}, {@code a whole number}
 * @param parser turns the written value into the value; throws IllegalArgumentException if it cannot
 * @param fallback the written default; empty if the parameter must be given, an empty text if it may be left out
 * @param <V> type of the value
 */
public record Parameter<V>(
        String name, String help, String form, Function<String, V> parser, Optional<String> fallback) {
    private static final String AFTER_THE_COLON = "text after the colon";

    /** A finite number within bounds, both included. */
    public static Parameter<Double> number(String name, String help, double least, double most, String fallback) {
        String form = "a number" + range(plain(least), plain(most), least, most);
        return new Parameter<>(
                name, help, form, text -> within(Double.parseDouble(text), least, most), optional(fallback));
    }

    /** A finite number within bounds, both included, or {@code auto}, which is empty. */
    public static Parameter<OptionalDouble> numberOrAuto(
            String name, String help, double least, double most, String fallback) {
        return orAuto(number(name, help, least, most, fallback), OptionalDouble.empty(), OptionalDouble::of);
    }

    /** A whole number within bounds, both included, or the word {@code auto} for one that is found: empty then. */
    public static Parameter<OptionalInt> integerOrAuto(String name, String help, int least, int most, String fallback) {
        return orAuto(integer(name, help, least, most, fallback), OptionalInt.empty(), OptionalInt::of);
    }

    private static <T, R> Parameter<R> orAuto(Parameter<T> given, R found, Function<T, R> asked) {
        return new Parameter<>(
                given.name(),
                given.help(),
                given.form() + ", or auto",
                text -> text.equals("auto") ? found : asked.apply(given.parser().apply(text)),
                given.fallback());
    }

    /** A whole number within bounds, both included. */
    public static Parameter<Integer> integer(String name, String help, int least, int most, String fallback) {
        String form = "a whole number" + range(least, most);
        return new Parameter<>(
                name, help, form, text -> (int) within(Integer.parseInt(text), least, most), optional(fallback));
    }

    /** One positive number for all axes, or one per axis, slowest first: {@code 3} or {@code 1x3}. */
    public static Parameter<double[]> perAxis(String name, String help, String fallback) {
        return new Parameter<>(
                name,
                help,
                "positive numbers, one or one per axis as in 1x3",
                text -> split(text)
                        .map(v -> within(v, Double.MIN_VALUE, Double.MAX_VALUE))
                        .toArray(),
                optional(fallback));
    }

    /** One whole number within bounds for all axes, or one per axis, slowest first: {@code 13} or {@code 13x9}. */
    public static Parameter<int[]> wholePerAxis(String name, String help, int least, int most, String fallback) {
        return new Parameter<>(
                name,
                help,
                "whole numbers" + range(least, most) + ", one or one per axis as in 13x9",
                text -> Arrays.stream(text.split("x", -1))
                        .mapToInt(part -> (int) within(Integer.parseInt(part), least, most))
                        .toArray(),
                optional(fallback));
    }

    /** This parameter as one that may be left out, its value then being empty; a default does not apply any more. */
    public Parameter<Optional<V>> orAbsent() {
        return new Parameter<>(
                name,
                help,
                form,
                text -> text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text)),
                Optional.of(""));
    }

    /** Whether a specification has to give it. */
    public boolean required() {
        return fallback.isEmpty();
    }

    /** One of the constants of an enumeration, written in lower case with hyphens. */
    public static <E extends Enum<E>> Parameter<E> choice(String name, String help, Class<E> type, String fallback) {
        String form =
                Arrays.stream(type.getEnumConstants()).map(Parameter::written).collect(Collectors.joining(", "));
        return new Parameter<>(name, help, "one of " + form, text -> constant(type, text), optional(fallback));
    }

    /** True or false. */
    public static Parameter<Boolean> flag(String name, String help, boolean fallback) {
        return new Parameter<>(name, help, "true or false", Parameter::truth, Optional.of(Boolean.toString(fallback)));
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return text.equals("true");
    }

    /** A limit of at least 1, or {@code auto}, the default, for none given. */
    public static Parameter<OptionalLong> limitOrAuto(String name, String help) {
        return new Parameter<>(
                name, help, "a whole number of at least 1, or auto", Parameter::countOrAuto, Optional.of("auto"));
    }

    private static OptionalLong countOrAuto(String text) {
        if (text.equals("auto")) {
            return OptionalLong.empty();
        }
        long count = Long.parseLong(text);
        if (count < 1) {
            throw new IllegalArgumentException("out of range");
        }
        return OptionalLong.of(count);
    }

    /** A number or an infinite one. */
    public static Parameter<Double> numberOrInfinity(String name, String help, String fallback) {
        return new Parameter<>(name, help, "a number, inf or -inf", Parameter::extended, Optional.of(fallback));
    }

    private static double extended(String text) {
        double value =
                switch (text) {
                    case "inf" -> Double.POSITIVE_INFINITY;
                    case "-inf" -> Double.NEGATIVE_INFINITY;
                    default -> Double.parseDouble(text);
                };
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("not a number");
        }
        return value;
    }

    /** The whole text after the colon, commas and equals signs included, such as the path of a file. */
    public static Parameter<String> rest(String name, String help) {
        return new Parameter<>(name, help, AFTER_THE_COLON, Parameter::notBlank, Optional.empty());
    }

    /** The written form of an enumeration's constant: {@code FORWARD_DIFFERENCES} is {@code forward-differences}. */
    public static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The whole text after the colon in a form of its own, such as terms joined by plus signs.
     *
     * @param form what is expected, for messages
     */
    public static Parameter<String> rest(String name, String help, String form) {
        return new Parameter<>(name, help, AFTER_THE_COLON + ", " + form, Parameter::notBlank, Optional.empty());
    }

    /** Text without a comma, or in parentheses, such as a file's name or a specification. */
    public static Parameter<String> text(String name, String help, String form) {
        return new Parameter<>(name, help, form, Parameter::notBlank, Optional.empty());
    }

    boolean takesRest() {
        return form.startsWith(AFTER_THE_COLON);
    }

    private static Optional<String> optional(String fallback) {
        return fallback.isEmpty() ? Optional.empty() : Optional.of(fallback);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String notBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("blank");
        }
        return text;
    }

    private static DoubleStream split(String text) {
        return Arrays.stream(text.split("x", -1)).mapToDouble(Double::parseDouble);
    }

    private static double within(double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    private static String range(int least, int most) {
        return range("" + least, "" + most, least, most == Integer.MAX_VALUE ? Double.MAX_VALUE : most);
    }

    private static String range(String least, String most, double low, double high) {
        if (high == Double.MAX_VALUE) {
            return low == Double.MIN_VALUE ? " above 0" : low == -Double.MAX_VALUE ? "" : " of at least " + least;
        }
        return (low == Double.MIN_VALUE ? " above 0 and at most " : " from " + least + " to ") + most;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
