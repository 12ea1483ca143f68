package org.acutance.math.autodiff.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Tensor;

/**
 * Values between the elements of a tensor, differentiable by the elements and by the places. Where linear interpolation has
 * a kink, at an element, the slope is that of the interval after it.
 */
public final class Interpolation {
    /** Elements that SciPy too extends an image by before fitting a spline where the boundary is no symmetry. */
    private static final int MARGIN = 12;

    /** The examples of every operation, for the contract of derivatives. */
    public static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        examples.add(Example.of(
                "interp", (x, y) -> interp(x.times(0.2).plus(1.3), knots(x), y), Shape.of(2, 3), Shape.of(4)));
        examples.add(Example.of(
                "interp",
                (x, y) -> interp(
                        Tensor.of(new double[] {0.4, 1.6, -3, 9}, 4).to(x.precision()), knots(x).plus(x.times(0.1)), y),
                Shape.of(4),
                Shape.of(4)));
        for (Boundary boundary : Boundary.values()) {
            examples.add(mapped(1, boundary));
            examples.add(mapped(3, boundary));
        }
        examples.add(Example.of("splineCoefficients", x -> splineCoefficients(x, 0, Boundary.PERIODIC), 5, 2));
        examples.add(Example.of("splineCoefficients", x -> splineCoefficients(x, 1, Boundary.MIRROR), 2, 1));
        return examples;
    }

    private Interpolation() {}

    private static Tensor knots(Tensor like) {
        return Tensor.of(new double[] {0, 1, 2.5, 3}, 4).to(like.precision());
    }

    private static Example mapped(int order, Boundary boundary) {
        double[] rows = {0.5, 2.4, -0.6, 3.4};
        double[] columns = {1.5, -0.5, 0.6, 2.6};
        return Example.of(
                "mapCoordinates",
                (image, moves) -> mapCoordinates(
                        image,
                        List.of(
                                Tensor.of(rows, 4)
                                        .to(image.precision())
                                        .plus(moves.slice(0, 0, 1).squeeze(0).times(0.2)),
                                Tensor.of(columns, 4)
                                        .to(image.precision())
                                        .plus(moves.slice(0, 1, 2).squeeze(0).times(0.2))),
                        order,
                        boundary),
                Shape.of(3, 3),
                Shape.of(2, 4));
    }

    /**
     * Piecewise linear interpolation, constant beyond the first and the last knot, as {@code numpy.interp}.
     *
     * @param x where to interpolate, of any shape
     * @param knots places of the values, a vector in ascending order
     * @param values values at the knots, a vector of the same extent
     * @return values at {@code x}, of its shape
     * @throws IllegalArgumentException if knots and values differ in shape, are fewer than 2, the knots do not ascend, or
     *     precisions differ; a scalar x goes with either
     */
    public static Tensor interp(Tensor x, Tensor knots, Tensor values) {
        double[] places = knots.value().toDoubles();
        requireAscending(knots, places);
        values.value().requireLike("interp, values", knots.value());
        if (x.shape().rank() > 0 && x.precision() != knots.precision()) {
            throw new IllegalArgumentException("interp: places are " + x.precision() + " and knots " + knots.precision()
                    + "; convert one with to(Precision)");
        }
        int[] before = new int[x.shape().size()];
        for (int i = 0; i < before.length; i++) {
            int found = Arrays.binarySearch(places, x.value().get(i));
            int interval = found >= 0 ? found : -found - 2;
            before[i] = Math.max(0, Math.min(interval, places.length - 2));
        }
        int[] after = IntStream.of(before).map(i -> i + 1).toArray();
        Tensor first = knots.take(0, before);
        Tensor share = x.flatten()
                .to(knots.precision())
                .minus(first)
                .dividedBy(knots.take(0, after).minus(first))
                .clip(0, 1);
        Tensor low = values.take(0, before);
        return values.take(0, after).minus(low).times(share).plus(low).reshape(x.shape());
    }

    private static void requireAscending(Tensor knots, double... places) {
        if (knots.shape().rank() != 1 || places.length < 2) {
            throw new IllegalArgumentException(
                    "interp: knots have shape " + knots.shape() + ", expected a vector of at least 2");
        }
        for (int i = 1; i < places.length; i++) {
            if (!(places[i] > places[i - 1])) {
                throw new IllegalArgumentException("interp: knot " + i + ", " + places[i]
                        + ", is not above the one before, " + places[i - 1] + "; sort them");
            }
        }
    }

    /**
     * An image of any rank read at any places by splines, as {@code scipy.ndimage.map_coordinates}, whose modes
     * grid-constant, grid-wrap, reflect, mirror and nearest are the boundaries.
     *
     * @param coordinates per axis of the image the coordinates in elements, all of one shape, in either precision
     * @param order 1 for linear, 3 for cubic splines
     * @return values of the shape of the coordinates
     * @throws IllegalArgumentException if there is not one tensor per axis, their shapes differ, or for another order
     */
    public static Tensor mapCoordinates(Tensor image, List<Tensor> coordinates, int order, Boundary boundary) {
        int rank = image.shape().rank();
        if (coordinates.size() != rank || rank == 0) {
            throw new IllegalArgumentException("mapCoordinates: got " + coordinates.size() + " coordinates for shape "
                    + image.shape() + "; give one tensor per axis");
        }
        if (order != 1 && order != 3) {
            throw new IllegalArgumentException("mapCoordinates: order " + order + " is not 1 (linear) or 3 (cubic)");
        }
        Shape result = coordinates.get(0).shape();
        coordinates.forEach(places -> places.shape().require("mapCoordinates, coordinates", result));
        boolean widened = order == 3 && (boundary == Boundary.ZERO || boundary == Boundary.REPLICATE);
        int margin = widened ? MARGIN : 0;
        int[] margins = IntStream.generate(() -> margin).limit(rank).toArray();
        Tensor source = image.pad(margins, margins, boundary);
        for (int axis = 0; order == 3 && axis < rank; axis++) {
            source = splineCoefficients(source, axis, widened ? Boundary.MIRROR : boundary);
        }
        List<Stencil> stencils = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            Tensor places = coordinates.get(axis).flatten();
            boolean clipped = widened && boundary == Boundary.REPLICATE;
            Tensor inside = clipped ? places.clip(-MARGIN, image.shape().extent(axis) - 1 + MARGIN) : places;
            stencils.add(Stencil.of(
                    inside.plus(margin),
                    image.precision(),
                    order,
                    source.shape().extent(axis),
                    clipped ? Boundary.MIRROR : boundary));
        }
        return Stencil.sum(source, stencils).reshape(result);
    }

    /**
     * The coefficients of the cubic spline through the elements of every line along an axis, as {@code
     * scipy.ndimage.spline_filter1d}.
     *
     * @param boundary MIRROR, REFLECT or PERIODIC
     * @throws IllegalArgumentException for another boundary, or if the axis is empty
     */
    public static Tensor splineCoefficients(Tensor x, int axis, Boundary boundary) {
        return SplineFit.along(x, axis, boundary);
    }

    /** The elements of the image that the values at some places are made of, along one axis. */
    private record Stencil(List<int[]> indices, List<Tensor> weights) {
        static Stencil of(Tensor places, Precision precision, int order, int extent, Boundary boundary) {
            NdArray floor = places.value();
            int[] first = IntStream.range(0, floor.size())
                    .map(i -> (int) Math.floor(floor.get(i)) - order / 2)
                    .toArray();
            Tensor share = places.minus(places.floor()).to(precision);
            List<Tensor> shares = order == 1 ? List.of(share.negate().plus(1), share) : cubic(share);
            List<int[]> indices = new ArrayList<>();
            List<Tensor> weights = new ArrayList<>();
            for (int tap = 0; tap <= order; tap++) {
                int shift = tap;
                int[] found = IntStream.of(first)
                        .map(i -> boundary.source(i + shift, extent))
                        .toArray();
                double[] present =
                        IntStream.of(found).mapToDouble(i -> i < 0 ? 0 : 1).toArray();
                indices.add(IntStream.of(found).map(i -> Math.max(i, 0)).toArray());
                weights.add(
                        shares.get(tap).times(Tensor.of(present, present.length).to(share.precision())));
            }
            return new Stencil(indices, weights);
        }

        /** The four cubic B-splines that are not 0 at a share of the way between two elements. */
        private static List<Tensor> cubic(Tensor share) {
            Tensor rest = share.negate().plus(1);
            return List.of(outer(rest), inner(share), inner(rest), outer(share));
        }

        private static Tensor outer(Tensor distance) {
            return distance.pow(3).dividedBy(6);
        }

        private static Tensor inner(Tensor distance) {
            return distance.minus(2).times(distance.square()).dividedBy(2).plus(2.0 / 3);
        }

        static Tensor sum(Tensor image, List<Stencil> stencils) {
            int count = stencils.get(0).indices.get(0).length;
            Tensor sum = Tensor.of(NdArray.zeros(Shape.of(count), image.precision()));
            int[] taps = stencils.stream()
                    .mapToInt(stencil -> stencil.indices.size())
                    .toArray();
            int terms = Shape.of(taps).size();
            for (int term = 0; term < terms; term++) {
                int[][] indices = new int[taps.length][];
                Tensor weight = Tensor.of(NdArray.full(Shape.of(count), image.precision(), 1));
                int rest = term;
                for (int axis = taps.length - 1; axis >= 0; axis--) {
                    indices[axis] = stencils.get(axis).indices.get(rest % taps[axis]);
                    weight = weight.times(stencils.get(axis).weights.get(rest % taps[axis]));
                    rest /= taps[axis];
                }
                sum = sum.plus(image.at(indices).times(weight));
            }
            return sum;
        }
    }
}
