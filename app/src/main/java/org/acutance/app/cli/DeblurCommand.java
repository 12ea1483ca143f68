package org.acutance.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Quantised;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Restored;
import org.acutance.deblur.restoration.Settings;
import org.acutance.io.Images;
import org.acutance.math.array.Precision;

/** {@code acutance deblur}. */
final class DeblurCommand implements Command {
    private static final String NAME = "acutance deblur";
    private static final Option<Path> IN = Option.path("IN", "the blurred image", "IN");
    private static final Option<Path> OUT =
            Option.path("OUT", "the result; IN's name with -deblurred if left out", "-o", "--output");
    private static final Option<Path> REFERENCE =
            Option.path("TRUE", "the true image, for PSNR and SSIM before and after, and its loss", "--reference");
    private static final Option<Path> PLOT = Option.path("FILE", "draw the loss along the run, as .png", "--plot");
    private static final Option<Path> SAVE_RECIPE = Option.path(
            "FILE", "write down all settings, for --recipe: the same input then gives the same bits", "--save-recipe");
    private static final Option<Path> UNCERTAINTY = Option.path(
            "FILE",
            "write how far each pixel may be off, one standard deviation where white is 1, as .tif or .npy; takes as long"
                    + " as many results",
            "--uncertainty");
    private static final Option<Boolean> EXPLAIN =
            Option.flag("--explain", "check everything, say what would be done, and do nothing");

    @Override
    public Syntax syntax() {
        return new Syntax(
                        NAME,
                        "IN --psf SPEC [options] [-o OUT]",
                        "Finds the image that, blurred, comes near IN and is likely for a sharp one: the smallest loss"
                                + " fidelity(gain * psf * x + background, IN) + prior(x). Colours are deblurred one by one, with"
                                + " prior vectorial-tv together; alpha is kept."
                                + " Integers give integers of their type, and white is 1 in all computations; floats"
                                + " give floats.")
                .example(NAME + " photo.png --psf gaussian:sigma=2", "writes photo-deblurred.png")
                .example(
                        NAME + " y.npy --psf file:psf.npy --prior gradient-norm:weight=0.2 --boundary zero -o x.npy",
                        "reads the blur from a file and keeps every digit")
                .example(
                        NAME + " photo.jpg --psf motion:length=9,angle=30 --explain",
                        "says what would be done, and does nothing")
                .argument(IN, true)
                .takes(Model.options())
                .takes(
                        SAVE_RECIPE,
                        REFERENCE,
                        PLOT,
                        UNCERTAINTY,
                        EXPLAIN,
                        Report.JSON,
                        Solving.QUIET,
                        Output.FORCE,
                        OUT)
                .note(
                        "Keys of --json: command, input, shape; as given psf, fidelity, prior, weight, boundary, gain,"
                                + " background, invalid, mask, method, start, max_iterations, precision, tile, seam; as found noise,"
                                + " chosen_prior, chosen_boundary, chosen_precision, chosen_method, weights, masked (samples that do not count),"
                                + " certificates (one per channel, or one for all); where it was deblurred in tiles also their"
                                + " number tiles, margin, and seam_measured, how far two solutions of one were apart: certificates"
                                + " and loss are those of the tile with most structure then; loss,"
                                + " start_loss (at --start), or denoised and start_denoised (what the last denoising took"
                                + " away) where a denoiser is the prior; iterations, nfev, njev, nhev (values, gradients, Hessian"
                                + " products), seconds, success, reason, message, output, output_type, clipped_share;"
                                + " with --reference also data_range, psnr, ssim, start_psnr and start_ssim (of IN),"
                                + " reference_loss (of TRUE); with --uncertainty also uncertainty, uncertainty_meaning and"
                                + " uncertainty_median; with --explain only command, plan, output.",
                        "The data range of PSNR and SSIM is 1, or 2 if TRUE has negative values, or that of the values"
                                + " of TRUE if they lie beyond -1 to 1.");
    }

    @Override
    public ExitCode run(Line line, Session session) {
        Path in = line.argument(0, IN).orElseThrow();
        Settings settings = Model.settings(line);
        Image blurred = Images.read(in);
        ArrayFiles arrays = new ArrayFiles();
        Plan plan = Plan.of(settings, blurred, arrays);
        Optional<Image> reference = line.find(REFERENCE).map(Images::read);
        Output output = output(line, in, arrays);
        if (line.has(EXPLAIN)) {
            return explain(plan, output, line, session);
        }
        Optional<Output> recipe = line.find(SAVE_RECIPE).map(file -> second(file, output));
        Optional<Output> plot = line.find(PLOT).map(file -> second(file, output));
        Optional<Output> deviation = line.find(UNCERTAINTY).map(file -> second(file, output));
        plot.ifPresent(Output::check);
        deviation.ifPresent(file -> UncertaintyFile.check(file, plan));
        recipe.ifPresent(Output::checkText);
        output.check(blurred);
        Optional<Scores> before = reference.map(truth -> Scores.of(truth, blurred));
        plan.findings().forEach(finding -> session.err().println(NAME + ": " + finding));

        Restored restored = Solving.run(plan, line, session);
        Quantised written = output.write(restored.image(), output.type(blurred.sampleType()));
        plot.ifPresent(file -> draw(file, in, restored));
        recipe.ifPresent(file -> file.write(Recipe.of(in, plan, restored)));
        Report report = new Report("deblur").put("input", in).put("shape", Report.extents(blurred.shape()));
        report.line("read      %s, %s", in, blurred);
        Model.report(plan.settings(), report);
        Model.found(plan, restored, report);
        Solving.report(restored, report);
        reference.ifPresent(truth -> compare(truth, before.orElseThrow(), written.image(), restored, report));
        output.report(written, report);
        deviation.ifPresent(file -> UncertaintyFile.write(file, plan, restored, line, session, report));
        report.print(line, session);
        return Solving.code(restored);
    }

    private static Output output(Line line, Path in, ArrayFiles arrays) {
        Path file = line.find(OUT).orElseGet(() -> Output.beside(in, "-deblurred"));
        return Output.of(
                file,
                line,
                Output.inputs(
                        arrays,
                        Stream.of(Stream.of(in), line.find(REFERENCE).stream(), Model.files(line))
                                .flatMap(files -> files)));
    }

    private static Output second(Path file, Output output) {
        return new Output(file, output.options()).other(output.file());
    }

    private static ExitCode explain(Plan plan, Output output, Line line, Session session) {
        Report report = new Report("deblur").put("plan", plan.explain());
        plan.explain().forEach(text -> report.line("%s", text));
        report.put("output", output.file()).line("output: %s", output.file()).print(line, session);
        return ExitCode.OK;
    }

    private static void draw(Output file, Path in, Restored restored) {
        Image picture = Drawing.image(Drawing.convergence(restored, "Deblurring " + in.getFileName(), ""));
        file.write(picture, file.type(picture.sampleType()));
    }

    private static void compare(Image truth, Scores before, Image found, Restored restored, Report report) {
        Scores after = Scores.of(truth, found);
        OptionalDouble loss =
                restored.lossOf(truth.normalised(Precision.FLOAT64).colours());
        report.put("data_range", after.dataRange())
                .put("psnr", after.psnr())
                .put("ssim", after.ssim())
                .put("start_psnr", before.psnr())
                .put("start_ssim", before.ssim())
                .put("reference_loss", loss)
                .line("PSNR      %s -> %s dB", before.psnrText(), after.psnrText())
                .line("SSIM      %s -> %s", before.ssimText(), after.ssimText());
        loss.ifPresent(value -> report.line("true loss %.8g", value));
    }
}
