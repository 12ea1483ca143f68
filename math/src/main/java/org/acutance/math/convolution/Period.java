package org.acutance.math.convolution;

import java.util.ArrayList;
import java.util.List;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;

/** The shape that the arrays of a convolution by spectra are padded to, and the work that it makes. */
final class Period {
    private Period() {}

    /** The shape of least predicted cost among those of good sizes, one axis being chosen after the other. */
    static Shape cheapest(Problem problem, Precision precision, CostModel costs) {
        Shape best = problem.input();
        for (int axis = 0; axis < best.rank(); axis++) {
            best = best.with(axis, Fft.goodSize(best.extent(axis)));
        }
        double least = costs.nanoseconds(work(problem.input(), problem.output(), best), precision);
        for (int axis = 0; axis < best.rank(); axis++) {
            for (int size : goodSizes(problem.input().extent(axis))) {
                Shape other = best.with(axis, size);
                double cost = costs.nanoseconds(work(problem.input(), problem.output(), other), precision);
                if (cost < least) {
                    least = cost;
                    best = other;
                }
            }
        }
        return best;
    }

    /** The good sizes from a length up to the next power of two. */
    private static List<Integer> goodSizes(int length) {
        List<Integer> sizes = new ArrayList<>();
        int size = Fft.goodSize(length);
        sizes.add(size);
        while (Integer.bitCount(size) > 1) {
            size = Fft.goodSize(size + 1);
            sizes.add(size);
        }
        return sizes;
    }

    /** The lines of the transforms forward and back, as {@link org.acutance.math.fft.Filter} does them. */
    static Work work(Shape input, Shape output, Shape period) {
        int rank = period.rank();
        int last = rank - 1;
        double inputRows = rows(input);
        double outputRows = rows(output);
        Work.Tally tally = new Work.Tally().add(Operation.COPY, (inputRows + outputRows) * 2 * period.extent(last));
        addLines(period.extent(last), 0.5 * (inputRows + outputRows), tally);
        double inner = Math.floor(period.extent(last) / 2.0) + 1;
        for (int axis = last - 1; axis >= 0; axis--) {
            double forward = inner * prefix(input, axis);
            double backward = inner * prefix(output, axis);
            double gathered = axis == 0 ? forward : forward + backward;
            addLines(period.extent(axis), forward + backward, tally);
            tally.add(Operation.GATHER, gathered * period.extent(axis));
            inner *= period.extent(axis);
        }
        return tally.total();
    }

    private static double rows(Shape shape) {
        return prefix(shape, shape.rank() - 1);
    }

    private static double prefix(Shape shape, int axes) {
        double product = 1;
        for (int axis = 0; axis < axes; axis++) {
            product *= shape.extent(axis);
        }
        return product;
    }

    /** Complex transforms of one length. */
    private static void addLines(int length, double times, Work.Tally tally) {
        double elements = times * length;
        tally.add(Operation.LINE, times);
        if (Integer.bitCount(length) == 1) {
            tally.add(Operation.POWER_OF_TWO, elements * exponent(length, 2));
        } else {
            tally.add(Operation.RADIX_2, elements * exponent(length, 2))
                    .add(Operation.RADIX_3, elements * exponent(length, 3))
                    .add(Operation.RADIX_5, elements * exponent(length, 5))
                    .add(Operation.RADIX_7, elements * exponent(length, 7));
        }
    }

    private static int exponent(int length, int prime) {
        int exponent = 0;
        for (int rest = length; rest % prime == 0; rest /= prime) {
            exponent++;
        }
        return exponent;
    }
}
