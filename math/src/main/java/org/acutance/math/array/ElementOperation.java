package org.acutance.math.array;

/** A row operation that changes each element by itself, in the precision that it has, and takes any run of a row. */
public interface ElementOperation extends RowOperation {
    @Override
    void apply(int position, float[] row, int count);

    @Override
    default boolean takesRuns() {
        return true;
    }
}
