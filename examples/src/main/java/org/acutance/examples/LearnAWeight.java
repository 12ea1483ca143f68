package org.acutance.examples;

import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.sampling.Smoothing;
import org.acutance.math.optimize.Implicit;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Solution;

/** Learns the weight of a prior from one signal that is known, by differentiating through the minimisation. */
public final class LearnAWeight {
    private static final int SIZE = 60;

    private LearnAWeight() {}

    private static Tensor blur(Tensor x) {
        return Smoothing.gaussianFilter(x, Boundary.REFLECT, 2);
    }

    /** Squared residuals and smoothed total variation; the weight is given by its logarithm. */
    private static Tensor objective(Tensor x, Tensor logWeight, Tensor data) {
        Tensor variation = x.differences(0).square().plus(1e-3).sqrt().sum();
        return blur(x).minus(data).squaredNorm().plus(variation.times(logWeight.exp()));
    }

    /** Prints the error of the restored signal with the first weight, with the learnt one, and with others. */
    public static void main(String[] arguments) {
        Tensor truth =
                Tensor.of(IntStream.range(0, SIZE).mapToDouble(i -> i / 12 % 2).toArray(), SIZE);
        Random random = new Random(1);
        Tensor noise = Tensor.of(
                IntStream.range(0, SIZE)
                        .mapToDouble(i -> 0.02 * random.nextGaussian())
                        .toArray(),
                SIZE);
        Tensor data = blur(truth).plus(noise);

        UnaryOperator<Tensor> restored = Implicit.minimum(
                (x, logWeight) -> objective(x, logWeight, data), Minimize.by("newton-cg:xtol=1e-10"), data.value());
        UnaryOperator<Tensor> error =
                logWeight -> restored.apply(logWeight).minus(truth).squaredNorm();
        Tensor first = Tensor.scalar(0);
        System.out.println("error at weight 1 is " + error.apply(first).item() + ", its slope "
                + Gradients.grad(error).apply(first).item());

        Solution learnt = Minimize.by("l-bfgs:gtol=1e-6").minimize(Objective.differentiated(error), NdArray.scalar(0));
        System.out.println("learnt weight " + Math.exp(learnt.x().item()) + " has error " + learnt.fun());
        for (double step : new double[] {-0.3, 0.3}) {
            double beside = error.apply(Tensor.of(learnt.x()).plus(step)).item();
            System.out.println("beside it the error is " + beside);
            if (!(beside > learnt.fun())) {
                throw new IllegalStateException("the learnt weight is not the best one nearby");
            }
        }
    }
}
