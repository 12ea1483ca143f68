package org.acutance.math.autodiff;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.Lines;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.Shape;

/** Running sums and products, and reductions that are made of others. */
final class Cumulation {
    static List<Example> examples() {
        return List.of(
                Example.of("cumsum", x -> x.cumsum(0), 4, 3),
                Example.of("cumsum", x -> x.cumsum(-1), 2, 1),
                Example.of("cumprod", x -> x.cumprod(-1), 2, 5),
                Example.of("cumprod", x -> x.times(0).cumprod(0), 3),
                Example.of("gradient", x -> x.gradient(0, 0.5), 5, 2),
                Example.of("gradient", x -> x.gradient(-1, 2), 3, 2),
                Example.of("prod", x -> x.prod(), 2, 3),
                Example.of("prod", x -> x.prod(0, -1), 2, 3, 2),
                Example.of(
                        "prod",
                        x -> x.times(Tensor.of(new double[] {0, 1, 1}, 3).to(x.precision()))
                                .prod(0),
                        3),
                Example.of("prod", x -> x.prod(0), 0, 2),
                Example.of("ptp", x -> Indexing.apart(x).ptp(1), 3, 5),
                Example.of("variance", x -> x.variance(0), 3, 5),
                Example.of("variance", x -> x.variance(), 3, 4),
                Example.of("sampleVariance", x -> x.sampleVariance(0, 1), 3, 4),
                Example.of("sampleDeviation", x -> x.sampleDeviation(1), 2, 5),
                Example.of("standardDeviation", x -> x.standardDeviation(0), 5, 2),
                Example.of("average", (x, w) -> x.average(w.plus(2), 1), Shape.of(2, 3), Shape.of(3)),
                Example.of("logsumexp", x -> x.logsumexp(), 2, 3),
                Example.of("logsumexp", x -> x.logsumexp(1), 2, 3),
                Example.of("softmax", x -> x.softmax(0), 3, 2),
                Example.of("softmax", x -> x.softmax(0), 3),
                Example.of("logSoftmax", x -> x.logSoftmax(-1), 3, 2),
                Example.of("logSoftmax", x -> x.logSoftmax(0), 3));
    }

    private Cumulation() {}

    static Tensor cumsum(Tensor x, int axis) {
        int extent = x.shape().extent(axis);
        return new Linear(
                        "cumsum",
                        a -> Lines.map(a, axis, extent, Cumulation::sums),
                        a -> Lines.map(a, axis, extent, Cumulation::sumsFromTheEnd))
                .apply(x);
    }

    private static void sums(double[] line, double[] result) {
        double sum = 0;
        for (int i = 0; i < line.length; i++) {
            sum += line[i];
            result[i] = sum;
        }
    }

    private static void sumsFromTheEnd(double[] line, double[] result) {
        double sum = 0;
        for (int i = line.length - 1; i >= 0; i--) {
            sum += line[i];
            result[i] = sum;
        }
    }

    /** By doubling, so that no derivative divides by a factor that may be 0. */
    static Tensor cumprod(Tensor x, int axis) {
        int extent = x.shape().extent(axis);
        Tensor product = x;
        for (int reach = 1; reach < extent; reach *= 2) {
            Tensor done = product.slice(axis, 0, reach);
            Tensor doubled = product.slice(axis, reach, extent).times(product.slice(axis, 0, extent - reach));
            product = Tensor.concatenate(axis, done, doubled);
        }
        return product;
    }

    /** By halving, so that no derivative divides by a factor that may be 0. */
    static Tensor prod(Tensor x, int... axes) {
        Tensor rest = Arrangement.rowsAlong("prod", x, axes);
        while (rest.shape().rowLength() > 1) {
            int extent = rest.shape().rowLength();
            int half = extent / 2;
            Tensor halved = rest.slice(-1, 0, half).times(rest.slice(-1, half, 2 * half));
            rest = extent % 2 == 0 ? halved : Tensor.concatenate(-1, halved, rest.slice(-1, extent - 1, extent));
        }
        Shape result = Reductions.without(x.shape(), axes);
        return rest.shape().rowLength() == 0 ? Tensor.of(NdArray.full(result, x.precision(), 1)) : rest.reshape(result);
    }

    static Tensor variance(Tensor x, int[] axes, int lostDegrees) {
        Tensor deviation =
                x.minus(x.mean(axes).reshape(Reductions.kept(x.shape(), axes)).to(x.precision()));
        int count = IntStream.of(axes).map(x.shape()::extent).reduce(1, (a, b) -> a * b);
        return deviation.square().sum(axes).dividedBy(count - lostDegrees);
    }

    static Tensor average(Tensor x, Tensor weights, int axis) {
        int[] along = Reductions.kept(x.shape(), Reductions.allAxes(x)).extents();
        along[x.shape().axis(axis)] = weights.shape().size();
        weights.shape().require("average, weights", Shape.of(x.shape().extent(axis)));
        return x.times(weights.reshape(along)).sum(axis).dividedBy(weights.sum());
    }

    /** The largest element is taken out before, and is no part of the derivative: it cancels. */
    static Tensor logsumexp(Tensor x, int... axes) {
        Tensor peak = peak(x, axes);
        Tensor sum = x.minus(peak).exp().sum(axes);
        return sum.log().plus(peak.reshape(sum.shape()));
    }

    static Tensor softmax(Tensor x, int axis) {
        Tensor share = x.minus(peak(x, axis)).exp();
        return share.dividedBy(
                share.sum(axis).reshape(Reductions.kept(x.shape(), axis)).to(x.precision()));
    }

    static Tensor logSoftmax(Tensor x, int axis) {
        Tensor total = logsumexp(x, axis).reshape(Reductions.kept(x.shape(), axis));
        return x.minus(total.to(x.precision()));
    }

    private static Tensor peak(Tensor x, int... axes) {
        return Tensor.of(x.value().reduce(Reduction.MAX, axes)).nanToNum();
    }

    /** NumPy's gradient: central differences inside, one-sided ones at the ends. */
    static Tensor gradient(Tensor x, int axis, double spacing) {
        int extent = x.shape().extent(axis);
        if (extent < 2) {
            throw new IllegalArgumentException("gradient: axis " + axis + " of " + x.shape()
                    + " is shorter than 2; differences need two elements");
        }
        int[] ahead =
                IntStream.range(0, extent).map(i -> Math.min(i + 1, extent - 1)).toArray();
        int[] behind = IntStream.range(0, extent).map(i -> Math.max(i - 1, 0)).toArray();
        double[] factors = new double[extent];
        for (int i = 0; i < extent; i++) {
            factors[i] = 1 / (spacing * (ahead[i] - behind[i]));
        }
        int[] along = Reductions.kept(x.shape(), Reductions.allAxes(x)).extents();
        along[x.shape().axis(axis)] = extent;
        Precision precision = x.precision();
        Tensor rise = x.along(axis, IndexMap.take(extent, ahead)).minus(x.along(axis, IndexMap.take(extent, behind)));
        return rise.times(Tensor.of(factors, along).to(precision));
    }
}
