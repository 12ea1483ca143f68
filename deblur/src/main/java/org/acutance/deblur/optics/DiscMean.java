package org.acutance.deblur.optics;

/** The mean of a profile around the axis over a disc somewhere else, by a quadrature in polar coordinates. */
final class DiscMean {
    private static final int LEAST_NODES = 8;
    private static final double NODES_PER_STEP = 0.05;

    private final double[] radii;
    private final double[] weights;
    private final double[] cosines;

    /** A disc of a radius counted in steps of the profile. */
    DiscMean(double radius) {
        int nodes = LEAST_NODES + (int) (NODES_PER_STEP * radius);
        GaussLegendre rule = new GaussLegendre(nodes, 0, radius);
        this.radii = new double[nodes];
        this.weights = new double[nodes];
        this.cosines = new double[nodes];
        for (int j = 0; j < nodes; j++) {
            radii[j] = rule.node(j);
            weights[j] = rule.weight(j) * 2 * radii[j] / (radius * radius * nodes);
            cosines[j] = Math.cos((j + 0.5) * Math.PI / nodes);
        }
    }

    /** The mean over the disc whose middle is {@code at} steps from the axis. */
    double of(double[] profile, double at) {
        double sum = 0;
        for (int i = 0; i < radii.length; i++) {
            double squares = at * at + radii[i] * radii[i];
            double ring = 0;
            for (double cosine : cosines) {
                double distance = Math.sqrt(Math.max(0, squares + 2 * at * radii[i] * cosine));
                ring += RadialIntensity.interpolate(profile, distance);
            }
            sum += weights[i] * ring;
        }
        return sum;
    }
}
