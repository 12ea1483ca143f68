package org.acutance.math.convolution;

import java.util.Locale;

/** The elementary operations that convolutions are made of, each with a measured cost. */
public enum Operation {
    /** A tap of the kernel times an element, added to a sum. */
    MULTIPLY_ADD,
    /** An element copied: read, moved into place, or written. */
    COPY,
    /** A pass over a run of elements begun. */
    RUN,
    /** An element of the half-complex work area of a transform gathered and put back. */
    GATHER,
    /** A one-dimensional transform begun. */
    LINE,
    /** An element passed through one level of a transform whose length is a power of two. */
    POWER_OF_TWO,
    /** An element passed through one level of radix 2 of a transform of another length. */
    RADIX_2,
    /** As {@link #RADIX_2}, for radix 3. */
    RADIX_3,
    /** As {@link #RADIX_2}, for radix 5. */
    RADIX_5,
    /** As {@link #RADIX_2}, for radix 7. */
    RADIX_7;

    /** The name in {@link CostModel}'s resource: {@code multiply-add}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
