package org.acutance.io;

import java.util.Locale;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.Precision;

/** Asks whether something fits into the heap before it is decoded. */
final class Heap {
    private Heap() {}

    /** @throws FormatException naming both sizes if fewer than {@code bytes} can be had */
    static void require(String what, double bytes) throws FormatException {
        if (bytes > (double) available()) {
            // Garbage counts as used until it is collected, and a refusal must not depend on that.
            System.gc();
        }
        long available = available();
        if (bytes > (double) available) {
            throw new FormatException(
                    what + " needs " + mebibytes(bytes) + " of memory, but only " + mebibytes((double) available)
                            + " of the Java heap can be had; raise it with -Xmx or reduce the image");
        }
    }

    /** Bytes of one sample of a channel. */
    static int perSample(SampleType type) {
        return type.precision() == Precision.FLOAT32 ? 4 : 8;
    }

    // A tenth is left for the rest of the program and for what large arrays waste between them.
    private static long available() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory()) / 10 * 9;
    }

    private static String mebibytes(double bytes) {
        return String.format(Locale.ROOT, "%.0f MiB", Math.ceil(bytes / (1 << 20)));
    }
}
