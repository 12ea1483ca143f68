package org.acutance.math.convolution;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.VectorClasses;

/** Passes in float, by plain loops: one index for all arrays, so that they become vector instructions. */
class FloatRuns implements Runs<float[]> {
    /** By vectors where the JVM has them, with the same bits. */
    static final FloatRuns FASTEST = VectorClasses.orElse(new FloatRuns(), FloatRuns::tryOut);

    private void tryOut() {
        along(Taps.of(new double[] {1}), new float[1], new float[4][1], new float[1], 1);
    }

    @Override
    public final float[] allocate(int length) {
        return new float[length];
    }

    @Override
    public final float[][] rows(int count, int length) {
        return new float[count][length];
    }

    @Override
    public final void read(NdArray array, int from, float[] target, int count) {
        array.read(from, target, 0, count);
    }

    @Override
    public final void clear(float[] target, int count) {
        Arrays.fill(target, 0, count, 0);
    }

    @Override
    public final void copy(float[] source, float[] target, int count) {
        System.arraycopy(source, 0, target, 0, count);
    }

    @Override
    public final void add(Taps taps, int row, int k, float[] sums, float[][] runs, int count) {
        float p = (float) taps.weight(row, k);
        switch (taps.groupSize(k)) {
            case 4 ->
                add(
                        sums,
                        runs,
                        p,
                        (float) taps.weight(row, k + 1),
                        (float) taps.weight(row, k + 2),
                        (float) taps.weight(row, k + 3),
                        count);
            case 2 -> add(sums, runs[0], runs[1], p, (float) taps.weight(row, k + 1), count);
            default -> add(sums, runs[0], p, count);
        }
    }

    private static void add(float[] sums, float[] a, float p, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += p * a[i];
        }
    }

    private static void add(float[] sums, float[] a, float[] b, float p, float q, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += p * a[i] + q * b[i];
        }
    }

    private static void add(float[] sums, float[][] runs, float p, float q, float r, float s, int count) {
        float[] a = runs[0];
        float[] b = runs[1];
        float[] c = runs[2];
        float[] d = runs[3];
        for (int i = 0; i < count; i++) {
            sums[i] += (p * a[i] + q * b[i]) + (r * c[i] + s * d[i]);
        }
    }

    @Override
    public void along(Taps taps, float[] line, float[][] moved, float[] sums, int count) {
        clear(sums, count);
        for (int k = 0; k < taps.count(); k += taps.groupSize(k)) {
            for (int i = 0; i < taps.groupSize(k); i++) {
                System.arraycopy(line, taps.shift(k + i), moved[i], 0, count);
            }
            add(taps, 0, k, sums, moved, count);
        }
    }

    @Override
    public final void write(RowOperation change, float[] row, NdArray.Builder target, int to, int count) {
        change.apply(to, row, count);
        target.write(to, row, 0, count);
    }
}
