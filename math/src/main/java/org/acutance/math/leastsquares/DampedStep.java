package org.acutance.math.leastsquares;

/**
 * The step that minimises a linear model's squares within a ball: {@code (J^T J + a I) p = -J^T f} with a such that p is
 * as long as the ball's radius, found by Newton's method between bounds (Moré, The Levenberg-Marquardt algorithm, 1978,
 * section 5).
 *
 * @param step the step
 * @param damping a; 0 if the minimum lies within the ball
 */
@SuppressWarnings("ArrayRecordComponent")
record DampedStep(double[] step, double damping) {
    private static final int TRIALS = 10;
    private static final double SAFE = 1e-3;

    /**
     * The step.
     *
     * @param svd of J, with f as its right-hand side
     * @param isFullRank whether all singular values count
     * @param guess of the damping
     * @param precision by how much of the radius the step may be longer or shorter
     */
    static DampedStep within(double radius, Svd svd, boolean isFullRank, double guess, double precision) {
        if (isFullRank) {
            double[] newton = step(svd, 0);
            if (Dense.norm(newton) <= radius) {
                return new DampedStep(newton, 0);
            }
        }
        double upper = slopeNorm(svd) / radius;
        double lower = isFullRank ? excess(svd, 0, radius) / decrease(svd, 0) : 0;
        double damping = isFullRank || guess > 0 ? guess : Math.max(SAFE * upper, Math.sqrt(lower * upper));
        for (int i = 0; i < TRIALS; i++) {
            if (damping < lower || damping > upper) {
                damping = Math.max(SAFE * upper, Math.sqrt(lower * upper));
            }
            double excess = excess(svd, damping, radius);
            upper = excess < 0 ? damping : upper;
            double newton = excess / decrease(svd, damping);
            lower = Math.max(lower, damping + newton);
            damping += (excess + radius) * newton / radius;
            if (Math.abs(excess) < precision * radius) {
                break;
            }
        }
        return new DampedStep(step(svd, damping), damping);
    }

    /** This step, made exactly as long as the radius if it was cut short. */
    DampedStep ofLength(double radius) {
        return damping == 0 ? this : new DampedStep(Dense.scaled(radius / Dense.norm(step), step), damping);
    }

    private static double[] step(Svd svd, double damping) {
        double[] components = new double[svd.size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = -component(svd, damping, i);
        }
        return svd.combined(components);
    }

    private static double component(Svd svd, double damping, int index) {
        double value = svd.value(index);
        return value == 0 ? 0 : value * svd.along(index) / (value * value + damping);
    }

    private static double slopeNorm(Svd svd) {
        double sum = 0;
        for (int i = 0; i < svd.size(); i++) {
            sum = Math.hypot(sum, svd.value(i) * svd.along(i));
        }
        return sum;
    }

    private static double excess(Svd svd, double damping, double radius) {
        double length = 0;
        for (int i = 0; i < svd.size(); i++) {
            length = Math.hypot(length, component(svd, damping, i));
        }
        return length - radius;
    }

    /** By how much the step shortens as the damping grows. */
    private static double decrease(Svd svd, double damping) {
        double sum = 0;
        double length = 0;
        for (int i = 0; i < svd.size(); i++) {
            double component = component(svd, damping, i);
            double value = svd.value(i);
            sum += component == 0 ? 0 : component * component / (value * value + damping);
            length = Math.hypot(length, component);
        }
        return sum / length;
    }
}
