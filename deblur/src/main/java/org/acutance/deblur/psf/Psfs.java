package org.acutance.deblur.psf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;

/** The catalogue of point spread functions. */
public final class Psfs {
    static final int LARGEST_EXTENT = 4095;

    private Psfs() {}

    /** Every point spread function that needs no file, by name: {@code gaussian:sigma=1x3,size=13}. */
    public static Catalogue<PointSpread> catalogue() {
        return catalogue(List.of());
    }

    /**
     * As {@link #catalogue()}, and those read or measured from files: {@code file:psf.npy}.
     *
     * @param loader reads the array at a path; what it throws reaches the caller of {@link Catalogue#create(String)}
     */
    public static Catalogue<PointSpread> catalogue(Function<String, NdArray> loader) {
        return catalogue(FilePsfs.entries(loader));
    }

    private static Catalogue<PointSpread> catalogue(List<Entry<PointSpread>> files) {
        List<Entry<PointSpread>> entries = new ArrayList<>(DrawnPsfs.entries());
        entries.addAll(MicroscopePsfs.entries());
        entries.addAll(CompositePsfs.entries(written -> of(entries).create(written)));
        entries.addAll(files);
        return of(entries);
    }

    private static Catalogue<PointSpread> of(List<Entry<PointSpread>> entries) {
        return new Catalogue<>("point spread function", entries);
    }

    static PointSpread constant(Psf psf) {
        return rank -> psf.requireRank(rank);
    }

    /** The Gaussian of {@code gaussian:sigma=...}, for programs. */
    public static PointSpread gaussian(double... sigma) {
        double[] kept = sigma.clone();
        return rank -> GaussianKernel.filtered(rank, kept, Optional.empty());
    }

    /** A kernel that a program has at hand; only for images of its rank. */
    public static PointSpread of(NdArray values) {
        return constant(Psf.of(values));
    }
}
