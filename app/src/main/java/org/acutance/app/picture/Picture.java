package org.acutance.app.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A finished picture: rows of opaque sRGB pixels. Immutable. */
public final class Picture {
    private final int width;
    private final int height;
    private final int[] pixels;

    /** Takes over {@code pixels}, 0xRRGGBB in rows from the top. */
    Picture(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** Number of columns. */
    public int width() {
        return width;
    }

    /** Number of rows. */
    public int height() {
        return height;
    }

    /**
     * The pixel as 0xRRGGBB.
     *
     * @throws IllegalArgumentException if it is outside the picture
     */
    public int rgb(int row, int column) {
        if (row < 0 || row >= height || column < 0 || column >= width) {
            throw new IllegalArgumentException(
                    "picture: no pixel (" + row + ", " + column + ") in " + height + "×" + width + " pixels");
        }
        return pixels[row * width + column];
    }

    /** A copy for Java's own imaging. */
    public BufferedImage toBufferedImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    /** The picture as the bytes of a PNG file. Nothing is written anywhere, not even to a temporary file. */
    public byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(toBufferedImage(), "png", stream)) {
                throw new IllegalStateException(
                        "png: this Java runtime has no PNG writer; use a JDK with java.desktop");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("png: encoding in memory failed", e);
        }
        return bytes.toByteArray();
    }
}
