package org.acutance.deblur.psf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.acutance.deblur.optics.Diffraction;
import org.acutance.deblur.optics.Imaging;
import org.acutance.deblur.optics.Length;
import org.acutance.deblur.optics.Lens;
import org.acutance.deblur.optics.Media;
import org.acutance.deblur.optics.Microscope;
import org.acutance.deblur.psf.PsfException.Fault;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.Shape;
import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/**
 * The point spread functions of microscopes, by the model of diffraction (then widefield) or by the way to image (then
 * with a model). In a volume (z, y, x), in a picture its plane in focus.
 */
final class MicroscopePsfs {
    private static final Parameter<Double> NA =
            Parameter.number("na", "numerical aperture of the objective", 0.01, 2, "");
    private static final Parameter<Length> EMISSION =
            Lengths.positive("wavelength", "of the light that is gathered, in vacuum, as in 520nm");
    private static final Parameter<Length> EXCITATION =
            Lengths.positive("excitation", "wavelength of the laser, in vacuum, as in 488nm");
    private static final Parameter<Double> PINHOLE = Parameter.number(
            "pinhole", "diameter in Airy units, 1.22 wavelength / na as seen in the sample", 0.01, 20, "1");
    private static final Parameter<Length> SHEET =
            Lengths.positive("sheet", "full width at half maximum of the sheet of light, as in 3um");
    private static final Parameter<double[]> VOXEL =
            Lengths.perAxis("voxel", "sides of a voxel (z, y, x) or pixel, as in 200nmx65nmx65nm");
    private static final Parameter<Diffraction> MODEL =
            Parameter.choice("model", "of diffraction", Diffraction.class, "gibson-lanni");
    private static final Parameter<Optional<Double>> IMMERSION = index(
            "immersion", "refractive index below the lens; if left out, 1 up to na 0.9, 1.333 up to 1.2, else 1.515");
    private static final Parameter<Optional<Double>> SAMPLE =
            index("sample", "refractive index around the point; if left out, as the immersion");
    private static final Parameter<Length> DEPTH =
            Lengths.notNegative("depth", "of the point below the coverslip, as in 5um", "0um");
    private static final Parameter<Double> COVERSLIP =
            Parameter.number("coverslip", "refractive index of the coverslip", 1, 4, "1.515");
    private static final Parameter<Optional<Double>> COVERSLIP_DESIGN =
            index("coverslip-design", "that for which the lens was made; if left out, the same");
    private static final Parameter<Length> THICKNESS = Lengths.notNegative("thickness", "of the coverslip", "170um");
    private static final Parameter<Length> THICKNESS_DESIGN =
            Lengths.notNegative("thickness-design", "that for which the lens was made", "170um");
    private static final Parameter<Optional<Double>> IMMERSION_DESIGN =
            index("immersion-design", "that for which the lens was made; if left out, the same");
    private static final Parameter<Length> WORKING_DISTANCE =
            Lengths.notNegative("working-distance", "thickness of the immersion for which the lens was made", "150um");
    private static final Parameter<Length> DEFOCUS =
            Lengths.signed("defocus", "of the middle plane, growing into the sample", "0nm");
    private static final Parameter<Microscope.Origin> ORIGIN =
            Parameter.choice("origin", "the plane that is taken for z = 0", Microscope.Origin.class, "brightest");
    private static final Parameter<Integer> OVERSAMPLING = Parameter.integer(
            "oversampling", "places per side at which a pixel is evaluated, 1 for its middle alone", 1, 32, "3");

    private static final List<Parameter<?>> LAYERS = List.of(
            SAMPLE,
            DEPTH,
            COVERSLIP,
            COVERSLIP_DESIGN,
            THICKNESS,
            THICKNESS_DESIGN,
            IMMERSION_DESIGN,
            WORKING_DISTANCE,
            ORIGIN);

    private MicroscopePsfs() {}

    private static Parameter<Optional<Double>> index(String name, String help) {
        return Parameter.number(name, help, 1, 4, "").orAbsent();
    }

    static List<Entry<PointSpread>> entries() {
        List<Entry<PointSpread>> entries = new ArrayList<>();
        entries.add(
                model("born-wolf", "a microscope, scalar and paraxial, without aberrations", Diffraction.BORN_WOLF));
        entries.add(model(
                "gibson-lanni",
                "a microscope, scalar, with the aberrations of sample, coverslip and immersion",
                Diffraction.GIBSON_LANNI));
        entries.add(model(
                "richards-wolf",
                "a microscope, vectorial, with the same aberrations and Fresnel's transmission",
                Diffraction.RICHARDS_WOLF));
        entries.add(way("widefield", "everything is lit", List.of(EMISSION), MicroscopePsfs::widefield));
        entries.add(way(
                "confocal",
                "a focus scans, a pinhole keeps other light away",
                List.of(EMISSION, EXCITATION, PINHOLE),
                arguments -> new Imaging.Confocal(
                        arguments.get(EXCITATION), arguments.get(EMISSION), arguments.get(PINHOLE))));
        entries.add(way(
                "two-photon",
                "a focus scans and excites by two photons at a time",
                List.of(EXCITATION),
                arguments -> new Imaging.TwoPhoton(arguments.get(EXCITATION))));
        entries.add(way(
                "light-sheet",
                "a sheet of light across the axis lights the plane in focus",
                List.of(EMISSION, SHEET),
                arguments -> new Imaging.LightSheet(arguments.get(EMISSION), arguments.get(SHEET))));
        return entries;
    }

    private static Imaging widefield(Arguments arguments) {
        return new Imaging.Widefield(arguments.get(EMISSION));
    }

    private static Entry<PointSpread> model(String name, String help, Diffraction model) {
        List<Parameter<?>> layers = model == Diffraction.BORN_WOLF ? List.of() : LAYERS;
        return new Entry<>(
                name,
                help,
                parameters(Stream.of(NA, EMISSION), layers.stream()),
                arguments -> spread(name, arguments, model, widefield(arguments)));
    }

    private static Entry<PointSpread> way(
            String name, String help, List<Parameter<?>> own, Function<Arguments, Imaging> imaging) {
        return new Entry<>(
                name,
                "a microscope: " + help,
                parameters(
                        Stream.concat(Stream.concat(Stream.of(NA), own.stream()), Stream.of(MODEL)), LAYERS.stream()),
                arguments -> spread(name, arguments, arguments.get(MODEL), imaging.apply(arguments)));
    }

    private static List<Parameter<?>> parameters(Stream<Parameter<?>> first, Stream<Parameter<?>> layers) {
        return Stream.of(
                        first,
                        Stream.<Parameter<?>>of(VOXEL, DrawnPsfs.SIZE, IMMERSION),
                        layers,
                        Stream.<Parameter<?>>of(DEFOCUS, OVERSAMPLING))
                .flatMap(all -> all)
                .toList();
    }

    private static PointSpread spread(String name, Arguments arguments, Diffraction model, Imaging imaging) {
        if (model == Diffraction.BORN_WOLF) {
            LAYERS.stream().filter(arguments::has).findFirst().ifPresent(layer -> {
                throw new PsfException(
                        Fault.OPTION,
                        name + ": model born-wolf knows one medium and takes no " + layer.name()
                                + "; leave it out, or take gibson-lanni");
            });
        }
        Media media = model == Diffraction.BORN_WOLF ? Media.uniform(immersion(arguments)) : media(arguments);
        Microscope microscope =
                new Microscope(new Lens(model, arguments.get(NA), media), imaging, origin(model, arguments));
        return rank -> kernel(name, rank, microscope, arguments);
    }

    private static Microscope.Origin origin(Diffraction model, Arguments arguments) {
        return model == Diffraction.BORN_WOLF ? Microscope.Origin.PARAXIAL : arguments.get(ORIGIN);
    }

    private static double immersion(Arguments arguments) {
        double na = arguments.get(NA);
        return arguments.get(IMMERSION).orElse(na <= 0.9 ? 1 : na <= 1.2 ? 1.333 : 1.515);
    }

    private static Media media(Arguments arguments) {
        double immersion = immersion(arguments);
        double coverslip = arguments.get(COVERSLIP);
        return new Media(
                arguments.get(SAMPLE).orElse(immersion),
                arguments.get(DEPTH),
                coverslip,
                arguments.get(COVERSLIP_DESIGN).orElse(coverslip),
                arguments.get(THICKNESS),
                arguments.get(THICKNESS_DESIGN),
                immersion,
                arguments.get(IMMERSION_DESIGN).orElse(immersion),
                arguments.get(WORKING_DISTANCE));
    }

    private static Psf kernel(String name, int rank, Microscope microscope, Arguments arguments) {
        if (rank != 2 && rank != 3) {
            throw new PsfException(
                    Fault.RANK,
                    name + ": made for images of rank 2 and 3 but the image has rank " + rank
                            + "; use a kernel from a file");
        }
        double[] given = PerAxis.expand(name, "voxel", arguments.get(VOXEL), rank);
        double[] voxel = rank == 3 ? given : new double[] {1, given[0], given[1]};
        double defocus = arguments.get(DEFOCUS).nanometres();
        Optional<int[]> size = arguments.get(DrawnPsfs.SIZE);
        Shape shape = size.map(extents -> shape(name, extents, rank))
                .orElseGet(() -> microscope.extents(voxel, rank == 2, defocus));
        NdArray values = microscope.kernel(shape, voxel, defocus, arguments.get(OVERSAMPLING));
        NdArray kernel = rank == 3 ? values : values.reshape(shape.extent(1), shape.extent(2));
        Provenance provenance = provenance(microscope, voxel, rank, arguments);
        boolean endless = rank == 3 && microscope.imaging() instanceof Imaging.Widefield;
        return Psf.normalised(kernel, endless ? withinPlanes(kernel, provenance) : provenance);
    }

    /** Every plane of a widefield microscope has the same light, so what is beyond is counted in the planes only. */
    private static Provenance withinPlanes(NdArray kernel, Provenance provenance) {
        int planes = kernel.shape().extent(0);
        OptionalDouble beyond = Layers.of(kernel.reduce(Reduction.SUM, 0)).beyond();
        Provenance told = provenance.withRemark(Finding.note(
                "in widefield the light goes on beyond the " + planes + " planes of the kernel, as strong in each",
                "give a size of as many planes as the image has, if it is bright far from the focus"));
        return beyond.isPresent() ? told.withBeyond(beyond.getAsDouble()) : told;
    }

    private static Shape shape(String name, int[] size, int rank) {
        Shape shape = PerAxis.shape(name, PerAxis.odd(name, size, rank));
        return rank == 3 ? shape : Shape.of(1, shape.extent(0), shape.extent(1));
    }

    private static Provenance provenance(Microscope microscope, double[] voxel, int rank, Arguments arguments) {
        List<Double> sides = Arrays.stream(voxel).skip(3 - rank).boxed().toList();
        List<Double> nyquist =
                Arrays.stream(microscope.nyquist()).skip(3 - rank).boxed().toList();
        Provenance computed = Provenance.COMPUTED.withSampling(new Sampling(sides, nyquist));
        return arguments.has(IMMERSION)
                ? computed
                : computed.withRemark(Finding.note(
                        String.format(
                                Locale.ROOT, "an immersion of refractive index %s was assumed", immersion(arguments)),
                        "give immersion=N if it is another"));
    }
}
