package org.acutance.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Noise;
import org.acutance.deblur.image.Noises;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.psf.Psfs;
import org.acutance.deblur.restoration.Deblurring;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Restored;
import org.acutance.deblur.restoration.Settings;
import org.acutance.io.Images;
import org.acutance.io.WriteOptions;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/**
 * Every picture blurred by every kind of point spread function with every kind of noise, stored in 8 bits, and deblurred
 * with nothing given but the point spread function.
 */
final class ContactSheetBenchmark implements Benchmark {
    private static final int SIDE = 128;
    private static final long SEED = 2016;
    private static final List<String> PSFS =
            List.of("gaussian:sigma=1.5", "motion:length=9,angle=30", "disk:radius=3", "box:size=7x5", "moffat:fwhm=3");
    private static final List<String> NOISES =
            List.of("none", "gaussian:sigma=0.01", "poisson:peak=500", "impulse:share=0.01");

    /** Mean scores over the colours. */
    private record Score(double psnr, double ssim) {
        static Score of(Image truth, Image image) {
            int colours = truth.colours().size();
            double error = 0;
            double ssim = 0;
            for (int i = 0; i < colours; i++) {
                error += Quality.mse(truth.colours().get(i), image.colours().get(i)) / colours;
                ssim += Quality.ssim(truth.colours().get(i), image.colours().get(i), 1)
                                .orElse(Double.NaN)
                        / colours;
            }
            return new Score(-10 * Math.log10(error), ssim);
        }

        boolean isBetterThan(Score other) {
            return psnr > other.psnr && ssim > other.ssim;
        }
    }

    private record Result(String picture, String psf, String noise, Score before, Score after) {}

    @Override
    public String name() {
        return "contact-sheet";
    }

    @Override
    public String help() {
        return "every picture, blur and noise deblurred with nothing else given, scores before and after"
                + " --images DIR [--out FILE.png] [--size N] [--psfs a/b/...] [--noises a/b/...]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--images", "--out", "--size", "--psfs", "--noises");
            List<Path> files = Pictures.files(options);
            Optional<Path> sheet = options.text("--out").map(Path::of);
            sheet.ifPresent(file -> Images.checkWritable(file, WriteOptions.NEW.overwriting(true)));
            List<String> psfs = options.list("--psfs", "/", PSFS);
            List<String> noises = options.list("--noises", "/", NOISES);
            List<Result> results = new ArrayList<>();
            Mosaic mosaic = new Mosaic(3 * noises.size());
            for (Path file : files) {
                Image scene = Pictures.colour(file, options.number("--size", SIDE));
                for (String psf : psfs) {
                    for (String noise : noises) {
                        results.add(measure("" + file.getFileName(), scene, psf, noise, mosaic));
                    }
                }
            }
            print(results, out);
            sheet.ifPresent(mosaic::write);
        });
    }

    private static Result measure(String picture, Image scene, String psf, String noise, Mosaic mosaic) {
        NdArray kernel = Psfs.catalogue().create(psf).forRank(2).kernel().to(Precision.FLOAT64);
        List<Blurred> channels = scene.colours().stream()
                .map(colour -> Blurred.beyondFrame(colour, kernel))
                .toList();
        Image truth = image(channels.stream().map(Blurred::truth).toList(), scene);
        Image observed = observed(channels, noise, scene);
        Restored restored = Deblurring.run(Plan.of(Settings.of(psf), observed, path -> kernel));
        Image before = observed.normalised(Precision.FLOAT64);
        mosaic.add(before);
        mosaic.add(restored.image());
        mosaic.add(truth);
        Result result = new Result(picture, psf, noise, Score.of(truth, before), Score.of(truth, restored.image()));
        Progress.say(
                "%s %s %s: PSNR %.2f to %.2f, SSIM %.3f to %.3f%s",
                picture,
                psf,
                noise,
                result.before().psnr(),
                result.after().psnr(),
                result.before().ssim(),
                result.after().ssim(),
                result.after().isBetterThan(result.before()) ? "" : " WORSE");
        return result;
    }

    private static Image observed(List<Blurred> channels, String noise, Image scene) {
        Noise added = Noises.CATALOGUE.create(noise);
        List<NdArray> noisy = IntStream.range(0, channels.size())
                .mapToObj(i -> added.addTo(Blurred.light(channels.get(i).observed()), SEED + i))
                .toList();
        return image(noisy, scene).quantise(SampleType.UINT8).image();
    }

    private static Image image(List<NdArray> colours, Image like) {
        return Image.of(like.colourModel(), colours);
    }

    private static void print(List<Result> results, PrintStream out) {
        Table table = Table.of("picture", "psf", "noise", "PSNR", "after", "SSIM", "after", "");
        for (Result result : results) {
            table.row(
                    result.picture(),
                    result.psf(),
                    result.noise(),
                    Table.number(result.before().psnr(), 2),
                    Table.number(result.after().psnr(), 2),
                    Table.number(result.before().ssim(), 3),
                    Table.number(result.after().ssim(), 3),
                    result.after().isBetterThan(result.before()) ? "" : "not better");
        }
        table.print(out);
        long better = results.stream()
                .filter(result -> result.after().isBetterThan(result.before()))
                .count();
        out.println(better + " of " + results.size() + " are better in both");
    }
}
