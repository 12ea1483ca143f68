package org.acutance.io;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** Between the rasters of the JDK and channels. */
final class Rasters {
    private Rasters() {}

    /** One channel per band, each sample through a function. */
    static List<NdArray> channels(Raster raster, DoubleUnaryOperator value) {
        return IntStream.range(0, raster.getNumBands())
                .mapToObj(band -> channel(raster, band, value))
                .toList();
    }

    /** One channel, from a band. */
    static NdArray channel(Raster raster, int band, DoubleUnaryOperator value) {
        int width = raster.getWidth();
        NdArray.Builder result = NdArray.builder(Shape.of(raster.getHeight(), width), Precision.FLOAT32);
        double[] row = new double[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, band, row);
            for (int x = 0; x < width; x++) {
                row[x] = value.applyAsDouble(row[x]);
            }
            result.write(y * width, row, 0, width);
        }
        return result.build();
    }

    /** Red, green and blue of a palette's indices, and alpha if asked for. */
    static List<NdArray> expanded(Raster indices, IndexColorModel palette, boolean alpha) {
        List<DoubleUnaryOperator> tables = List.of(
                index -> palette.getRed((int) index),
                index -> palette.getGreen((int) index),
                index -> palette.getBlue((int) index),
                index -> palette.getAlpha((int) index));
        return tables.subList(0, alpha ? 4 : 3).stream()
                .map(table -> channel(indices, 0, table))
                .toList();
    }

    /** A picture of 8- or 16-bit unsigned samples as a JDK image with interleaved bands. */
    static BufferedImage image(Image image) {
        boolean wide = image.sampleType() == SampleType.UINT16;
        boolean alpha = image.colourModel().hasAlpha();
        ColorSpace space =
                ColorSpace.getInstance(image.colours().size() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ComponentColorModel model = new ComponentColorModel(
                space,
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                wide ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE);
        int height = image.shape().extent(0);
        int width = image.shape().extent(1);
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        double[] row = new double[width];
        for (int band = 0; band < image.channels().size(); band++) {
            for (int y = 0; y < height; y++) {
                image.channels().get(band).read(y * width, row, 0, width);
                raster.setSamples(0, y, width, 1, band, row);
            }
        }
        return new BufferedImage(model, raster, false, null);
    }
}
