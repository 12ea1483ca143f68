package org.acutance.deblur.noise;

/**
 * The generalised Anscombe transform (Murtagh, Starck &amp; Bijaoui 1995, Astronomy &amp; Astrophysics Supplement 112):
 * it gives noise of photons and readout a variance of about 1 everywhere. The square root is continued by its tangent
 * below {@code background - gain / 4}, so that the transform is defined, differentiable and increasing for all numbers.
 *
 * @param noise gain, background and readout noise
 */
public record Anscombe(PhotonNoise noise) {
    private static final double THREE_EIGHTHS = 0.375;
    private static final double JOINT = 0.125;

    /** The variance-stabilised value. */
    public double forward(double value) {
        double argument = argument(value);
        double joint = joint();
        return argument >= joint
                ? 2 * Math.sqrt(argument)
                : 2 * Math.sqrt(joint) + (argument - joint) / Math.sqrt(joint);
    }

    /** The value whose transform is the given number: the plain inverse, for what is nearly free of noise. */
    public double preimage(double transformed) {
        double joint = joint();
        double root = 2 * Math.sqrt(joint);
        double argument =
                transformed >= root ? transformed * transformed / 4 : joint + (transformed - root) * Math.sqrt(joint);
        return noise.background() + noise.gain() * (argument - offset());
    }

    /** The slope of {@link #forward}, per unit of the value. */
    public double slope(double value) {
        return 1 / (noise.gain() * Math.sqrt(Math.max(argument(value), joint())));
    }

    /** The slope of {@link #slope}. */
    public double curvature(double value) {
        double argument = argument(value);
        return argument >= joint() ? -0.5 / (noise.gain() * noise.gain() * argument * Math.sqrt(argument)) : 0;
    }

    /** The squared half of the transform where it is a square root: light in photons and {@link #offset}. */
    private double argument(double value) {
        return (value - noise.background()) / noise.gain() + offset();
    }

    /** What is under the square root without light. */
    public double offset() {
        return THREE_EIGHTHS + readout();
    }

    /** What is under the square root where its tangent takes over. */
    public double joint() {
        return JOINT + readout();
    }

    /** The variance of the readout in squared photons. */
    private double readout() {
        double sigma = noise.readout() / noise.gain();
        return sigma * sigma;
    }

    /**
     * The expected value whose noisy transform has the given mean: the closed-form approximation of the exact unbiased
     * inverse (M&auml;kitalo &amp; Foi 2013, IEEE Trans. Image Processing 22, equation 10, with the readout noise taken
     * off as in the text there); the background where the transform is below that of no light.
     *
     * @param transformed a mean of transformed values
     */
    public double inverse(double transformed) {
        double d = Math.max(transformed, 2 * Math.sqrt(offset()));
        double photons =
                d * d / 4 - 0.125 + Math.sqrt(1.5) * (1 / (4 * d) + 5 / (8 * d * d * d)) - 11 / (8 * d * d) - readout();
        return noise.background() + noise.gain() * Math.max(0, photons);
    }
}
