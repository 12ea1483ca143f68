package org.acutance.app.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Marks at round numbers, computed in decimal so that labels show no rounding. */
final class RoundNumbers {

    /** Steps are sought from this many decades below the span on, enough for a thousand marks. */
    private static final int DECADES_OF_STEPS = 3;

    private static final int MOST_DIGITS_BEFORE_POINT = 5;
    private static final int MOST_ZEROS_AFTER_POINT = 3;

    private RoundNumbers() {}

    /**
     * Multiples of the smallest step, 1, 2 or 5 times a power of ten and not below {@code finest}, of which at most
     * {@code most} intervals lie between the two bounds.
     */
    static List<Tick> between(double low, double high, int most, int finest) {
        BigDecimal least = BigDecimal.valueOf(low);
        BigDecimal greatest = BigDecimal.valueOf(high);
        BigDecimal step = plainScale(step(least, greatest, most).max(BigDecimal.valueOf(finest)));
        int exponent = exponent(least.abs().max(greatest.abs()));
        return LongStream.rangeClosed(
                        first(least, step).longValueExact(),
                        last(greatest, step).longValueExact())
                .mapToObj(k -> step.multiply(BigDecimal.valueOf(k)))
                .map(value -> new Tick(value.doubleValue(), label(value, exponent, exponent - exponent(step))))
                .toList();
    }

    private static BigDecimal first(BigDecimal low, BigDecimal step) {
        return low.divide(step, 0, RoundingMode.CEILING);
    }

    private static BigDecimal last(BigDecimal high, BigDecimal step) {
        return high.divide(step, 0, RoundingMode.FLOOR);
    }

    private static BigDecimal step(BigDecimal low, BigDecimal high, int most) {
        BigDecimal finest = BigDecimal.ONE.scaleByPowerOfTen(exponent(high.subtract(low)) - DECADES_OF_STEPS + 1);
        return IntStream.rangeClosed(0, DECADES_OF_STEPS)
                .boxed()
                .flatMap(decade -> Stream.of(1L, 2L, 5L).map(mantissa -> finest.multiply(BigDecimal.valueOf(mantissa))
                        .scaleByPowerOfTen(decade)))
                .filter(step -> last(high, step).subtract(first(low, step)).compareTo(BigDecimal.valueOf(most)) <= 0)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal plainScale(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), 0));
    }

    /** The power of ten of the first digit; 0 for 0. */
    static int exponent(BigDecimal value) {
        return value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
    }

    /** A number as it is, or with a power of ten where the largest of the axis is very large or small. */
    private static String label(BigDecimal value, int exponent, int digits) {
        if (value.signum() == 0) {
            return "0";
        }
        return exponent > MOST_DIGITS_BEFORE_POINT || exponent < -MOST_ZEROS_AFTER_POINT
                ? plain(value.scaleByPowerOfTen(-exponent).setScale(Math.max(digits, 0), RoundingMode.HALF_EVEN)) + "×"
                        + power(exponent)
                : plain(value);
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString().replace('-', '−');
    }

    /** Ten to a power, with the exponent raised. */
    static String power(int exponent) {
        StringBuilder text = new StringBuilder("10");
        Integer.toString(exponent).chars().map(RoundNumbers::raised).forEach(text::appendCodePoint);
        return text.toString();
    }

    private static int raised(int digit) {
        return digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".codePointAt(digit - '0');
    }

    /** A number with the given count of significant digits, for captions. */
    static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = exponent(rounded);
        boolean plain = exponent <= MOST_DIGITS_BEFORE_POINT && exponent >= -MOST_ZEROS_AFTER_POINT - 1;
        BigDecimal shown = plain ? rounded : rounded.scaleByPowerOfTen(-exponent);
        String text = plain(shown.setScale(Math.max(digits - 1 - exponent(shown), 0), RoundingMode.HALF_EVEN));
        return plain ? text : text + "×" + power(exponent);
    }
}
