package org.acutance.app.cli;

import java.nio.file.Path;
import org.acutance.deblur.image.Image;
import org.acutance.io.Images;

/** {@code acutance compare}. */
final class CompareCommand implements Command {
    private static final String NAME = "acutance compare";
    private static final Option<Path> A = Option.path("A", "the reference", "A");
    private static final Option<Path> B = Option.path("B", "the image to be judged", "B");

    @Override
    public Syntax syntax() {
        return new Syntax(
                        NAME,
                        "A B",
                        "Says how near two images are: PSNR and SSIM as scikit-image has them, the root mean square and"
                                + " the largest difference, all in units where white is 1. Opacity is left out.")
                .example(NAME + " true.png deblurred.png", "how much a deblurring recovered")
                .example(NAME + " x.npy y.npy --json", "the same for a program")
                .argument(A, true)
                .argument(B, true)
                .takes(Report.JSON)
                .note(
                        "Keys of --json: command, a, b, shape, colours, a_type, b_type, data_range, psnr (null for"
                                + " equal images), ssim (null where an axis is shorter than 7), rmse, max_difference.",
                        "The data range is 1, or 2 if A has negative values, or that of the values of A if they lie"
                                + " beyond -1 to 1.");
    }

    @Override
    public ExitCode run(Line line, Session session) {
        Path first = line.argument(0, A).orElseThrow();
        Path second = line.argument(1, B).orElseThrow();
        Image a = Images.read(first);
        Image b = Images.read(second);
        Scores scores = Scores.of(a, b);
        new Report("compare")
                .put("a", first)
                .put("b", second)
                .put("shape", Report.extents(a.shape()))
                .put("colours", a.colours().size())
                .put("a_type", a.sampleType())
                .put("b_type", b.sampleType())
                .put("data_range", scores.dataRange())
                .put("psnr", scores.psnr())
                .put("ssim", scores.ssim())
                .put("rmse", scores.rmse())
                .put("max_difference", scores.maxDifference())
                .line("A         %s, %s", first, a)
                .line("B         %s, %s", second, b)
                .line("PSNR      %s dB (data range %s)", scores.psnrText(), scores.dataRange())
                .line("SSIM      %s", scores.ssimText())
                .line("RMSE      %.6g", scores.rmse())
                .line("largest   %.6g", scores.maxDifference())
                .print(line, session);
        return ExitCode.OK;
    }
}
