package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.acutance.deblur.optics.Imaging;
import org.acutance.deblur.optics.Length;
import org.acutance.deblur.psf.PsfException.Fault;
import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The point spread functions that a formula draws. */
final class DrawnPsfs {
    static final Parameter<Optional<int[]>> SIZE = Parameter.wholePerAxis(
                    "size",
                    "extent in pixels, one or one per axis; if left out, what holds nearly all light",
                    1,
                    Psfs.LARGEST_EXTENT,
                    "")
            .orAbsent();
    private static final int LARGEST_RADIUS = Psfs.LARGEST_EXTENT / 2;
    private static final Parameter<double[]> SIGMA =
            Parameter.perAxis("sigma", "standard deviation in pixels, one or one per axis, slowest first", "");
    private static final Parameter<int[]> EXTENT = Parameter.wholePerAxis(
            "size", "extent in pixels, one or one per axis, slowest first", 1, Psfs.LARGEST_EXTENT, "");
    private static final Parameter<Optional<int[]>> GAUSSIAN_SIZE = Parameter.wholePerAxis(
                    "size",
                    "extent in pixels; if left out, what holds 4 sigma on each side",
                    1,
                    Psfs.LARGEST_EXTENT,
                    "")
            .orAbsent();
    private static final Parameter<Double> TURN = Parameter.number(
            "angle",
            "degrees by which the axes of a picture's kernel are turned, counter-clockwise from the rows",
            -360,
            360,
            "0");
    private static final Parameter<Double> RADIUS =
            Parameter.number("radius", "radius in pixels", Double.MIN_VALUE, LARGEST_RADIUS, "");
    private static final Parameter<Double> LENGTH =
            Parameter.number("length", "length of the movement in pixels", 1, Psfs.LARGEST_EXTENT - 1, "");
    private static final Parameter<Double> ANGLE =
            Parameter.number("angle", "direction in degrees, counter-clockwise from the rows", -360, 360, "0");
    private static final Parameter<Double> ELEVATION = Parameter.number(
            "elevation", "in a volume, degrees by which it rises out of the plane to higher z", -90, 90, "0");
    private static final Parameter<List<double[]>> POINTS = new Parameter<>(
            "points",
            "corners in pixels joined by /, coordinates slowest axis first, as in 0x0/3x4/-1x6.5",
            "points as in 0x0/3x4/-1x6.5",
            DrawnPsfs::points,
            Optional.empty());
    private static final Parameter<Optional<Double>> FWHM = Parameter.number(
                    "fwhm", "full width at half maximum in pixels", 0.01, LARGEST_RADIUS, "")
            .orAbsent();
    private static final Parameter<Optional<Double>> ALPHA = Parameter.number(
                    "alpha", "radius of the core in pixels, instead of fwhm", 0.01, LARGEST_RADIUS, "")
            .orAbsent();
    private static final Parameter<Double> BETA =
            Parameter.number("beta", "how fast the wings fade, above 1", 1.01, 100, "2.5");
    private static final Parameter<Optional<Double>> ZERO_RADIUS = Parameter.number(
                    "radius", "radius of the first dark ring in pixels", 0.1, LARGEST_RADIUS, "")
            .orAbsent();
    private static final Parameter<Optional<Length>> WAVELENGTH = Lengths.positive(
                    "wavelength", "with na and pixel, instead of radius: wavelength, as in 520nm")
            .orAbsent();
    private static final Parameter<Optional<Double>> NA = Parameter.number(
                    "na", "numerical aperture, for lenses 1 / (2 f-number)", 1e-6, 2, "")
            .orAbsent();
    private static final Parameter<Optional<Length>> PIXEL = Lengths.positive(
                    "pixel", "side of a pixel where the numerical aperture holds, as in 65nm")
            .orAbsent();
    private static final Parameter<double[]> ZERO =
            Parameter.perAxis("zero", "distance of the first zero in pixels, one or one per axis", "");
    private static final Parameter<Integer> POWER = Parameter.integer(
            "power", "2 for the light behind a square hole, 1 for the ideal low-pass filter", 1, 2, "2");
    private static final Parameter<Length> HOLE = Lengths.positive("diameter", "of the hole, as in 0.3mm");
    private static final Parameter<Length> DISTANCE =
            Lengths.positive("distance", "from the hole to the sensor, as in 50mm");
    private static final Parameter<Length> LIGHT = Lengths.positive("wavelength", "of the light, as in 550nm");
    private static final Parameter<Length> SENSOR =
            Lengths.positive("pixel", "side of a pixel on the sensor, as in 5um");

    private DrawnPsfs() {}

    static List<Entry<PointSpread>> entries() {
        return List.of(
                new Entry<>(
                        "gaussian",
                        "a point filtered with scipy.ndimage.gaussian_filter; with an angle the function at the pixels",
                        List.of(SIGMA, GAUSSIAN_SIZE, TURN),
                        arguments -> gaussian("gaussian", arguments, GaussianKernel::filtered)),
                new Entry<>(
                        "gaussian-sampled",
                        "the Gaussian function at the pixels",
                        List.of(SIGMA, GAUSSIAN_SIZE, TURN),
                        arguments -> gaussian("gaussian-sampled", arguments, GaussianKernel::sampled)),
                new Entry<>(
                        "box",
                        "equal weights in a rectangle",
                        List.of(EXTENT),
                        arguments -> rank -> AreaKernel.box(rank, arguments.get(EXTENT))),
                new Entry<>(
                        "disk",
                        "a disc, as a lens out of focus gives",
                        List.of(RADIUS),
                        arguments -> rank -> AreaKernel.disk(rank, arguments.get(RADIUS))),
                new Entry<>(
                        "ball",
                        "a ball in a volume, as a bead of that size is; out of focus a volume needs a microscope's cone",
                        List.of(RADIUS),
                        arguments -> rank -> BallKernel.of(rank, arguments.get(RADIUS))),
                new Entry<>(
                        "motion",
                        "a straight movement at constant speed, in a picture or a volume",
                        List.of(LENGTH, ANGLE, ELEVATION),
                        DrawnPsfs::motion),
                new Entry<>(
                        "motion-path",
                        "a movement at constant speed from point to point, its centroid in the middle",
                        List.of(POINTS),
                        arguments -> rank -> MotionPath.of("motion-path", rank, arguments.get(POINTS))),
                new Entry<>(
                        "moffat",
                        "a star seen through the atmosphere",
                        List.of(FWHM, ALPHA, BETA, SIZE),
                        DrawnPsfs::moffat),
                new Entry<>(
                        "airy",
                        "the diffraction of a round aperture in focus",
                        List.of(ZERO_RADIUS, WAVELENGTH, NA, PIXEL, SIZE),
                        DrawnPsfs::airy),
                new Entry<>(
                        "sinc",
                        "the diffraction of a square aperture, or the ideal low-pass filter",
                        List.of(ZERO, POWER, SIZE),
                        arguments -> rank ->
                                SincKernel.of(rank, arguments.get(ZERO), arguments.get(POWER), arguments.get(SIZE))),
                new Entry<>(
                        "pinhole",
                        "a pinhole camera: the shadow of the hole convolved with its diffraction",
                        List.of(HOLE, DISTANCE, LIGHT, SENSOR),
                        DrawnPsfs::pinhole),
                Entry.plain("delta", "no blur at all", rank -> AreaKernel.box(rank, new int[] {1})));
    }

    private interface Straight {
        Psf of(int rank, double[] sigma, Optional<int[]> size);
    }

    private static PointSpread gaussian(String owner, Arguments arguments, Straight straight) {
        double angle = arguments.get(TURN);
        return rank -> angle == 0
                ? straight.of(rank, arguments.get(SIGMA), arguments.get(GAUSSIAN_SIZE))
                : GaussianKernel.rotated(owner, rank, arguments.get(SIGMA), angle, arguments.get(GAUSSIAN_SIZE));
    }

    private static PointSpread motion(Arguments arguments) {
        double length = arguments.get(LENGTH);
        double angle = arguments.get(ANGLE);
        double elevation = arguments.get(ELEVATION);
        return rank -> {
            if (rank == 3) {
                return rising(length, Math.toRadians(angle), Math.toRadians(elevation));
            }
            if (elevation != 0) {
                throw new PsfException(
                        Fault.OPTION,
                        "motion: elevation " + elevation + " leaves an image of rank " + rank
                                + "; leave it out, or give a volume");
            }
            return AreaKernel.motion(rank, length, angle);
        };
    }

    private static Psf rising(double length, double angle, double elevation) {
        double plane = length / 2 * Math.cos(elevation);
        double[] end = {length / 2 * Math.sin(elevation), -plane * Math.sin(angle), plane * Math.cos(angle)};
        double[] start = Arrays.stream(end).map(v -> -v).toArray();
        return MotionPath.of("motion", 3, List.of(start, end));
    }

    private static List<double[]> points(String text) {
        return Arrays.stream(text.split("/", -1))
                .map(point -> Arrays.stream(point.split("x", -1))
                        .mapToDouble(Double::parseDouble)
                        .peek(DrawnPsfs::requireNear)
                        .toArray())
                .toList();
    }

    private static void requireNear(double coordinate) {
        if (!(Math.abs(coordinate) <= LARGEST_RADIUS)) {
            throw new IllegalArgumentException("out of range");
        }
    }

    private static PointSpread moffat(Arguments arguments) {
        double beta = arguments.get(BETA);
        Optional<Double> fwhm = arguments.get(FWHM);
        Optional<Double> alpha = arguments.get(ALPHA);
        if (fwhm.isPresent() == alpha.isPresent()) {
            throw new PsfException(
                    Fault.OPTION,
                    "moffat: fwhm and alpha say the same and " + (fwhm.isPresent() ? "both" : "none")
                            + " came; give one");
        }
        double core = alpha.orElseGet(() -> fwhm.orElseThrow() / (2 * Math.sqrt(Math.pow(2, 1 / beta) - 1)));
        return rank -> AnalyticKernel.moffat(rank, core, beta, arguments.get(SIZE));
    }

    private static PointSpread airy(Arguments arguments) {
        Optional<Length> wavelength = arguments.get(WAVELENGTH);
        Optional<Double> na = arguments.get(NA);
        Optional<Length> pixel = arguments.get(PIXEL);
        Optional<Double> radius = arguments.get(ZERO_RADIUS);
        long optical = List.of(wavelength, na, pixel).stream()
                .filter(Optional::isPresent)
                .count();
        if (optical != (radius.isPresent() ? 0 : 3)) {
            throw new PsfException(
                    Fault.OPTION, "airy: give either radius in pixels, or wavelength, na and pixel, all three");
        }
        return rank -> radius.map(zero -> AnalyticKernel.airy(rank, zero, arguments.get(SIZE), Provenance.DRAWN))
                .orElseGet(() -> airy(
                        rank,
                        wavelength.orElseThrow().nanometres() / na.orElseThrow(),
                        pixel.orElseThrow().nanometres(),
                        arguments.get(SIZE)));
    }

    /** A lens passes no frequencies above {@code 2 na / wavelength}, which pixels of a quarter of the inverse record. */
    private static Psf airy(int rank, double wavelengthOverNa, double pixel, Optional<int[]> size) {
        Sampling sampling = new Sampling(List.of(pixel, pixel), List.of(wavelengthOverNa / 4, wavelengthOverNa / 4));
        double zero = AnalyticKernel.FIRST_ZERO / (2 * Math.PI) * wavelengthOverNa / pixel;
        return AnalyticKernel.airy(rank, zero, size, Provenance.DRAWN.withSampling(sampling));
    }

    private static PointSpread pinhole(Arguments arguments) {
        double pixel = arguments.get(SENSOR).nanometres();
        double shadow = arguments.get(HOLE).nanometres() / 2 / pixel;
        double ring = Imaging.AIRY_UNIT
                * arguments.get(LIGHT).nanometres()
                * arguments.get(DISTANCE).nanometres()
                / arguments.get(HOLE).nanometres()
                / pixel;
        if (Math.max(shadow, ring) > LARGEST_RADIUS) {
            throw new PsfException(
                    Fault.TOO_LARGE,
                    "pinhole: its image has a radius of " + Math.round(Math.max(shadow, ring)) + " pixels, more than "
                            + LARGEST_RADIUS + "; give another hole, or larger pixels");
        }
        return rank -> Combination.convolved(List.of(
                AreaKernel.disk(rank, shadow),
                AnalyticKernel.airy(rank, Math.max(0.1, ring), Optional.empty(), Provenance.DRAWN)));
    }
}
