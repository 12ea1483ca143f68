package org.acutance.io;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.Shape;

/**
 * What stands before the values of a NumPy file: magic, version, and a Python dictionary (numpy.lib.format).
 *
 * @param type of the values
 * @param order of the bytes of a value
 * @param fortran whether the first axis lies together in memory
 * @param shape slowest axis first
 * @param offset byte at which the values begin
 */
record NpyHeader(SampleType type, ByteOrder order, boolean fortran, Shape shape, long offset) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int LONGEST = 1 << 16;
    private static final Pattern DICTIONARY = Pattern.compile(
            "\\{\\s*'descr'\\s*:\\s*(?:'([^']{1,64})'|(\\[.*\\]))\\s*,\\s*'fortran_order'\\s*:\\s*(True|False)\\s*,"
                    + "\\s*'shape'\\s*:\\s*\\(([0-9L,\\s]*)\\)\\s*,?\\s*\\}\\s*",
            Pattern.DOTALL);
    private static final Map<String, SampleType> TYPES = Map.of(
            "u1", SampleType.UINT8,
            "i1", SampleType.INT8,
            "u2", SampleType.UINT16,
            "i2", SampleType.INT16,
            "u4", SampleType.UINT32,
            "i4", SampleType.INT32,
            "u8", SampleType.UINT64,
            "i8", SampleType.INT64,
            "f4", SampleType.FLOAT32,
            "f8", SampleType.FLOAT64);
    private static final Map<String, String> REFUSED = Map.of(
            "f2", "float16", "f16", "float128", "c8", "complex64", "c16", "complex128", "b1", "bool", "O", "object");

    static boolean isMagic(byte[] start) {
        return start.length >= MAGIC.length && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    static NpyHeader read(SeekableByteChannel in) throws IOException {
        in.position(0);
        ByteBuffer start = Samples.fill(in, ByteBuffer.allocate(8));
        if (!isMagic(start.array())) {
            throw new FormatException("the contents are not a NumPy array; save one with numpy.save");
        }
        int version = start.get(6);
        if (version < 1 || version > 3) {
            throw FormatException.unsupported("npy version " + version + "; save it with numpy.save");
        }
        int bytes = version == 1 ? 2 : 4;
        ByteBuffer length = Samples.fill(in, ByteBuffer.allocate(bytes)).order(ByteOrder.LITTLE_ENDIAN);
        long count = version == 1 ? length.getShort() & 0xffff : length.getInt() & 0xffffffffL;
        if (count > LONGEST) {
            throw FormatException.damaged("its header claims " + count + " bytes, the limit is " + LONGEST);
        }
        ByteBuffer text = Samples.fill(in, ByteBuffer.allocate((int) count));
        String dictionary =
                new String(text.array(), version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return parse(dictionary, 8 + bytes + count);
    }

    private static NpyHeader parse(String dictionary, long offset) throws FormatException {
        Matcher matcher = DICTIONARY.matcher(dictionary);
        if (!matcher.matches()) {
            throw FormatException.damaged("its header is not {'descr': ..., 'fortran_order': ..., 'shape': ...}");
        }
        if (matcher.group(2) != null) {
            throw FormatException.unsupported("structured npy values; save one field with numpy.save");
        }
        String descriptor = matcher.group(1);
        return new NpyHeader(
                type(descriptor),
                descriptor.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                matcher.group(3).equals("True"),
                shape(matcher.group(4)),
                offset);
    }

    private static SampleType type(String descriptor) throws FormatException {
        String name = descriptor.substring("<>|=".indexOf(descriptor.charAt(0)) < 0 ? 0 : 1);
        SampleType type = TYPES.get(name);
        if (type == null || (descriptor.startsWith("|") && type.bits() > 8)) {
            throw FormatException.unsupported("npy values of type "
                    + REFUSED.getOrDefault(name, "'" + descriptor + "'")
                    + "; convert with numpy's astype to float32, float64 or an integer type");
        }
        return type;
    }

    private static Shape shape(String text) throws FormatException {
        String digits = text.replaceAll("[\\sL]", "");
        String[] parts = digits.isEmpty() ? new String[0] : digits.split(",");
        double size = 1;
        int[] extents = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            size *= parts[i].isEmpty() ? Double.NaN : Double.parseDouble(parts[i]);
            extents[i] = parts[i].isEmpty()
                    ? 0
                    : new BigInteger(parts[i])
                            .min(BigInteger.valueOf(Integer.MAX_VALUE))
                            .intValue();
        }
        if (Double.isNaN(size) || parts.length > 32) {
            throw FormatException.damaged("its shape (" + text.strip() + ") is not one of at most 32 extents");
        }
        if (size > Integer.MAX_VALUE) {
            throw FormatException.unsupported(
                    "npy shape (" + text.strip() + "): more than 2147483647 values; save it in parts");
        }
        return Shape.of(extents);
    }

    long dataBytes() {
        return (long) shape.size() * (type.bits() / 8);
    }

    /** A header of version 1.0 for little-endian values in C order, padded so that the values begin at a multiple of 64. */
    static byte[] encode(SampleType type, Shape shape) {
        String extents =
                Arrays.stream(shape.extents()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String code = (type.isInteger() ? type.isSigned() ? "i" : "u" : "f") + type.bits() / 8;
        String dictionary = "{'descr': '" + (type.bits() == 8 ? "|" : "<") + code
                + "', 'fortran_order': False, 'shape': (" + extents + (shape.rank() == 1 ? "," : "") + "), }";
        int start = MAGIC.length + 4;
        int total = (start + dictionary.length() + 1 + 63) / 64 * 64;
        String padded = dictionary + " ".repeat(total - start - dictionary.length() - 1) + "\n";
        return ByteBuffer.allocate(total)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) (total - start))
                .put(padded.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }
}
