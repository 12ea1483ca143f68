package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.acutance.deblur.psf.PsfException.Fault;
import org.acutance.math.array.Shape;

/** One value for all axes or one per axis, made one per axis. */
final class PerAxis {
    private static final int LARGEST_SIZE = 1 << 25;

    private PerAxis() {}

    static double[] expand(String owner, String name, double[] given, int rank) {
        require(owner, name, given.length, rank);
        return IntStream.range(0, rank)
                .mapToDouble(axis -> given[given.length == 1 ? 0 : axis])
                .toArray();
    }

    static int[] expand(String owner, String name, int[] given, int rank) {
        require(owner, name, given.length, rank);
        return IntStream.range(0, rank)
                .map(axis -> given[given.length == 1 ? 0 : axis])
                .toArray();
    }

    /** As {@link #expand(String, String, int[], int)}, even extents made odd, as the middle must be a pixel. */
    static int[] odd(String owner, int[] size, int rank) {
        return Arrays.stream(expand(owner, "size", size, rank))
                .map(extent -> extent + 1 - extent % 2)
                .toArray();
    }

    private static void require(String owner, String name, int given, int rank) {
        if (given != 1 && given != rank) {
            throw new PsfException(
                    Fault.RANK,
                    owner + ": " + name + " has " + given + " values but the image has rank " + rank
                            + "; give one, or one per axis");
        }
    }

    /** The shape of a kernel, which must not be so large that it is a mistake. */
    static Shape shape(String owner, int[] extents) {
        double size = Arrays.stream(extents).asDoubleStream().reduce(1, (a, b) -> a * b);
        if (size > LARGEST_SIZE) {
            throw new PsfException(
                    Fault.TOO_LARGE,
                    owner + ": a kernel of " + Arrays.toString(extents) + " has more than " + LARGEST_SIZE
                            + " values; give a smaller size, or make the image smaller first");
        }
        return Shape.of(extents);
    }

    /** Refuses images that are no pictures. */
    static void requirePlane(String owner, int rank) {
        if (rank != 2) {
            throw new PsfException(
                    Fault.RANK,
                    owner + ": made for pictures of rank 2 but the image has rank " + rank
                            + "; use a kernel from a file");
        }
    }
}
