package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Term;

/**
 * The sum of powers of the absolute differences along every axis, as the differences of photographs are distributed
 * (Krishnan &amp; Fergus 2009). It is not convex.
 *
 * @param exponent above 0, at most 1
 * @param voxel distance of neighbours, one or one per axis
 */
record HyperLaplacian(double exponent, List<Double> voxel) implements Prior {
    @Override
    public Optional<List<Term>> terms(Domain domain) {
        return Optional.of(List.of(new Term(domain.grid(voxel).gradient(), new Powers(exponent))));
    }

    /**
     * The sum of powers. The proximal map of an element v is 0 or the larger root of
     * {@code z - |v| + step exponent z^(exponent - 1)}, whichever costs less; that function is convex, so that Newton's
     * method comes down to the root from |v|.
     *
     * @param exponent above 0, at most 1
     */
    private record Powers(double exponent) implements Proximal {
        private static final int MOST_STEPS = 60;

        @Override
        public double value(NdArray x) {
            return NdArray.elementwise(
                            "powers",
                            (in, out, count) -> {
                                for (int i = 0; i < count; i++) {
                                    out[i] = Math.pow(Math.abs(in[0][i]), exponent);
                                }
                            },
                            x)
                    .sum();
        }

        @Override
        public NdArray prox(NdArray x, double step) {
            double turn = Math.pow(step * exponent * (1 - exponent), 1 / (2 - exponent));
            double least = turn + (turn > 0 ? step * exponent * Math.pow(turn, exponent - 1) : step);
            return NdArray.elementwise(
                    "powers",
                    (in, out, count) -> {
                        for (int i = 0; i < count; i++) {
                            double length = Math.abs(in[0][i]);
                            out[i] = length <= least ? 0 : Math.copySign(shortened(length, step), in[0][i]);
                        }
                    },
                    x);
        }

        private double shortened(double length, double step) {
            double z = length;
            double before = Double.POSITIVE_INFINITY;
            for (int i = 0; i < MOST_STEPS && z < before; i++) {
                double slope = step * exponent * Math.pow(z, exponent - 1);
                before = z;
                z -= (z - length + slope) / (1 - (1 - exponent) * slope / z);
            }
            double root = Math.min(z, before);
            double gap = length - root;
            return step * Math.pow(root, exponent) + gap * gap / 2 < length * length / 2 ? root : 0;
        }
    }
}
