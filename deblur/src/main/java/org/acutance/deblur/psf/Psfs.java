package org.acutance.deblur.psf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The catalogue of point spread functions. */
public final class Psfs {
    static final int LARGEST_EXTENT = 4095;
    private static final int LARGEST_RADIUS = LARGEST_EXTENT / 2;

    private static final Parameter<double[]> SIGMA =
            Parameter.perAxis("sigma", "standard deviation in pixels, one or one per axis, slowest first", "");
    private static final Parameter<int[]> EXTENT = Parameter.wholePerAxis(
            "size", "extent in pixels, one or one per axis, slowest first", 1, LARGEST_EXTENT, "");
    private static final Parameter<Optional<int[]>> SIZE = Parameter.wholePerAxis(
                    "size", "extent in pixels; if left out, what holds 4 sigma on each side", 1, LARGEST_EXTENT, "")
            .orAbsent();
    private static final Parameter<Double> RADIUS =
            Parameter.number("radius", "radius in pixels", Double.MIN_VALUE, LARGEST_RADIUS, "");
    private static final Parameter<Double> LENGTH =
            Parameter.number("length", "length of the movement in pixels", 1, LARGEST_EXTENT - 1, "");
    private static final Parameter<Double> ANGLE =
            Parameter.number("angle", "direction in degrees, counter-clockwise from the rows", -360, 360, "0");
    private static final Parameter<String> PATH = Parameter.rest("path", "a file that holds the kernel");

    private Psfs() {}

    /** Every point spread function that needs no file, by name: {@code gaussian:sigma=1x3,size=13}. */
    public static Catalogue<PointSpread> catalogue() {
        return new Catalogue<>("point spread function", drawn());
    }

    /**
     * As {@link #catalogue()}, and those read from files: {@code file:psf.npy}.
     *
     * @param loader reads the kernel at a path; what it throws reaches the caller of {@link Catalogue#create(String)}
     */
    public static Catalogue<PointSpread> catalogue(Function<String, NdArray> loader) {
        List<Entry<PointSpread>> entries = new ArrayList<>(drawn());
        entries.add(entry(
                "file",
                "a kernel from a file, as it is",
                List.of(PATH),
                arguments -> constant(Psf.of(loader.apply(arguments.get(PATH))))));
        entries.add(entry(
                "centred-file",
                "a kernel from a file, moved by whole pixels so that its centroid is in the middle",
                List.of(PATH),
                arguments -> constant(Psf.of(loader.apply(arguments.get(PATH))).centred())));
        return new Catalogue<>("point spread function", entries);
    }

    private static List<Entry<PointSpread>> drawn() {
        return List.of(
                entry(
                        "gaussian",
                        "a point filtered with scipy.ndimage.gaussian_filter",
                        List.of(SIGMA, SIZE),
                        arguments -> rank -> GaussianKernel.filtered(rank, arguments.get(SIGMA), arguments.get(SIZE))),
                entry(
                        "gaussian-sampled",
                        "the Gaussian function at the pixels",
                        List.of(SIGMA, SIZE),
                        arguments -> rank -> GaussianKernel.sampled(rank, arguments.get(SIGMA), arguments.get(SIZE))),
                entry(
                        "box",
                        "equal weights in a rectangle",
                        List.of(EXTENT),
                        arguments -> rank -> AreaKernel.box(rank, arguments.get(EXTENT))),
                entry(
                        "disk",
                        "a disc, as a lens out of focus gives",
                        List.of(RADIUS),
                        arguments -> rank -> AreaKernel.disk(rank, arguments.get(RADIUS))),
                entry(
                        "motion",
                        "a straight movement at constant speed",
                        List.of(LENGTH, ANGLE),
                        arguments -> rank -> AreaKernel.motion(rank, arguments.get(LENGTH), arguments.get(ANGLE))),
                Entry.plain("delta", "no blur at all", Psfs::delta));
    }

    private static Entry<PointSpread> entry(
            String name, String help, List<Parameter<?>> parameters, Function<Arguments, PointSpread> factory) {
        return new Entry<>(name, help, parameters, factory);
    }

    private static Psf delta(int rank) {
        return AreaKernel.box(rank, new int[] {1});
    }

    private static PointSpread constant(Psf psf) {
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
