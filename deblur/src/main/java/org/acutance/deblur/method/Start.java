package org.acutance.deblur.method;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.State;

/**
 * Where a search starts.
 *
 * @param x an estimate, of the shape of the canvas
 * @param state where the search for a neighbouring problem ended, such as that of another weight; a method goes on from
 *     it if the state is one of its own
 */
public record Start(NdArray x, Optional<State> state) {
    /** A start from an estimate. */
    public static Start at(NdArray x) {
        return new Start(x, Optional.empty());
    }
}
