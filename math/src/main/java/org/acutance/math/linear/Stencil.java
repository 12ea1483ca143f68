package org.acutance.math.linear;

import java.util.Arrays;
import java.util.List;
import org.acutance.math.array.Shape;

/**
 * A weighted sum of neighbours ahead of an element, as a finite difference is.
 *
 * @param reach how far along every axis elements must exist for the sum to be taken
 * @param taps the neighbours
 */
record Stencil(Shape reach, List<Tap> taps) {
    /**
     * A neighbour.
     *
     * @param field which of the stacked arrays it is in
     * @param offset how far ahead along every axis; 0 or more, at most the reach
     * @param weight its factor
     */
    record Tap(int field, Shape offset, double weight) {
        /** This tap with another weight. */
        private Tap times(double factor) {
            return new Tap(field, offset, weight * factor);
        }
    }

    /** The same sum times a number. */
    Stencil times(double factor) {
        return new Stencil(reach, taps.stream().map(tap -> tap.times(factor)).toList());
    }

    /** {@code factor * x[i] + next * x[i + 1]} along one axis. */
    static Stencil pair(int rank, int axis, double factor, double next) {
        Shape none = Shape.of(new int[rank]);
        Shape one = ahead(rank, axis);
        return new Stencil(one, List.of(new Tap(0, none, factor), new Tap(0, one, next)));
    }

    /** The mixed or pure second forward difference along two axes, which may be one. */
    static Stencil second(int rank, int a, int b) {
        Shape none = Shape.of(new int[rank]);
        Shape both = ahead(rank, a, b);
        return new Stencil(
                both,
                a == b
                        ? List.of(new Tap(0, both, 1), new Tap(0, ahead(rank, a), -2), new Tap(0, none, 1))
                        : List.of(
                                new Tap(0, both, 1),
                                new Tap(0, ahead(rank, a), -1),
                                new Tap(0, ahead(rank, b), -1),
                                new Tap(0, none, 1)));
    }

    /**
     * The sum of the forward differences of field {@code first} along axis {@code b} and of field {@code second} along
     * axis {@code a}, taken where the second differences of an array whose gradient the fields are can be taken.
     */
    static Stencil symmetrised(int rank, int a, int b, Tap first, Tap second) {
        Shape none = Shape.of(new int[rank]);
        return new Stencil(
                ahead(rank, a, b),
                List.of(
                        new Tap(first.field(), ahead(rank, b), first.weight()),
                        new Tap(first.field(), none, -first.weight()),
                        new Tap(second.field(), ahead(rank, a), second.weight()),
                        new Tap(second.field(), none, -second.weight())));
    }

    private static Shape ahead(int rank, int... axes) {
        int[] offset = new int[rank];
        Arrays.stream(axes).forEach(axis -> offset[axis]++);
        return Shape.of(offset);
    }
}
