package org.acutance.deblur.psf;

import org.acutance.deblur.optics.GaussLegendre;
import org.acutance.deblur.psf.PsfException.Fault;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** A ball in a volume, as a bead of that size is: each value the part of its voxel within. */
final class BallKernel {
    private static final int SLABS = 32;
    private static final int NODES = 4;

    private BallKernel() {}

    /**
     * The ball of a radius in voxels of equal sides. Areas within the slices are exact, their integral over the height of a
     * voxel is by quadrature.
     */
    static Psf of(int rank, double radius) {
        if (rank != 3) {
            throw new PsfException(
                    Fault.RANK,
                    "ball: made for volumes of rank 3 but the image has rank " + rank + "; use disk in a picture");
        }
        int reach = AreaKernel.reach(radius);
        int extent = 2 * reach + 1;
        Shape shape = PerAxis.shape("ball", new int[] {extent, extent, extent});
        double[] values = new double[shape.size()];
        for (int slice = 0; slice <= reach; slice++) {
            double[] plane = slice(radius, slice, reach);
            System.arraycopy(plane, 0, values, (reach - slice) * plane.length, plane.length);
            System.arraycopy(plane, 0, values, (reach + slice) * plane.length, plane.length);
        }
        return Psf.normalised(NdArray.of(values, shape), Provenance.DRAWN);
    }

    private static double[] slice(double radius, int slice, int reach) {
        int extent = 2 * reach + 1;
        double[] plane = new double[extent * extent];
        double low = Math.max(-radius, slice - 0.5);
        double high = Math.min(radius, slice + 0.5);
        for (int slab = 0; slab < SLABS; slab++) {
            double height = (high - low) / SLABS;
            GaussLegendre rule = new GaussLegendre(NODES, low + slab * height, low + (slab + 1) * height);
            for (int p = 0; p < NODES; p++) {
                double disc = Math.sqrt(radius * radius - rule.node(p) * rule.node(p));
                double weight = rule.weight(p);
                for (int i = 0; i < plane.length; i++) {
                    plane[i] += weight * Disc.overlap(disc, i / extent - reach, i % extent - reach);
                }
            }
        }
        return plane;
    }
}
