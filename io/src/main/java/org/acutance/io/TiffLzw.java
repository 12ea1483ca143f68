package org.acutance.io;

import java.io.IOException;

/** Lempel-Ziv-Welch decompression (TIFF 6.0, section 13): codes of 9 to 12 bits, highest bit first. */
final class TiffLzw {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int MOST_CODES = 4096;

    private final byte[] stored;
    private final int[] prefix = new int[MOST_CODES];
    private final byte[] suffix = new byte[MOST_CODES];
    private final int[] length = new int[MOST_CODES];
    private long bit;
    private int next = END + 1;
    private int at;

    TiffLzw(byte[] stored) {
        this.stored = stored;
        for (int code = 0; code < CLEAR; code++) {
            suffix[code] = (byte) code;
            length[code] = 1;
        }
    }

    /** Fills the target as far as the codes go; gives the number of bytes. */
    int expand(byte[] target) throws IOException {
        int previous = -1;
        int code = read();
        while (code != END && at < target.length) {
            if (code == CLEAR) {
                next = END + 1;
                previous = -1;
            } else {
                append(previous, code, target);
                previous = code;
            }
            code = read();
        }
        return at;
    }

    // A code may be the entry that it is about to define: the previous string and its own first byte.
    private void append(int previous, int code, byte[] target) throws IOException {
        if (code > next || (code == next && previous < 0) || (code > END && previous < 0)) {
            throw FormatException.damaged("a TIFF strip or tile has an LZW code before its definition");
        }
        if (previous >= 0 && next < MOST_CODES) {
            prefix[next] = previous;
            length[next] = length[previous] + 1;
            suffix[next] = first(code == next ? previous : code);
            next++;
        }
        if (code >= next) {
            throw FormatException.damaged("a TIFF strip or tile has more LZW codes than " + MOST_CODES);
        }
        put(code, target);
    }

    private byte first(int code) {
        int entry = code;
        while (entry > END) {
            entry = prefix[entry];
        }
        return suffix[entry];
    }

    private void put(int code, byte[] target) {
        int entry = code;
        for (int i = at + length[code] - 1; i >= at; i--) {
            if (i < target.length) {
                target[i] = suffix[entry];
            }
            entry = prefix[entry];
        }
        at = Math.min(at + length[code], target.length);
    }

    // The width grows one code early, as every TIFF writer does it.
    private int read() {
        int width = next < 511 ? 9 : next < 1023 ? 10 : next < 2047 ? 11 : 12;
        if (bit + width > 8L * stored.length) {
            return END;
        }
        int value = 0;
        for (int i = 0; i < 3; i++) {
            int place = (int) (bit / 8) + i;
            value = (value << 8) | (place < stored.length ? stored[place] & 0xff : 0);
        }
        int code = (value >> (24 - width - (int) (bit % 8))) & ((1 << width) - 1);
        bit += width;
        return code;
    }
}
