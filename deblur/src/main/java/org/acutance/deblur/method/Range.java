package org.acutance.deblur.method;

import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.optimize.Solution;

/** Which samples a result may have. */
enum Range {
    /** Any. */
    FREE {
        @Override
        Solution limited(Solution solution) {
            return solution;
        }
    },
    /** From -1 to 1, as scikit-image has it; the loss stays that of the result before. */
    CLIP {
        @Override
        Solution limited(Solution solution) {
            return solution.withX(clipped(solution.x()));
        }
    };

    /** The choice in a specification. */
    static final Parameter<Range> PARAMETER = Parameter.choice(
            "range", "free, or clip to samples from -1 to 1 as scikit-image does", Range.class, "free");

    /** A result within the range. */
    abstract Solution limited(Solution solution);

    private static NdArray clipped(NdArray values) {
        return NdArray.elementwise(
                "clip",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.max(-1, Math.min(1, in[0][i]));
                    }
                },
                values);
    }
}
