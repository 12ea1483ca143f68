package org.acutance.math.array;

/** Changes of arrays row by row, in the precision of the result. */
final class Rowwise {
    /** Elements that a thread takes at once. */
    private static final int BLOCK = 1 << 14;

    private Rowwise() {}

    /** The rows of one buffer, changed, into another, which may be the same. */
    static void change(Shape shape, RowOperation change, Buffer from, Buffer to) {
        int length = Math.max(1, shape.rowLength());
        int rows = shape.size() / length;
        int perBlock = Math.max(1, BLOCK / length);
        boolean single = to.precision() == Precision.FLOAT32;
        Blocks.forEach(rows, perBlock, rows > 2 * perBlock, (first, end) -> {
            if (single) {
                changeSingle(first, end, length, change.forOneThread(), from, to);
            } else {
                changeDouble(first, end, length, change.forOneThread(), from, to);
            }
        });
    }

    private static void changeDouble(int first, int end, int length, RowOperation change, Buffer from, Buffer to) {
        double[] row = new double[length];
        for (int position = first * length; position < end * length; position += length) {
            from.read(position, row, 0, length);
            change.apply(position, row, length);
            to.write(position, row, 0, length);
        }
    }

    private static void changeSingle(int first, int end, int length, RowOperation change, Buffer from, Buffer to) {
        float[] row = new float[length];
        for (int position = first * length; position < end * length; position += length) {
            from.read(position, row, 0, length);
            change.apply(position, row, length);
            to.write(position, row, 0, length);
        }
    }

    /** Changes a row by way of double. */
    static void changeWide(RowOperation change, int position, float[] row, int count, double[] wide) {
        for (int i = 0; i < count; i++) {
            wide[i] = row[i];
        }
        change.apply(position, wide, count);
        for (int i = 0; i < count; i++) {
            row[i] = (float) wide[i];
        }
    }
}
