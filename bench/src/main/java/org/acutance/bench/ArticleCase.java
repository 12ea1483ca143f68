package org.acutance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Noises;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.Psfs;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Settings;
import org.acutance.io.Npy;
import org.acutance.io.WriteOptions;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;

/**
 * The article's problem in files that every peer reads: blurred picture, point spread function and start.
 *
 * @param name what the picture is
 * @param observed the blurred picture
 * @param psf the point spread function
 * @param start where the search starts
 */
record ArticleCase(String name, Path observed, Path psf, Path start) {
    /** The article's own arrays: {@code astro_blur.npy}, {@code psf.npy} and {@code x0_seed0.npy} in a folder. */
    static ArticleCase in(Path folder) {
        return new ArticleCase(
                "astronaut, from " + folder,
                folder.resolve("astro_blur.npy"),
                folder.resolve("psf.npy"),
                folder.resolve("x0_seed0.npy"));
    }

    /** The same problem on the test card, with a start of noise, written into a folder. */
    static ArticleCase drawn(int size, Path folder) throws IOException {
        NdArray scene = ResolutionChart.draw(size, size);
        NdArray kernel =
                Psfs.catalogue().create("gaussian:sigma=1x3,size=13").forRank(2).kernel();
        NdArray blurred = new ConvolutionMap(kernel, scene.shape(), ConvolutionMode.SAME, Boundary.ZERO).apply(scene);
        NdArray zeros = NdArray.zeros(Shape.of(size, size), Precision.FLOAT64);
        NdArray start = Noises.CATALOGUE.create("gaussian:sigma=0.1").addTo(zeros, 0);
        Files.createDirectories(folder);
        return new ArticleCase(
                "test card " + scene.shape(),
                write(folder.resolve("blurred.npy"), blurred),
                write(folder.resolve("psf.npy"), kernel),
                write(folder.resolve("start.npy"), start));
    }

    private static Path write(Path file, NdArray array) {
        Npy.write(file, array, WriteOptions.NEW.overwriting(true));
        return file;
    }

    /** The case that the options ask for: {@code --folder DIR} or a test card of {@code --size N}. */
    static ArticleCase of(Options options, Path scratch) throws IOException {
        return options.text("--folder").isPresent()
                ? in(Path.of(options.text("--folder").get()))
                : drawn(options.number("--size", 171), scratch);
    }

    /** How Acutance is asked to solve it. */
    Settings settings(String method) {
        return Settings.of("file:" + psf)
                .withFidelity("norm")
                .withPrior("gradient-norm:weight=0.2")
                .withBoundary("zero")
                .withMethod(method)
                .withStart("file:" + start);
    }

    /** The checked problem. */
    Plan plan(String method) {
        return Plan.of(settings(method), Image.gray(Npy.read(observed)), path -> Npy.read(Path.of(path)));
    }

    /** The problem with its arrays in a precision. */
    Problem problem(Precision precision) {
        return problem(precision, 0.2);
    }

    /** The problem with its arrays in a precision and another weight. */
    Problem problem(Precision precision, double weight) {
        NdArray blurred = Npy.read(observed).to(precision);
        Observation observation = Observation.of(blurred, Psf.of(Npy.read(psf).to(precision)));
        return new Problem(
                observation,
                Boundaries.CATALOGUE.create("zero").formation(observation.kernel(), blurred.shape()),
                Fidelities.CATALOGUE.create("norm").on(observation),
                Priors.parse("gradient-norm:weight=" + weight));
    }

    /** The arguments of the command {@code acutance} that solve it. */
    List<String> arguments(Path out) {
        Settings settings = settings("newton-cg");
        return List.of(
                "deblur",
                observed.toString(),
                "--psf",
                settings.psf(),
                "--fidelity",
                settings.fidelity(),
                "--prior",
                settings.prior(),
                "--boundary",
                settings.boundary(),
                "--method",
                settings.method(),
                "--start",
                settings.start(),
                "--force",
                "-o",
                out.toString());
    }
}
