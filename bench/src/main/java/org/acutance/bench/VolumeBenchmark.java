package org.acutance.bench;

import java.io.PrintStream;
import java.util.List;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.restoration.Restored;
import org.acutance.math.array.NdArray;

/** A simulated volume with nothing set by hand, beside Richardson-Lucy as DeconvolutionLab2 has it, at its best. */
final class VolumeBenchmark implements Benchmark {
    private static final String PSF = "gibson-lanni:na=1.2,wavelength=520nm,voxel=250nmx110nmx110nm,size=15x25x25";
    private static final int PLANES = 24;
    private static final int SIDE = 64;
    private static final int MOST_ITERATIONS = 100;

    @Override
    public String name() {
        return "volume";
    }

    @Override
    public String help() {
        return "a simulated volume against its truth: correlation, PSNR, seconds; nothing set by hand,"
                + " beside Richardson-Lucy at its best [--planes N] [--side N] [--iterations N] [--psf ...]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--planes", "--side", "--iterations", "--psf");
            Blurred blurred = SimulatedVolume.observed(
                    options.text("--psf").orElse(PSF),
                    options.number("--planes", PLANES),
                    options.number("--side", SIDE));
            int iterations = options.number("--iterations", MOST_ITERATIONS);
            out.println("volume " + blurred.truth().shape() + ", point spread function of "
                    + blurred.kernel().shape());
            Table table = Table.of("method", "correlation", "PSNR", "seconds");
            row(table, "observed", blurred, blurred.observed(), 0);
            Restored restored = blurred.deblur(Blurred.DEFAULTS);
            row(
                    table,
                    "nothing set by hand",
                    blurred,
                    restored.image().colours().get(0),
                    restored.seconds());
            richardsonLucy(table, blurred, "periodic", iterations);
            richardsonLucy(table, blurred, "zero", iterations);
            table.print(out);
        });
    }

    private static void richardsonLucy(Table table, Blurred blurred, String boundary, int iterations) {
        BestIterate best = BestIterate.of(
                blurred,
                Blurred.DEFAULTS
                        .withBoundary(boundary)
                        .withPrior("none")
                        .withMethod("richardson-lucy:normalise=none,iterations=" + iterations),
                restored -> correlation(blurred.truth(), restored));
        String name = "Richardson-Lucy, " + boundary + ", best iteration " + best.iteration();
        row(table, name, blurred, best.picture(), best.seconds());
    }

    private static void row(Table table, String name, Blurred blurred, NdArray restored, double seconds) {
        table.row(
                name,
                Table.number(correlation(blurred.truth(), restored), 4),
                Table.number(
                        Quality.psnr(blurred.truth(), restored, blurred.truth().max()), 2),
                Table.number(seconds, 1));
    }

    /** Normalised cross-correlation: of the deviations from the means, over their lengths. */
    private static double correlation(NdArray truth, NdArray restored) {
        NdArray a = deviation(truth);
        NdArray b = deviation(restored);
        return a.dot(b) / (a.norm() * b.norm());
    }

    private static NdArray deviation(NdArray volume) {
        return volume.minus(NdArray.scalar(volume.sum() / volume.size()));
    }
}
