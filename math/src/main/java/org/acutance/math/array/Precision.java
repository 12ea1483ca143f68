package org.acutance.math.array;

/** How the values of an array are stored. Scalars and reductions are computed in double in either case. */
public enum Precision {
    /** IEEE 754 binary32, about seven decimal digits. */
    FLOAT32,
    /** IEEE 754 binary64, about sixteen decimal digits. */
    FLOAT64;

    /** The distance from 1 to the next larger number. */
    public double epsilon() {
        return this == FLOAT32 ? Math.ulp(1f) : Math.ulp(1d);
    }
}
