package org.acutance.app.picture;

import java.util.List;

/**
 * An axis on which equal differences have equal lengths, with marks at multiples of 1, 2 or 5 times a power of ten.
 *
 * @param low value at the beginning
 * @param high value at the end
 * @param marks how many intervals there are at most between marks
 * @param finest least distance of two marks: 1 for what is counted, 0 for what is measured
 */
record LinearAxis(double low, double high, int marks, int finest) implements Axis {
    private static final double PADDING = 0.06;

    /** Ranges that are smaller than this share of the values are those of a constant: they show nothing but rounding. */
    private static final double CONSTANT = 1e-13;

    /** Values beyond this, of either sign, are shown at the ends, so that no difference overflows. */
    private static final double FARTHEST = 1e300;

    /** An axis from 0 to a little more than the value, or to 1 where it is not positive. */
    static LinearAxis to(double high, int marks, int finest) {
        return new LinearAxis(0, high > 0 ? Math.min(high, FARTHEST) * (1 + PADDING / 2) : 1, marks, finest);
    }

    /** An axis with some room on both sides of the values; more room where they are all the same. */
    static LinearAxis around(double lowest, double highest, int marks) {
        double least = Math.max(lowest, -FARTHEST);
        double most = Math.min(highest, FARTHEST);
        double size = Math.max(Math.abs(least), Math.abs(most));
        boolean constant = most - least <= CONSTANT * size;
        double room = constant ? (size > 0 ? size / 2 : 1) : PADDING * (most - least);
        return new LinearAxis(least - room, most + room, marks, 0);
    }

    @Override
    public double place(double value) {
        return Math.min(Math.max((value - low) / (high - low), 0), 1);
    }

    @Override
    public List<Tick> ticks() {
        return RoundNumbers.between(low, high, marks, finest);
    }
}
