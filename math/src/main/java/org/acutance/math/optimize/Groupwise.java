package org.acutance.math.optimize;

/**
 * A proximal map that moves groups of elements one by one: so it may be taken in passing, block by block, with what comes before
 * and after it.
 *
 * @param alongFirstAxis whether the elements along the first axis make a group, or every element is one
 * @param map what is done to groups
 */
public record Groupwise(boolean alongFirstAxis, Map map) {
    /** What is done to groups. */
    @FunctionalInterface
    public interface Map {
        /**
         * Replaces groups by where the proximal map brings them.
         *
         * @param members first members of all groups, second members, and so on; arrays of one length
         * @param step positive
         */
        void move(double[][] members, double step);
    }

    /** The map of the function times a weight. */
    public Groupwise times(double weight) {
        return new Groupwise(alongFirstAxis, (members, step) -> map.move(members, weight * step));
    }
}
