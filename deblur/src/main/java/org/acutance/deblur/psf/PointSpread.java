package org.acutance.deblur.psf;

/** A description that becomes a kernel as soon as the number of axes is known. */
@FunctionalInterface
public interface PointSpread {
    /**
     * The kernel for images of a rank.
     *
     * @throws PsfException if there is none for that rank, or the kernel cannot be one
     */
    Psf forRank(int rank);
}
