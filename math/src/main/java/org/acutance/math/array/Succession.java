package org.acutance.math.array;

/** One change of a row and then another. */
record Succession(RowOperation first, RowOperation next) implements RowOperation {
    @Override
    public void apply(int position, double[] row, int count) {
        first.apply(position, row, count);
        next.apply(position, row, count);
    }

    @Override
    public void apply(int position, float[] row, int count) {
        first.apply(position, row, count);
        next.apply(position, row, count);
    }

    @Override
    public RowOperation forOneThread() {
        return new Succession(first.forOneThread(), next.forOneThread());
    }

    @Override
    public boolean takesRuns() {
        return first.takesRuns() && next.takesRuns();
    }
}
