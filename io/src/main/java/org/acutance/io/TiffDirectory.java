package org.acutance.io;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The fields of one page that matter for its pixels, by tag.
 *
 * @param fields values of the numeric fields
 * @param description text of ImageDescription; empty if there is none
 */
record TiffDirectory(Map<Integer, long[]> fields, String description) {
    static final int SUBFILE_TYPE = 254;
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int FILL_ORDER = 266;
    static final int DESCRIPTION = 270;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_COUNTS = 279;
    static final int PLANAR = 284;
    static final int PREDICTOR = 317;
    static final int COLOUR_MAP = 320;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_COUNTS = 325;
    static final int EXTRA_SAMPLES = 338;
    static final int SAMPLE_FORMAT = 339;

    boolean has(int tag) {
        return fields.containsKey(tag);
    }

    long[] all(int tag) {
        return fields.getOrDefault(tag, new long[0]);
    }

    long one(int tag, long fallback) {
        long[] values = all(tag);
        return values.length == 0 ? fallback : values[0];
    }

    int required(int tag, String name) throws IOException {
        long value = one(tag, -1);
        if (value <= 0 || value > Integer.MAX_VALUE) {
            throw FormatException.damaged("the TIFF has no valid " + name + (has(tag) ? ": " + value : ""));
        }
        return (int) value;
    }

    /** A number that ImageJ keeps in the description, such as {@code channels=3}. */
    OptionalLong imageJ(String key) {
        if (!description.startsWith("ImageJ=")) {
            return OptionalLong.empty();
        }
        return description
                .lines()
                .filter(line -> line.startsWith(key + "=") && line.matches("\\w+=\\d{1,9}"))
                .mapToLong(line -> Long.parseLong(line.substring(key.length() + 1)))
                .findFirst();
    }
}
