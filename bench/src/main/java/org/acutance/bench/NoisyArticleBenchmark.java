package org.acutance.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.NdArray;

/**
 * The article's picture with noise, restored with nothing set by hand and, by others, with what the truth says is best.
 * Others are taken where they do best inside the
 * frame, as some of them suffer at its border whatever is chosen.
 */
final class NoisyArticleBenchmark implements Benchmark {
    /** The kernel's extent: what lies this near the border is left out of the second score. */
    private static final int MARGIN = 13;

    private static final String FOLDER = "../shared/data/article";
    private static final int MOST_ITERATIONS = 300;
    private static final double RATIO = 1.4;

    /** A restored picture and how near it is to the truth. */
    private record Result(String name, double psnr, double ssim, double innerPsnr, double innerSsim) {
        static Result of(String name, NdArray truth, NdArray restored) {
            NdArray innerTruth = Blurred.inner(truth, MARGIN);
            NdArray inner = Blurred.inner(restored, MARGIN);
            return new Result(
                    name,
                    Quality.psnr(truth, restored, 1),
                    Quality.ssim(truth, restored, 1).orElse(Double.NaN),
                    Quality.psnr(innerTruth, inner, 1),
                    Quality.ssim(innerTruth, inner, 1).orElse(Double.NaN));
        }
    }

    @Override
    public String name() {
        return "noisy-article";
    }

    @Override
    public String help() {
        return "the article's picture with noise 0.01: nothing set by hand, beside others at their best" + " [--folder "
                + FOLDER + "] [--boundaries zero,...]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--folder", "--boundaries");
            ArticlePicture picture =
                    ArticlePicture.of(Path.of(options.text("--folder").orElse(FOLDER)));
            out.println(picture.name());
            print(results(picture.blurred(), options.list("--boundaries", List.of())), out);
        });
    }

    private static List<Result> results(Blurred blurred, List<String> boundaries) {
        Settings defaults = Blurred.DEFAULTS;
        List<Result> results = new ArrayList<>();
        results.add(Result.of("observed", blurred.truth(), blurred.observed()));
        results.add(deblurred("nothing set by hand", blurred, defaults));
        for (String boundary : boundaries) {
            results.add(
                    deblurred("boundary " + boundary + ", else nothing set", blurred, defaults.withBoundary(boundary)));
        }
        results.add(best(0.01, 0.1, weight -> article(blurred, weight)));
        results.add(richardsonLucy(blurred, "none"));
        results.add(richardsonLucy(blurred, "adjoint"));
        results.add(best(1e-3, 0.1, balance -> wiener(blurred, balance)));
        results.add(deblurred(
                "unsupervised Wiener",
                blurred,
                defaults.withMethod("unsupervised-wiener").withBoundary("periodic")));
        return results;
    }

    private static Result deblurred(String name, Blurred blurred, Settings settings) {
        Progress.say("%s", name);
        return Result.of(
                name,
                blurred.truth(),
                blurred.deblur(settings).image().colours().get(0));
    }

    private static Result best(double from, double to, DoubleFunction<Result> tried) {
        Result best = tried.apply(from);
        for (double value = from * RATIO; value < to; value *= RATIO) {
            Result next = tried.apply(value);
            best = next.innerPsnr() > best.innerPsnr() ? next : best;
        }
        return best;
    }

    private static Result article(Blurred blurred, double weight) {
        Settings settings = Blurred.DEFAULTS
                .withFidelity("norm")
                .withPrior("gradient-norm:weight=" + weight)
                .withBoundary("zero")
                .withMethod("newton-cg");
        return deblurred(named("the article's objective, best weight %.3g", weight), blurred, settings);
    }

    private static Result wiener(Blurred blurred, double balance) {
        Settings settings =
                Blurred.DEFAULTS.withMethod("wiener:balance=" + balance).withBoundary("periodic");
        return deblurred(named("Wiener, best balance %.3g", balance), blurred, settings);
    }

    private static Result richardsonLucy(Blurred blurred, String normalise) {
        String kind = normalise.equals("none") ? "as scikit-image" : "normalised";
        BestIterate best = BestIterate.of(
                blurred,
                Blurred.DEFAULTS
                        .withBoundary("zero")
                        .withStart("flat:level=0.5")
                        .withPrior("none")
                        .withMethod("richardson-lucy:normalise=" + normalise + ",iterations=" + MOST_ITERATIONS),
                restored -> Quality.psnr(Blurred.inner(blurred.truth(), MARGIN), Blurred.inner(restored, MARGIN), 1));
        return Result.of(
                named("Richardson-Lucy " + kind + ", best iteration %.0f", best.iteration()),
                blurred.truth(),
                best.picture());
    }

    private static String named(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static void print(List<Result> results, PrintStream out) {
        Table table = Table.of("method", "PSNR", "SSIM", "PSNR inside", "SSIM inside");
        results.stream()
                .sorted(Comparator.comparingDouble(Result::innerPsnr).reversed())
                .forEach(result -> table.row(
                        result.name(),
                        Table.number(result.psnr(), 2),
                        Table.number(result.ssim(), 3),
                        Table.number(result.innerPsnr(), 2),
                        Table.number(result.innerSsim(), 3)));
        table.print(out);
    }
}
