package org.acutance.deblur.prior;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.Grid;

/**
 * Where the estimates of a problem live. A prior takes the border as the blur does: on a periodic canvas opposite sides
 * are neighbours, so that equations have exact solutions in the Fourier domain; elsewhere nothing is expected of what a
 * difference across the border would be.
 *
 * @param shape shape of an estimate
 * @param channelAxes number of leading axes that are channels and not space: 0 or 1
 * @param periodic whether opposite sides are neighbours
 * @param precision how estimates are stored
 */
public record Domain(Shape shape, int channelAxes, boolean periodic, Precision precision) {
    /** Estimates of one channel in FLOAT64. */
    public static Domain of(Shape shape, boolean periodic) {
        return new Domain(shape, 0, periodic, Precision.FLOAT64);
    }

    /** Number of axes of space. */
    public int axes() {
        return shape.rank() - channelAxes;
    }

    /**
     * The lattice of pixels.
     *
     * @param voxel distance of neighbours, one for all axes of space or one per axis
     * @throws IllegalArgumentException if there are several and not one per axis
     */
    Grid grid(List<Double> voxel) {
        if (voxel.size() != 1 && voxel.size() != axes()) {
            throw new IllegalArgumentException("prior: voxel has " + voxel.size() + " values but the image has "
                    + axes() + " axes; give one, or one per axis");
        }
        List<Double> spacing = IntStream.range(0, axes())
                .mapToObj(axis -> voxel.get(voxel.size() == 1 ? 0 : axis))
                .toList();
        return new Grid(shape, channelAxes, spacing, periodic);
    }
}
