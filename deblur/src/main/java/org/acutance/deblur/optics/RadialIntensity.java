package org.acutance.deblur.optics;

import org.acutance.math.array.Blocks;

/**
 * An intensity that depends on the distance from the optical axis, in planes: a table over equal steps of the radius,
 * interpolated by cubic polynomials through four neighbours.
 */
public final class RadialIntensity {
    /** Values beyond the largest radius that interpolation needs. */
    static final int MARGIN = 3;

    private final double step;
    private final double[][] planes;

    private RadialIntensity(double step, double[][] planes) {
        this.step = step;
        this.planes = planes;
    }

    /** One row of values per plane, the first one on the axis; not a copy. */
    double[][] planes() {
        return planes;
    }

    private interface Plane {
        double[] of(int plane);
    }

    private static RadialIntensity make(double step, int count, Plane plane) {
        double[][] planes = new double[count][];
        Blocks.forEach(count, 1, true, (from, to) -> planes[from] = plane.of(from));
        return new RadialIntensity(step, planes);
    }

    /** The focus of a pupil: squared magnitudes of the components, summed. */
    static RadialIntensity focus(Pupil pupil, RadialGrid grid) {
        double[][][] tables = new double[pupil.orders()][][];
        Blocks.forEach(
                tables.length, 1, true, (from, to) -> tables[from] = pupil.radial(from, grid.step(), grid.count()));
        return make(grid.step(), grid.stage().size(), plane -> {
            double[][] phases = pupil.phases(grid.stage().get(plane));
            double[] values = new double[grid.count()];
            for (double[][] table : tables) {
                for (int i = 0; i < values.length; i++) {
                    double real = Pupil.dot(table[i], phases[0]);
                    double imaginary = Pupil.dot(table[i], phases[1]);
                    values[i] += real * real + imaginary * imaginary;
                }
            }
            return values;
        });
    }

    /** The product at every place. */
    RadialIntensity times(RadialIntensity other) {
        return make(step, planes.length, plane -> {
            double[] values = new double[Math.min(planes[plane].length, other.planes[plane].length)];
            for (int i = 0; i < values.length; i++) {
                values[i] = planes[plane][i] * other.planes[plane][i];
            }
            return values;
        });
    }

    /** Every plane times its factor. */
    RadialIntensity weighted(double[] factors) {
        return make(step, planes.length, plane -> {
            double[] values = planes[plane].clone();
            for (int i = 0; i < values.length; i++) {
                values[i] *= factors[plane];
            }
            return values;
        });
    }

    /**
     * What a round hole lets through whose middle is at each place: the mean over a disc. The table becomes shorter by
     * the radius of the hole.
     *
     * @param radius of the hole in nm
     */
    RadialIntensity through(double radius) {
        int count = planes[0].length - (int) Math.ceil(radius / step) - MARGIN;
        DiscMean mean = new DiscMean(radius / step);
        return make(step, planes.length, plane -> {
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = mean.of(planes[plane], i);
            }
            return values;
        });
    }

    /** The value at a radius counted in steps. */
    static double interpolate(double[] values, double at) {
        int middle = Math.min((int) at, values.length - MARGIN);
        double t = at - middle;
        // The profile is even, so the value before the first is the second.
        double before = values[Math.abs(middle - 1)];
        double a = values[middle];
        double b = values[middle + 1];
        double after = values[middle + 2];
        return a
                + t
                        * ((b - a)
                                + (t - 1)
                                        * ((before - 2 * a + b) / 2
                                                + (t + 1) * ((after - b) - 2 * (b - a) + (a - before)) / 6));
    }
}
