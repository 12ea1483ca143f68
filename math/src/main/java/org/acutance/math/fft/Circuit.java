package org.acutance.math.fft;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;

/**
 * A part of a periodic convolution, a change of what comes out, and the adjoint: {@code A'(f(Ax))}. What lies between is
 * changed row by row while it is in the cache and never stored. Made by {@link Filter#circuit}; immutable and safe for use
 * by several threads; results do not depend on their number.
 */
public final class Circuit {
    private final Fft fft;
    private final Filter.Product product;
    private final Window window;

    Circuit(Fft fft, Filter.Product product, Window window) {
        this.fft = fft;
        this.product = product;
        this.window = window;
    }

    /** The way back that remains. */
    @FunctionalInterface
    interface Back {
        void run(RowOperation change, NdArray.Builder result);
    }

    /** Where a circuit is after the change. It holds the work area of a transform, and can be gone on from once. */
    public static final class Halfway {
        private Optional<Back> back;

        private Halfway(Back back) {
            this.back = Optional.of(back);
        }

        /** Whether the way back was gone. */
        public boolean isSpent() {
            return back.isEmpty();
        }
    }

    /**
     * Goes there: {@code f(Ax)}.
     *
     * @param x array of the planned shape
     * @param change f, which is given runs of the rows of the part, whole rows or not, and so changes each element by itself
     * @throws IllegalArgumentException if the array does not fit the plan
     */
    public Halfway there(NdArray x, RowOperation change) {
        x.shape().require("circuit", fft.shape());
        fft.requireFit("circuit", x);
        return new Halfway(product.there(Filter.expanded(x), window, change));
    }

    /**
     * Goes back: the adjoint of where it is halfway, of the planned shape.
     *
     * @param change what is done at last to each row of the result, in a pass of its own if it needs whole rows
     * @throws IllegalStateException if it was gone before
     */
    public NdArray back(Halfway halfway, RowOperation change) {
        Back way = halfway.back.orElseThrow(
                () -> new IllegalStateException("circuit: the way back was gone before; go there again"));
        halfway.back = Optional.empty();
        NdArray.Builder result = NdArray.builder(fft.shape(), fft.precision());
        way.run(change, result);
        return result.build();
    }
}
