package org.acutance.math.array;

import java.util.Arrays;
import java.util.List;

/**
 * An immutable dense array of any rank, row-major (the last axis lies together in memory), stored in either precision.
 * Elementwise operations broadcast as NumPy's do and need operands of one precision; scalars (rank 0) are FLOAT64
 * always and go with either; reductions return double.
 */
public final class NdArray implements ArrayArrangement {
    private final Shape shape;
    private final Buffer buffer;

    private NdArray(Shape shape, Buffer buffer) {
        this.shape = shape;
        this.buffer = buffer;
    }

    /**
     * An array of FLOAT64 with the given values in row-major order, which are copied.
     *
     * @throws IllegalArgumentException if the number of values is not the size of the shape
     */
    public static NdArray of(double[] values, int... extents) {
        return of(values, Shape.of(extents));
    }

    /** As {@link #of(double[], int...)}, for a shape. */
    public static NdArray of(double[] values, Shape shape) {
        return of(values, shape, Precision.FLOAT64);
    }

    /** As {@link #of(double[], int...)}, for a shape, stored in a precision. */
    public static NdArray of(double[] values, Shape shape, Precision precision) {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException("array: " + values.length + " values do not fill shape " + shape
                    + ", which has " + shape.size() + " elements");
        }
        return builder(shape, precision).write(0, values, 0, values.length).build();
    }

    /** A vector of FLOAT64. */
    public static NdArray vector(double... values) {
        return of(values, values.length);
    }

    /** A FLOAT64 array of rank 0. */
    public static NdArray scalar(double value) {
        return full(Shape.SCALAR, Precision.FLOAT64, value);
    }

    /** An array whose elements are all the same; a large one takes no more memory than a small one. */
    public static NdArray full(Shape shape, Precision precision, double value) {
        Precision stored = shape.rank() == 0 ? Precision.FLOAT64 : precision;
        return shape.size() <= Elementwise.SHARE
                ? filled(shape, stored, value)
                : new NdArray(shape, Buffer.repeated(stored, shape.size(), value));
    }

    /** Small ones are stored in full, which is faster to compute with. */
    private static NdArray filled(Shape shape, Precision precision, double value) {
        double[] values = new double[shape.size()];
        Arrays.fill(values, value);
        return of(values, shape, precision);
    }

    /** An array of zeros. */
    public static NdArray zeros(Shape shape, Precision precision) {
        return full(shape, precision, 0);
    }

    /** A FLOAT64 array of zeros. */
    public static NdArray zeros(int... extents) {
        return zeros(Shape.of(extents), Precision.FLOAT64);
    }

    /** The way to fill an array run by run; elements that are not written are 0. */
    public static Builder builder(Shape shape, Precision precision) {
        return new Builder(shape, precision);
    }

    /** An array over a buffer that nobody else may write from now on. */
    static NdArray owning(Shape shape, Buffer buffer) {
        return new NdArray(shape, buffer);
    }

    Buffer buffer() {
        return buffer;
    }

    /** Extents of the axes, slowest first. */
    public Shape shape() {
        return shape;
    }

    /** Number of axes; 0 for a scalar. */
    public int rank() {
        return shape.rank();
    }

    /** Number of elements. */
    public int size() {
        return shape.size();
    }

    /** How the elements are stored. */
    public Precision precision() {
        return buffer.precision();
    }

    /** Element at a row-major position. */
    public double get(int position) {
        return buffer.get(position);
    }

    /**
     * Element at one index per axis.
     *
     * @throws IllegalArgumentException if the number of indices is not the rank or an index is outside its axis
     */
    public double at(int... indices) {
        if (indices.length != rank()) {
            throw new IllegalArgumentException("at: " + indices.length + " indices for shape " + shape);
        }
        int position = 0;
        for (int axis = 0; axis < indices.length; axis++) {
            if (indices[axis] < 0 || indices[axis] >= shape.extent(axis)) {
                throw new IllegalArgumentException(
                        "at: index " + Arrays.toString(indices) + " is outside shape " + shape);
            }
            position = position * shape.extent(axis) + indices[axis];
        }
        return get(position);
    }

    /**
     * The value of an array of one element.
     *
     * @throws IllegalArgumentException if there is not exactly one element
     */
    public double item() {
        if (size() != 1) {
            throw new IllegalArgumentException("item: shape " + shape + " has " + size() + " elements, expected one");
        }
        return get(0);
    }

    /** Copies {@code count} elements from a row-major position into {@code target}, starting at {@code at}. */
    public void read(int from, double[] target, int at, int count) {
        buffer.read(from, target, at, count);
    }

    /** As {@link #read(int, double[], int, int)}, rounding to nearest where the array is stored in double. */
    public void read(int from, float[] target, int at, int count) {
        buffer.read(from, target, at, count);
    }

    /** Adds {@code count} elements from a row-major position, times a factor, to {@code sums} from {@code at} on. */
    public void accumulate(int from, double factor, double[] sums, int at, int count) {
        buffer.accumulate(from, factor, sums, at, count);
    }

    /** As {@link #read(int, double[], int, int)} from 0 on, as if an array of one element had as many as asked for. */
    public void readOrRepeat(int from, double[] target, int count) {
        if (size() == 1) {
            Arrays.fill(target, 0, count, get(0));
        } else {
            read(from, target, 0, count);
        }
    }

    /** As {@link #readOrRepeat(int, double[], int)}, rounding to nearest where the array is stored in double. */
    public void readOrRepeat(int from, float[] target, int count) {
        if (size() == 1) {
            Arrays.fill(target, 0, count, (float) get(0));
        } else {
            read(from, target, 0, count);
        }
    }

    /** This array with every row changed. */
    NdArray changed(RowOperation change) {
        Builder result = builder(shape, precision());
        Rowwise.change(shape, change, buffer, result.buffer);
        return result.build();
    }

    /** All elements in row-major order; a copy. */
    public double[] toDoubles() {
        double[] values = new double[size()];
        read(0, values, 0, values.length);
        return values;
    }

    /** This array in the given precision, rounding to nearest where it is the smaller one. */
    public NdArray to(Precision precision) {
        return precision == precision() || rank() == 0 ? this : new NdArray(shape, copy(precision));
    }

    /**
     * Checks that this array has the shape and the precision of another.
     *
     * @param operation name of the operation for the message
     * @throws IllegalArgumentException naming the operation and what differs if it has not
     */
    public void requireLike(String operation, NdArray expected) {
        shape.require(operation, expected.shape);
        requirePrecision(operation, expected);
    }

    void requirePrecision(String operation, NdArray expected) {
        if (precision() != expected.precision()) {
            throw new IllegalArgumentException(operation + ": got " + precision() + ", expected " + expected.precision()
                    + "; convert one with to(Precision)");
        }
    }

    private Buffer copy(Precision precision) {
        if (buffer instanceof Buffer.Repeated repeated) {
            return Buffer.repeated(precision, size(), repeated.value());
        }
        Buffer copy = Buffer.allocate(precision, size());
        double[] block = new double[Math.min(size(), Elementwise.BLOCK)];
        for (int at = 0; at < size(); at += block.length) {
            int count = Math.min(block.length, size() - at);
            read(at, block, 0, count);
            copy.write(at, block, 0, count);
        }
        return copy;
    }

    /**
     * Applies a kernel to operands that broadcast to one shape.
     *
     * @param operation name of the operation for messages
     * @throws IllegalArgumentException if precisions differ or the shapes do not broadcast
     */
    public static NdArray elementwise(String operation, Kernel kernel, NdArray... operands) {
        return Elementwise.apply(operation, kernel, operands);
    }

    /** Elementwise sum. */
    public NdArray plus(NdArray other) {
        return elementwise("plus", Kernels.PLUS, this, other);
    }

    /** Elementwise difference. */
    public NdArray minus(NdArray other) {
        return elementwise("minus", Kernels.MINUS, this, other);
    }

    /** Elementwise product. */
    public NdArray times(NdArray other) {
        return elementwise("times", Kernels.TIMES, this, other);
    }

    /** Every element times a number. */
    public NdArray times(double factor) {
        return elementwise("times", Kernels.affine(factor, 0), this);
    }

    /** {@code this + factor * other}, the step of every line search. */
    public NdArray plusScaled(double factor, NdArray other) {
        return elementwise("plusScaled", Kernels.plusScaled(factor), this, other);
    }

    /** Reduction of all elements. */
    public double reduce(Reduction reduction) {
        return reduction.apply(() -> (from, block, count) -> read(from, block, 0, count), 0, size());
    }

    /** Sum of all elements. */
    public double sum() {
        return reduce(Reduction.SUM);
    }

    /** Largest element. */
    public double max() {
        return reduce(Reduction.MAX);
    }

    /** Smallest element. */
    public double min() {
        return reduce(Reduction.MIN);
    }

    /**
     * Sum of the products of corresponding elements.
     *
     * @throws IllegalArgumentException if the shapes or the precisions differ
     */
    public double dot(NdArray other) {
        other.requireLike("dot", this);
        return Reduction.SUM.apply(() -> products(other), 0, size());
    }

    private Reduction.Run products(NdArray other) {
        double[] theirs = new double[Math.min(size(), 1024)];
        return (from, block, count) -> {
            read(from, block, 0, count);
            other.read(from, theirs, 0, count);
            for (int i = 0; i < count; i++) {
                block[i] *= theirs[i];
            }
        };
    }

    /** Euclidean norm of all elements. */
    public double norm() {
        return Math.sqrt(dot(this));
    }

    /** Largest absolute value; 0 for an empty array. */
    public double maxAbs() {
        return size() == 0 ? 0 : Math.max(max(), -min());
    }

    /** Whether no element is NaN or infinite. */
    public boolean isFinite() {
        return Reduction.SUM.apply(() -> this::readZeros, 0, size()) == 0;
    }

    /** Zeros, or not-a-number where an element is that or infinite. */
    private void readZeros(int from, double[] block, int count) {
        read(from, block, 0, count);
        for (int i = 0; i < count; i++) {
            block[i] *= 0;
        }
    }

    /**
     * Reduction along the given axes, which remain with extent one.
     *
     * @throws IllegalArgumentException if there is no such axis, or one comes twice
     */
    public NdArray reduce(Reduction reduction, int... axes) {
        return AxisReduction.apply(this, reduction, axes);
    }

    /**
     * The same elements in another shape.
     *
     * @throws IllegalArgumentException if the number of elements differs
     */
    public NdArray reshape(Shape target) {
        if (target.size() != size()) {
            throw new IllegalArgumentException(
                    "reshape: shape " + shape + " has " + size() + " elements, " + target + " has " + target.size());
        }
        boolean becomesScalar = target.rank() == 0 && precision() == Precision.FLOAT32;
        return new NdArray(target, becomesScalar ? copy(Precision.FLOAT64) : buffer);
    }

    /** As {@link #reshape(Shape)}. */
    public NdArray reshape(int... extents) {
        return reshape(Shape.of(extents));
    }

    /**
     * Arrays one after the other along an axis.
     *
     * @throws IllegalArgumentException if none is given, or precisions or extents beside the axis differ
     */
    public static NdArray concatenate(int axis, List<NdArray> parts) {
        return Concatenation.apply(axis, parts);
    }

    /** The product of matrices {@code [m×k]} and {@code [k×n]}, or of stacks of them; refuses shapes that do not fit. */
    public NdArray matmul(NdArray other) {
        return MatrixProduct.apply(this, other);
    }

    /** Equal shape, precision and values, bit for bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NdArray array && shape.equals(array.shape) && buffer.hasSameBits(array.buffer);
    }

    @Override
    public int hashCode() {
        int hash = shape.hashCode();
        for (int i = 0; i < size(); i++) {
            hash = 31 * hash + Double.hashCode(get(i));
        }
        return hash;
    }

    /** Shape, precision and the first elements, for a debugger's window. */
    @Override
    public String toString() {
        int shown = Math.min(size(), 8);
        double[] first = new double[shown];
        read(0, first, 0, shown);
        String values = Arrays.toString(first);
        String cut = shown < size() ? values.substring(0, values.length() - 1) + ", ...]" : values;
        return shape + " " + precision() + " " + cut;
    }

    /** Fills one array, run by run, and hands it out once. */
    public static final class Builder {
        private final Shape shape;
        private final Buffer buffer;
        private boolean built;

        private Builder(Shape shape, Precision precision) {
            this.shape = shape;
            this.buffer = Buffer.allocate(shape.rank() == 0 ? Precision.FLOAT64 : precision, shape.size());
        }

        /**
         * Stores {@code count} values of {@code source} from {@code at} on, at a row-major position.
         *
         * @throws IllegalStateException after {@link #build()}
         */
        public Builder write(int to, double[] source, int at, int count) {
            requireOpen();
            buffer.write(to, source, at, count);
            return this;
        }

        /** As {@link #write(int, double[], int, int)}. */
        public Builder write(int to, float[] source, int at, int count) {
            requireOpen();
            buffer.write(to, source, at, count);
            return this;
        }

        /** Changes every row of what was stored; throws as {@link #write(int, double[], int, int)} does. */
        public Builder change(RowOperation change) {
            requireOpen();
            Rowwise.change(shape, change, buffer, buffer);
            return this;
        }

        private void requireOpen() {
            if (built) {
                throw new IllegalStateException("builder: the array " + shape + " is already built");
            }
        }

        /** The array; the builder cannot be written any more. */
        public NdArray build() {
            built = true;
            return new NdArray(shape, buffer);
        }
    }
}
