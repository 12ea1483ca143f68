package org.acutance.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.SampleType;

/**
 * What one TIFF page holds, checked and understood.
 *
 * @param width columns
 * @param height rows
 * @param bits per stored sample: 1, 2, 4, 8, 16, 32 or 64
 * @param samples stored samples per pixel
 * @param type of the decoded samples
 * @param colourModel of the decoded samples
 * @param inverted whether 0 is white
 * @param palette red, then green, then blue of every index, 8 bits; empty if samples are values
 */
@SuppressWarnings("ArrayRecordComponent")
record TiffPage(
        int width,
        int height,
        int bits,
        int samples,
        SampleType type,
        ColourModel colourModel,
        boolean inverted,
        double[] palette) {
    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int MOST_SAMPLES = 1024;
    private static final Map<Long, String> REFUSED_COLOURS =
            Map.of(4L, "mask", 5L, "CMYK", 6L, "YCbCr", 8L, "CIELab", 9L, "ICCLab", 32803L, "raw camera");

    static TiffPage of(TiffDirectory directory) throws IOException {
        int width = directory.required(TiffDirectory.WIDTH, "ImageWidth");
        int height = directory.required(TiffDirectory.HEIGHT, "ImageLength");
        Contents.requireExtents(width, height);
        long samples = directory.one(TiffDirectory.SAMPLES, 1);
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw FormatException.unsupported(
                    "TIFF of " + samples + " samples per pixel; the limit is " + MOST_SAMPLES);
        }
        long photometric = directory.one(TiffDirectory.PHOTOMETRIC, -1);
        int bits = (int) same(directory, TiffDirectory.BITS, 1, samples);
        SampleType type = type(bits, same(directory, TiffDirectory.SAMPLE_FORMAT, 1, samples));
        boolean inverted = photometric == WHITE_IS_ZERO;
        if ((bits < 8 && samples > 1) || (inverted && (type.isSigned() || bits > 32))) {
            throw FormatException.unsupported("TIFF with " + bits + "-bit " + type + " samples in this arrangement"
                    + "; save it with 8 bits or more and black as zero");
        }
        return new TiffPage(
                width,
                height,
                bits,
                (int) samples,
                type,
                colourModel(directory, photometric, (int) samples),
                inverted,
                photometric == PALETTE ? palette(directory, bits, type) : new double[0]);
    }

    private static long same(TiffDirectory directory, int tag, long fallback, long samples) throws IOException {
        long[] values = directory.all(tag);
        if (values.length == 0) {
            return fallback;
        }
        if ((values.length != samples && values.length != 1)
                || Arrays.stream(values).distinct().count() != 1) {
            throw FormatException.unsupported(
                    "TIFF whose samples differ in bits or format " + Arrays.toString(values) + "; save them alike");
        }
        return values[0];
    }

    private static SampleType type(int bits, long format) throws IOException {
        String name =
                switch ((int) format) {
                    case 1 -> "uint";
                    case 2 -> "int";
                    case 3 -> "float";
                    case 5, 6 -> "complex";
                    default -> "unknown";
                };
        if (name.equals("uint") && (bits == 1 || bits == 2 || bits == 4)) {
            return SampleType.UINT8;
        }
        return Arrays.stream(SampleType.values())
                .filter(type -> type.toString().equals(name + bits))
                .findFirst()
                .orElseThrow(() -> FormatException.unsupported(
                        "TIFF samples of type " + name + bits + "; convert them to float32 or an integer type"));
    }

    private static ColourModel colourModel(TiffDirectory directory, long photometric, int samples) throws IOException {
        long[] extra = directory.all(TiffDirectory.EXTRA_SAMPLES);
        long kind = extra.length == 0 ? 0 : extra[0];
        if (kind == 1) {
            throw FormatException.unsupported(
                    "TIFF with premultiplied (associated) alpha; save it with straight alpha");
        }
        if (photometric == PALETTE && samples == 1) {
            return ColourModel.RGB;
        }
        if (photometric == RGB && samples >= 3) {
            return samples == 3 ? ColourModel.RGB : samples == 4 && kind == 2 ? ColourModel.RGBA : ColourModel.MANY;
        }
        if ((photometric == WHITE_IS_ZERO && samples == 1) || photometric == BLACK_IS_ZERO) {
            return samples == 1
                    ? ColourModel.GRAY
                    : samples == 2 && kind == 2 ? ColourModel.GRAY_ALPHA : ColourModel.MANY;
        }
        throw FormatException.unsupported("TIFF with " + samples + " samples of colour interpretation "
                + REFUSED_COLOURS.getOrDefault(photometric, Long.toString(photometric))
                + "; convert it to gray or RGB");
    }

    private static double[] palette(TiffDirectory directory, int bits, SampleType type) throws IOException {
        long[] map = directory.all(TiffDirectory.COLOUR_MAP);
        if (type != SampleType.UINT8 || map.length != 3 << bits) {
            throw FormatException.damaged("the TIFF has a palette of " + map.length + " values for " + bits + " bits");
        }
        return Arrays.stream(map).mapToDouble(value -> value >> 8).toArray();
    }

    /** Number of decoded channels. */
    int channels() {
        return palette.length > 0 ? 3 : samples;
    }

    /** The stored sample of a pixel from which a channel is made. */
    int sampleOf(int channel) {
        return palette.length > 0 ? 0 : channel;
    }

    /** Turns stored samples of a row into those of a channel, in place. */
    void interpret(int channel, double[] row, int count) {
        if (palette.length > 0) {
            int start = channel << bits;
            for (int x = 0; x < count; x++) {
                row[x] = palette[start + (int) row[x]];
            }
        } else if (inverted || bits < 8) {
            double most = Math.scalb(1.0, bits) - 1;
            double scale = bits < 8 ? 255 / most : 1;
            for (int x = 0; x < count; x++) {
                row[x] = (inverted ? most - row[x] : row[x]) * scale;
            }
        }
    }

    boolean isLike(TiffPage other) {
        return width == other.width
                && height == other.height
                && type == other.type
                && colourModel == other.colourModel
                && channels() == other.channels();
    }
}
