package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The shortest vector that satisfies linear inequalities (Lawson &amp; Hanson 1974, algorithm LDP (23.27)).
 */
final class LeastDistance {
    private final double[] x;
    private final double[] multipliers;

    LeastDistance(double[] x, double[] multipliers) {
        this.x = x;
        this.multipliers = multipliers;
    }

    /** The vector. */
    double[] x() {
        return x;
    }

    /** One for each inequality, none negative: {@code x = G' multipliers}. */
    double[] multipliers() {
        return multipliers;
    }

    /**
     * The x with the least norm and {@code G x >= h}; empty if there is none, or none that precision can tell from
     * infinity.
     *
     * @param g rows of G
     */
    static Optional<LeastDistance> of(double[][] g, double[] h, int unknowns) {
        double[] norms = Arrays.stream(g).mapToDouble(DenseSystem::norm).toArray();
        double[] distances = new double[h.length];
        double furthest = 0;
        for (int i = 0; i < h.length; i++) {
            if (norms[i] == 0 && h[i] > 0) {
                return Optional.empty();
            }
            distances[i] = norms[i] == 0 ? 0 : h[i] / norms[i];
            furthest = Math.max(furthest, distances[i]);
        }
        return furthest > 0
                ? scaled(g, h, norms, distances, furthest, unknowns)
                : Optional.of(new LeastDistance(new double[unknowns], new double[h.length]));
    }

    /** With rows of length 1, the furthest of the planes at distance 1. */
    private static Optional<LeastDistance> scaled(
            double[][] g, double[] h, double[] norms, double[] distances, double furthest, int unknowns) {
        double[][] columns = new double[g.length][];
        for (int i = 0; i < g.length; i++) {
            columns[i] = Arrays.copyOf(g[i], unknowns + 1);
            for (int j = 0; j < unknowns && norms[i] > 0; j++) {
                columns[i][j] /= norms[i];
            }
            columns[i][unknowns] = norms[i] > 0 ? distances[i] / furthest : 0;
        }
        double[] target = new double[unknowns + 1];
        target[unknowns] = 1;
        double[] weights = NonNegativeLeastSquares.solve(columns, target);
        double rest = 1;
        for (int i = 0; i < weights.length; i++) {
            rest -= columns[i][unknowns] * weights[i];
        }
        if (!(rest > 16 * Math.ulp(1d))) {
            return Optional.empty();
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= norms[i] > 0 ? furthest / (rest * norms[i]) : 0;
        }
        LeastDistance rough = new LeastDistance(DenseSystem.combined(g, unknowns, weights), weights);
        return Optional.of(refined(g, h, weights, unknowns).orElse(rough));
    }

    /** Solved once more with the inequalities that hold as equations, to all digits; empty if that is degenerate. */
    private static Optional<LeastDistance> refined(double[][] g, double[] h, double[] multipliers, int unknowns) {
        int[] active =
                IntStream.range(0, h.length).filter(i -> multipliers[i] > 0).toArray();
        double[][] columns = Arrays.stream(active).mapToObj(i -> g[i]).toArray(double[][]::new);
        PivotedQr factors = PivotedQr.of(columns, unknowns);
        if (factors.rank() < active.length) {
            return Optional.empty();
        }
        double[] turned = factors.solveTransposed(
                Arrays.stream(active).mapToDouble(i -> h[i]).toArray());
        double[] found = factors.solve(turned);
        double[] all = new double[h.length];
        for (int k = 0; k < active.length; k++) {
            if (!(found[k] >= 0)) {
                return Optional.empty();
            }
            all[active[k]] = found[k];
        }
        return Optional.of(new LeastDistance(factors.turnedBack(turned), all));
    }
}
