package org.acutance.deblur.restoration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.deblur.noise.Spread;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * An image cut into parts of about the same shape, none of which overlap.
 *
 * @param whole shape of the image
 * @param core shape of a part; those at the end of an axis may be shorter
 */
record Tiles(Shape whole, Shape core) {
    /** What a margin has at least, for priors that look at neighbours. */
    private static final int LEAST_MARGIN = 8;
    /** Light of the point spread function that may lie beyond what counts as its reach. */
    private static final double BEYOND = 1e-3;
    /** Most margins are so many reaches: what is wrong at the border of a part fades from one to the next. */
    private static final int REACHES = 2;

    /** Of parts of a given shape, or smaller if they come out more even. */
    static Tiles of(Shape whole, Shape most) {
        return new Tiles(
                whole,
                Shape.of(IntStream.range(0, whole.rank())
                        .map(axis -> {
                            int extent = whole.extent(axis);
                            int count = ceiling(extent, Math.min(extent, most.extent(axis)));
                            return ceiling(extent, count);
                        })
                        .toArray()));
    }

    /**
     * The fewest parts that are small enough with twice the margin around them; empty if there are none.
     *
     * @param samples what a part with its margins may have
     */
    static Optional<Tiles> within(double samples, Shape whole, Shape margin) {
        int[] counts = new int[whole.rank()];
        Arrays.fill(counts, 1);
        while (true) {
            Tiles tiles = new Tiles(
                    whole,
                    Shape.of(IntStream.range(0, counts.length)
                            .map(axis -> ceiling(whole.extent(axis), counts[axis]))
                            .toArray()));
            if (tiles.largest(margin) <= samples) {
                return Optional.of(tiles);
            }
            int longest = IntStream.range(0, counts.length)
                    .reduce((a, b) -> tiles.core.extent(b) > tiles.core.extent(a) ? b : a)
                    .orElseThrow();
            if (tiles.core.extent(longest) == 1) {
                return Optional.empty();
            }
            counts[longest]++;
        }
    }

    /** Samples of a part with twice the margin. */
    private double largest(Shape margin) {
        return IntStream.range(0, core.rank())
                .mapToDouble(axis -> Math.min(whole.extent(axis), core.extent(axis) + 4.0 * margin.extent(axis)))
                .reduce(1, (a, b) -> a * b);
    }

    /**
     * The margin to begin with.
     *
     * @param kernel of the point spread function, of the rank of the image
     */
    static Shape margin(NdArray kernel) {
        return Shape.of(IntStream.range(0, kernel.rank())
                .map(axis -> Math.max(LEAST_MARGIN, REACHES * reach(kernel, axis)))
                .toArray());
    }

    /** How far from its middle the light goes along an axis, but for a very small part of it. */
    private static int reach(NdArray kernel, int axis) {
        double[] light = new double[kernel.shape().extent(axis)];
        int stride = kernel.shape().strides()[axis];
        for (int i = 0; i < kernel.size(); i++) {
            light[i / stride % light.length] += Math.abs(kernel.get(i));
        }
        double all = Arrays.stream(light).sum();
        int middle = light.length / 2;
        int reach = 0;
        double inside = light[middle];
        while (inside < (1 - BEYOND) * all && reach < light.length) {
            reach++;
            inside += at(light, middle - reach) + at(light, middle + reach);
        }
        return reach;
    }

    private static double at(double[] values, int i) {
        return i >= 0 && i < values.length ? values[i] : 0;
    }

    private static int ceiling(int a, int b) {
        return (a + b - 1) / b;
    }

    /** All parts, in the order of their first elements. */
    List<Box> boxes() {
        int[] counts = IntStream.range(0, whole.rank())
                .map(axis -> ceiling(whole.extent(axis), core.extent(axis)))
                .toArray();
        Shape grid = Shape.of(counts);
        return IntStream.range(0, grid.size()).mapToObj(i -> box(grid, i)).toList();
    }

    private Box box(Shape grid, int number) {
        int[] from = IntStream.range(0, whole.rank())
                .map(axis -> number / grid.strides()[axis] % grid.extent(axis) * core.extent(axis))
                .toArray();
        int[] extents = IntStream.range(0, whole.rank())
                .map(axis -> Math.min(core.extent(axis), whole.extent(axis) - from[axis]))
                .toArray();
        return new Box(Shape.of(from), Shape.of(extents));
    }

    /** The part of an image whose samples vary most. */
    Box mostStructure(NdArray image) {
        Box best = boxes().get(0);
        double most = -1;
        for (Box box : boxes()) {
            NdArray part = box.of(image);
            double structure = Spread.energy(part);
            if (structure > most) {
                most = structure;
                best = box;
            }
        }
        return best;
    }
}
