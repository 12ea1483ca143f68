package org.acutance.math.autodiff;

import java.util.Arrays;
import org.acutance.math.array.Shape;

/** Which part of a convolution is kept, as in SciPy; n and m are the extents of image and kernel along an axis. */
public enum ConvolutionMode {
    /** Every place where image and kernel meet: n + m - 1. */
    FULL {
        @Override
        int before(int kernelExtent) {
            return kernelExtent - 1;
        }

        @Override
        int after(int kernelExtent) {
            return kernelExtent - 1;
        }
    },
    /** The size of the image, centred: full from element (m - 1) / 2, rounded down, on. */
    SAME {
        @Override
        int before(int kernelExtent) {
            return kernelExtent - 1 - (kernelExtent - 1) / 2;
        }

        @Override
        int after(int kernelExtent) {
            return (kernelExtent - 1) / 2;
        }
    },
    /** Only places where the kernel lies inside the image: n - m + 1. */
    VALID {
        @Override
        int before(int kernelExtent) {
            return 0;
        }

        @Override
        int after(int kernelExtent) {
            return 0;
        }
    };

    /** Elements that the image is extended by at the start of an axis. */
    abstract int before(int kernelExtent);

    /** Elements that the image is extended by at the end of an axis. */
    abstract int after(int kernelExtent);

    /** Elements to add before each axis so that the valid convolution of the extended image is this one. */
    public int[] before(int... kernelExtents) {
        return Arrays.stream(kernelExtents).map(this::before).toArray();
    }

    /** Elements to add after each axis. */
    public int[] after(int... kernelExtents) {
        return Arrays.stream(kernelExtents).map(this::after).toArray();
    }

    /**
     * Checks that kernel and image have the same number of axes and the kernel has a tap.
     *
     * @throws IllegalArgumentException naming both shapes if they have not, or the kernel is empty
     */
    public void requireRank(Shape kernel, Shape image) {
        if (kernel.rank() != image.rank()) {
            throw new IllegalArgumentException("convolve: kernel " + kernel + " has rank " + kernel.rank()
                    + " but the image " + image + " has rank " + image.rank()
                    + "; give both the same number of axes");
        }
        if (kernel.size() == 0) {
            throw new IllegalArgumentException("convolve: kernel " + kernel + " is empty; give at least one tap");
        }
    }
}
