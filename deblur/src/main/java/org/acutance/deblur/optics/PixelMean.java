package org.acutance.deblur.optics;

import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** Turns an intensity around the axis into pixels, each the mean over its area. */
final class PixelMean {
    private final int halfRows;
    private final int halfColumns;
    private final double[] radii;
    private final double[] weights;

    /**
     * The pixels of a plane with the axis in the middle.
     *
     * @param row height of a pixel and {@code column} its width, in steps of the radius
     * @param nodes number of places per axis at which a pixel is evaluated; 1 takes the value in its middle
     */
    PixelMean(int rows, int columns, double row, double column, int nodes) {
        this.halfRows = rows / 2;
        this.halfColumns = columns / 2;
        GaussLegendre rule = new GaussLegendre(nodes, -0.5, 0.5);
        int points = nodes * nodes;
        this.radii = new double[(halfRows + 1) * (halfColumns + 1) * points];
        this.weights = new double[points];
        for (int p = 0; p < points; p++) {
            weights[p] = rule.weight(p / nodes) * rule.weight(p % nodes);
            for (int i = 0; i < radii.length / points; i++) {
                int down = i / (halfColumns + 1);
                double y = (down + rule.node(p / nodes)) * row;
                double x = (i % (halfColumns + 1) + rule.node(p % nodes)) * column;
                radii[i * points + p] = Math.hypot(y, x);
            }
        }
    }

    /** The planes, first axis slowest: (z, y, x). */
    NdArray of(RadialIntensity intensity) {
        int rows = 2 * halfRows + 1;
        int columns = 2 * halfColumns + 1;
        double[][] planes = intensity.planes();
        double[] values = new double[planes.length * rows * columns];
        Blocks.forEach(planes.length, 1, true, (plane, end) -> {
            double[] quadrant = quadrant(planes[plane]);
            for (int i = 0; i < rows * columns; i++) {
                int row = Math.abs(i / columns - halfRows);
                int column = Math.abs(i % columns - halfColumns);
                values[plane * rows * columns + i] = quadrant[row * (halfColumns + 1) + column];
            }
        });
        return NdArray.of(values, Shape.of(planes.length, rows, columns), Precision.FLOAT64);
    }

    private double[] quadrant(double[] profile) {
        double[] means = new double[radii.length / weights.length];
        for (int i = 0; i < means.length; i++) {
            for (int p = 0; p < weights.length; p++) {
                means[i] += weights[p] * RadialIntensity.interpolate(profile, radii[i * weights.length + p]);
            }
            // The cubic may undershoot where the intensity touches 0.
            means[i] = Math.max(0, means[i]);
        }
        return means;
    }
}
