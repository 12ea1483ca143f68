package org.acutance.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * NumPy's array file as an image. Rank 1 is a row, rank 2 a picture, rank 3 a volume (z, y, x). Rank 3 or 4 with a last
 * extent of 3 or 4 is RGB or RGBA with channels last, as scikit-image has it; so a gray volume of that extent cannot be
 * written here, for it would come back as colours.
 */
final class NpyFormat implements ImageFormat {
    @Override
    public String name() {
        return "npy";
    }

    @Override
    public String help() {
        return "NumPy array, exact in every type: a row, a picture, a volume, or colours in a last axis of 3 or 4";
    }

    @Override
    public List<String> extensions() {
        return List.of("npy");
    }

    @Override
    public boolean lossless() {
        return true;
    }

    @Override
    public List<SampleType> sampleTypes() {
        return List.of(
                SampleType.FLOAT64,
                SampleType.FLOAT32,
                SampleType.INT64,
                SampleType.UINT64,
                SampleType.INT32,
                SampleType.UINT32,
                SampleType.INT16,
                SampleType.UINT16,
                SampleType.INT8,
                SampleType.UINT8);
    }

    @Override
    public boolean recognises(byte[] start) {
        return NpyHeader.isMagic(start);
    }

    @Override
    public Image read(SeekableByteChannel in) throws IOException {
        NpyHeader header = NpyHeader.read(in);
        Shape shape = header.shape();
        boolean coloured = coloured(shape);
        if (shape.rank() < 1 || shape.rank() > (coloured ? 4 : 3) || shape.size() == 0) {
            throw FormatException.unsupported("npy shape " + shape
                    + " as an image; expected (columns), (rows, columns) or (z, rows, columns), colours last");
        }
        NdArray array = Npy.readArray(header, in, coloured ? 2 : 1);
        return coloured
                ? new Image(split(array), shape.extent(-1) == 3 ? ColourModel.RGB : ColourModel.RGBA, header.type())
                : new Image(List.of(array), ColourModel.GRAY, header.type());
    }

    private static boolean coloured(Shape shape) {
        return shape.rank() >= 3 && (shape.extent(-1) == 3 || shape.extent(-1) == 4);
    }

    private static List<NdArray> split(NdArray array) {
        int count = array.shape().extent(-1);
        Shape spatial = Shape.of(Arrays.copyOf(array.shape().extents(), array.rank() - 1));
        NdArray.Builder[] channels = new NdArray.Builder[count];
        Arrays.setAll(channels, channel -> NdArray.builder(spatial, array.precision()));
        int length = spatial.rowLength();
        double[] row = new double[length];
        double[] pixels = new double[length * count];
        for (int at = 0; at < spatial.size(); at += length) {
            array.read(at * count, pixels, 0, pixels.length);
            for (int channel = 0; channel < count; channel++) {
                for (int x = 0; x < length; x++) {
                    row[x] = pixels[x * count + channel];
                }
                channels[channel].write(at, row, 0, length);
            }
        }
        return Arrays.stream(channels).map(NdArray.Builder::build).toList();
    }

    @Override
    public Optional<String> refusal(Image image) {
        Shape shape = image.shape();
        if (shape.rank() > 3 || shape.rank() < 1 || shape.size() == 0) {
            return Optional.of("npy holds images of rank 1 to 3, not " + shape);
        }
        return switch (image.colourModel()) {
            case GRAY ->
                coloured(shape)
                        ? Optional.of("npy would give the volume " + shape + " back as colours; write .tif")
                        : Optional.empty();
            case RGB, RGBA ->
                shape.rank() == 1
                        ? Optional.of("npy would give a row of colours back as gray; write it as one of two rows")
                        : Optional.empty();
            case GRAY_ALPHA, MANY ->
                Optional.of("npy holds gray, RGB and RGBA images, not " + image.colourModel() + "; write .tif");
        };
    }

    @Override
    public void write(Image image, OutputStream out) throws IOException {
        NdArray array = image.channels().size() == 1 ? image.channels().get(0) : joined(image);
        out.write(NpyHeader.encode(image.sampleType(), array.shape()));
        Npy.writeValues(array, image.sampleType(), out);
    }

    private static NdArray joined(Image image) {
        int count = image.channels().size();
        int[] extents = Arrays.copyOf(image.shape().extents(), image.shape().rank() + 1);
        extents[extents.length - 1] = count;
        int length = image.shape().rowLength();
        double[] row = new double[length];
        double[] pixels = new double[length * count];
        NdArray.Builder result =
                NdArray.builder(Shape.of(extents), image.sampleType().precision());
        for (int at = 0; at < image.shape().size(); at += length) {
            for (int channel = 0; channel < count; channel++) {
                image.channels().get(channel).read(at, row, 0, length);
                interleave(row, pixels, channel, count);
            }
            result.write(at * count, pixels, 0, pixels.length);
        }
        return result.build();
    }

    private static void interleave(double[] row, double[] pixels, int channel, int channels) {
        for (int x = 0; x < row.length; x++) {
            pixels[x * channels + channel] = row[x];
        }
    }
}
