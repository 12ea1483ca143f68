package org.acutance.deblur.optics;

import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * A lens and how it is used: the image of a point of light as pixels or voxels.
 *
 * @param lens with its media
 * @param imaging how light reaches the sample and is gathered
 * @param origin which plane is the middle
 */
public record Microscope(Lens lens, Imaging imaging, Origin origin) {
    /** The plane that is taken for z = 0. */
    public enum Origin {
        /** Where the axis is brightest, what one focuses on by eye; a restored image then does not move along z. */
        BRIGHTEST,
        /** The focus of the rays near the axis. */
        PARAXIAL
    }

    private static final double RADIANS_PER_STEP = 0.15;
    private static final double LATERAL_REACH = 12;

    /** Most planes and most pixels along a side of a kernel whose extents are chosen. */
    public static final int MOST_PLANES = 127;

    /** As {@link #MOST_PLANES}. */
    public static final int MOST_PIXELS = 255;

    /**
     * The image of a point in the middle, (z, y, x); z grows from the coverslip into the sample. Each value is the mean
     * over the area of its pixel in the middle of its plane, and no less than 0. The sum is not normalised.
     *
     * @param shape three odd extents
     * @param voxel extents of a voxel (z, y, x) in nm
     * @param defocus distance in nm of the middle plane from the {@link #origin}
     * @param oversampling places per axis at which a pixel is evaluated, 1 for the value in its middle alone
     */
    public NdArray kernel(Shape shape, double[] voxel, double defocus, int oversampling) {
        double middle = middle() + defocus;
        double[] stage = IntStream.range(0, shape.extent(0))
                .mapToDouble(plane -> middle + (plane - shape.extent(0) / 2) * voxel[0])
                .toArray();
        double radius = Math.hypot(shape.extent(1) * voxel[1], shape.extent(2) * voxel[2]) / 2;
        double step = RADIANS_PER_STEP / (2 * Math.PI * imaging.lateralBand(lens));
        RadialIntensity intensity = imaging.image(lens, RadialGrid.reaching(radius, step, NdArray.vector(stage)));
        return new PixelMean(shape.extent(1), shape.extent(2), voxel[1] / step, voxel[2] / step, oversampling)
                .of(intensity);
    }

    private double middle() {
        return origin == Origin.PARAXIAL ? 0 : new Focus(lens, imaging.focused()).brightest();
    }

    /**
     * Extents (z, y, x) that hold nearly all light: three or more times the axial resolution on each side, aberrations
     * added, and across the axis the cone at that distance and twelve times the resolution; at most {@link #MOST_PLANES}
     * and {@link #MOST_PIXELS}.
     *
     * @param voxel extents of a voxel (z, y, x) in nm
     * @param planar whether there is one plane only
     * @param defocus of the middle plane in nm
     */
    public Shape extents(double[] voxel, boolean planar, double defocus) {
        double aberration = Math.abs(lens.model().path(lens, lens.edge())) / lens.axialBand() / 2;
        double depth = planar ? Math.abs(defocus) : Math.abs(defocus) + imaging.depth(lens) + aberration;
        double radius = LATERAL_REACH / imaging.lateralBand(lens) + (imaging.keepsCone() ? depth * lens.slope() : 0);
        return Shape.of(
                planar ? 1 : odd(depth / voxel[0], MOST_PLANES),
                odd(radius / voxel[1], MOST_PIXELS),
                odd(radius / voxel[2], MOST_PIXELS));
    }

    private static int odd(double half, int most) {
        return Math.min(most, 2 * (int) Math.ceil(half) + 1);
    }

    /** The largest voxel (z, y, x) in nm that loses no detail (Nyquist). */
    public double[] nyquist() {
        double lateral = 1 / (2 * imaging.lateralBand(lens));
        return new double[] {1 / (2 * imaging.axialBand(lens)), lateral, lateral};
    }
}
