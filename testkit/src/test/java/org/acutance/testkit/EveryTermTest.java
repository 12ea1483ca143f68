package org.acutance.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.acutance.deblur.model.DataTerm;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.psf.Psf;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Example;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every data term of the catalogue, in odd shapes, ranks 1 to 3 and axes of length one. */
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
                        name, x -> data(name, shape).distance(x.get(0)), List.of(new Example.Operand(shape, 1, 2))))));
    }

    /** Predictions are from 1 to 2, away from the kinks of some terms at and near what is observed. */
    private static DataTerm data(String name, Shape shape) {
        NdArray observed = new Samples(3).uniform(shape, Precision.FLOAT64, 3, 4);
        Psf psf = Psfs.catalogue().create("delta").forRank(shape.rank());
        return Fidelities.CATALOGUE.create(name).on(Observation.of(observed, psf));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("fidelities")
    void hasRightDerivatives(Example example, Precision precision) {
        new DerivativeContract(example, precision).check();
    }
}
