package org.acutance.deblur.psf;

import java.util.stream.IntStream;
import org.acutance.deblur.psf.PsfException.Fault;

/** One value for all axes or one per axis, made one per axis. */
final class PerAxis {
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

    private static void require(String owner, String name, int given, int rank) {
        if (given != 1 && given != rank) {
            throw new PsfException(
                    Fault.RANK,
                    owner + ": " + name + " has " + given + " values but the image has rank " + rank
                            + "; give one, or one per axis");
        }
    }

    static void requirePlane(String owner, int rank) {
        if (rank != 2) {
            throw new PsfException(
                    Fault.RANK,
                    owner + ": made for pictures of rank 2 but the image has rank " + rank
                            + "; use a kernel from a file");
        }
    }
}
