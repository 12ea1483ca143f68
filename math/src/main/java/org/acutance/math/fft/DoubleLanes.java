package org.acutance.math.fft;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;

/** Transforms in double. */
record DoubleLanes(Butterflies<double[]> butterflies) implements Lanes<double[]> {
    /** By plain loops. */
    static final DoubleLanes PLAIN = new DoubleLanes(new DoubleButterflies());

    /** By vectors where the JVM has them, with the same bits. */
    static final DoubleLanes FASTEST = new DoubleLanes(Vectors.orElse(PLAIN));

    private static final int TILE = 8;

    @Override
    public int width() {
        return 512 / Double.BYTES;
    }

    @Override
    public double[] allocate(int length) {
        return new double[length];
    }

    @Override
    public double[][] rows(int count, int columns) {
        int quantum = butterflies.quantum();
        return new double[count][(columns + quantum - 1) / quantum * quantum];
    }

    @Override
    public double[] of(double... values) {
        double[] numbers = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = values[i];
        }
        return numbers;
    }

    @Override
    public void read(NdArray array, int from, double[] target, int at, int count) {
        array.read(from, target, at, count);
    }

    @Override
    public void write(double[] source, int at, NdArray.Builder target, int to, int count) {
        target.write(to, source, at, count);
    }

    @Override
    public void copy(double[] source, int from, double[] target, int to, int count) {
        System.arraycopy(source, from, target, to, count);
    }

    @Override
    public void clear(double[] target, int from, int count) {
        Arrays.fill(target, from, from + count, 0);
    }

    @Override
    public void gather(
            double[] source, int at, int step, double[][] target, int first, int count, int lane, int number) {
        int l = 0;
        for (; l + TILE <= number; l += TILE) {
            gatherTile(source, at + l * step, step, target, first, count, lane + l);
        }
        for (; l < number; l++) {
            int start = at + l * step;
            for (int i = 0; i < count; i++) {
                target[first + i][lane + l] = source[start + i];
            }
        }
    }

    private static void gatherTile(
            double[] source, int at, int step, double[][] target, int first, int count, int lane) {
        int s1 = at + step;
        int s2 = s1 + step;
        int s3 = s2 + step;
        int s4 = s3 + step;
        int s5 = s4 + step;
        int s6 = s5 + step;
        int s7 = s6 + step;
        for (int i = 0; i < count; i++) {
            double[] row = target[first + i];
            row[lane] = source[at + i];
            row[lane + 1] = source[s1 + i];
            row[lane + 2] = source[s2 + i];
            row[lane + 3] = source[s3 + i];
            row[lane + 4] = source[s4 + i];
            row[lane + 5] = source[s5 + i];
            row[lane + 6] = source[s6 + i];
            row[lane + 7] = source[s7 + i];
        }
    }

    @Override
    public void scatter(
            double[][] source, int first, int count, int lane, int number, double[] target, int at, int step) {
        int i = 0;
        for (; i + TILE <= count; i += TILE) {
            scatterTile(source, first + i, lane, number, target, at + i, step);
        }
        for (; i < count; i++) {
            double[] row = source[first + i];
            for (int l = 0; l < number; l++) {
                target[at + l * step + i] = row[lane + l];
            }
        }
    }

    private static void scatterTile(
            double[][] source, int first, int lane, int number, double[] target, int at, int step) {
        double[] r0 = source[first];
        double[] r1 = source[first + 1];
        double[] r2 = source[first + 2];
        double[] r3 = source[first + 3];
        double[] r4 = source[first + 4];
        double[] r5 = source[first + 5];
        double[] r6 = source[first + 6];
        double[] r7 = source[first + 7];
        for (int l = 0; l < number; l++) {
            int to = at + l * step;
            target[to] = r0[lane + l];
            target[to + 1] = r1[lane + l];
            target[to + 2] = r2[lane + l];
            target[to + 3] = r3[lane + l];
            target[to + 4] = r4[lane + l];
            target[to + 5] = r5[lane + l];
            target[to + 6] = r6[lane + l];
            target[to + 7] = r7[lane + l];
        }
    }

    @Override
    public Arithmetic<double[]> arithmetic() {
        return butterflies.arithmetic();
    }

    @Override
    public void scale(double[] x, int columns, double factor) {
        double scale = factor;
        for (int j = 0; j < columns; j++) {
            x[j] *= scale;
        }
    }

    @Override
    public void change(RowOperation change, int position, double[] row, int count) {
        change.apply(position, row, count);
    }
}
