package org.acutance.deblur.denoise;

import java.util.Optional;
import org.acutance.math.array.Blocks;

/**
 * Collaborative filtering: transforms each group of blocks, shrinks its coefficients, and puts the blocks back, averaged
 * where they overlap with the groups' weights under a Kaiser window (Dabov et al. 2007, eq. 12).
 *
 * @param groups which blocks belong together
 * @param noise the noise of the noisy picture
 * @param shrinkage what is done to their coefficients
 */
record GroupFilter(BlockGroups groups, BlockCovariances noise, Shrinkage shrinkage) {
    private static final int SIDE = BlockTransform.SIDE;
    private static final int AREA = BlockTransform.AREA;
    private static final float[] WINDOW = kaiser(2);

    /** The filtered picture, where the shrinkage knows the noisy one only. */
    Pixels apply(Pixels noisy) {
        return apply(noisy, Optional.empty());
    }

    /**
     * The filtered picture.
     *
     * @param pilot estimate from which the shrinkage takes the powers
     */
    Pixels apply(Pixels noisy, Pixels pilot) {
        return apply(noisy, Optional.of(pilot));
    }

    private Pixels apply(Pixels noisy, Optional<Pixels> pilot) {
        Accumulator[] parts = new Accumulator[(groups.rows() + BlockMatching.STRIP - 1) / BlockMatching.STRIP];
        Blocks.forEach(groups.rows(), BlockMatching.STRIP, true, (from, to) -> {
            Accumulator part = new Accumulator(noisy, pilot, from * groups.columns(), to * groups.columns());
            parts[from / BlockMatching.STRIP] = part;
            part.run();
        });
        return new Pixels(noisy.rows(), noisy.columns(), average(parts, noisy.values().length));
    }

    /** The parts added in their order, so that the threads do not matter. */
    private static float[] average(Accumulator[] parts, int size) {
        float[] sums = new float[size];
        float[] weights = new float[size];
        for (Accumulator part : parts) {
            for (int i = 0; i < part.sums.length; i++) {
                sums[part.offset + i] += part.sums[i];
                weights[part.offset + i] += part.weights[i];
            }
        }
        for (int i = 0; i < size; i++) {
            sums[i] /= weights[i];
        }
        return sums;
    }

    private static float[] kaiser(double beta) {
        double[] profile = new double[SIDE];
        for (int i = 0; i < SIDE; i++) {
            double place = 2.0 * i / (SIDE - 1) - 1;
            profile[i] = bessel(beta * Math.sqrt(1 - place * place)) / bessel(beta);
        }
        float[] window = new float[AREA];
        for (int i = 0; i < AREA; i++) {
            window[i] = (float) (profile[i / SIDE] * profile[i % SIDE]);
        }
        return window;
    }

    /** The modified Bessel function I0 by its power series, which has converged for the arguments of a window. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 30; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }

    /** The groups of some reference blocks, and the rows of the picture that their blocks reach. */
    private final class Accumulator {
        private final Pixels noisy;
        private final Optional<Pixels> pilot;
        private final int from;
        private final int to;
        private final int offset;
        private final float[] sums;
        private final float[] weights;
        private final float[] group;
        private final float[] guide;
        private final BlockTransform transform;
        private final GroupVariances variances;

        Accumulator(Pixels noisy, Optional<Pixels> pilot, int from, int to) {
            this.noisy = noisy;
            this.pilot = pilot;
            this.from = from;
            this.to = to;
            int[] reached = reached();
            this.offset = reached[0] * noisy.columns();
            this.sums = new float[(reached[1] - reached[0]) * noisy.columns()];
            this.weights = new float[sums.length];
            this.group = new float[groups.most() * AREA];
            this.guide = pilot.isEmpty() ? group : new float[group.length];
            this.transform = new BlockTransform(noise.basis(), groups.most());
            this.variances = new GroupVariances(noise, groups, noisy.columns());
        }

        private int[] reached() {
            int first = noisy.rows();
            int end = 0;
            for (int reference = from; reference < to; reference++) {
                for (int member = 0; member < groups.count(reference); member++) {
                    int row = groups.place(reference, member) / noisy.columns();
                    first = Math.min(first, row);
                    end = Math.max(end, row + SIDE);
                }
            }
            return new int[] {first, end};
        }

        void run() {
            for (int reference = from; reference < to; reference++) {
                int blocks = groups.count(reference);
                gather(noisy, reference, group);
                transform.forward(group, blocks);
                if (pilot.isPresent()) {
                    gather(pilot.get(), reference, guide);
                    transform.forward(guide, blocks);
                }
                float weight = shrinkage.shrink(group, guide, variances.of(reference), blocks);
                transform.inverse(group, blocks);
                scatter(reference, weight);
            }
        }

        private void gather(Pixels image, int reference, float[] target) {
            for (int member = 0; member < groups.count(reference); member++) {
                int place = groups.place(reference, member);
                for (int row = 0; row < SIDE; row++) {
                    System.arraycopy(
                            image.values(), place + row * image.columns(), target, member * AREA + row * SIDE, SIDE);
                }
            }
        }

        private void scatter(int reference, float weight) {
            for (int member = 0; member < groups.count(reference); member++) {
                int place = groups.place(reference, member) - offset;
                for (int i = 0; i < AREA; i++) {
                    float share = WINDOW[i] * weight;
                    int at = place + i / SIDE * noisy.columns() + i % SIDE;
                    sums[at] += share * group[member * AREA + i];
                    weights[at] += share;
                }
            }
        }
    }
}
