package org.acutance.math.array;

/** How the values of an array are stored. Scalars and reductions are computed in double in either case. */
public enum Precision {
    /** IEEE 754 binary32, about seven decimal digits. */
    FLOAT32,
    /** IEEE 754 binary64, about sixteen decimal digits. */
    FLOAT64
}
