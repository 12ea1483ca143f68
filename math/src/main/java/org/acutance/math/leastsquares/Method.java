package org.acutance.math.leastsquares;

/** The methods of fitting, with SciPy's names. */
public enum Method {
    /** Levenberg's and Marquardt's, in MINPACK's form (Moré 1978); without bounds and robust losses. */
    LM,
    /** Reflections at the bounds within ellipsoids (Branch, Coleman &amp; Li 1999); the one to begin with. */
    TRF,
    /** Powell's dogleg within boxes (Voglis &amp; Lagaris 2004); often quick where bounds hold the solution. */
    DOGBOX
}
