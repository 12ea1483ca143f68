package org.acutance.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file, checked before anything is decoded (W3C PNG specification, 5 and 11).
 *
 * @param bits per sample
 * @param colourType of the header: 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGBA
 * @param paletteAlpha whether the palette has opacities
 * @param key stored samples of the one transparent colour; empty if there is none
 * @param pixels a file with only the chunks that matter for the pixels
 */
@SuppressWarnings("ArrayRecordComponent")
record PngStructure(int bits, int colourType, boolean paletteAlpha, int[] key, byte[] pixels) {
    static final long SIGNATURE = 0x89504E470D0A1A0AL;

    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    static PngStructure of(byte[] file) throws IOException {
        return new Scan(file).run();
    }

    private static final class Scan {
        private final byte[] bytes;
        private final ByteBuffer file;
        private final ByteArrayOutputStream kept;
        private int width;
        private int height;
        private int bits;
        private int colourType;
        private boolean header;
        private boolean palette;
        private boolean paletteAlpha;
        private int[] key = new int[0];
        private long dataBytes;

        Scan(byte[] bytes) {
            this.bytes = bytes;
            this.file = ByteBuffer.wrap(bytes);
            this.kept = new ByteArrayOutputStream(bytes.length);
        }

        PngStructure run() throws IOException {
            keep(0, 8);
            file.position(8);
            String type = "";
            while (!type.equals("IEND")) {
                type = chunk();
            }
            checkData();
            return new PngStructure(bits, colourType, paletteAlpha, key, kept.toByteArray());
        }

        private void keep(int from, int count) {
            kept.write(bytes, from, count);
        }

        private String chunk() throws IOException {
            int start = file.position();
            if (file.remaining() < 12) {
                throw FormatException.damaged("the PNG ends after " + file.limit() + " bytes without its IEND chunk");
            }
            int length = file.getInt();
            if (length < 0 || length > file.remaining() - 8) {
                throw FormatException.damaged("a PNG chunk claims " + Integer.toUnsignedString(length)
                        + " bytes, but only " + (file.remaining() - 8) + " are left");
            }
            String type = new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1);
            checkSum(type, start + 4, length + 4);
            file.position(start + 8);
            accept(type, length);
            file.position(start + 12 + length);
            if (NEEDED.contains(type) && !(type.equals("tRNS") && !paletteAlpha)) {
                keep(start, 12 + length);
            }
            return type;
        }

        private void checkSum(String type, int from, int count) throws IOException {
            CRC32 sum = new CRC32();
            sum.update(bytes, from, count);
            if ((int) sum.getValue() != file.getInt(from + count)) {
                throw FormatException.damaged("the checksum of the PNG chunk " + printable(type) + " is wrong");
            }
        }

        private static String printable(String type) {
            return type.chars().allMatch(c -> c > ' ' && c < 127) ? type : "of unknown type";
        }

        private void accept(String type, int length) throws IOException {
            if (header == type.equals("IHDR")) {
                throw FormatException.damaged("the PNG has its header in a wrong place");
            }
            switch (type) {
                case "IHDR" -> header(length);
                case "PLTE" -> palette = true;
                case "tRNS" -> transparency(length);
                case "IDAT" -> dataBytes += length;
                case "IEND" -> {}
                default -> {
                    if (Character.isUpperCase(type.charAt(0))) {
                        throw FormatException.unsupported(
                                "PNG chunk " + printable(type) + "; convert the file to plain PNG");
                    }
                }
            }
        }

        private void header(int length) throws IOException {
            if (length != 13) {
                throw FormatException.damaged("the PNG header has " + length + " bytes, expected 13");
            }
            header = true;
            width = file.getInt();
            height = file.getInt();
            bits = file.get();
            colourType = file.get();
            Contents.requireExtents(width, height);
            if (samples() == 0 || !depths().contains(bits) || file.getShort() != 0 || (file.get() & 0xfe) != 0) {
                throw FormatException.damaged("the PNG header is none of the specification (colour type " + colourType
                        + ", " + bits + " bits)");
            }
        }

        // The JDK compares the transparent gray of 1, 2 or 4 bits with scaled samples, so it does not get to see it.
        private void transparency(int length) throws IOException {
            if (colourType == 3) {
                paletteAlpha = true;
            } else if (colourType > 3 || length != 2 * samples()) {
                throw FormatException.damaged("the PNG has a transparent colour of " + length + " bytes");
            } else {
                key = new int[samples()];
                for (int i = 0; i < key.length; i++) {
                    key[i] = file.getShort() & ((1 << bits) - 1);
                }
            }
        }

        private int samples() {
            return switch (colourType) {
                case 0, 3 -> 1;
                case 2 -> 3;
                case 4 -> 2;
                case 6 -> 4;
                default -> 0;
            };
        }

        private Set<Integer> depths() {
            return switch (colourType) {
                case 0 -> Set.of(1, 2, 4, 8, 16);
                case 3 -> Set.of(1, 2, 4, 8);
                default -> Set.of(8, 16);
            };
        }

        // Deflate makes at most 1032 bytes of one, so a file that is too small for its pixels is known at once.
        private void checkData() throws IOException {
            double needed = height * Math.ceil((double) width * bits * samples() / 8);
            if (dataBytes == 0 || needed > 1032.0 * dataBytes) {
                throw FormatException.damaged(
                        "the PNG has " + dataBytes + " bytes for " + width + "×" + height + " pixels");
            }
            if (colourType == 3 && !palette) {
                throw FormatException.damaged("the PNG has no palette");
            }
            requireHeap();
        }

        private void requireHeap() throws IOException {
            int channels = colourType == 3 ? 4 : samples() + (key.length > 0 ? 1 : 0);
            double bytes = samples() * ((bits + 7) / 8) + 4.0 * channels;
            Heap.require("a PNG of " + width + "×" + height + " pixels", bytes * width * height);
        }
    }
}
