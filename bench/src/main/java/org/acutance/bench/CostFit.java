package org.acutance.bench;

import java.util.Arrays;
import java.util.List;
import org.acutance.bench.ConvolutionCase.Run;
import org.acutance.math.convolution.Operation;

/** Non-negative costs per operation whose predictions have the least mean squared relative error. */
final class CostFit {
    private static final int SWEEPS = 20_000;

    private final double[][] shares;
    private final double[] costs = new double[Operation.values().length];
    private final double[] residuals;

    private CostFit(List<Run> runs) {
        this.shares = runs.stream()
                .map(run -> Arrays.stream(Operation.values())
                        .mapToDouble(operation -> run.work().count(operation) / run.time())
                        .toArray())
                .toArray(double[][]::new);
        this.residuals = new double[shares.length];
        Arrays.fill(residuals, -1);
    }

    /**
     * Cyclic coordinate descent, which finds the minimum because the problem is convex.
     *
     * @return nanoseconds per operation, in the order of {@link Operation}
     */
    static double[] fit(List<Run> runs) {
        CostFit fit = new CostFit(runs);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int operation = 0; operation < fit.costs.length; operation++) {
                fit.improve(operation);
            }
        }
        return fit.costs;
    }

    private void improve(int operation) {
        double slope = 0;
        double curvature = 0;
        for (int i = 0; i < residuals.length; i++) {
            slope += shares[i][operation] * residuals[i];
            curvature += shares[i][operation] * shares[i][operation];
        }
        if (curvature > 0) {
            double change = Math.max(-costs[operation], -slope / curvature);
            costs[operation] += change;
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] += change * shares[i][operation];
            }
        }
    }
}
