package org.acutance.math.autodiff;

import java.util.List;
import java.util.stream.Stream;

/** The operations that are methods of {@link Tensor}, each with the examples that the contract of derivatives runs over. */
public final class TensorExamples {
    private TensorExamples() {}

    /** The examples of every method. */
    public static List<Example> examples() {
        return Stream.of(
                        Arithmetic.examples(),
                        Functions.examples(),
                        Exponentials.examples(),
                        Angles.examples(),
                        Rounding.examples(),
                        Selection.examples(),
                        Reductions.examples(),
                        Cumulation.examples(),
                        Arrangement.examples(),
                        Indexing.examples(),
                        Products.examples(),
                        Convolving.examples())
                .flatMap(List::stream)
                .toList();
    }
}
