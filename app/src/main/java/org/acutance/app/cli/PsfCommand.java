package org.acutance.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.PsfReport;
import org.acutance.deblur.psf.Psfs;
import org.acutance.io.ImageFormats;
import org.acutance.io.Npy;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/** {@code acutance psf}. */
final class PsfCommand implements Command {
    private static final String NAME = "acutance psf";
    private static final Option<String> SPEC =
            Option.text("SPEC", "SPEC", "the point spread function; see 'acutance list psf'");
    private static final Option<Path> OUT = Option.path("OUT", "where to write it", "-o", "--output");
    private static final Option<Integer> RANK = Option.whole("--rank", 1, "number of axes, 3 for a volume (2)");

    @Override
    public Syntax syntax() {
        return new Syntax(
                        NAME,
                        "SPEC [--rank N] -o OUT",
                        "Makes a point spread function, says what there is to know about it, and writes it: exactly as"
                                + " .npy and .tif, scaled so that its largest value is white as .png and .jpg.")
                .example(NAME + " gaussian:sigma=1x3,size=13 -o psf.npy", "a Gaussian, wider along the rows")
                .example(NAME + " gaussian:sigma=2x1x1 --rank 3 -o psf.npy", "one for volumes (z, y, x)")
                .example(NAME + " file:measured.tif -o psf.png", "examines a measured one and makes it a picture")
                .argument(SPEC, true)
                .takes(RANK, Report.JSON, Output.FORCE)
                .requires(OUT)
                .note("Keys of --json: command, psf, shape, sum (as it came), offset (centroid less middle, pixels),"
                        + " fwhm (pixels), negative_share, findings, output, scale (what the values were multiplied"
                        + " by).");
    }

    @Override
    public ExitCode run(Line line, Session session) {
        String spec = line.argument(0, SPEC).orElseThrow();
        ArrayFiles arrays = new ArrayFiles();
        Psf psf = Psfs.catalogue(arrays).create(spec).forRank(line.get(RANK, 2));
        Output output = Output.of(line.get(OUT), line, arrays.files());
        Report report = describe(spec, psf);
        double scale = write(psf.kernel(), output);
        report.put("output", output.file()).put("scale", scale);
        report.line(
                "wrote     %s, %s",
                output.file(),
                scale == 1
                        ? "exactly"
                        : String.format(Locale.ROOT, "times %.6g, so that the largest value is white", scale));
        report.print(line, session);
        return ExitCode.OK;
    }

    private static Report describe(String spec, Psf psf) {
        PsfReport known = psf.report();
        Report report = new Report("psf")
                .put("psf", spec)
                .put("shape", Report.extents(psf.kernel().shape()))
                .put("sum", known.sum())
                .put("offset", known.offset())
                .put("fwhm", known.fwhm())
                .put("negative_share", known.negativeShare())
                .put("findings", known.findings().stream().map(Object::toString).toList())
                .line("kernel    %s", psf.kernel().shape())
                .line("sum       %.9g as it came, 1 now", known.sum())
                .line("centroid  %s pixels from the middle", pixels(known.offset()))
                .line("FWHM      %s pixels", pixels(known.fwhm()));
        known.findings().forEach(finding -> report.line("%s", finding));
        return report;
    }

    private static String pixels(List<Double> perAxis) {
        return perAxis.stream()
                .map(value -> String.format(Locale.ROOT, "%.3f", value == 0 ? 0.0 : value))
                .map(text -> text.equals("-0.000") ? "0.000" : text)
                .collect(Collectors.joining(" x "));
    }

    /** What the values were multiplied by. */
    private static double write(NdArray kernel, Output output) {
        output.check();
        boolean npy = ImageFormats.named(output.file()).orElseThrow().name().equals("npy");
        if (npy) {
            Npy.write(output.file(), kernel, output.options());
            return 1;
        }
        SampleType type = output.type(SampleType.of(kernel.precision()));
        double scale = type.isInteger() ? 1 / kernel.max() : 1;
        output.write(Image.gray(kernel.to(Precision.FLOAT64).times(scale)), type);
        return scale;
    }
}
