package org.acutance.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a compressed file, all of them. */
final class Contents {
    private Contents() {}

    static byte[] read(SeekableByteChannel in) throws IOException {
        long size = in.size();
        Heap.require("the file", (double) size);
        if (size > Integer.MAX_VALUE - 8) {
            throw FormatException.unsupported("a compressed file of " + size + " bytes; the limit is 2 GiB");
        }
        in.position(0);
        byte[] bytes = new byte[(int) size];
        Samples.fill(in, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** Refuses sizes that no picture has or no array can hold. */
    static void requireExtents(long width, long height) throws FormatException {
        if (width <= 0 || height <= 0) {
            throw FormatException.damaged("its header claims " + width + "×" + height + " pixels");
        }
        if ((double) width * height > Integer.MAX_VALUE) {
            throw FormatException.unsupported(
                    "a picture of " + width + "×" + height + " pixels; the limit is 2147483647, so cut it into parts");
        }
    }
}
