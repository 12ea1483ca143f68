package org.acutance.deblur.psf;

import java.util.List;

/**
 * How finely an image is sampled.
 *
 * @param voxel extents of a pixel or voxel in nm, slowest axis first
 * @param nyquist the largest extents in nm that lose no detail; empty where it is not known
 */
public record Sampling(List<Double> voxel, List<Double> nyquist) {
    /** A sampling; the lists are copied. */
    public Sampling {
        voxel = List.copyOf(voxel);
        nyquist = List.copyOf(nyquist);
    }
}
