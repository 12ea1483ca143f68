package org.acutance.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.acutance.deblur.image.SampleType;

/** The bytes of samples, in the byte order of the buffer. */
final class Samples {
    private static final long LARGEST_EXACT = 1L << 53;

    private Samples() {}

    /**
     * Takes {@code count} samples from a buffer.
     *
     * @throws FormatException if a 64-bit integer is not exact in double
     */
    static void decode(SampleType type, ByteBuffer from, double[] to, int at, int count) throws FormatException {
        for (int i = at; i < at + count; i++) {
            to[i] = switch (type) {
                case UINT8 -> from.get() & 0xff;
                case INT8 -> from.get();
                case UINT16 -> from.getShort() & 0xffff;
                case INT16 -> from.getShort();
                case UINT32 -> from.getInt() & 0xffffffffL;
                case INT32 -> from.getInt();
                case UINT64, INT64 -> exact(type, from.getLong());
                case FLOAT32 -> from.getFloat();
                case FLOAT64 -> from.getDouble();
            };
        }
    }

    private static double exact(SampleType type, long value) throws FormatException {
        long least = type == SampleType.INT64 ? -LARGEST_EXACT : 0;
        if (value < least || value > LARGEST_EXACT) {
            String shown = type == SampleType.INT64 ? Long.toString(value) : Long.toUnsignedString(value);
            throw FormatException.unsupported(
                    type + " value " + shown + ", beyond 2^53 and not exact in float64; store it as float64");
        }
        return value;
    }

    /** Puts {@code count} samples, which the type must hold, into a buffer. */
    static void encode(SampleType type, double[] from, int at, int count, ByteBuffer to) {
        for (int i = at; i < at + count; i++) {
            double value = from[i];
            switch (type) {
                case UINT8, INT8 -> to.put((byte) (int) value);
                case UINT16, INT16 -> to.putShort((short) (int) value);
                case UINT32, INT32 -> to.putInt((int) (long) value);
                case UINT64, INT64 -> to.putLong((long) value);
                case FLOAT32 -> to.putFloat((float) value);
                case FLOAT64 -> to.putDouble(value);
            }
        }
    }

    /**
     * Fills what remains of a buffer and flips it.
     *
     * @throws FormatException if the channel ends before
     */
    static ByteBuffer fill(ReadableByteChannel in, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (in.read(buffer) < 0) {
                throw FormatException.damaged("it ends " + buffer.remaining() + " bytes too early");
            }
        }
        return buffer.flip();
    }
}
