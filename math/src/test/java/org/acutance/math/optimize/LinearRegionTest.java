package org.acutance.math.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Points on a disk of radius 1, found on paper. */
class LinearRegionTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double[][] NONE = {};

    private static void assertAt(double[] step, double x, double y) {
        assertThat(step[0]).isCloseTo(x, within(2e-3));
        assertThat(step[1]).isCloseTo(y, within(2e-3));
        assertThat(Math.hypot(step[0], step[1])).isLessThanOrEqualTo(1 + 1e-12);
    }

    private static LinearRegion free(double[][] rows, double... excesses) {
        return new LinearRegion(rows, excesses, new double[] {-INF, -INF}, new double[] {INF, INF}, 1);
    }

    @Test
    void downhillToTheEdge() {
        assertAt(free(NONE).least(new double[] {3, 4}), -0.6, -0.8);
    }

    @Test
    void alongAConstraintToTheEdge() {
        LinearRegion half = free(new double[][] {{1, 0}}, -0.5);

        assertAt(half.least(new double[] {-1, 0}), 0.5, 0);
        assertAt(half.least(new double[] {-1, -0.01}), 0.5, Math.sqrt(0.75));
        assertAt(half.least(new double[] {1, 0}), -1, 0);
    }

    @Test
    void intoTheCornerOfTwoConstraints() {
        double[][] rows = {{1, 1}, {1, -1}};

        assertAt(free(rows, -0.5, -0.1).least(new double[] {-1, 0}), 0.3, 0.2);
    }

    @Test
    void withinBounds() {
        LinearRegion box =
                new LinearRegion(NONE, new double[0], new double[] {-0.25, -INF}, new double[] {INF, INF}, 1);

        assertAt(box.least(new double[] {3, 4}), -0.25, -Math.sqrt(1 - 0.0625));
    }

    @Test
    void asNearAsItGetsWhereConstraintsAreOutOfReach() {
        LinearRegion far = free(new double[][] {{1, 0}}, 3);
        LinearRegion contrary = free(new double[][] {{1, 0}, {-1, 0}}, 0.5, 0.1);

        assertThat(far.loosened()).isCloseTo(2, within(1e-6));
        assertAt(far.least(new double[] {0, 0}), -1, 0);
        assertThat(contrary.loosened()).isCloseTo(0.3, within(1e-6));
        assertAt(contrary.least(new double[] {0, 1}), -0.2, -Math.sqrt(0.96));
    }

    /** The straight way to the least of the bowl crosses the constraint. */
    @Test
    void aParabolaIsFollowedAlongAConstraint() {
        double[][] bowl = {{2, 0}, {0, 2}};
        double[] none = {-INF, -INF};
        double[] most = {INF, INF};
        QuadraticRegion half = new QuadraticRegion(new double[][] {{1, 1}}, new double[] {-0.5}, none, most, 1);
        QuadraticRegion saddle = new QuadraticRegion(NONE, new double[0], none, most, 1);

        assertAt(half.least(new double[] {-1.2, -0.4}, bowl), 0.45, 0.05);
        assertAt(saddle.least(new double[] {0, 1}, new double[][] {{1, 0}, {0, -3}}), 0, -1);
    }
}
