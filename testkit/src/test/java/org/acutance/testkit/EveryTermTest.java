package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.prior.Prior;
import org.acutance.deblur.prior.Priors;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every data term and every prior of the catalogues, in odd shapes, ranks 1 to 3 and axes of length one. */
class EveryTermTest {
    private static final List<Shape> SHAPES =
            List.of(Shape.of(7), Shape.of(5, 4), Shape.of(1, 6), Shape.of(3, 1, 5), Shape.of(2, 3, 4));

    private static Stream<Arguments> inBothPrecisions(Stream<Example> examples) {
        return examples.flatMap(
                example -> Arrays.stream(Precision.values()).map(precision -> Arguments.of(example, precision)));
    }

    static Stream<Arguments> fidelities() {
        return inBothPrecisions(Fidelities.CATALOGUE.names().stream().flatMap(name -> SHAPES.stream()
                .map(shape -> new Example(
                        name,
                        x -> Fidelities.CATALOGUE.create(name).distance(x.get(0), x.get(1)),
                        List.of(new Example.Operand(shape, 0, 1), new Example.Operand(shape, 0, 1))))));
    }

    static Stream<Arguments> priors() {
        return inBothPrecisions(Priors.CATALOGUE.names().stream().flatMap(name -> SHAPES.stream()
                .map(shape -> new Example(
                        name,
                        x -> Priors.CATALOGUE.create(name).penalty(x.get(0)),
                        List.of(new Example.Operand(shape, 0, 1))))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"fidelities", "priors"})
    void hasRightDerivatives(Example example, Precision precision) {
        new DerivativeContract(example, precision).check();
    }

    static List<String> priorNames() {
        return Priors.CATALOGUE.names();
    }

    @ParameterizedTest
    @MethodSource("priorNames")
    void aConstantImageCostsNothingAndHasAFiniteGradient(String name) {
        Prior prior = Priors.CATALOGUE.create(name);
        for (Shape shape : List.of(Shape.of(1, 1), Shape.of(4, 5), Shape.of(2, 3, 4))) {
            Tensor constant = Tensor.of(NdArray.full(shape, Precision.FLOAT64, 0.3));
            assertThat(prior.penalty(constant).item()).isZero();
            assertThat(Gradients.grad(prior::penalty).apply(constant).value().maxAbs())
                    .isZero();
        }
    }
}
