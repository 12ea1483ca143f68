package org.acutance.math.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes that exist once for each precision, and those that a program wrote. */
class ImplementationsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/acutance/math/fft");
    private static final Path VECTOR_SOURCES = Path.of("src/main/vector/org/acutance/math/fft");

    /** With the system property {@code butterflies=write}, writes the sources instead. */
    @ParameterizedTest
    @CsvSource({"double, false", "float, false", "double, true", "float, true"})
    void butterfliesAreAsWritten(String number, boolean vector) throws IOException {
        Path file = (vector ? VECTOR_SOURCES : SOURCES).resolve(ButterflyWriter.className(number, vector) + ".java");
        String source = ButterflyWriter.source(number, vector, 1, 2, 3, 4, 5, 7, 8);
        if ("write".equals(System.getProperty("butterflies"))) {
            Files.writeString(file, source);
        }
        assertThat(file).hasContent(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lanes", "Primes", "Arithmetic"})
    void classesOfThePrecisionsDifferInOneWord(String name) throws IOException {
        String doubles = Files.readString(SOURCES.resolve("Double" + name + ".java"));
        String floats = Files.readString(SOURCES.resolve("Float" + name + ".java"));
        assertThat(inDouble(floats)).isEqualTo(inDouble(doubles));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Primes", "Arithmetic"})
    void vectorsOfThePrecisionsDifferInOneWord(String name) throws IOException {
        String doubles = Files.readString(VECTOR_SOURCES.resolve("DoubleVector" + name + ".java"));
        String floats = Files.readString(VECTOR_SOURCES.resolve("FloatVector" + name + ".java"));
        assertThat(inDouble(floats)).isEqualTo(inDouble(doubles));
    }

    @Test
    void vectorsAreTakenWhereTheyArePresent() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertThat(DoubleLanes.FASTEST.equals(DoubleLanes.PLAIN)).isNotEqualTo(present);
        assertThat(FloatLanes.FASTEST.equals(FloatLanes.PLAIN)).isNotEqualTo(present);
        assertThat(present).isEqualTo(Boolean.getBoolean("vectors"));
    }

    /** Butterflies in plain loops, whose vectors lie beside it. */
    private static class UnfitButterflies implements Butterflies<double[]> {
        @Override
        public Arithmetic<double[]> arithmetic() {
            return new DoubleArithmetic();
        }

        @Override
        public int quantum() {
            return 1;
        }

        @Override
        public void pass(
                Stage<double[]> stage, double[][] re, double[][] im, int at, int columns, Rows<double[]> spare) {}
    }

    /** Vectors of a module that this JVM has otherwise than it was compiled against. */
    private static final class UnfitVectorButterflies extends UnfitButterflies {
        @Override
        public void pass(
                Stage<double[]> stage, double[][] re, double[][] im, int at, int columns, Rows<double[]> spare) {
            throw new NoSuchMethodError("fromArray");
        }
    }

    @Test
    void vectorsThatDoNotLinkAreLeftAlone() {
        DoubleLanes plain = new DoubleLanes(new UnfitButterflies());
        assertThat(new UnfitVectorButterflies()).isInstanceOf(UnfitButterflies.class);
        assertThat(Vectors.orElse(plain)).isSameAs(plain.butterflies());
    }

    /** Without the narrowing of numbers, and without line breaks, since the shorter word leaves more room. */
    private static String inDouble(String source) {
        return source.replace("(float) ", "")
                .replace("float", "double")
                .replace("Float", "Double")
                .replaceAll("\\s+", "");
    }
}
