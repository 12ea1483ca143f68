package org.acutance.io;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.NdArray;

/** Portable Network Graphics. Palettes become colours, gray of 1, 2 and 4 bits is scaled to 8, tRNS becomes alpha. */
final class PngFormat implements ImageFormat {
    @Override
    public String name() {
        return "png";
    }

    @Override
    public String help() {
        return "8 and 16 bits, gray or colour, with or without alpha";
    }

    @Override
    public List<String> extensions() {
        return List.of("png");
    }

    @Override
    public boolean lossless() {
        return true;
    }

    @Override
    public List<SampleType> sampleTypes() {
        return List.of(SampleType.UINT16, SampleType.UINT8);
    }

    @Override
    public boolean recognises(byte[] start) {
        return start.length >= 8 && ByteBuffer.wrap(start).getLong() == PngStructure.SIGNATURE;
    }

    @Override
    public Image read(SeekableByteChannel in) throws IOException {
        PngStructure structure = PngStructure.of(Contents.read(in));
        BufferedImage decoded = JdkCodec.decode("png", structure.pixels());
        List<NdArray> channels = channels(structure, decoded);
        return new Image(
                channels, model(channels.size()), structure.bits() == 16 ? SampleType.UINT16 : SampleType.UINT8);
    }

    private static List<NdArray> channels(PngStructure structure, BufferedImage decoded) throws IOException {
        Raster raster = decoded.getRaster();
        if (structure.colourType() == 3) {
            return Rasters.expanded(raster, palette(decoded, raster), structure.paletteAlpha());
        }
        double scale = structure.bits() < 8 ? 255 / ((1 << structure.bits()) - 1) : 1;
        List<NdArray> channels = Rasters.channels(raster, sample -> sample * scale);
        return structure.key().length == 0
                ? channels
                : Stream.concat(channels.stream(), Stream.of(alpha(channels, structure, scale)))
                        .toList();
    }

    private static NdArray alpha(List<NdArray> channels, PngStructure structure, double scale) {
        NdArray[] colours = channels.toArray(NdArray[]::new);
        double opaque = structure.bits() == 16 ? 65535 : 255;
        return NdArray.elementwise(
                "alpha",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = 0;
                        for (int channel = 0; channel < in.length; channel++) {
                            out[i] = in[channel][i] == structure.key()[channel] * scale ? out[i] : opaque;
                        }
                    }
                },
                colours);
    }

    private static IndexColorModel palette(BufferedImage decoded, Raster raster) throws IOException {
        if (decoded.getColorModel() instanceof IndexColorModel palette) {
            double highest = Rasters.channel(raster, 0, index -> index).max();
            if (highest < palette.getMapSize()) {
                return palette;
            }
        }
        throw FormatException.damaged("a pixel of the PNG has no colour in the palette");
    }

    private static ColourModel model(int channels) {
        return switch (channels) {
            case 1 -> ColourModel.GRAY;
            case 2 -> ColourModel.GRAY_ALPHA;
            case 3 -> ColourModel.RGB;
            default -> ColourModel.RGBA;
        };
    }

    @Override
    public Optional<String> refusal(Image image) {
        if (image.shape().rank() != 2 || image.shape().size() == 0) {
            return Optional.of("png holds pictures (rows, columns), not " + image.shape() + "; write .tif or .npy");
        }
        return image.colourModel() == ColourModel.MANY
                ? Optional.of("png holds gray and RGB, not " + image.channels().size() + " channels; write .tif")
                : Optional.empty();
    }

    @Override
    public void write(Image image, OutputStream out) throws IOException {
        JdkCodec.encode("png", out, writer -> writer.write(Rasters.image(image)));
    }
}
