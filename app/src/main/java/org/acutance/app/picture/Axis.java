package org.acutance.app.picture;

import java.util.List;

/** The values that an axis spans, where each lies on it, and its marks. */
sealed interface Axis permits LinearAxis, LogAxis {
    /** The value at the beginning. */
    double low();

    /** The value at the end, greater than {@link #low()}. */
    double high();

    /** Where a value lies: 0 at the beginning, 1 at the end, and one of these for values beyond. */
    double place(double value);

    /** The marks from the lowest on, all within the axis. */
    List<Tick> ticks();

    /** The widest label in pixels. */
    default double labelWidth() {
        return ticks().stream()
                .mapToDouble(tick -> TextStyle.TICK.width(tick.label()))
                .max()
                .orElse(0);
    }
}
