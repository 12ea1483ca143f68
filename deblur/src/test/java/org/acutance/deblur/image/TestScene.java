package org.acutance.deblur.image;

import org.acutance.math.array.NdArray;

/** A scene with edges, a smooth area and a texture, as photographs have, from formulas. */
public final class TestScene {
    private TestScene() {}

    /** Shape (rows, columns), values in [0, 255]. */
    public static NdArray of(int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = at(i / columns, i % columns);
        }
        return NdArray.of(values, rows, columns);
    }

    private static double at(int y, int x) {
        double shading = 90 + 0.4 * y + 0.2 * x;
        if (Math.hypot(y - 30, x - 36) < 17) {
            return 220 - 0.5 * y;
        }
        if (Math.abs(y - 2 * (x - 50)) < 14) {
            return 35;
        }
        if (x > 60 && y > 40) {
            return 130 + 35 * Math.sin(0.9 * x + 0.3 * y);
        }
        return shading;
    }
}
