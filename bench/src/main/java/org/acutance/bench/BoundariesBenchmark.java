package org.acutance.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.acutance.deblur.closed.EdgeTaper;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * What is taken to lie beyond the frame, after Almeida and Figueiredo (2013, IEEE Trans. Image Process. 22, section V):
 * scenes that go on beyond the frame, uniform blurs, a blurred signal-to-noise ratio of 50 dB, half the squared distance
 * and 5e-6 times the total variation.
 */
final class BoundariesBenchmark implements Benchmark {
    private static final int SIDE = 256;
    private static final int MARGIN = 16;
    private static final int[] BLURS = {5, 13, 21};
    private static final double BLURRED_SNR = 1e5;
    private static final long SEED = 2014;
    private static final Settings OBJECTIVE =
            Blurred.DEFAULTS.withFidelity("l2").withPrior("tv:weight=5e-6");
    private static final String EXACT = "admm:tol=1e-4,maxiter=2000";
    private static final int ITERATIONS = 3000;

    /** A way to treat the border. */
    private record Treatment(String name, String boundary, boolean tapered) {
        static final List<Treatment> ALL = List.of(
                new Treatment("unknown", "unknown", false),
                new Treatment("zero", "zero", false),
                new Treatment("periodic", "periodic", false),
                new Treatment("reflect", "reflect", false),
                new Treatment("edge taper", "periodic", true));

        Blurred of(Blurred given) {
            return tapered ? given.observedAs(EdgeTaper.of(given.observed(), given.kernel())) : given;
        }

        /** Exact Fourier solutions where the blur is a part of a circular one, the general splitting elsewhere. */
        Settings settings(int iterations) {
            boolean circular = tapered || boundary.equals("unknown") || boundary.equals("periodic");
            String general = "primal-dual:tol=1e-5,maxiter=" + iterations;
            return OBJECTIVE.withBoundary(boundary).withMethod(circular ? EXACT : general);
        }
    }

    private record Result(String picture, int blur, Treatment treatment, double whole, double border, double inside) {}

    @Override
    public String name() {
        return "boundaries";
    }

    @Override
    public String help() {
        return "what is taken to lie beyond the frame: PSNR whole, near the border and inside"
                + " --images DIR [--blurs 5,13,21] [--boundaries unknown,...] [--size N] [--iterations N]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--images", "--blurs", "--boundaries", "--size", "--iterations");
            List<Treatment> treatments = treatments(options);
            List<String> sides = options.list(
                    "--blurs", Arrays.stream(BLURS).mapToObj(blur -> "" + blur).toList());
            List<Result> results = new ArrayList<>();
            for (Path file : Pictures.files(options)) {
                NdArray scene = Pictures.gray(file, options.number("--size", SIDE));
                for (String side : sides) {
                    int blur = Integer.parseInt(side);
                    Blurred blurred = observed(scene, blur);
                    for (Treatment treatment : treatments) {
                        Settings settings = treatment.settings(options.number("--iterations", ITERATIONS));
                        NdArray restored = treatment
                                .of(blurred)
                                .deblur(settings)
                                .image()
                                .colours()
                                .get(0);
                        results.add(scored("" + file.getFileName(), blur, treatment, blurred.truth(), restored));
                    }
                }
            }
            print(results, out);
        });
    }

    private static List<Treatment> treatments(Options options) {
        List<String> names = Treatment.ALL.stream().map(Treatment::name).toList();
        List<String> wanted = options.list("--boundaries", names);
        if (!names.containsAll(wanted)) {
            throw new IllegalArgumentException("boundaries '" + String.join(",", wanted)
                    + "' are not all known; there are " + String.join(",", names));
        }
        return Treatment.ALL.stream()
                .filter(treatment -> wanted.contains(treatment.name()))
                .toList();
    }

    private static Blurred observed(NdArray scene, int blur) {
        NdArray kernel = NdArray.full(Shape.of(blur, blur), Precision.FLOAT64, 1.0 / (blur * blur));
        Blurred clean = Blurred.beyondFrame(scene, kernel);
        int least =
                Math.min(clean.truth().shape().extent(0), clean.truth().shape().extent(1));
        if (least <= 2 * MARGIN) {
            throw new IllegalArgumentException(
                    "a picture of " + least + " is all border; give one of more than " + 2 * MARGIN);
        }
        double sigma = Math.sqrt(Scenario.variance(clean.observed()) / BLURRED_SNR);
        return clean.observedAs(new GaussianNoise(sigma).addTo(clean.observed(), SEED));
    }

    private static Result scored(String picture, int blur, Treatment treatment, NdArray truth, NdArray restored) {
        NdArray innerTruth = Blurred.inner(truth, MARGIN);
        NdArray inner = Blurred.inner(restored, MARGIN);
        double all = Quality.mse(truth, restored) * truth.size();
        double inside = Quality.mse(innerTruth, inner) * inner.size();
        double border = (all - inside) / (truth.size() - inner.size());
        Result result = new Result(
                picture,
                blur,
                treatment,
                Quality.psnr(truth, restored, 1),
                -10 * Math.log10(border),
                Quality.psnr(innerTruth, inner, 1));
        Progress.say(
                "%s %d %s: %.2f, border %.2f, inside %.2f",
                picture, blur, treatment.name(), result.whole(), result.border(), result.inside());
        return result;
    }

    private static void print(List<Result> results, PrintStream out) {
        Table table = Table.of("picture", "blur", "beyond the frame", "PSNR", "within 16 of border", "inside");
        results.forEach(result -> row(table, result.picture(), result.treatment(), List.of(result)));
        for (Treatment treatment : Treatment.ALL) {
            List<Result> own = results.stream()
                    .filter(result -> result.treatment().equals(treatment))
                    .toList();
            if (!own.isEmpty()) {
                row(table, "mean", treatment, own);
            }
        }
        table.print(out);
    }

    private static void row(Table table, String picture, Treatment treatment, List<Result> results) {
        String blurs = results.size() == 1 ? "" + results.get(0).blur() : "all";
        table.row(
                picture,
                blurs,
                treatment.name(),
                Table.number(Table.mean(results, Result::whole), 2),
                Table.number(Table.mean(results, Result::border), 2),
                Table.number(Table.mean(results, Result::inside), 2));
    }
}
