package org.acutance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.acutance.deblur.image.Image;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small files that claim to be large ones: refused by their headers, with the limit. */
final class HostileFilesTest {
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};

    @TempDir
    Path folder = Path.of("");

    private void refused(byte[] contents, String trouble) throws IOException {
        Path file = Files.write(folder.resolve("hostile"), contents);
        assertThatThrownBy(() -> Images.read(file))
                .isInstanceOf(ImageReadException.class)
                .hasMessageContaining(trouble);
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 sum = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        sum.update(name);
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] header(int width, int height, int bits, int type) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) bits)
                        .put((byte) type)
                        .array());
    }

    private static byte[] png(byte[]... chunks) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(PNG_SIGNATURE);
        for (byte[] chunk : chunks) {
            out.write(chunk);
        }
        return out.toByteArray();
    }

    private static byte[] zipped(int zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(new byte[zeros]);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 8, 0, its header claims 0×5 pixels",
        "2147483647, 2147483647, 16, 6, the limit is 2147483647",
        "-1, 5, 8, 0, its header claims -1×5 pixels",
        "46340, 46340, 16, 6, bytes for 46340×46340 pixels",
        "9000, 9000, 8, 0, bytes for 9000×9000 pixels",
        "5, 5, 3, 0, 'colour type 0, 3 bits'",
        "5, 5, 8, 5, 'colour type 5, 8 bits'"
    })
    void pngHeader(int width, int height, int bits, int type, String trouble) throws IOException {
        byte[] data = chunk("IDAT", zipped(1000));
        refused(png(header(width, height, bits, type), data, chunk("IEND", new byte[0])), trouble);
    }

    @Test
    void pngChunks() throws IOException {
        byte[] end = chunk("IEND", new byte[0]);
        byte[] header = header(4, 2, 8, 0);
        refused(png(header, end), "the PNG has 0 bytes for 4×2 pixels");
        refused(png(header, header, end), "header in a wrong place");
        refused(png(end), "header in a wrong place");
        refused(png(header, chunk("CgBI", new byte[4]), end), "unsupported: PNG chunk CgBI");
        refused(png(header, chunk("IDAT", zipped(7)), end), "the file is damaged or incomplete");
        refused(png(header(4, 2, 8, 3), chunk("IDAT", zipped(10)), end), "the PNG has no palette");
        byte[] wrongSum = header.clone();
        wrongSum[wrongSum.length - 1]++;
        refused(png(wrongSum, end), "the checksum of the PNG chunk IHDR is wrong");
    }

    @Test
    void metadataIsNotUnpacked() throws IOException {
        byte[] text = ByteBuffer.allocate(200_000)
                .put(new byte[] {'a', 0, 0})
                .put(zipped(100_000_000))
                .array();
        Path file = Files.write(
                folder.resolve("a.png"),
                png(header(4, 2, 8, 0), chunk("zTXt", text), chunk("IDAT", zipped(10)), chunk("IEND", new byte[0])));
        assertThat(Images.read(file).channels().get(0))
                .isEqualTo(NdArray.zeros(2, 4).to(org.acutance.math.array.Precision.FLOAT32));
    }

    private static byte[] jpeg(int frame, int bits, int width, int height, int components) {
        return ByteBuffer.allocate(40)
                .put(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) frame, 0, 17, (byte) bits})
                .putShort((short) height)
                .putShort((short) width)
                .put((byte) components)
                .position(21)
                .put(new byte[] {(byte) 0xff, (byte) 0xda, 0, 2})
                .position(38)
                .put(new byte[] {(byte) 0xff, (byte) 0xd9})
                .array();
    }

    @ParameterizedTest
    @CsvSource({
        "192, 8, 65500, 65500, 3, 'the limit is 2147483647'",
        "192, 8, 40000, 40000, 3, 'of memory, but only'",
        "192, 8, 5000, 5000, 1, 'the JPEG has 40 bytes in 1 scans for 25000000 pixels'",
        "192, 8, 0, 50, 1, 'its header claims 0×50 pixels'",
        "193, 12, 50, 50, 1, 'unsupported: JPEG of 12 bits'",
        "195, 8, 50, 50, 1, 'unsupported: lossless, hierarchical or arithmetic-coded JPEG'",
        "192, 8, 50, 50, 2, 'unsupported: JPEG of 2 components; expected 1 or 3'",
        "192, 8, 50, 50, 4, 'unsupported: CMYK JPEG; convert it to RGB'"
    })
    void jpegHeader(int frame, int bits, int width, int height, int components, String trouble) throws IOException {
        refused(jpeg(frame, bits, width, height, components), trouble);
    }

    /** A little-endian TIFF of one page with the given (tag, value) pairs, all LONG. */
    private static byte[] tiff(int... pairs) {
        ByteBuffer file = ByteBuffer.allocate(8 + 2 + 6 * pairs.length + 4 + 64).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) (pairs.length / 2));
        for (int i = 0; i < pairs.length; i += 2) {
            file.putShort((short) pairs[i]).putShort((short) 4).putInt(1).putInt(pairs[i + 1]);
        }
        return file.array();
    }

    @Test
    void tiffHeader() throws IOException {
        int most = Integer.MAX_VALUE;
        refused(tiff(256, most, 257, most, 258, 8, 262, 1), "the limit is 2147483647");
        refused(tiff(256, 0, 257, 5), "no valid ImageWidth: 0");
        refused(tiff(257, 5), "no valid ImageWidth;");
        refused(tiff(256, 40000, 257, 40000, 258, 32, 262, 1, 339, 3), "of memory, but only");
        refused(tiff(256, 9, 257, 9, 258, 8, 262, 1, 277, most), "TIFF of 2147483647 samples per pixel");
        refused(
                tiff(256, 9, 257, 9, 258, 8, 262, 1, 322, most, 323, most, 324, 8, 325, 9),
                "a strip or tile of the TIFF needs");
        refused(
                tiff(256, 9000, 257, 9000, 258, 8, 262, 1, 259, 8, 273, 8, 278, 9000, 279, 20),
                "a TIFF strip or tile of 20 bytes cannot hold 81000000");
        refused(
                tiff(256, 9, 257, 9, 258, 8, 262, 1, 273, 8, 278, 9, 279, most),
                "the TIFF refers to 2147483647 bytes at 8");
        refused(
                tiff(256, 9, 257, 9, 258, 8, 262, 1, 273, 8, 278, 1, 279, 9),
                "lists 1 strips or tiles, but its pixels take 9");
    }

    @Test
    void tiffThatGoesInACircle() throws IOException {
        byte[] file = tiff(256, 9);
        file[8 + 2 + 12] = 8;
        refused(file, "the TIFF's pages go in a circle");
    }

    private static byte[] npy(int version, int length, String dictionary) {
        byte[] text = dictionary.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.allocate(12 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(NpyHeader.MAGIC).put((byte) version).put((byte) 0);
        return (version == 1 ? file.putShort((short) length) : file.putInt(length))
                .put(text)
                .array();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(2147483647, 2147483647)|more than 2147483647 values",
                "(99999999999999999999999,)|more than 2147483647 values",
                "(40000, 40000)|takes 12800000000 bytes, but",
                "(4, , 4)|is not one of at most 32 extents",
                "(-1,)|its header is not {'descr'"
            })
    void npyShape(String shape, String trouble) throws IOException {
        String dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
        refused(npy(1, dictionary.length(), dictionary), trouble);
    }

    @Test
    void npyHeader() throws IOException {
        refused(npy(2, -1, "{}"), "its header claims 4294967295 bytes, the limit is 65536");
        refused(npy(1, 5000, "{}"), "bytes too early");
        refused(npy(7, 2, "{}"), "unsupported: npy version 7");
        refused(npy(1, 2, "{}"), "its header is not {'descr': ..., 'fortran_order': ..., 'shape': ...}");
    }

    @Test
    void endsOfEveryOtherProgramsFile() throws IOException {
        Image image = Image.gray(NdArray.zeros(3, 3));
        Path file = folder.resolve("a.npy");
        Images.write(file, image, WriteOptions.NEW);
        byte[] longer = java.util.Arrays.copyOf(Files.readAllBytes(file), 128 + 72 + 1);
        refused(longer, "shape [3×3] of float64 takes 72 bytes, but 73 follow the header");
    }
}
