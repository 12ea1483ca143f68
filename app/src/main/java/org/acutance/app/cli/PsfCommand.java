package org.acutance.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.optics.Length;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.PsfReport;
import org.acutance.deblur.psf.Psfs;
import org.acutance.deblur.psf.Sampling;
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
                        "Makes a point spread function, examines it, says what there is to know about it and what to do"
                                + " about it, and writes it: exactly as .npy and .tif, scaled so that its largest value"
                                + " is white as .png and .jpg. Kernels nest in parentheses.")
                .example(NAME + " gaussian:sigma=1x3,size=13 -o psf.npy", "a Gaussian, wider along the rows")
                .example(NAME + " gaussian:sigma=2x1x1 --rank 3 -o psf.npy", "one for volumes (z, y, x)")
                .example(NAME + " file:measured.tif -o psf.png", "examines a measured one and makes it a picture")
                .example(NAME + " stars:path=night.tif,size=21 -o psf.npy", "measures one on the stars of an image")
                .example(
                        NAME + " \"gibson-lanni:na=1.4,wavelength=520nm,voxel=200nmx65nmx65nm,sample=1.33,depth=5um\""
                                + " --rank 3 -o psf.npy",
                        "a microscope's, 5 um deep in water")
                .example(
                        NAME + " \"cut:energy=0.99,psf=(sum:0.7*(gaussian:sigma=2)+0.3*(moffat:fwhm=4))\" -o psf.npy",
                        "a sum of two, cut to what holds 99 % of the light")
                .argument(SPEC, true)
                .takes(RANK, Report.JSON, Output.FORCE)
                .requires(OUT)
                .note(
                        "Keys of --json: command, psf, shape, sum (as it came), offset (centroid less middle, pixels),"
                                + " fwhm (pixels), fwhm_nm, negative_share, border (share of the light in the outermost layer), beyond"
                                + " (share beyond the kernel, estimated), response (of the transfer function at half a cycle per"
                                + " pixel), voxel_nm, nyquist_nm, findings, output, scale (what the values were multiplied by).");
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
                .put("fwhm_nm", known.fwhmNanometres())
                .put("negative_share", known.negativeShare())
                .put("border", known.border())
                .put("beyond", known.beyond())
                .put("response", known.response())
                .put("voxel_nm", known.sampling().map(Sampling::voxel))
                .put("nyquist_nm", known.sampling().map(Sampling::nyquist).filter(limit -> !limit.isEmpty()))
                .put("findings", known.findings().stream().map(Object::toString).toList())
                .line("kernel    %s", psf.kernel().shape())
                .line("sum       %.9g as it came, 1 now", known.sum())
                .line("centroid  %s pixels from the middle", pixels(known.offset()))
                .line(
                        "FWHM      %s pixels%s",
                        pixels(known.fwhm()),
                        known.fwhmNanometres()
                                .map(widths -> ", " + lengths(widths))
                                .orElse(""))
                .line(
                        "light     %.3g %% on the border%s",
                        100 * known.border(),
                        known.beyond().isPresent()
                                ? String.format(
                                        Locale.ROOT,
                                        ", about %.2g %% beyond",
                                        100 * known.beyond().getAsDouble())
                                : "")
                .line("response  %s at half a cycle per pixel", pixels(known.response()));
        known.sampling().ifPresent(sampling -> report.line("sampling  %s", sampling(sampling)));
        known.findings().forEach(finding -> report.line("%s", finding));
        return report;
    }

    private static String sampling(Sampling sampling) {
        String limit = sampling.nyquist().isEmpty() ? "" : ", Nyquist's limit " + lengths(sampling.nyquist());
        return "pixels of " + lengths(sampling.voxel()) + limit;
    }

    private static String lengths(List<Double> nanometres) {
        return nanometres.stream().map(value -> new Length(value).toString()).collect(Collectors.joining(" x "));
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
