package org.acutance.deblur.noise;

import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;
import org.acutance.math.linear.PeriodicConvolution;

/**
 * What of an image is noise for certain: its part in the frequencies that the blur has emptied of the scene.
 *
 * @param residual that part, of the shape of the image
 * @param energy what the residual's square is expected to be where the noise has variance 1, of the same shape
 * @param share part of all frequencies
 */
record NoisePart(NdArray residual, NdArray energy, double share) {
    /**
     * Separates noise.
     *
     * @param values the samples, all finite, FLOAT64
     * @param psf what the scene was blurred by
     */
    static NoisePart of(NdArray values, Psf psf) {
        Fft fft = Fft.plan(values.shape(), Precision.FLOAT64);
        NdArray taper = Taper.of(values.shape());
        NdArray centred = values.plus(NdArray.scalar(-values.sum() / values.size()));
        Spectrum image = fft.forward(centred.times(taper));
        Spectrum blur = PeriodicConvolution.response(psf.kernel().to(Precision.FLOAT64), values.shape());
        QuietBand band = QuietBand.of(blur, image);
        NdArray residual = fft.inverse(new Spectrum(
                image.shape(),
                image.real().times(band.members()),
                image.imaginary().times(band.members())));
        NdArray squared = taper.times(taper);
        return new NoisePart(residual, squared.times(band.share()), band.share());
    }
}
