package org.acutance.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The segments of a JPEG file, checked before anything is decoded (ITU T.81, annex B). */
final class JpegStructure {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COM = 0xfe;
    private static final int MOST_SCANS = 200;

    private final byte[] bytes;
    private final ByteBuffer file;
    private final ByteArrayOutputStream kept;
    private boolean frame;
    private int scans;
    private long pixels;

    private JpegStructure(byte[] bytes) {
        this.bytes = bytes;
        this.file = ByteBuffer.wrap(bytes);
        this.kept = new ByteArrayOutputStream(bytes.length);
    }

    /**
     * The file without profiles, comments and thumbnails. The JDK would convert the samples by a colour profile, and
     * what is wanted are those that are stored.
     */
    static byte[] pixelsOnly(byte[] file) throws IOException {
        return new JpegStructure(file).run();
    }

    private byte[] run() throws IOException {
        keep(0, 2);
        file.position(2);
        int marker = SOI;
        while (marker != EOI) {
            marker = segment();
        }
        if (scans == 0) {
            throw FormatException.damaged("the JPEG has no pixels");
        }
        return kept.toByteArray();
    }

    private void keep(int from, int to) {
        kept.write(bytes, from, to - from);
    }

    private int segment() throws IOException {
        int marker = marker();
        int start = file.position() - 2;
        if (marker == EOI) {
            keep(start, start + 2);
            return marker;
        }
        int length = need(2).getShort() & 0xffff;
        need(length - 2);
        if (isFrame(marker)) {
            frame(marker, length);
        }
        file.position(start + 2 + length);
        if (marker == SOS) {
            scan();
        }
        if (!isMetadata(marker)) {
            keep(start, file.position());
        }
        return marker;
    }

    private static boolean isMetadata(int marker) {
        return marker == COM || (marker > APP0 && marker <= APP15 && marker != APP14);
    }

    private int marker() throws IOException {
        if ((need(2).get() & 0xff) != 0xff) {
            throw FormatException.damaged("the JPEG has no marker at byte " + (file.position() - 1));
        }
        int marker = file.get() & 0xff;
        while (marker == 0xff) {
            marker = need(1).get() & 0xff;
        }
        if (marker < 0xc0 || (marker >= 0xd0 && marker <= SOI)) {
            throw FormatException.damaged("the JPEG has an unexpected marker at byte " + (file.position() - 1));
        }
        return marker;
    }

    private ByteBuffer need(int count) throws IOException {
        if (count < 0 || file.remaining() < count) {
            throw FormatException.damaged("the JPEG ends after " + file.limit() + " bytes without its end marker");
        }
        return file;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void frame(int marker, int length) throws IOException {
        if (frame || length < 8) {
            throw FormatException.damaged("the JPEG has a second or too short frame header");
        }
        if (marker > 0xc2) {
            throw FormatException.unsupported(
                    "lossless, hierarchical or arithmetic-coded JPEG; convert it to PNG or TIFF");
        }
        frame = true;
        int bits = file.get();
        int height = file.getShort() & 0xffff;
        int width = file.getShort() & 0xffff;
        int components = file.get();
        Contents.requireExtents(width, height);
        requireKnown(bits, components);
        pixels = (long) width * height;
        Heap.require(
                "a JPEG of " + width + "×" + height + " pixels",
                (double) pixels * components * (4 + (marker == 0xc2 ? 3 : 1)));
    }

    private static void requireKnown(int bits, int components) throws IOException {
        if (bits != 8) {
            throw FormatException.unsupported("JPEG of " + bits + " bits; convert it to PNG or TIFF");
        }
        if (components == 4) {
            throw FormatException.unsupported("CMYK JPEG; convert it to RGB");
        }
        if (components != 1 && components != 3) {
            throw FormatException.unsupported("JPEG of " + components + " components; expected 1 or 3");
        }
    }

    // Every block of 8×8 pixels takes at least a bit, so a file that is too small for its pixels is known at once.
    private void scan() throws IOException {
        if (!frame || ++scans > MOST_SCANS || pixels > 512L * file.limit()) {
            throw FormatException.damaged("the JPEG has " + file.limit() + " bytes in " + scans + " scans for " + pixels
                    + " pixels, and at most " + MOST_SCANS + " scans are taken");
        }
        int at = file.position();
        while (at + 1 < file.limit() && (bytes[at] != (byte) 0xff || isInsideScan(bytes[at + 1] & 0xff))) {
            at++;
        }
        file.position(at);
    }

    private static boolean isInsideScan(int second) {
        return second == 0 || second == 0xff || (second >= 0xd0 && second <= 0xd7);
    }
}
