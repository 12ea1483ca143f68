package org.acutance.examples;

import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizers;
import org.acutance.math.optimize.Solution;

/** Minimises Rosenbrock's function, written as plain Java, by every method; the derivatives come by themselves. */
public final class MinimizeAFunction {
    private MinimizeAFunction() {}

    private static Tensor rosenbrock(Tensor x) {
        int n = x.shape().extent(0);
        Tensor head = x.slice(0, 0, n - 1);
        Tensor tail = x.slice(0, 1, n);
        Tensor valley = tail.minus(head.square()).square().times(100);
        return valley.plus(head.minus(1).square()).sum();
    }

    /** Prints a line per method. */
    public static void main(String[] arguments) {
        Objective objective = Objective.differentiated(MinimizeAFunction::rosenbrock);
        NdArray start = NdArray.vector(-1.2, 1, -1.2, 1);
        for (String method : Optimizers.CATALOGUE.names()) {
            Solution solution = Minimize.by(method).minimize(objective, start);
            System.out.printf(
                    "%-16s %.2e after %d iterations and %d gradients: %s%n",
                    method, solution.fun(), solution.nit(), solution.njev(), solution.message());
        }
    }
}
