package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.acutance.deblur.psf.PsfException.Fault;
import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The point spread functions that are read or measured from files. */
final class FilePsfs {
    private static final Parameter<String> KERNEL = Parameter.rest("path", "a file that holds the kernel");
    private static final Parameter<String> POINTS =
            Parameter.rest("path", "a file that holds an array of N points x axes, in pixels, slowest axis first");
    private static final Parameter<String> IMAGE = Parameter.text(
            "path", "an image of one colour; in parentheses if the name has a comma or a parenthesis", "a file's name");
    private static final Parameter<int[]> SIZE =
            Parameter.wholePerAxis("size", "extent of the kernel in pixels, one or one per axis", 3, 511, "");
    private static final Parameter<Double> THRESHOLD = Parameter.number(
            "threshold", "least height above the background in standard deviations of the noise", 1, 1e6, "10");
    private static final Parameter<Optional<Double>> SATURATION = Parameter.number(
                    "saturation",
                    "values from there on are cut off, white being 1; if left out, flat tops are",
                    -Double.MAX_VALUE,
                    Double.MAX_VALUE,
                    "")
            .orAbsent();

    private FilePsfs() {}

    /** @param loader reads the array at a path */
    static List<Entry<PointSpread>> entries(Function<String, NdArray> loader) {
        return List.of(
                new Entry<>(
                        "file",
                        "a kernel from a file, as it is",
                        List.of(KERNEL),
                        arguments -> Psfs.constant(read(loader, arguments))),
                new Entry<>(
                        "centred-file",
                        "a kernel from a file, moved by whole pixels so that its centroid is in the middle",
                        List.of(KERNEL),
                        arguments -> Psfs.constant(read(loader, arguments).centred())),
                new Entry<>(
                        "motion-path-file",
                        "as motion-path, the points from a file",
                        List.of(POINTS),
                        arguments -> path(loader.apply(arguments.get(POINTS)))),
                measured("stars", "measured on the stars in an image of one colour", loader),
                measured(
                        "beads",
                        "measured on the beads in a picture or a volume; a bead's own size is not taken off",
                        loader));
    }

    private static Psf read(Function<String, NdArray> loader, Arguments arguments) {
        return Psf.of(loader.apply(arguments.get(KERNEL)), Provenance.MEASURED);
    }

    private static PointSpread path(NdArray points) {
        if (points.rank() != 2 || points.size() == 0 || !points.isFinite()) {
            throw new PsfException(
                    Fault.OPTION,
                    "motion-path-file: an array " + points.shape()
                            + " came, expected finite numbers of shape points x axes; transpose or reshape it");
        }
        int axes = points.shape().extent(1);
        double[] all = points.toDoubles();
        List<double[]> list = IntStream.range(0, points.shape().extent(0))
                .mapToObj(i -> Arrays.copyOfRange(all, i * axes, (i + 1) * axes))
                .toList();
        return rank -> MotionPath.of("motion-path-file", rank, list);
    }

    private static Entry<PointSpread> measured(String name, String help, Function<String, NdArray> loader) {
        return new Entry<>(name, help, List.of(IMAGE, SIZE, THRESHOLD, SATURATION), arguments -> {
            NdArray image = loader.apply(arguments.get(IMAGE));
            return rank -> MeasuredPsf.of(
                            name, image, arguments.get(SIZE), arguments.get(THRESHOLD), arguments.get(SATURATION))
                    .psf()
                    .requireRank(rank);
        });
    }
}
