package org.acutance.deblur.likelihood;

/**
 * How far a prediction m is from an observation y, for one pixel: the I-divergence {@code m - y + y log(y / m)}, the
 * negative logarithm of a Poisson likelihood, optionally damped where the two differ by no more than noise.
 *
 * <p>Damping is White's (1994): with U the divergence in units of half the squared threshold, what counts is
 * {@code f(U) = 9/11 (1 - U^11) + U^10} where U is below 1, which is flat near 0, and U itself above.
 *
 * @param threshold standard deviations of photon noise below which differences are damped; 0 for none
 * @param photons photons for one unit of the samples, the measure of that noise
 * @param least predictions below this draw nothing towards the observation, scikit-image's {@code filter_epsilon}
 */
public record Divergence(double threshold, double photons, double least) {
    /** The plain I-divergence. */
    public static final Divergence PLAIN = new Divergence(0, 1, 0);

    private static final double POWER = 10;

    /** The divergence. */
    double value(double observed, double predicted) {
        double plain = plain(observed, predicted);
        double scale = scale();
        double damped = plain * scale;
        return threshold == 0 || damped >= 1 ? plain : flattened(damped) / scale;
    }

    /** Its derivative with respect to the prediction. */
    double slope(double observed, double predicted) {
        double plain = predicted < least ? 1 : 1 - observed / predicted;
        return plain * weight(observed, predicted);
    }

    /** Whether it is the I-divergence as it is. */
    boolean isPlain() {
        return threshold == 0 && least <= 0;
    }

    /** Its second derivative with respect to the prediction. */
    double curvature(double observed, double predicted) {
        double plain = predicted < least ? 0 : observed / (predicted * predicted);
        double damped = plain(observed, predicted) * scale();
        if (threshold == 0 || damped >= 1) {
            return plain;
        }
        double slope = 1 - observed / predicted;
        double bend = POWER * (POWER - 1) * Math.pow(damped, POWER - 2) * (1 - damped);
        return plain * weight(observed, predicted) + bend * scale() * slope * slope;
    }

    /** How much of the plain slope is left, 0 to 1. */
    private double weight(double observed, double predicted) {
        double damped = threshold == 0 ? 1 : plain(observed, predicted) * scale();
        return damped >= 1 ? 1 : Math.pow(damped, POWER - 1) * (POWER - (POWER - 1) * damped);
    }

    private double scale() {
        return threshold == 0 ? 1 : 2 * photons / (threshold * threshold);
    }

    private double plain(double observed, double predicted) {
        double from = Math.max(predicted, least);
        return predicted - observed + (observed > 0 ? observed * Math.log(observed / from) : 0);
    }

    private static double flattened(double u) {
        return (POWER - 1) / (POWER + 1) * (1 - Math.pow(u, POWER + 1)) + Math.pow(u, POWER);
    }
}
