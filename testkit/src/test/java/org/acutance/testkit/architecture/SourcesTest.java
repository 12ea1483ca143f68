package org.acutance.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of the sources of all modules, and the rules about it on texts that break them. */
final class SourcesTest {
    private static final List<SourceFile> MAIN = SourceFile.ofMain();

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("file length", SourceRules::fileLength),
                rule("method length", SourceRules::methodLength),
                rule("names", SourceRules::names),
                rule("marks", SourceRules::marks),
                rule("Javadoc", SourceRules::javadoc),
                rule("null-marked packages", SourceRules::nullMarked));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void mainSourcesKeep(Function<SourceFile, Stream<String>> rule) {
        assertThat(MAIN.stream().flatMap(rule)).isEmpty();
    }

    @Test
    void testSourcesCarryNoMarks() {
        assertThat(SourceFile.ofTests().stream().flatMap(SourceRules::marks)).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() {
        Set<String> described = MAIN.stream()
                .filter(file -> file.name().endsWith("/package-info.java"))
                .map(SourcesTest::folder)
                .collect(Collectors.toSet());
        assertThat(MAIN.stream().map(SourcesTest::folder).distinct())
                .as("packages with a package-info.java")
                .allMatch(described::contains);
    }

    @Test
    void findsALongFile() {
        assertThat(SourceRules.fileLength(source("\n".repeat(450)))).isEmpty();
        assertThat(SourceRules.fileLength(source("\n".repeat(451))))
                .containsExactly("a/A.java:450: the file has 451 lines, at most 450 are allowed; give a part of it a"
                        + " type of its own");
    }

    @Test
    void findsALongMethod() {
        assertThat(SourceRules.methodLength(source("class A {\n void f() {\n" + "\n".repeat(58) + "}}")))
                .isEmpty();
        assertThat(SourceRules.methodLength(source("class A {\n void f() {\n" + "\n".repeat(59) + "}}")))
                .containsExactly("a/A.java:2: method f has 61 lines, at most 60 are allowed; split it by what its parts"
                        + " do");
    }

    @Test
    void findsEmptyNames() {
        assertThat(SourceRules.names(source("class ArrayUtils { record JobManager() {} interface Help {} }")))
                .hasSize(2)
                .first()
                .isEqualTo("a/A.java:1: the name ArrayUtils does not say what the type is; use a word of the field for"
                        + " what it holds or does");
    }

    @Test
    void findsMarks() {
        assertThat(SourceRules.marks(source("class A {\n // TO" + "DO: later\n}")))
                .containsExactly("a/A.java:2: TO" + "DO left in the source; do it now, or open an issue");
    }

    @Test
    void findsPackagesThatAllowNull() {
        assertThat(SourceRules.nullMarked(SourceFile.of("a/package-info.java", "package a;")))
                .containsExactly("a/package-info.java:1: the package is not marked; add @NullMarked of"
                        + " org.jspecify.annotations");
    }

    @Test
    void findsPublicNamesWithoutJavadoc() {
        String text = """
                public interface A {
                    void f();
                    /** Documented. */
                    static void g() {}
                    private void h() {}
                    record R(int x) {
                        static final int y = 0;
                        public int x() { return 0; }
                        public int y() { return y; }
                        public R {}
                        @Override public String toString() { return ""; }
                    }
                }
                class Hidden {
                    public void f() {}
                }
                """;
        assertThat(PublicNames.of(source(text)))
                .extracting(PublicNames.Name::what, PublicNames.Name::line, PublicNames.Name::documented)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"type A\", 1, false)",
                        "(\"method f\", 2, false)",
                        "(\"method g\", 4, true)",
                        "(\"type R\", 6, false)",
                        "(\"method y\", 9, false)",
                        "(\"constructor of R\", 10, false)");
        assertThat(SourceRules.javadoc(source(text)))
                .first()
                .isEqualTo("a/A.java:1: type A is public and has no Javadoc; say what it is or does, with shapes, units"
                        + " and what is thrown");
    }

    private static Arguments rule(String name, Function<SourceFile, Stream<String>> rule) {
        return arguments(Named.of(name, rule));
    }

    private static SourceFile source(String text) {
        return SourceFile.of("a/A.java", text);
    }

    private static String folder(SourceFile file) {
        return file.name().substring(0, file.name().lastIndexOf('/'));
    }
}
