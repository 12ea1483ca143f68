package org.acutance.math.array;

import java.util.function.Supplier;

/**
 * A row operation in double arithmetic that needs scratch, of which each thread has its own.
 *
 * @param scratch makes it
 * @param work changes a row
 * @param <S> the scratch
 */
record ScratchedOperation<S>(Supplier<S> scratch, RowOperation.Work<S> work) implements RowOperation {
    @Override
    public void apply(int position, double[] row, int count) {
        work.apply(position, row, count, scratch.get());
    }

    @Override
    public RowOperation forOneThread() {
        return new Owner<>(scratch.get(), work);
    }

    /** The operation of one thread. */
    private static final class Owner<S> implements RowOperation {
        private final S own;
        private final RowOperation.Work<S> work;
        private double[] wide = {};

        Owner(S own, RowOperation.Work<S> work) {
            this.own = own;
            this.work = work;
        }

        @Override
        public void apply(int position, double[] row, int count) {
            work.apply(position, row, count, own);
        }

        @Override
        public void apply(int position, float[] row, int count) {
            if (wide.length < count) {
                wide = new double[count];
            }
            Rowwise.changeWide(this, position, row, count, wide);
        }
    }
}
