package org.acutance.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.acutance.math.array.NdArray;

/** Decodes the strips or tiles of one TIFF page. */
final class TiffSegments {
    private static final int MOST_EXPANSION = 4096;

    private final TiffFile file;
    private final TiffPage page;
    private final boolean tiled;
    private final int columns;
    private final int rows;
    private final boolean planar;
    private final long[] offsets;
    private final long[] counts;
    private final TiffCompression compression;
    private final TiffPredictor predictor;

    TiffSegments(TiffFile file, TiffDirectory directory, TiffPage page) throws IOException {
        this.file = file;
        this.page = page;
        this.tiled = directory.has(TiffDirectory.TILE_WIDTH);
        this.columns = tiled ? directory.required(TiffDirectory.TILE_WIDTH, "TileWidth") : page.width();
        this.rows = tiled ? directory.required(TiffDirectory.TILE_HEIGHT, "TileLength") : stripRows(directory);
        this.planar = directory.one(TiffDirectory.PLANAR, 1) == 2;
        this.offsets = directory.all(tiled ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS);
        this.counts = directory.all(tiled ? TiffDirectory.TILE_COUNTS : TiffDirectory.STRIP_COUNTS);
        this.compression = TiffCompression.of(directory.one(TiffDirectory.COMPRESSION, 1));
        this.predictor = TiffPredictor.of(directory.one(TiffDirectory.PREDICTOR, 1), page, planar ? 1 : page.samples());
        check(directory);
    }

    private int stripRows(TiffDirectory directory) throws IOException {
        long rowsPerStrip = directory.one(TiffDirectory.ROWS_PER_STRIP, page.height());
        if (rowsPerStrip == 0) {
            throw FormatException.damaged("the TIFF has strips of no rows");
        }
        return (int) Math.min(rowsPerStrip, page.height());
    }

    private void check(TiffDirectory directory) throws IOException {
        if (directory.one(TiffDirectory.FILL_ORDER, 1) != 1) {
            throw FormatException.unsupported("TIFF with FillOrder 2; save it with FillOrder 1");
        }
        long needed = (long) across() * down() * (planar ? page.samples() : 1);
        if (offsets.length < needed || counts.length < needed) {
            throw FormatException.damaged("the TIFF lists " + Math.min(offsets.length, counts.length)
                    + " strips or tiles, but its pixels take " + needed);
        }
        double bytes = Math.ceil((double) columns * samples() * page.bits() / 8) * rows;
        Heap.require("a strip or tile of the TIFF", bytes);
        if (bytes > Integer.MAX_VALUE - 8) {
            throw FormatException.unsupported("TIFF with a strip or tile of " + (long) bytes
                    + " bytes; the limit is 2147483639, so save it with smaller ones");
        }
    }

    private int across() {
        return (page.width() - 1) / columns + 1;
    }

    private int down() {
        return (page.height() - 1) / rows + 1;
    }

    private int samples() {
        return planar ? 1 : page.samples();
    }

    /** Writes the page's channels into arrays, from a row-major position on. */
    void decode(NdArray.Builder[] channels, int at) throws IOException {
        int perPlane = across() * down();
        for (int plane = 0; plane < (planar ? page.samples() : 1); plane++) {
            for (int i = 0; i < perPlane; i++) {
                segment(plane, i, plane * perPlane + i, channels, at);
            }
        }
    }

    private void segment(int plane, int place, int index, NdArray.Builder[] channels, int at) throws IOException {
        int left = place % across() * columns;
        int top = place / across() * rows;
        int here = tiled ? rows : Math.min(rows, page.height() - top);
        int rowBytes = (int) (((long) columns * samples() * page.bits() + 7) / 8);
        byte[] bytes = expanded(index, rowBytes * here);
        ByteBuffer samples = ByteBuffer.wrap(bytes).order(predictor.order(file.order()));
        double[] pixels = new double[columns * samples()];
        double[] row = new double[columns];
        for (int y = top; y < Math.min(top + here, page.height()); y++) {
            predictor.decode(bytes, (y - top) * rowBytes, rowBytes, file.order());
            read(samples.position((y - top) * rowBytes), pixels);
            distribute(plane, pixels, row, channels, at + y * page.width() + left, left);
        }
    }

    private byte[] expanded(int index, int expected) throws IOException {
        if ((double) counts[index] * MOST_EXPANSION < expected) {
            throw FormatException.damaged(
                    "a TIFF strip or tile of " + counts[index] + " bytes cannot hold " + expected);
        }
        byte[] stored = file.array(offsets[index], counts[index]);
        Heap.require("a strip or tile of the TIFF", compression == TiffCompression.NONE ? 0 : expected);
        return compression.expand(stored, expected);
    }

    private void read(ByteBuffer bytes, double[] pixels) throws IOException {
        if (page.bits() >= 8) {
            Samples.decode(page.type(), bytes, pixels, 0, pixels.length);
            return;
        }
        int mask = (1 << page.bits()) - 1;
        int start = bytes.position();
        for (int x = 0; x < pixels.length; x++) {
            int bit = x * page.bits();
            pixels[x] = (bytes.get(start + bit / 8) >> (8 - page.bits() - bit % 8)) & mask;
        }
    }

    private void distribute(int plane, double[] pixels, double[] row, NdArray.Builder[] channels, int at, int left) {
        int count = Math.min(columns, page.width() - left);
        for (int channel = 0; channel < channels.length; channel++) {
            int sample = page.sampleOf(channel);
            if (!planar || sample == plane) {
                for (int x = 0; x < count; x++) {
                    row[x] = pixels[planar ? x : x * page.samples() + sample];
                }
                page.interpret(channel, row, count);
                channels[channel].write(at, row, 0, count);
            }
        }
    }
}
