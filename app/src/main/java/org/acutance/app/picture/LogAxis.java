package org.acutance.app.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis on which equal ratios have equal lengths, with marks at powers of ten, and between them where it spans few.
 *
 * @param low value at the beginning, positive
 * @param high value at the end
 * @param marks about how many marks there are at most
 */
record LogAxis(double low, double high, int marks) implements Axis {
    private static final double PADDING = 0.05;
    private static final double LEAST_ROOM = 0.15;
    private static final double LOWEST = 1e-300;
    private static final int FEW_DECADES = 2;

    /**
     * An axis with some room on both sides of positive values.
     *
     * @throws IllegalArgumentException if {@code least} is not positive
     */
    static LogAxis around(double least, double most, int marks) {
        if (!(least > 0)) {
            throw new IllegalArgumentException("log axis: " + least + " is not positive; use a linear axis");
        }
        double decades = StrictMath.log10(most) - StrictMath.log10(least);
        double room = StrictMath.pow(10, Math.max(PADDING * decades, LEAST_ROOM));
        double low = Math.max(least / room, LOWEST);
        return new LogAxis(low, Math.min(Math.max(most, low) * room, Double.MAX_VALUE), marks);
    }

    @Override
    public double place(double value) {
        if (value <= low) {
            return 0;
        }
        double start = StrictMath.log10(low);
        return Math.min((StrictMath.log10(value) - start) / (StrictMath.log10(high) - start), 1);
    }

    @Override
    public List<Tick> ticks() {
        int first = RoundNumbers.exponent(BigDecimal.valueOf(low));
        int last = RoundNumbers.exponent(BigDecimal.valueOf(high));
        if (last - first <= FEW_DECADES) {
            List<Tick> ticks = withMantissas(first, last);
            return ticks.size() < 3 ? RoundNumbers.between(low, high, marks, 0) : ticks;
        }
        int every = (last - first + marks - 1) / marks;
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            add(ticks, 1, exponent, exponent % every == 0);
        }
        return ticks;
    }

    private List<Tick> withMantissas(int first, int last) {
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            for (int mantissa : new int[] {1, 2, 5}) {
                add(ticks, mantissa, exponent, true);
            }
        }
        return ticks;
    }

    private void add(List<Tick> ticks, int mantissa, int exponent, boolean labelled) {
        double value = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent).doubleValue();
        if (value >= low && value <= high) {
            ticks.add(new Tick(value, labelled ? label(mantissa, exponent) : ""));
        }
    }

    private static String label(int mantissa, int exponent) {
        if (exponent >= -FEW_DECADES && exponent <= FEW_DECADES) {
            return BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent).toPlainString();
        }
        return (mantissa == 1 ? "" : mantissa + "×") + RoundNumbers.power(exponent);
    }
}
