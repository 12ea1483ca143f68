package org.acutance.app.picture;

import java.util.function.DoubleToIntFunction;
import org.acutance.math.array.NdArray;

/** Pixels 0xRRGGBB in rows, made from values. */
final class PixelGrid {
    private final int rows;
    private final int columns;
    private final int[] pixels;

    private PixelGrid(int rows, int columns, int[] pixels) {
        this.rows = rows;
        this.columns = columns;
        this.pixels = pixels;
    }

    /** The colours of an array [rows×columns]. */
    static PixelGrid of(NdArray values, DoubleToIntFunction colour) {
        int[] pixels = new int[values.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colour.applyAsInt(values.get(i));
        }
        return new PixelGrid(values.shape().extent(0), values.shape().extent(1), pixels);
    }

    /** A panel in its own colours; pixels with a channel that is not finite get a colour of their own. */
    static PixelGrid of(Panel panel, Tone tone) {
        NdArray red = panel.channels().get(0);
        NdArray green = panel.channels().get(panel.channels().size() / 2);
        NdArray blue = panel.channels().get(panel.channels().size() - 1);
        int[] pixels = new int[red.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = tone.rgb(red.get(i), green.get(i), blue.get(i));
        }
        return new PixelGrid(panel.rows(), panel.columns(), pixels);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    int rgb(int row, int column) {
        return pixels[row * columns + column];
    }
}
