package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** How a first-order method makes a direction of the gradients so far. */
public sealed interface MomentRule {
    /**
     * What is remembered of the gradients.
     *
     * @param mean a decaying mean or sum
     * @param square a decaying mean of the squares; of no elements where a rule needs none
     * @param age gradients that went into them
     */
    record Moments(NdArray mean, NdArray square, int age) {}

    /**
     * A direction, to be multiplied by the learning rate and subtracted, and what is remembered then.
     *
     * @param direction of the point's shape
     * @param moments with the gradient in them
     */
    record Move(NdArray direction, Moments moments) {}

    /** The direction that a gradient leads to. */
    Move move(Moments before, NdArray gradient);

    /** Nothing remembered. */
    default Moments fresh(NdArray x) {
        NdArray zero = NdArray.zeros(x.shape(), x.precision());
        return new Moments(zero, zero, 0);
    }

    /**
     * Adam (Kingma &amp; Ba 2015, algorithm 1).
     *
     * @param beta1 decay of the mean of the gradient
     * @param beta2 decay of the mean of its square
     * @param epsilon added to the root of the mean square
     */
    record Adam(double beta1, double beta2, double epsilon) implements MomentRule {
        @Override
        public Move move(Moments before, NdArray gradient) {
            int age = before.age() + 1;
            NdArray mean = Vectors.combine(beta1, before.mean(), 1 - beta1, gradient);
            NdArray square = decayingSquare(beta2, before.square(), gradient);
            double squareScale = 1 / (1 - Math.pow(beta2, age));
            NdArray direction = overRoot(1 / (1 - Math.pow(beta1, age)), mean, squareScale, square, epsilon);
            return new Move(direction, new Moments(mean, square, age));
        }
    }

    /**
     * RMSprop (Tieleman &amp; Hinton 2012), the direction with momentum as PyTorch has it.
     *
     * @param alpha decay of the mean of the gradient's square
     * @param epsilon added to its root
     * @param momentum what remains of the direction before
     */
    record RmsProp(double alpha, double epsilon, double momentum) implements MomentRule {
        @Override
        public Move move(Moments before, NdArray gradient) {
            NdArray square = decayingSquare(alpha, before.square(), gradient);
            NdArray scaled = overRoot(1, gradient, 1, square, epsilon);
            NdArray direction = scaled.plusScaled(momentum, before.mean());
            return new Move(direction, new Moments(direction, square, before.age() + 1));
        }
    }

    /**
     * The gradient with momentum (Polyak 1964), or Nesterov's (Sutskever et al. 2013), as PyTorch's {@code SGD}.
     *
     * @param momentum what remains of the direction before
     * @param nesterov whether to look ahead along the direction
     */
    record Sgd(double momentum, boolean nesterov) implements MomentRule {
        @Override
        public Moments fresh(NdArray x) {
            return new Moments(NdArray.zeros(x.shape(), x.precision()), NdArray.zeros(Shape.of(0), x.precision()), 0);
        }

        @Override
        public Move move(Moments before, NdArray gradient) {
            NdArray sum = gradient.plusScaled(momentum, before.mean());
            NdArray direction = nesterov ? gradient.plusScaled(momentum, sum) : sum;
            return new Move(direction, new Moments(sum, before.square(), before.age() + 1));
        }
    }

    private static NdArray decayingSquare(double decay, NdArray square, NdArray gradient) {
        return NdArray.elementwise(
                "mean square",
                (in, out, count) -> {
                    double[] v = in[0];
                    double[] g = in[1];
                    for (int i = 0; i < count; i++) {
                        out[i] = decay * v[i] + (1 - decay) * g[i] * g[i];
                    }
                },
                square,
                gradient);
    }

    private static NdArray overRoot(double scale, NdArray mean, double squareScale, NdArray square, double epsilon) {
        return NdArray.elementwise(
                "over root",
                (in, out, count) -> {
                    double[] m = in[0];
                    double[] v = in[1];
                    for (int i = 0; i < count; i++) {
                        out[i] = scale * m[i] / (Math.sqrt(squareScale * v[i]) + epsilon);
                    }
                },
                mean,
                square);
    }
}
