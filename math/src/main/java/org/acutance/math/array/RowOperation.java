package org.acutance.math.array;

import java.util.function.Supplier;

/**
 * What is done to the rows of an array. Rows are changed by several threads at the same time, each once; what is summed up
 * on the way must be kept row by row, so that it does not depend on them ({@link RowSums}).
 */
@FunctionalInterface
public interface RowOperation {
    /** No change. */
    RowOperation NONE = new ElementOperation() {
        @Override
        public void apply(int position, double[] row, int count) {}

        @Override
        public void apply(int position, float[] row, int count) {}
    };

    /**
     * Changes the first {@code count} values in place.
     *
     * @param position row-major position of the first of them in the array
     */
    void apply(int position, double[] row, int count);

    /** As {@link #apply(int, double[], int)}, in double arithmetic too where an operation has no other. */
    default void apply(int position, float[] row, int count) {
        Rowwise.changeWide(this, position, row, count, new double[count]);
    }

    /** The same for use by one thread only, with scratch of its own, if it has need of any. Who changes many rows asks for it. */
    default RowOperation forOneThread() {
        return this;
    }

    /** Whether it takes any run of a row, as an {@link ElementOperation} does, or whole rows only. */
    default boolean takesRuns() {
        return false;
    }

    /** Multiplies by a number. */
    static RowOperation times(double factor) {
        return factor == 1 ? NONE : new Scaling(factor);
    }

    /** Adds a multiple of an array of the shape of what is changed. */
    static RowOperation adding(double factor, NdArray array) {
        return withScratch(() -> new double[array.shape().rowLength()], (position, row, count, own) -> {
            array.read(position, own, 0, count);
            for (int i = 0; i < count; i++) {
                row[i] += factor * own[i];
            }
        });
    }

    /** A change in double arithmetic that needs scratch, made for each thread that changes rows. */
    static <S> RowOperation withScratch(Supplier<S> scratch, Work<S> work) {
        return new ScratchedOperation<>(scratch, work);
    }

    /**
     * A change of a row with scratch.
     *
     * @param <S> the scratch
     */
    @FunctionalInterface
    interface Work<S> {
        /** As {@link RowOperation#apply(int, double[], int)}, in scratch that no other thread works in. */
        void apply(int position, double[] row, int count, S scratch);
    }

    /** This change and then another. */
    default RowOperation then(RowOperation next) {
        if (this == NONE) {
            return next;
        }
        return next == NONE ? this : new Succession(this, next);
    }

    /** An array with every row changed. */
    default NdArray on(NdArray array) {
        return array.changed(this);
    }
}
