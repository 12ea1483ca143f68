package org.acutance.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.acutance.app.picture.Panel;
import org.acutance.app.picture.PsfPicture;
import org.acutance.app.picture.Triptych;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.Psfs;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Restored;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;

/** {@code acutance demo}. */
final class DemoCommand implements Command {
    private static final String NAME = "acutance demo";
    private static final Settings SETTINGS = Settings.of("gaussian:sigma=1x3,size=13")
            .withFidelity("norm")
            .withBoundary("zero")
            .withMethod("newton-cg")
            .withStart("observed");
    private static final Option<Path> OUT = Option.path("DIR", "the folder for the files (demo)", "-o", "--output");

    private static final String TRIPTYCH = "triptych.png";
    private static final String PSF = "psf.png";
    private static final String CONVERGENCE = "convergence.png";
    private static final String ORIGINAL = "original.npy";
    private static final String BLURRED = "blurred.npy";
    private static final String DEBLURRED = "deblurred.npy";

    @Override
    public Syntax syntax() {
        return new Syntax(
                        NAME,
                        "[--image FILE] [--scale RATIO] [-o DIR]",
                        "Blurs a picture, deblurs it, and shows what became of it: the picture before, between and after,"
                                + " side by side, the point spread function, and how the loss fell. The blur is "
                                + SETTINGS.psf() + ", black beyond the frame; the loss is " + SETTINGS.fidelity()
                                + " + " + DemoScene.CHART_PRIOR + " for the test card and " + DemoScene.ARTICLE_PRIOR
                                + " for a photograph; the method is " + SETTINGS.method()
                                + ", starting at the blurred picture.")
                .example(NAME, "a test card; the files go to the folder demo")
                .example(NAME + " --image astronaut.png --scale 1/3", "a photograph, as in the article")
                .takes(DemoScene.IMAGE, DemoScene.SCALE, DemoScene.ANTI_ALIASING)
                .takes(Report.JSON, Solving.QUIET, Output.FORCE, OUT)
                .note(
                        "Files that an earlier demo wrote into DIR are written over; other files of these names only"
                                + " with --force: " + String.join(", ", files()) + ", README.txt.",
                        "Keys of --json: those of 'acutance deblur --json' with --reference, but for output, the"
                                + " folder, and files in it.");
    }

    private static List<String> files() {
        return List.of(TRIPTYCH, PSF, CONVERGENCE, ORIGINAL, BLURRED, DEBLURRED);
    }

    @Override
    public ExitCode run(Line line, Session session) {
        DemoScene scene = DemoScene.of(line);
        NdArray original = scene.pixels();
        Psf psf = Psfs.catalogue().create(SETTINGS.psf()).forRank(2);
        NdArray blurred = new ConvolutionMap(
                        psf.kernel(),
                        original.shape(),
                        ConvolutionMode.SAME,
                        Boundaries.ASSUMED.create(SETTINGS.boundary()))
                .apply(original.to(Precision.FLOAT64));
        Settings settings = SETTINGS.withPrior(scene.prior());
        Plan plan = Plan.of(settings, Image.gray(blurred), new ArrayFiles());
        DemoFolder folder = DemoFolder.of(line.get(OUT, Path.of("demo")), line);
        folder.prepare(files());

        Restored restored = Solving.run(plan, line, session);
        NdArray sharp = restored.image().channels().get(0);
        Scores before = Scores.of(Image.gray(original), Image.gray(blurred));
        Scores after = Scores.of(Image.gray(original), Image.gray(sharp));
        folder.write(ORIGINAL, original);
        folder.write(BLURRED, blurred);
        folder.write(DEBLURRED, sharp);
        folder.write(PSF, new PsfPicture("The blur: " + SETTINGS.psf(), psf.kernel()).draw());
        folder.write(CONVERGENCE, Drawing.convergence(restored, "Deblurring " + scene.name(), SETTINGS.method()));
        folder.write(TRIPTYCH, triptych(scene, blurred, sharp, before, after).draw());
        Report report = report(scene, settings, restored, before, after, folder);
        folder.describe(report.lines());
        report.print(line, session);
        return Solving.code(restored);
    }

    private static Triptych triptych(DemoScene scene, NdArray blurred, NdArray sharp, Scores before, Scores after) {
        List<Panel> panels = new ArrayList<>();
        panels.add(Panel.gray(scene.pixels(), "original", size(scene) + " pixels"));
        panels.add(Panel.gray(blurred, "blurred", remark(before)));
        panels.add(Panel.gray(sharp, "deblurred", remark(after)));
        return Triptych.of("Deblurring " + scene.name(), panels).withDetail();
    }

    private static String size(DemoScene scene) {
        Shape shape = scene.pixels().shape();
        return shape.extent(0) + "×" + shape.extent(1);
    }

    private static String remark(Scores scores) {
        return "PSNR " + scores.psnrText() + " dB   SSIM " + scores.ssimText();
    }

    private static Report report(
            DemoScene scene, Settings settings, Restored restored, Scores before, Scores after, DemoFolder folder) {
        Report report = new Report("demo")
                .put("input", scene.name())
                .put("shape", Report.extents(scene.pixels().shape()))
                .line("Deblurring %s, %s pixels, blurred by %s", scene.name(), size(scene), SETTINGS.psf())
                .line("")
                .line("          %12s %12s", "blurred", "deblurred")
                .line("PSNR, dB  %12s %12s", before.psnrText(), after.psnrText())
                .line("SSIM      %12s %12s", before.ssimText(), after.ssimText())
                .line("");
        Model.report(settings, report);
        Solving.report(restored, report);
        files(report, folder);
        return report.put("psnr", after.psnr())
                .put("ssim", after.ssim())
                .put("start_psnr", before.psnr())
                .put("start_ssim", before.ssim());
    }

    private static void files(Report report, DemoFolder folder) {
        Path at = folder.folder();
        report.put("output", at)
                .put("files", files())
                .line("")
                .line("%s  the three side by side, and a detail", at.resolve(TRIPTYCH))
                .line("%s  the point spread function", at.resolve(PSF))
                .line("%s  how the loss fell", at.resolve(CONVERGENCE))
                .line(
                        "%s, %s, %s  the same as arrays",
                        at.resolve(ORIGINAL), at.resolve(BLURRED), at.resolve(DEBLURRED));
    }
}
