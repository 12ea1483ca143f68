package org.acutance.deblur.denoise;

import java.util.Arrays;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * A picture as the filters work on it: single precision, row-major, at least one block along each axis.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param values the values, which nobody changes
 */
@SuppressWarnings("ArrayRecordComponent")
record Pixels(int rows, int columns, float[] values) {
    /** The picture {@code (image - origin) / scale}, reflected at its far ends where it is smaller than a block. */
    static Pixels of(NdArray image, double origin, double scale) {
        Shape shape = image.shape();
        int[] missing = {
            Math.max(0, BlockTransform.SIDE - shape.extent(0)), Math.max(0, BlockTransform.SIDE - shape.extent(1))
        };
        NdArray whole = Arrays.stream(missing).sum() == 0 ? image : image.pad(new int[2], missing, Boundary.REFLECT);
        double[] values = whole.toDoubles();
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) ((values[i] - origin) / scale);
        }
        return new Pixels(whole.shape().extent(0), whole.shape().extent(1), scaled);
    }

    /** The first rows and columns of {@code origin + scale * this}. */
    NdArray part(Shape shape, Precision precision, double origin, double scale) {
        double[] row = new double[shape.extent(1)];
        NdArray.Builder image = NdArray.builder(shape, precision);
        for (int y = 0; y < shape.extent(0); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = origin + scale * values[y * columns + x];
            }
            image.write(y * row.length, row, 0, row.length);
        }
        return image.build();
    }
}
