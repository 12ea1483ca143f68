package org.acutance.math.convolution;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.VectorClasses;

/** Passes in double, by plain loops: one index for all arrays, so that they become vector instructions. */
class DoubleRuns implements Runs<double[]> {
    /** By vectors where the JVM has them, with the same bits. */
    static final DoubleRuns FASTEST = VectorClasses.orElse(new DoubleRuns(), DoubleRuns::tryOut);

    private void tryOut() {
        along(Taps.of(new double[] {1}), new double[1], new double[4][1], new double[1], 1);
    }

    @Override
    public final double[] allocate(int length) {
        return new double[length];
    }

    @Override
    public final double[][] rows(int count, int length) {
        return new double[count][length];
    }

    @Override
    public final void read(NdArray array, int from, double[] target, int count) {
        array.read(from, target, 0, count);
    }

    @Override
    public final void clear(double[] target, int count) {
        Arrays.fill(target, 0, count, 0);
    }

    @Override
    public final void copy(double[] source, double[] target, int count) {
        System.arraycopy(source, 0, target, 0, count);
    }

    @Override
    public final void add(Taps taps, int row, int k, double[] sums, double[][] runs, int count) {
        double p = taps.weight(row, k);
        switch (taps.groupSize(k)) {
            case 4 ->
                add(sums, runs, p, taps.weight(row, k + 1), taps.weight(row, k + 2), taps.weight(row, k + 3), count);
            case 2 -> add(sums, runs[0], runs[1], p, taps.weight(row, k + 1), count);
            default -> add(sums, runs[0], p, count);
        }
    }

    private static void add(double[] sums, double[] a, double p, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += p * a[i];
        }
    }

    private static void add(double[] sums, double[] a, double[] b, double p, double q, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += p * a[i] + q * b[i];
        }
    }

    private static void add(double[] sums, double[][] runs, double p, double q, double r, double s, int count) {
        double[] a = runs[0];
        double[] b = runs[1];
        double[] c = runs[2];
        double[] d = runs[3];
        for (int i = 0; i < count; i++) {
            sums[i] += (p * a[i] + q * b[i]) + (r * c[i] + s * d[i]);
        }
    }

    @Override
    public void along(Taps taps, double[] line, double[][] moved, double[] sums, int count) {
        clear(sums, count);
        for (int k = 0; k < taps.count(); k += taps.groupSize(k)) {
            for (int i = 0; i < taps.groupSize(k); i++) {
                System.arraycopy(line, taps.shift(k + i), moved[i], 0, count);
            }
            add(taps, 0, k, sums, moved, count);
        }
    }

    @Override
    public final void write(RowOperation change, double[] row, NdArray.Builder target, int to, int count) {
        change.apply(to, row, count);
        target.write(to, row, 0, count);
    }
}
