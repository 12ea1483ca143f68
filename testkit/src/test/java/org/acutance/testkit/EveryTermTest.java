package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.acutance.math.catalogue.Spec;
import org.junit.jupiter.api.Test;
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

    /**
     * A term and predictions for it.
     *
     * @param written the term
     * @param low least prediction, of observations from 3 to 4
     * @param high largest prediction; there is no kink between
     */
    private record Range(String written, double low, double high) {}

    /** Predictions around what is observed where the term is smooth, and on every side of its kinks where it has some. */
    private static final List<Range> RANGES = List.of(
            new Range("auto", 1, 2),
            new Range("auto", 5, 6),
            new Range("norm", 2.5, 4.5),
            new Range("l2", 2.5, 4.5),
            new Range("gaussian", 2.5, 4.5),
            new Range("gaussian:sigma=0.7", 2.5, 4.5),
            new Range("poisson:gain=0.3,background=0.5,readout=0.2", 1, 6),
            new Range("poisson:gain=0.3,background=0.5,readout=0.2", -2, 0.3),
            new Range("anscombe:gain=0.3,background=0.5,readout=0.2", 1, 6),
            new Range("anscombe:gain=0.3,background=0.5,readout=0.2", -2, 0.2),
            new Range("huber:sigma=1,threshold=1.2", 3.3, 3.7),
            new Range("huber:sigma=1,threshold=1.2", 0, 1.5),
            new Range("huber:sigma=1,threshold=1.2", 5.5, 7),
            new Range("l1:scale=0.5", 1, 2.5),
            new Range("l1:scale=0.5", 4.5, 6));

    @Test
    void isTested() {
        assertThat(RANGES.stream()
                        .map(range -> Spec.parse(range.written()).name())
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(Fidelities.CATALOGUE.names()));
    }

    static Stream<Arguments> fidelities() {
        return inBothPrecisions(RANGES.stream().flatMap(range -> SHAPES.stream()
                .map(shape -> new Example(
                        range.toString(),
                        x -> data(range.written(), shape, 3, 4).distance(x.get(0)),
                        List.of(new Example.Operand(shape, range.low(), range.high()))))));
    }

    private static DataTerm data(String written, Shape shape, double low, double high) {
        NdArray observed = new Samples(3).uniform(shape, Precision.FLOAT64, low, high);
        Psf psf = Psfs.catalogue().create("delta").forRank(shape.rank());
        return Fidelities.CATALOGUE.create(written).on(Observation.of(observed, psf));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("fidelities")
    void hasRightDerivatives(Example example, Precision precision) {
        new DerivativeContract(example, precision).check();
    }

    static Stream<Arguments> proximals() {
        return RANGES.stream().map(Range::written).distinct().flatMap(written -> SHAPES.stream()
                .map(shape -> Arguments.of(written, shape)));
    }

    @ParameterizedTest
    @MethodSource("proximals")
    void proximalMapsKeepTheContract(String written, Shape shape) {
        data(written, shape, 0.1, 1.5)
                .proximal()
                .ifPresent(function -> new ProximalContract(function, shape, Precision.FLOAT64, true).check());
    }
}
