package org.acutance.deblur.prior;

import org.acutance.math.array.Kernel;
import org.acutance.math.autodiff.Tensor;

/**
 * {@code sqrt(r^2 + eps^2) - eps} (Charbonnier et al. 1997).
 *
 * @param eps the length about which the square goes over to the length
 */
record Hyperbolic(double eps) implements Profile {
    private static final int MOST_STEPS = 60;

    @Override
    public Tensor at(Tensor squaredLengths) {
        return squaredLengths.dividedBy(squaredLengths.plus(eps * eps).sqrt().plus(eps));
    }

    @Override
    public void bend(double[] squares, double[] first, double[] second, int count) {
        for (int i = 0; i < count; i++) {
            double root = Math.sqrt(squares[i] + eps * eps);
            squares[i] /= root + eps;
            first[i] = 1 / root;
            second[i] = -1 / (root * root * root);
        }
    }

    @Override
    public Kernel values() {
        return (in, out, count) -> {
            for (int i = 0; i < count; i++) {
                out[i] = in[0][i] * in[0][i] / (Math.hypot(in[0][i], eps) + eps);
            }
        };
    }

    @Override
    public Kernel factors(double step) {
        return (in, out, count) -> {
            for (int i = 0; i < count; i++) {
                out[i] = in[0][i] == 0 ? 1 : shortened(in[0][i], step) / in[0][i];
            }
        };
    }

    /**
     * The z with {@code z + step z / sqrt(z^2 + eps^2) = length}. The left side is concave, so that Newton's method
     * climbs to z from any point below.
     */
    private double shortened(double length, double step) {
        double z = Math.max(length - step, length / (1 + step / eps));
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < MOST_STEPS && z > before; i++) {
            double root = Math.sqrt(z * z + eps * eps);
            before = z;
            z += (length - z - step * z / root) / (1 + step * eps * eps / (root * root * root));
        }
        return Math.min(z, length);
    }
}
