package org.acutance.deblur.image;

import org.acutance.math.array.Precision;

/** How a file stores a sample. Integer types stand for [0, 1], or [-1, 1] if signed, by division by their maximum. */
public enum SampleType {
    UINT8("uint8", 8, 0, 255),
    INT8("int8", 8, -128, 127),
    UINT16("uint16", 16, 0, 65535),
    INT16("int16", 16, -32768, 32767),
    UINT32("uint32", 32, 0, 4294967295.0),
    INT32("int32", 32, -2147483648.0, 2147483647.0),
    /** Only values up to 2^53, which are exact in double. */
    UINT64("uint64", 64, 0, 0x1p53),
    /** Only values up to 2^53, which are exact in double. */
    INT64("int64", 64, -0x1p53, 0x1p53),
    FLOAT32("float32", 32, -Float.MAX_VALUE, Float.MAX_VALUE),
    FLOAT64("float64", 64, -Double.MAX_VALUE, Double.MAX_VALUE);

    private final String text;
    private final int bits;
    private final double least;
    private final double most;

    SampleType(String text, int bits, double least, double most) {
        this.text = text;
        this.bits = bits;
        this.least = least;
        this.most = most;
    }

    /** The floating-point type of a precision. */
    public static SampleType of(Precision precision) {
        return precision == Precision.FLOAT32 ? FLOAT32 : FLOAT64;
    }

    /** Whether samples are whole numbers. */
    public boolean isInteger() {
        return this != FLOAT32 && this != FLOAT64;
    }

    /** Whether samples can be negative. */
    public boolean isSigned() {
        return least < 0;
    }

    /** Bits in which a file stores one sample. */
    public int bits() {
        return bits;
    }

    /** Smallest finite sample. */
    public double least() {
        return least;
    }

    /** Largest finite sample. */
    public double most() {
        return most;
    }

    /** What a sample is divided by to normalise it: the largest integer of its bits, as in scikit-image; 1 for floats. */
    public double scale() {
        return isInteger() ? Math.scalb(1.0, isSigned() ? bits - 1 : bits) - 1 : 1;
    }

    /** The smallest precision that holds every sample exactly. */
    public Precision precision() {
        return bits <= 16 || this == FLOAT32 ? Precision.FLOAT32 : Precision.FLOAT64;
    }

    /** Whether a file of this type can hold the value without a change. NaN and infinity are floats. */
    public boolean holds(double value) {
        return isInteger()
                ? value >= least && value <= most && value == Math.rint(value)
                : this == FLOAT64 || Double.isNaN(value) || value == (float) value;
    }

    /** NumPy's name: {@code uint8}. */
    @Override
    public String toString() {
        return text;
    }
}
