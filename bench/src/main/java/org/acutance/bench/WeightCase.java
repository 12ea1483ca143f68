package org.acutance.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.acutance.deblur.image.PoissonNoise;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.NdArray;
import org.acutance.math.linear.PeriodicConvolution;

/**
 * A scene blurred circularly, for which the weight of total variation is to be found.
 *
 * @param name of blur and noise
 * @param blurred samples from 0 to 1
 * @param fidelity the data term; the level of its noise is not told
 */
record WeightCase(String name, Blurred blurred, String fidelity) {
    private static final int[] PEAKS = {100, 1000};
    private static final long SEED = 2013;

    /** The {@link Scenario six scenarios}, and photon noise at two levels over the first blur. */
    static List<WeightCase> of(NdArray scene) {
        List<WeightCase> cases = new ArrayList<>();
        for (Scenario scenario : Scenario.ALL) {
            NdArray observed = scenario.observe(scene.times(Scenario.PEAK)).picture();
            Blurred blurred = new Blurred(scene, observed.times(1 / Scenario.PEAK), scenario.kernel());
            cases.add(new WeightCase("" + scenario.number(), blurred, "gaussian"));
        }
        NdArray kernel = Scenario.ALL.get(0).kernel();
        NdArray light = Blurred.light(new PeriodicConvolution(kernel, scene.shape()).apply(scene));
        for (int peak : PEAKS) {
            Blurred blurred = new Blurred(scene, new PoissonNoise(peak).addTo(light, SEED), kernel);
            cases.add(new WeightCase("poisson " + peak, blurred, "poisson"));
        }
        return List.copyOf(cases);
    }

    /** How it is solved. */
    Settings settings(String method) {
        return Blurred.DEFAULTS
                .withFidelity(fidelity)
                .withPrior("tv:weight=auto")
                .withBoundary("periodic")
                .withMethod(method);
    }

    /** Peak signal-to-noise ratio in decibels. */
    double psnr(NdArray restored) {
        return Quality.psnr(blurred.truth(), restored, 1);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%s)", name, fidelity);
    }
}
