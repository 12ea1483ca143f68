package org.acutance.io;

import static org.acutance.io.TiffDirectory.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Header and directories of a TIFF file (TIFF 6.0, part 1), with every offset checked against the size of the file. */
final class TiffFile {
    private static final int MAGIC = 42;
    private static final int BIG_MAGIC = 43;
    private static final int MOST_PAGES = 1 << 20;
    private static final int LONGEST_DESCRIPTION = 1 << 16;
    private static final Set<Integer> USED = Set.of(
            SUBFILE_TYPE,
            WIDTH,
            HEIGHT,
            BITS,
            COMPRESSION,
            PHOTOMETRIC,
            FILL_ORDER,
            STRIP_OFFSETS,
            SAMPLES,
            ROWS_PER_STRIP,
            STRIP_COUNTS,
            PLANAR,
            PREDICTOR,
            COLOUR_MAP,
            TILE_WIDTH,
            TILE_HEIGHT,
            TILE_OFFSETS,
            TILE_COUNTS,
            EXTRA_SAMPLES,
            SAMPLE_FORMAT);

    private final SeekableByteChannel in;
    private final long size;
    private final ByteOrder order;
    private final long first;
    private long unread;

    private TiffFile(SeekableByteChannel in) throws IOException {
        this.in = in;
        this.size = in.size();
        // Directories may share bytes, but a sound file never has many more of them than bytes.
        this.unread = 2 * size + 1024;
        ByteBuffer header = raw(0, 8);
        this.order = header.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int magic = header.order(order).getShort(2);
        if (magic != MAGIC) {
            throw FormatException.unsupported((magic == BIG_MAGIC ? "BigTIFF" : "TIFF of version " + magic)
                    + "; save it as classic TIFF or .npy");
        }
        this.first = header.getInt(4) & 0xffffffffL;
    }

    static TiffFile open(SeekableByteChannel in) throws IOException {
        return new TiffFile(in);
    }

    ByteOrder order() {
        return order;
    }

    /** Bytes of the file, in its order. */
    ByteBuffer bytes(long offset, long count) throws IOException {
        return raw(offset, count).order(order);
    }

    private ByteBuffer raw(long offset, long count) throws IOException {
        return ByteBuffer.wrap(array(offset, count));
    }

    /** Bytes of the file. */
    byte[] array(long offset, long count) throws IOException {
        if (offset < 0 || count < 0 || count > Integer.MAX_VALUE - 8 || offset > size - count) {
            throw FormatException.damaged(
                    "the TIFF refers to " + count + " bytes at " + offset + ", but has only " + size);
        }
        Heap.require("a part of the TIFF", (double) count);
        byte[] bytes = new byte[(int) count];
        in.position(offset);
        Samples.fill(in, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** The directories of the full-size pages, in order. */
    List<TiffDirectory> directories() throws IOException {
        List<TiffDirectory> pages = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long offset = first;
        while (offset != 0) {
            if (!seen.add(offset) || seen.size() > MOST_PAGES) {
                throw FormatException.damaged("the TIFF's pages go in a circle or are more than " + MOST_PAGES);
            }
            int count = directoryBytes(offset, 2).getShort() & 0xffff;
            ByteBuffer entries = directoryBytes(offset + 2, 12L * count + 4);
            TiffDirectory directory = directory(entries, count);
            boolean reduced = (directory.one(SUBFILE_TYPE, 0) & 5) != 0;
            if (!reduced) {
                pages.add(directory);
            }
            offset = entries.getInt(12 * count) & 0xffffffffL;
        }
        return pages;
    }

    private ByteBuffer directoryBytes(long offset, long count) throws IOException {
        unread -= count;
        if (unread < 0) {
            throw FormatException.damaged(
                    "the TIFF's directories overlap and would take more than its " + size + " bytes");
        }
        return bytes(offset, count);
    }

    private TiffDirectory directory(ByteBuffer entries, int count) throws IOException {
        Map<Integer, long[]> fields = new HashMap<>();
        String description = "";
        for (int i = 0; i < count; i++) {
            int at = 12 * i;
            int tag = entries.getShort(at) & 0xffff;
            if (USED.contains(tag)) {
                fields.put(tag, values(entries, at));
            } else if (tag == DESCRIPTION && entries.getShort(at + 2) == 2) {
                description = text(entries, at);
            }
        }
        return new TiffDirectory(Map.copyOf(fields), description);
    }

    private long[] values(ByteBuffer entries, int at) throws IOException {
        int width =
                switch (entries.getShort(at + 2)) {
                    case 1 -> 1;
                    case 3 -> 2;
                    case 4 -> 4;
                    default ->
                        throw FormatException.damaged("a TIFF field " + entries.getShort(at) + " has no whole numbers");
                };
        long count = entries.getInt(at + 4) & 0xffffffffL;
        ByteBuffer data = data(entries, at, count * width);
        long[] values = new long[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (width) {
                case 1 -> data.get() & 0xff;
                case 2 -> data.getShort() & 0xffff;
                default -> data.getInt() & 0xffffffffL;
            };
        }
        return values;
    }

    private ByteBuffer data(ByteBuffer entries, int at, long bytes) throws IOException {
        return bytes <= 4
                ? entries.slice(at + 8, 4).order(order)
                : directoryBytes(entries.getInt(at + 8) & 0xffffffffL, bytes);
    }

    private String text(ByteBuffer entries, int at) throws IOException {
        long count = Math.min(entries.getInt(at + 4) & 0xffffffffL, LONGEST_DESCRIPTION);
        ByteBuffer data = data(entries, at, count);
        byte[] bytes = new byte[(int) count];
        data.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
