package org.acutance.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Noise;
import org.acutance.deblur.image.Noises;
import org.acutance.deblur.image.Quantised;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.Psfs;
import org.acutance.io.Images;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;

/** {@code acutance blur}. */
final class BlurCommand implements Command {
    private static final String NAME = "acutance blur";
    /** A whole scene gives a whole image only if something is taken to lie beyond. */
    private static final String REFLECT = "reflect";

    private static final Option<String> BOUNDARY =
            Option.text("--boundary", "NAME", "what the scene is taken to be beyond the frame (" + REFLECT + ")");

    private static final Option<Path> IN = Option.path("IN", "the sharp image", "IN");
    private static final Option<Path> OUT = Option.path("OUT", "the blurred image", "-o", "--output");
    private static final Option<String> NOISE = Option.text(
            "--noise", "SPEC", "noise, in units where white is 1: gaussian:sigma=0.01; see 'acutance list noise'");
    private static final Option<Long> SEED = new Option<>(
            List.of("--seed"),
            "N",
            "start of the random numbers (0); colour c takes N + c",
            "a whole number",
            Long::valueOf);

    @Override
    public Syntax syntax() {
        return new Syntax(
                        NAME,
                        "IN --psf SPEC [options] -o OUT",
                        "Blurs an image by the same model that deblur assumes, and adds noise. The type of the samples"
                                + " stays; alpha is kept.")
                .example(NAME + " photo.png --psf gaussian:sigma=2 -o blurred.png", "blurs a photograph")
                .example(
                        NAME + " x.npy --psf motion:length=9 --noise gaussian:sigma=0.01 --seed 7 -o y.npy",
                        "blurs along the rows and adds noise, the same each time")
                .argument(IN, true)
                .requires(Model.PSF)
                .takes(BOUNDARY, NOISE, SEED, Report.JSON, Output.FORCE)
                .requires(OUT)
                .note(
                        "Keys of --json: command, input, psf, boundary, noise, seed, output, output_type, clipped_share.");
    }

    @Override
    public ExitCode run(Line line, Session session) {
        Path in = line.argument(0, IN).orElseThrow();
        Image sharp = Images.read(in);
        ArrayFiles arrays = new ArrayFiles();
        String boundary = line.get(BOUNDARY, REFLECT);
        String noise = line.get(NOISE, "none");
        long seed = line.get(SEED, 0L);
        Psf psf = Psfs.catalogue(arrays)
                .create(line.get(Model.PSF))
                .forRank(sharp.shape().rank());
        ConvolutionMap blur = new ConvolutionMap(
                psf.kernel().to(Precision.FLOAT64),
                sharp.shape(),
                ConvolutionMode.SAME,
                Boundaries.ASSUMED.create(boundary));
        Noise added = Noises.CATALOGUE.create(noise);
        Output output = Output.of(line.get(OUT), line, Output.inputs(arrays, Stream.of(in)));
        output.check(sharp);
        requireFinite(sharp);
        psf.report().findings().forEach(finding -> session.err().println(NAME + ": " + finding));
        psf.fit(sharp.shape()).forEach(finding -> session.err().println(NAME + ": " + finding));
        Quantised written = output.write(blurred(sharp, blur, added, seed), output.type(sharp.sampleType()));
        Report report = new Report("blur")
                .put("input", in)
                .put("psf", line.get(Model.PSF))
                .put("boundary", boundary)
                .put("noise", noise)
                .put("seed", seed)
                .line("read      %s, %s", in, sharp);
        output.report(written, report);
        report.print(line, session);
        return ExitCode.OK;
    }

    private static void requireFinite(Image image) {
        if (!image.colours().stream().allMatch(NdArray::isFinite)) {
            throw new IllegalArgumentException(
                    "blur: the image has pixels that are NaN or infinite, which would spread; replace them first");
        }
    }

    private static Image blurred(Image sharp, ConvolutionMap blur, Noise noise, long seed) {
        Image normalised = sharp.normalised(Precision.FLOAT64);
        List<NdArray> colours = normalised.colours();
        return normalised.withColours(IntStream.range(0, colours.size())
                .mapToObj(i -> noise.addTo(blur.apply(colours.get(i)), seed + i))
                .toList());
    }
}
