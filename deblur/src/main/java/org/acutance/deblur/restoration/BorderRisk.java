package org.acutance.deblur.restoration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.noise.RandomSigns;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.Grid;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Admm;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.SquaredDistance;
import org.acutance.math.optimize.Term;

/**
 * How well the light near the border is predicted under a boundary condition: Stein's estimate of the predictive risk, by
 * a smooth scene of least squares, counted over those samples alone to which the border matters. A wrong condition cannot
 * explain this light; of those that can, the one that knows more follows the noise less.
 *
 * <p>Of a large frame only the corners are used, put together: samples near the seams between them do not count. They are so
 * few that they are computed with in double precision whatever they came in.
 */
final class BorderRisk {
    /** Samples along an axis at either end of it at most, if the kernel is small. */
    private static final int DEPTH = 64;

    /** Reaches of the kernel at either end at least. */
    private static final int REACHES = 3;

    /** Mean squared differences of a blurred scene against those of the scene. */
    private static final double BLURRED_ROUGHNESS = 0.3;

    private static final double TOLERANCE = 1e-4;

    private final NdArray kernel;
    private final NdArray light;
    private final NdArray precision;
    private final NdArray border;
    private final double smoothness;

    /**
     * The light of one channel.
     *
     * @param kernel odd extents, of the rank of the light
     * @param light the observation without gain and background
     * @param precision one over the variance of each sample, 0 for those that do not count
     */
    BorderRisk(NdArray kernel, NdArray light, NdArray precision) {
        int[] reach =
                IntStream.of(kernel.shape().extents()).map(extent -> extent / 2).toArray();
        List<IndexMap> corners = IntStream.range(0, reach.length)
                .mapToObj(axis -> corners(light.shape().extent(axis), reach[axis]))
                .toList();
        this.kernel = kernel.to(Precision.FLOAT64);
        this.light = light.gather(corners).to(Precision.FLOAT64);
        Shape shape = this.light.shape();
        NdArray counted = precision.gather(corners).to(Precision.FLOAT64);
        for (int axis = 0; axis < reach.length; axis++) {
            counted = counted.times(unseamed(light.shape().extent(axis), shape, axis, reach[axis]));
        }
        this.precision = counted;
        this.border = border(shape, reach);
        NdArray slopes = Grid.of(shape, false).gradient().apply(this.light);
        this.smoothness = BLURRED_ROUGHNESS * slopes.size() / slopes.dot(slopes);
    }

    private static int depth(int extent, int reach) {
        int depth = Math.max(DEPTH, REACHES * reach) + reach;
        return 2 * depth < extent ? depth : extent;
    }

    /** Both ends of an axis, or all of it. */
    private static IndexMap corners(int extent, int reach) {
        int depth = depth(extent, reach);
        return IndexMap.take(
                extent,
                IntStream.range(0, extent)
                        .filter(i -> i < depth || i >= extent - depth)
                        .toArray());
    }

    /** 0 where both ends are seen through the kernel, 1 elsewhere. */
    private static NdArray unseamed(int whole, Shape shape, int axis, int reach) {
        int extent = shape.extent(axis);
        return alongAxis(
                shape,
                axis,
                IntStream.range(0, extent)
                        .mapToDouble(i -> extent < whole && Math.abs(2 * i + 1 - extent) < 2 * reach ? 0 : 1)
                        .toArray());
    }

    /** 1 where what lies beyond the frame is seen through the kernel, 0 elsewhere. */
    private static NdArray border(Shape shape, int... reach) {
        NdArray inside = NdArray.scalar(1);
        for (int axis = 0; axis < reach.length; axis++) {
            int extent = shape.extent(axis);
            int near = reach[axis];
            inside = inside.times(alongAxis(
                    shape,
                    axis,
                    IntStream.range(0, extent)
                            .mapToDouble(i -> i < near || i >= extent - near ? 0 : 1)
                            .toArray()));
        }
        return NdArray.full(shape, inside.precision(), 1).minus(inside);
    }

    private static NdArray alongAxis(Shape shape, int axis, double... values) {
        int[] extents = new int[shape.rank()];
        Arrays.fill(extents, 1);
        extents[axis] = values.length;
        return NdArray.of(values, Shape.of(extents));
    }

    /** Number of samples near the border that count. */
    double samples() {
        return IntStream.range(0, border.size())
                .filter(i -> border.get(i) * precision.get(i) > 0)
                .count();
    }

    /** Sum of the squared residuals near the border, each over its variance: no more than {@link #of}. */
    double misfit(String boundary) {
        NdArray residual = light.minus(predicted(boundary, light));
        return residual.times(residual).dot(precision.times(border));
    }

    /** The estimate of the risk, in units of the variance of the noise. */
    double of(String boundary) {
        NdArray moved = RandomSigns.like(light).times(border).times(deviation());
        NdArray change = predicted(boundary, moved);
        return misfit(boundary) + 2 * change.times(moved).dot(precision);
    }

    /** The prediction for some light, which is linear in it. */
    private NdArray predicted(String boundary, NdArray given) {
        Formation formation = Boundaries.CATALOGUE.create(boundary).formation(kernel, light.shape());
        boolean closed = formation.circulant().isPresent();
        LinearMap slopes = Grid.of(formation.canvas(), closed).gradient();
        NdArray flat = NdArray.zeros(slopes.range(), light.precision());
        Admm fit = Admm.of(List.of(
                        new Term(formation.blur(), new SquaredDistance(given, precision)),
                        new Term(slopes, new SquaredDistance(flat, NdArray.scalar(smoothness)))))
                .withTolerances(0, TOLERANCE)
                .withLimits(1, 1);
        return formation.predict(Minimize.by(fit)
                .minimize(Objective.zero(), formation.extend(given))
                .x());
    }

    private NdArray deviation() {
        return NdArray.elementwise(
                "deviation",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] > 0 ? 1 / Math.sqrt(in[0][i]) : 0;
                    }
                },
                precision);
    }
}
