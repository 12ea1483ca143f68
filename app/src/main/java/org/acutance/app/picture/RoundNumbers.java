package org.acutance.app.picture;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;

/** Marks at round numbers, computed in decimal so that labels show no rounding. */
final class RoundNumbers {
    private static final int[] MANTISSAS = {1, 2, 5, 10};
    private static final int MOST_DIGITS_BEFORE_POINT = 5;
    private static final int MOST_ZEROS_AFTER_POINT = 3;

    private RoundNumbers() {}

    /**
     * Multiples of the smallest step, 1, 2 or 5 times a power of ten and not below {@code finest}, that divides the
     * span into at most {@code most} intervals.
     */
    static List<Tick> between(double low, double high, int most, int finest) {
        BigDecimal needed = step(new BigDecimal(high).subtract(new BigDecimal(low)), most);
        BigDecimal step = plainScale(needed.max(BigDecimal.valueOf(finest)));
        long first = multiple(low, step, RoundingMode.CEILING).longValueExact();
        long last = multiple(high, step, RoundingMode.FLOOR).longValueExact();
        int exponent = exponent(new BigDecimal(Math.max(Math.abs(low), Math.abs(high))));
        return LongStream.rangeClosed(first, last)
                .mapToObj(k -> step.multiply(BigDecimal.valueOf(k)))
                .map(value -> new Tick(value.doubleValue(), label(value, exponent, exponent - exponent(step))))
                .toList();
    }

    private static BigDecimal plainScale(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), 0));
    }

    private static BigInteger multiple(double bound, BigDecimal step, RoundingMode rounding) {
        return new BigDecimal(bound).divide(step, 0, rounding).toBigIntegerExact();
    }

    private static BigDecimal step(BigDecimal span, int most) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exponent(span) - exponent(BigDecimal.valueOf(most)) - 1);
        BigDecimal step = power;
        for (int decade = 0; decade < 3; decade++) {
            for (int mantissa : MANTISSAS) {
                step = power.multiply(BigDecimal.valueOf(mantissa)).scaleByPowerOfTen(decade);
                if (step.multiply(BigDecimal.valueOf(most)).compareTo(span) >= 0) {
                    return step;
                }
            }
        }
        return step;
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
