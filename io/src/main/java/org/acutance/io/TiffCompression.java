package org.acutance.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How a strip or tile is packed. Every method gives the bytes that the pixels take, or refuses. */
enum TiffCompression {
    NONE {
        @Override
        byte[] expand(byte[] stored, int expected) throws IOException {
            return stored.length < expected ? refuse(stored.length, expected) : stored;
        }
    },
    DEFLATE {
        @Override
        byte[] expand(byte[] stored, int expected) throws IOException {
            byte[] bytes = new byte[expected];
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(stored);
                int count = inflater.inflate(bytes);
                return count < expected ? refuse(count, expected) : bytes;
            } catch (DataFormatException failure) {
                FormatException damage = FormatException.damaged("a TIFF strip or tile does not inflate");
                damage.initCause(failure);
                throw damage;
            } finally {
                inflater.end();
            }
        }
    },
    LZW {
        @Override
        byte[] expand(byte[] stored, int expected) throws IOException {
            byte[] bytes = new byte[expected];
            int count = new TiffLzw(stored).expand(bytes);
            return count < expected ? refuse(count, expected) : bytes;
        }
    },
    PACK_BITS {
        @Override
        byte[] expand(byte[] stored, int expected) throws IOException {
            byte[] bytes = new byte[expected];
            int at = 0;
            int from = 0;
            while (at < expected && from < stored.length) {
                int code = stored[from++];
                int run = Math.min(code >= 0 ? code + 1 : code == -128 ? 0 : 1 - code, expected - at);
                if (from + (code >= 0 ? run : 1) > stored.length) {
                    return refuse(at, expected);
                }
                if (code >= 0) {
                    System.arraycopy(stored, from, bytes, at, run);
                    from += run;
                } else if (run > 0) {
                    Arrays.fill(bytes, at, at + run, stored[from++]);
                }
                at += run;
            }
            return at < expected ? refuse(at, expected) : bytes;
        }
    };

    private static final Map<Long, TiffCompression> KNOWN =
            Map.of(1L, NONE, 5L, LZW, 8L, DEFLATE, 32946L, DEFLATE, 32773L, PACK_BITS);
    private static final Map<Long, String> REFUSED = Map.of(
            2L,
            "CCITT",
            3L,
            "CCITT group 3",
            4L,
            "CCITT group 4",
            6L,
            "old JPEG",
            7L,
            "JPEG",
            34712L,
            "JPEG 2000",
            50000L,
            "Zstandard",
            50001L,
            "WebP");

    static TiffCompression of(long code) throws IOException {
        TiffCompression compression = KNOWN.get(code);
        if (compression == null) {
            throw FormatException.unsupported("TIFF compressed by " + REFUSED.getOrDefault(code, "method " + code)
                    + "; save it uncompressed or with LZW or deflate");
        }
        return compression;
    }

    abstract byte[] expand(byte[] stored, int expected) throws IOException;

    private static byte[] refuse(int count, int expected) throws IOException {
        throw FormatException.damaged("a TIFF strip or tile has " + count + " bytes of pixels, expected " + expected);
    }
}
