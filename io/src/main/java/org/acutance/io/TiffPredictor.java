package org.acutance.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Undoes the differences that a TIFF writer takes along a row before it compresses (TIFF 6.0, 14; technical note 3). */
final class TiffPredictor {
    private static final int NONE = 1;
    private static final int HORIZONTAL = 2;
    private static final int FLOATING = 3;

    private final int method;
    private final int width;
    private final int samples;

    private TiffPredictor(int method, int width, int samples) {
        this.method = method;
        this.width = width;
        this.samples = samples;
    }

    static TiffPredictor of(long method, TiffPage page, int samples) throws IOException {
        boolean fits = method == NONE
                || (method == HORIZONTAL && page.bits() >= 8 && page.type().isInteger())
                || (method == FLOATING && !page.type().isInteger());
        if (!fits) {
            throw FormatException.unsupported("TIFF with predictor " + method + " for " + page.type() + " of "
                    + page.bits() + " bits; save it without a predictor");
        }
        return new TiffPredictor((int) method, page.bits() / 8, samples);
    }

    /** The byte order of the decoded samples. */
    ByteOrder order(ByteOrder file) {
        return method == FLOATING ? ByteOrder.BIG_ENDIAN : file;
    }

    /** Decodes one row in place. */
    void decode(byte[] bytes, int from, int count, ByteOrder order) {
        switch (method) {
            case HORIZONTAL ->
                accumulate(ByteBuffer.wrap(bytes, from, count).slice().order(order), width);
            case FLOATING -> {
                ByteBuffer row = ByteBuffer.wrap(bytes, from, count).slice();
                accumulate(row, 1);
                interleave(row, count / width);
            }
            default -> {}
        }
    }

    private void accumulate(ByteBuffer row, int size) {
        int step = samples * size;
        for (int at = step; at + size <= row.limit(); at += size) {
            switch (size) {
                case 1 -> row.put(at, (byte) (row.get(at) + row.get(at - step)));
                case 2 -> row.putShort(at, (short) (row.getShort(at) + row.getShort(at - step)));
                case 4 -> row.putInt(at, row.getInt(at) + row.getInt(at - step));
                default -> row.putLong(at, row.getLong(at) + row.getLong(at - step));
            }
        }
    }

    private void interleave(ByteBuffer row, int values) {
        byte[] planes = new byte[row.limit()];
        row.get(0, planes);
        for (int i = 0; i < values; i++) {
            for (int plane = 0; plane < width; plane++) {
                row.put(i * width + plane, planes[plane * values + i]);
            }
        }
    }
}
