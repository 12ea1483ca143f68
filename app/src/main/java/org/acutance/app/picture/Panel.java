package org.acutance.app.picture;

import java.util.List;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Reduction;

/**
 * An image with what is to be said about it.
 *
 * @param channels one array [rows×columns] for gray, or red, green and blue
 * @param caption the first line below it, such as "deblurred"; may be empty
 * @param remark the second, quieter line, such as "PSNR 22.18 dB   SSIM 0.775"; may be empty
 */
public record Panel(List<NdArray> channels, String caption, String remark) {
    /**
     * @throws IllegalArgumentException unless there are one or three channels of one shape, of rank 2 and not empty
     */
    public Panel {
        channels = List.copyOf(channels);
        if (channels.size() != 1 && channels.size() != 3) {
            throw new IllegalArgumentException(
                    "panel: " + channels.size() + " channels; give one for gray, or red, green and blue");
        }
        NdArray first = channels.get(0);
        if (first.rank() != 2 || first.size() == 0) {
            throw new IllegalArgumentException("panel: shape " + first.shape()
                    + " is not that of an image; give [rows×columns], a slice of a volume for instance");
        }
        channels.forEach(channel -> channel.shape().require("panel", first.shape()));
    }

    /** A gray image [rows×columns]. */
    public static Panel gray(NdArray image, String caption, String remark) {
        return new Panel(List.of(image), caption, remark);
    }

    /** Number of rows of pixels. */
    public int rows() {
        return channels.get(0).shape().extent(0);
    }

    /** Number of columns of pixels. */
    public int columns() {
        return channels.get(0).shape().extent(1);
    }

    /** Whether the images have one shape and one number of channels. */
    boolean sameKind(Panel other) {
        return rows() == other.rows() && columns() == other.columns() && channels.size() == other.channels.size();
    }

    /** Means over squares of {@code factor} by {@code factor} pixels; what is left at the lower right ends is cut off. */
    Panel reduced(int factor) {
        return factor == 1
                ? this
                : new Panel(
                        channels.stream()
                                .map(channel -> reduced(channel, factor))
                                .toList(),
                        caption,
                        remark);
    }

    private static NdArray reduced(NdArray channel, int factor) {
        int height = Math.min(factor, channel.shape().extent(0));
        int width = Math.min(factor, channel.shape().extent(1));
        int rows = channel.shape().extent(0) / height;
        int columns = channel.shape().extent(1) / width;
        return channel.slice(0, 0, rows * height)
                .slice(1, 0, columns * width)
                .reshape(rows, height, columns, width)
                .reduce(Reduction.SUM, 1, 3)
                .reshape(rows, columns)
                .times(1.0 / (height * width));
    }

    /** The pixels of a window, which must lie inside. */
    Panel cropped(Window window) {
        return new Panel(
                channels.stream()
                        .map(channel -> channel.slice(0, window.row(), window.row() + window.rows())
                                .slice(1, window.column(), window.column() + window.columns()))
                        .toList(),
                caption,
                remark);
    }
}
