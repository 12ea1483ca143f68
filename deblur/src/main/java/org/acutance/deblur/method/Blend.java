package org.acutance.deblur.method;

import org.acutance.deblur.model.Formation;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;
import org.acutance.math.linear.PeriodicConvolution;

/**
 * A point between two estimates, frequency by frequency: {@code x1 + s (x2 - x1)} with a share s that depends on how much
 * the blur leaves, {@code s = a + b log|H|}, kept between 0 and 1. The two numbers make an unbiased estimate of the
 * risk of the blend small (Stein 1981, by Monte Carlo as Ramani, Blu &amp; Unser 2008) where the blur leaves enough to tell;
 * the line goes on to frequencies of which nothing was observed.
 *
 * @param problem what both estimates solve; its blur is circular on the canvas
 * @param first an estimate, of the shape of the canvas
 * @param second another
 */
record Blend(Problem problem, NdArray first, NdArray second) {
    /**
     * The blend.
     *
     * @param moved two estimates like these for samples that were shifted
     * @param probe the direction of the shift, as large as the noise, 0 for samples that do not count
     * @param shift its length in multiples of the probe
     */
    NdArray with(Blend moved, NdArray probe, double shift) {
        Formation formation = problem.formation();
        NdArray noise = probe.times(1 / formation.gain());
        NdArray residual = formation.light(problem.observation().filled()).minus(blurred(first));
        NdArray change = moved.difference().minus(difference()).times(1 / shift);
        ShareLine line = new ShareLine();
        add(
                line,
                spectrum(difference(), probe),
                spectrum(residual, probe),
                spectrum(noise, probe),
                spectrum(change, probe));
        return between(line.fit(noise.dot(noise)));
    }

    private NdArray difference() {
        return blurred(second.minus(first));
    }

    private NdArray blurred(NdArray scene) {
        return problem.formation().blur().apply(scene);
    }

    /** The spectrum of what is at the samples that count. */
    private Spectrum spectrum(NdArray frame, NdArray probe) {
        NdArray counted = NdArray.elementwise(
                "counted",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[1][i] == 0 ? 0 : in[0][i];
                    }
                },
                frame,
                probe);
        return fft().forward(problem.formation().embed(counted));
    }

    /** Frequencies that stand for themselves and their conjugates count as one. */
    private void add(ShareLine line, Spectrum difference, Spectrum residual, Spectrum noise, Spectrum change) {
        double[] response = response();
        double[] power = difference.squaredMagnitude().toDoubles();
        double[] product =
                product(difference, residual).minus(product(noise, change)).toDoubles();
        for (int i = 0; i < power.length; i++) {
            line.add(response[i], product[i], power[i]);
        }
    }

    private static NdArray product(Spectrum a, Spectrum b) {
        return a.real().times(b.real()).plus(a.imaginary().times(b.imaginary()));
    }

    private NdArray between(ShareLine.Line line) {
        double[] shares = response();
        for (int i = 0; i < shares.length; i++) {
            shares[i] = line.share(shares[i]);
        }
        Spectrum step = fft().forward(second.minus(first));
        NdArray share = NdArray.of(shares, step.real().shape(), Precision.FLOAT64);
        return first.plus(fft().inverse(new Spectrum(
                step.shape(), step.real().times(share), step.imaginary().times(share))));
    }

    private double[] response() {
        return circulant().response().squaredMagnitude().toDoubles();
    }

    private PeriodicConvolution circulant() {
        return problem.formation().circulant().orElseThrow();
    }

    private Fft fft() {
        return Fft.plan(circulant().domain(), Precision.FLOAT64);
    }
}
