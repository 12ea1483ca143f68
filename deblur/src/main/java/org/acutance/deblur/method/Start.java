package org.acutance.deblur.method;

import java.util.Optional;
import java.util.function.Supplier;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.State;

/**
 * Where a search starts.
 *
 * @param estimate gives an estimate, of the shape of the canvas; made when it is asked for, nobody needs to hold it while the
 *     search goes on
 * @param state where the search for a neighbouring problem ended, such as that of another weight; a method goes on from
 *     it if the state is one of its own
 */
public record Start(Supplier<NdArray> estimate, Optional<State> state) {
    /** A start from an estimate. */
    public static Start at(NdArray x) {
        return made(() -> x);
    }

    /** A start from an estimate that is made when it is asked for. */
    public static Start made(Supplier<NdArray> estimate) {
        return new Start(estimate, Optional.empty());
    }

    /** The estimate, of the shape of the canvas. */
    public NdArray x() {
        return estimate.get();
    }
}
