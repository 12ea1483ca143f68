package org.acutance.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.Shape;

/** Writes uncompressed little-endian TIFF: one page per slice, one strip per page, channels interleaved. */
final class TiffWriter {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final long LARGEST = 0xffffffffL;

    private final Image image;
    private final int pages;
    private final int height;
    private final int width;
    private final int samples;
    private final SampleType type;

    TiffWriter(Image image) {
        Shape shape = image.shape();
        this.image = image;
        this.pages = shape.rank() == 3 ? shape.extent(0) : 1;
        this.height = shape.extent(-2);
        this.width = shape.extent(-1);
        this.samples = image.channels().size();
        this.type = image.sampleType();
    }

    void write(OutputStream out) throws IOException {
        long pixelBytes = (long) height * width * samples * (type.bits() / 8);
        long pageBytes = directory(0, 0, 0).length + pixelBytes + pixelBytes % 2;
        if (8 + pages * pageBytes > LARGEST) {
            throw new IOException(
                    "TIFF ends at 4 GiB, and this image takes " + pages * pageBytes + " bytes; write .npy");
        }
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'I', 'I', 42, 0})
                .putInt(8)
                .array());
        for (int page = 0; page < pages; page++) {
            long start = 8 + page * pageBytes;
            out.write(directory(start, pixelBytes, page + 1 < pages ? start + pageBytes : 0));
            pixels(page, out);
            out.write(new byte[(int) (pixelBytes % 2)]);
        }
    }

    @SuppressWarnings("ByteBufferBackingArray") // allocated here
    private byte[] directory(long start, long pixelBytes, long nextPage) {
        int[] extra = extraSamples();
        int entries = extra.length == 0 ? 11 : 12;
        int arrays = 2 + 12 * entries + 4;
        int bytes = arrays + 2 * (samples * 2 + extra.length) + (extra.length % 2) * 2;
        Entries to = new Entries(ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN), start, arrays);
        to.buffer.putShort((short) entries);
        to.add(TiffDirectory.WIDTH, LONG, width);
        to.add(TiffDirectory.HEIGHT, LONG, height);
        to.add(TiffDirectory.BITS, repeated(type.bits()));
        to.add(TiffDirectory.COMPRESSION, SHORT, 1);
        to.add(TiffDirectory.PHOTOMETRIC, SHORT, isRgb() ? 2 : 1);
        to.add(TiffDirectory.STRIP_OFFSETS, LONG, start + bytes);
        to.add(TiffDirectory.SAMPLES, SHORT, samples);
        to.add(TiffDirectory.ROWS_PER_STRIP, LONG, height);
        to.add(TiffDirectory.STRIP_COUNTS, LONG, pixelBytes);
        to.add(TiffDirectory.PLANAR, SHORT, 1);
        if (extra.length > 0) {
            to.add(TiffDirectory.EXTRA_SAMPLES, extra);
        }
        to.add(TiffDirectory.SAMPLE_FORMAT, repeated(type.isInteger() ? type.isSigned() ? 2 : 1 : 3));
        to.buffer.putInt((int) nextPage);
        return to.buffer.array();
    }

    private boolean isRgb() {
        return image.colourModel() == ColourModel.RGB || image.colourModel() == ColourModel.RGBA;
    }

    private int[] extraSamples() {
        int[] extra = new int[samples - (isRgb() ? 3 : 1)];
        Arrays.fill(extra, image.colourModel().hasAlpha() ? 2 : 0);
        return extra;
    }

    private int[] repeated(int value) {
        int[] values = new int[samples];
        Arrays.fill(values, value);
        return values;
    }

    private void pixels(int page, OutputStream out) throws IOException {
        double[] row = new double[width];
        double[] pixels = new double[width * samples];
        ByteBuffer bytes =
                ByteBuffer.allocate(pixels.length * (type.bits() / 8)).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < height; y++) {
            for (int channel = 0; channel < samples; channel++) {
                image.channels().get(channel).read((page * height + y) * width, row, 0, width);
                for (int x = 0; x < width; x++) {
                    pixels[x * samples + channel] = row[x];
                }
            }
            Samples.encode(type, pixels, 0, pixels.length, bytes.clear());
            out.write(bytes.array());
        }
    }

    /** The entries of a directory; arrays that do not fit into an entry go behind them. */
    private static final class Entries {
        private final ByteBuffer buffer;
        private final long start;
        private int arrays;

        Entries(ByteBuffer buffer, long start, int arrays) {
            this.buffer = buffer;
            this.start = start;
            this.arrays = arrays;
        }

        void add(int tag, int fieldType, long value) {
            buffer.putShort((short) tag).putShort((short) fieldType).putInt(1).putInt((int) value);
        }

        void add(int tag, int[] values) {
            buffer.putShort((short) tag).putShort((short) SHORT).putInt(values.length);
            boolean inside = values.length <= 2;
            int at = inside ? buffer.position() : arrays;
            for (int i = 0; i < values.length; i++) {
                buffer.putShort(at + 2 * i, (short) values[i]);
            }
            arrays += inside ? 0 : 2 * values.length;
            buffer.putInt(buffer.position(), inside ? buffer.getInt(buffer.position()) : (int) (start + at));
            buffer.position(buffer.position() + 4);
        }
    }
}
