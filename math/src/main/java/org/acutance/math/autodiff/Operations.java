package org.acutance.math.autodiff;

import java.util.List;
import java.util.stream.Stream;

/** All operations on tensors, each with the examples that the contract of derivatives runs over. */
public final class Operations {
    private Operations() {}

    /** The examples of every operation. */
    public static List<Example> examples() {
        return Stream.of(
                        Arithmetic.EXAMPLES,
                        Functions.EXAMPLES,
                        Selection.EXAMPLES,
                        Reductions.EXAMPLES,
                        Arrangement.EXAMPLES,
                        Products.EXAMPLES,
                        Convolving.EXAMPLES)
                .flatMap(List::stream)
                .toList();
    }
}
