package org.acutance.math.autodiff;

import java.util.List;
import java.util.stream.Stream;

/** All operations on tensors, each with the examples that the contract of derivatives runs over. */
public final class Operations {
    private Operations() {}

    /** The examples of every operation. */
    public static List<Example> examples() {
        return Stream.of(
                        Arithmetic.examples(),
                        Functions.examples(),
                        Selection.examples(),
                        Reductions.examples(),
                        Arrangement.examples(),
                        Products.examples(),
                        Convolving.examples())
                .flatMap(List::stream)
                .toList();
    }
}
