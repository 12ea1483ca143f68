package org.acutance.math.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private enum Edge {
        HARD,
        VERY_SOFT
    }

    private static final Parameter<double[]> SIGMA = Parameter.perAxis("sigma", "standard deviation", "");
    private static final Parameter<Optional<int[]>> SIZE =
            Parameter.wholePerAxis("size", "extent", 1, 99, "").orAbsent();
    private static final Parameter<Double> WEIGHT = Parameter.number("weight", "weight", 0, Double.MAX_VALUE, "0.5");
    private static final Parameter<Integer> COUNT = Parameter.integer("count", "number", 1, 8, "2");
    private static final Parameter<Edge> EDGE = Parameter.choice("edge", "kind of edge", Edge.class, "hard");
    private static final Parameter<String> PATH = Parameter.rest("path", "a file");

    private static final Catalogue<String> BLURS = new Catalogue<>(
            "point spread function",
            List.of(
                    Entry.plain("delta", "no blur", "delta"),
                    new Entry<>("gaussian", "a Gaussian", List.of(SIGMA, SIZE), CatalogueTest::gaussian),
                    new Entry<>("plain", "numbers", List.of(WEIGHT, COUNT, EDGE), CatalogueTest::plain),
                    new Entry<>("file", "a file", List.of(PATH), arguments -> arguments.get(PATH))));

    private static String gaussian(Arguments arguments) {
        String size = arguments.get(SIZE).map(Arrays::toString).orElse("chosen");
        return Arrays.toString(arguments.get(SIGMA)) + " " + size + " " + arguments.has(SIZE);
    }

    private static String plain(Arguments arguments) {
        return arguments.get(WEIGHT) + " " + arguments.get(COUNT) + " " + arguments.get(EDGE);
    }

    @Test
    void makesWhatIsWritten() {
        assertThat(BLURS.create("delta")).isEqualTo("delta");
        assertThat(BLURS.create("gaussian:sigma=1x3, size = 13x9")).isEqualTo("[1.0, 3.0] [13, 9] true");
        assertThat(BLURS.create("plain:weight=2,edge=very-soft")).isEqualTo("2.0 2 VERY_SOFT");
        assertThat(BLURS.create("file:a, b=c.npy")).isEqualTo("a, b=c.npy");
    }

    @Test
    void whatIsLeftOutIsTheDefaultOrAbsent() {
        assertThat(BLURS.create("plain")).isEqualTo("0.5 2 HARD");
        assertThat(BLURS.create("gaussian:sigma=1")).isEqualTo("[1.0] chosen false");
        assertThat(SIGMA.required()).isTrue();
        assertThat(SIZE.required()).isFalse();
        assertThat(WEIGHT.required()).isFalse();
    }

    @Test
    void knowsItsNamesInOrder() {
        assertThat(BLURS.names()).containsExactly("delta", "gaussian", "plain", "file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "gausian | unknown point spread function 'gausian'; did you mean 'gaussian'?"
                        + " (known: delta, gaussian, plain, file)",
                "dleta | unknown point spread function 'dleta'; did you mean 'delta'?"
                        + " (known: delta, gaussian, plain, file)",
                "airy | unknown point spread function 'airy'; known: delta, gaussian, plain, file",
                "gaussian:sgma=1 | point spread function 'gaussian': unknown parameter 'sgma'; did you mean 'sigma'?"
                        + " (it takes sigma, size)",
                "gaussian:width=1 | point spread function 'gaussian': unknown parameter 'width';"
                        + " it takes sigma, size",
                "gaussian | point spread function 'gaussian': parameter 'sigma' is missing;"
                        + " give positive numbers, one or one per axis as in 1x3",
                "gaussian:sigma= | point spread function 'gaussian': parameter 'sigma' is missing;"
                        + " give positive numbers, one or one per axis as in 1x3",
                "gaussian:sigma=1,size= | point spread function 'gaussian': parameter 'size' is missing;"
                        + " give whole numbers from 1 to 99, one or one per axis as in 13x9",
                "gaussian:sigma=1,sigma=2 | point spread function 'gaussian': parameter 'sigma' is given twice;"
                        + " give it once",
                "gaussian:3 | point spread function 'gaussian': cannot read '3'; write key=value with sigma, size",
                "delta:3 | point spread function 'delta': cannot read '3';"
                        + " it takes no parameters, leave out what follows the colon",
                "gaussian:sigma=-1 | point spread function 'gaussian': cannot use sigma=-1;"
                        + " expected positive numbers, one or one per axis as in 1x3",
                "gaussian:sigma=1xNaN | point spread function 'gaussian': cannot use sigma=1xNaN;"
                        + " expected positive numbers, one or one per axis as in 1x3",
                "gaussian:sigma=1,size=1.5 | point spread function 'gaussian': cannot use size=1.5;"
                        + " expected whole numbers from 1 to 99, one or one per axis as in 13x9",
                "gaussian:sigma=1,size=13x100 | point spread function 'gaussian': cannot use size=13x100;"
                        + " expected whole numbers from 1 to 99, one or one per axis as in 13x9",
                "plain:weight=-1 | point spread function 'plain': cannot use weight=-1;"
                        + " expected a number of at least 0",
                "plain:count=9 | point spread function 'plain': cannot use count=9;"
                        + " expected a whole number from 1 to 8",
                "plain:edge=sharp | point spread function 'plain': cannot use edge=sharp;"
                        + " expected one of hard, very-soft",
                "file | point spread function 'file': parameter 'path' is missing; give text after the colon",
            })
    void saysWhatIsWrongAndTheWayOut(String written, String message) {
        assertThatThrownBy(() -> BLURS.create(written))
                .isInstanceOf(SpecException.class)
                .hasMessage(message);
    }

    @Test
    void boundsAreWrittenAsTheyAreMeant() {
        assertThat(Parameter.number("p", "", Double.MIN_VALUE, Double.MAX_VALUE, "")
                        .form())
                .isEqualTo("a number above 0");
        assertThat(Parameter.number("p", "", Double.MIN_VALUE, 1, "").form())
                .isEqualTo("a number above 0 and at most 1");
        assertThat(Parameter.number("p", "", -Double.MAX_VALUE, Double.MAX_VALUE, "")
                        .form())
                .isEqualTo("a number");
        assertThat(Parameter.integer("p", "", 1, Integer.MAX_VALUE, "").form())
                .isEqualTo("a whole number of at least 1");
    }
}
