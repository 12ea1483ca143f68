package org.acutance.math.array;

import java.util.Arrays;

/** The storage of an array, read and written in double: one implementation per precision, and one for elements all alike. */
sealed interface Buffer permits Buffer.Floats, Buffer.Doubles, Buffer.Repeated {
    static Buffer allocate(Precision precision, int size) {
        return precision == Precision.FLOAT32 ? new Floats(new float[size]) : new Doubles(new double[size]);
    }

    /** One number as often as asked for. */
    static Buffer repeated(Precision precision, int size, double value) {
        return new Repeated(precision, size, precision == Precision.FLOAT32 ? (float) value : value);
    }

    Precision precision();

    int size();

    double get(int index);

    /** Whether the precisions are the same and all values, not-a-numbers being equal to each other and zeros of two signs not. */
    default boolean hasSameBits(Buffer other) {
        boolean same = precision() == other.precision() && size() == other.size();
        for (int i = 0; same && i < size(); i++) {
            same = Double.compare(get(i), other.get(i)) == 0;
        }
        return same;
    }

    void read(int from, double[] target, int at, int count);

    void write(int to, double[] source, int at, int count);

    void read(int from, float[] target, int at, int count);

    void write(int to, float[] source, int at, int count);

    void accumulate(int from, double factor, double[] sums, int at, int count);

    @SuppressWarnings("ArrayRecordComponent")
    record Floats(float[] values) implements Buffer {
        @Override
        public boolean hasSameBits(Buffer other) {
            return other instanceof Floats array
                    ? Arrays.equals(values, array.values)
                    : Buffer.super.hasSameBits(other);
        }

        @Override
        public Precision precision() {
            return Precision.FLOAT32;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double get(int index) {
            return values[index];
        }

        @Override
        public void read(int from, double[] target, int at, int count) {
            for (int i = 0; i < count; i++) {
                target[at + i] = values[from + i];
            }
        }

        @Override
        public void write(int to, double[] source, int at, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] = (float) source[at + i];
            }
        }

        @Override
        public void read(int from, float[] target, int at, int count) {
            System.arraycopy(values, from, target, at, count);
        }

        @Override
        public void write(int to, float[] source, int at, int count) {
            System.arraycopy(source, at, values, to, count);
        }

        @Override
        public void accumulate(int from, double factor, double[] sums, int at, int count) {
            for (int i = 0; i < count; i++) {
                sums[at + i] += factor * values[from + i];
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Doubles(double[] values) implements Buffer {
        @Override
        public boolean hasSameBits(Buffer other) {
            return other instanceof Doubles array
                    ? Arrays.equals(values, array.values)
                    : Buffer.super.hasSameBits(other);
        }

        @Override
        public Precision precision() {
            return Precision.FLOAT64;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double get(int index) {
            return values[index];
        }

        @Override
        public void read(int from, double[] target, int at, int count) {
            System.arraycopy(values, from, target, at, count);
        }

        @Override
        public void write(int to, double[] source, int at, int count) {
            System.arraycopy(source, at, values, to, count);
        }

        @Override
        public void read(int from, float[] target, int at, int count) {
            for (int i = 0; i < count; i++) {
                target[at + i] = (float) values[from + i];
            }
        }

        @Override
        public void write(int to, float[] source, int at, int count) {
            for (int i = 0; i < count; i++) {
                values[to + i] = source[at + i];
            }
        }

        @Override
        public void accumulate(int from, double factor, double[] sums, int at, int count) {
            for (int i = 0; i < count; i++) {
                sums[at + i] += factor * values[from + i];
            }
        }
    }

    /** Takes no memory to speak of, and cannot be written. */
    record Repeated(Precision precision, int size, double value) implements Buffer {
        @Override
        public void accumulate(int from, double factor, double[] sums, int at, int count) {
            for (int i = at; i < at + count; i++) {
                sums[i] += factor * value;
            }
        }

        @Override
        public double get(int index) {
            return value;
        }

        @Override
        public void read(int from, double[] target, int at, int count) {
            Arrays.fill(target, at, at + count, value);
        }

        @Override
        public void read(int from, float[] target, int at, int count) {
            Arrays.fill(target, at, at + count, (float) value);
        }

        @Override
        public void write(int to, double[] source, int at, int count) {
            throw new IllegalStateException("array: elements that are all the same cannot be written one by one");
        }

        @Override
        public void write(int to, float[] source, int at, int count) {
            throw new IllegalStateException("array: elements that are all the same cannot be written one by one");
        }
    }
}
