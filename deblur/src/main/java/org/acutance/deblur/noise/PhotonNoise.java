package org.acutance.deblur.noise;

/**
 * Noise of counted photons and of the camera: {@code variance = gain * (mean - background) + readout^2}.
 *
 * @param gain value that one photon adds, in units of the samples, positive
 * @param background value of the camera without light, in units of the samples
 * @param readout standard deviation of the noise that does not depend on the light, in units of the samples
 */
public record PhotonNoise(double gain, double background, double readout) {
    /** How many of its standard errors an intercept must be from 0 to be believed. */
    private static final double BELIEVED = 2;

    /**
     * @throws IllegalArgumentException if the gain is not positive, the readout noise negative, or a number not finite
     */
    public PhotonNoise {
        if (!(gain > 0
                && Double.isFinite(gain)
                && Double.isFinite(background)
                && readout >= 0
                && Double.isFinite(readout))) {
            throw new IllegalArgumentException("photon noise: gain " + gain + ", background " + background
                    + " and readout " + readout + " are not a positive number, a number, and a number of at least 0");
        }
    }

    /** The variance where the expected value is the given one, not below that of the readout. */
    public double variance(double mean) {
        return Math.max(0, gain * (mean - background)) + readout * readout;
    }

    /**
     * What a line says. Background and readout noise cannot be told apart by it: a line that is above 0 at level 0 is
     * taken to be due to the readout, one that is below due to the background, which then cannot be above the darkest
     * level.
     *
     * @param line the variances
     * @param darkest the lowest level of the image, which may be below those of the line
     */
    static PhotonNoise of(VarianceLine line, double darkest) {
        double intercept = Math.abs(line.intercept()) > BELIEVED * line.interceptError() ? line.intercept() : 0;
        double gain = line.slope();
        double background = intercept < 0 ? Math.min(-intercept / gain, Math.min(line.low(), darkest)) : 0;
        return new PhotonNoise(gain, background, Math.sqrt(Math.max(0, intercept)));
    }

    /** This noise if the background is known and not what it was taken to be; the line of variances stays. */
    PhotonNoise withBackground(double known) {
        double intercept = readout * readout - gain * background;
        return new PhotonNoise(gain, known, Math.sqrt(Math.max(0, intercept + gain * known)));
    }
}
