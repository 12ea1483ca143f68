package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * A point spread function: a kernel of odd extents whose values add up to 1 and whose middle is the place of the point.
 * Convolving with it moves nothing that the kernel itself does not move. Every convention for the {@code same} part of
 * a convolution agrees on kernels of odd extents.
 */
public final class Psf {
    private final NdArray kernel;
    private final PsfReport report;
    private final Provenance provenance;

    private Psf(NdArray kernel, PsfReport report, Provenance provenance) {
        this.kernel = kernel;
        this.report = report;
        this.provenance = provenance;
    }

    /**
     * The point spread function of the given values: checked, divided by their sum, and where an extent n is even,
     * extended by zeros at the end so that index n / 2, the origin of MATLAB's {@code psf2otf} and NumPy's
     * {@code fftshift}, is the middle.
     *
     * @param values any rank of at least one, slowest axis first; any precision, which is kept
     * @throws PsfException if there are no values, one is not finite, or their sum is not positive
     */
    public static Psf of(NdArray values) {
        return of(values, Provenance.DRAWN);
    }

    /**
     * As {@link #of(NdArray)}, with what is known of the values; the report then tells more.
     *
     * @throws PsfException as there
     */
    public static Psf of(NdArray values, Provenance provenance) {
        double sum = PsfChecks.usableSum(values);
        NdArray kernel = oddExtents(sum == 1 ? values : values.times(1 / sum));
        return new Psf(kernel, PsfReport.of(values, sum, kernel, provenance), provenance);
    }

    /** As {@link #of(NdArray, Provenance)} for values whose sum is of no meaning, so that nothing is said of it. */
    static Psf normalised(NdArray values, Provenance provenance) {
        return of(values.times(1 / PsfChecks.usableSum(values)), provenance);
    }

    private static NdArray oddExtents(NdArray values) {
        int[] extents = values.shape().extents();
        int[] added = Arrays.stream(extents).map(extent -> 1 - extent % 2).toArray();
        return Arrays.stream(added).sum() == 0 ? values : values.pad(new int[extents.length], added, Boundary.ZERO);
    }

    /** The values, adding up to 1, all extents odd. */
    public NdArray kernel() {
        return kernel;
    }

    /** Number of axes. */
    public int rank() {
        return kernel.rank();
    }

    /** Index of the place of the point along each axis: the middle. */
    public int[] origin() {
        return Arrays.stream(kernel.shape().extents()).map(extent -> extent / 2).toArray();
    }

    /** Where the values come from. */
    public Provenance provenance() {
        return provenance;
    }

    /** What there is to know about the values that this was made of. */
    public PsfReport report() {
        return report;
    }

    /**
     * This kernel moved by whole pixels, zeros being added, so that its centroid is within half a pixel of the middle.
     * A restored image then does not move against the observed one by more than that.
     */
    public Psf centred() {
        long[] shifts = report.offset().stream().mapToLong(Math::round).toArray();
        int[] before =
                Arrays.stream(shifts).mapToInt(s -> (int) Math.max(0, -2 * s)).toArray();
        int[] after =
                Arrays.stream(shifts).mapToInt(s -> (int) Math.max(0, 2 * s)).toArray();
        return of(kernel.pad(before, after, Boundary.ZERO), provenance);
    }

    /**
     * This kernel for pixels whose sides are several times as long.
     *
     * @param factor how many times, at least 1
     */
    public Psf coarser(int factor) {
        double[] ratio = new double[rank()];
        Arrays.fill(ratio, factor);
        return Resampling.of(this, ratio);
    }

    /**
     * Checks this against the shape of an image.
     *
     * @return what the user should know; a kernel larger than the image is allowed, as the convolution is linear
     * @throws PsfException if the ranks differ
     */
    public List<Finding> fit(Shape image) {
        Shape shape = kernel.shape();
        if (rank() != image.rank()) {
            throw otherRank("image " + image, image.rank());
        }
        return IntStream.range(0, shape.rank())
                .filter(axis -> shape.extent(axis) > image.extent(axis))
                .mapToObj(axis -> Finding.note(
                        "kernel " + shape + " is larger than the image " + image + " along axis " + axis,
                        "the convolution stays linear, nothing wraps around, but the border rules the result"))
                .toList();
    }

    Psf requireRank(int rank) {
        if (rank() != rank) {
            throw otherRank("image", rank);
        }
        return this;
    }

    private PsfException otherRank(String image, int rank) {
        return new PsfException(
                PsfException.Fault.RANK,
                "blur: kernel " + kernel.shape() + " has rank " + rank() + " but the " + image + " has rank " + rank
                        + "; use a kernel with one axis per axis of the image");
    }

    @Override
    public String toString() {
        return "psf " + kernel;
    }
}
