package org.acutance.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.acutance.testkit.architecture.fixture.low.Cellar;
import org.junit.jupiter.api.Test;

/** What only some modules may touch: the terminal, files, pictures of the JDK, and other people's libraries. */
final class BordersTest {
    private static final String[] MEMORY_ONLY = {"org.acutance.math..", "org.acutance.deblur.."};
    private static final String ANY_FILE = "java\\.nio\\.file\\..*|java\\.nio\\.channels\\..*File.*"
            + "|java\\.io\\.(File|RandomAccessFile)(\\W.*)?|java\\.io\\.File(Input|Output)Stream"
            + "|java\\.io\\.File(Reader|Writer)|java\\.util\\.(zip\\.Zip|jar\\.Jar)File";
    private static final String ANY_PICTURE = "java\\.awt\\..*|javax\\.(swing|imageio)\\..*";
    private static final String ANY_WINDOW = "javax\\.swing\\..*|java\\.awt\\.(?!image\\.|color\\.)([a-z]+\\.)?[A-Z].*";

    @Test
    void onlyTheCommandPrints() {
        printing("org.acutance.math..", "org.acutance.deblur..", "org.acutance.io..", "org.acutance.testkit..")
                .check(MainClasses.ALL);
    }

    @Test
    void onlyIoAndTheCommandTouchFiles() {
        using(ANY_FILE, MEMORY_ONLY)
                .because("math and deblur work in memory; read and write files in io and hand in the arrays")
                .check(MainClasses.ALL);
    }

    @Test
    void onlyIoAndTheCommandKnowPicturesOfTheJdk() {
        using(ANY_PICTURE, MEMORY_ONLY)
                .because("math and deblur know arrays; turn pictures into arrays in io")
                .check(MainClasses.ALL);
    }

    @Test
    void onlyTheCommandDraws() {
        using(ANY_WINDOW, "org.acutance.io..")
                .because(
                        "io needs java.awt.image and java.awt.color to decode files; windows and drawing belong to app")
                .check(MainClasses.ALL);
    }

    @Test
    void onlyTheBenchmarksKnowJTransforms() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.acutance.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jtransforms..", "org.visnow..")
                .because("JTransforms is what our own transforms are compared with; use Fft")
                .check(MainClasses.ALL);
    }

    @Test
    void onlyOperationsKnowHipparchus() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.acutance.math.autodiff.special..", "org.acutance.math.autodiff.algebra..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hipparchus..")
                .because("Hipparchus gives values only; use the operations, which have derivatives too")
                .check(MainClasses.ALL);
    }

    @Test
    void eachRuleFindsWhatItForbids() {
        String fixture = Cellar.class.getPackageName();
        assertThat(report(printing(fixture))).contains("Cellar.print", "hand back values", "System.out");
        assertThat(report(using(ANY_FILE, fixture))).contains("Cellar.readable", "java.io.File");
        assertThat(report(using(ANY_PICTURE, fixture))).contains("Cellar.colour", "java.awt.Color");
        assertThat(report(using(ANY_WINDOW, fixture))).contains("Cellar.colour", "java.awt.Color");
    }

    private static String report(ArchRule rule) {
        return rule.evaluate(new ClassFileImporter().importPackagesOf(Cellar.class))
                .getFailureReport()
                .toString();
    }

    private static ArchRule printing(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should(ACCESS_STANDARD_STREAMS)
                .allowEmptyShould(true)
                .because("a library does not print; hand back values, and let app and bench print");
    }

    private static ArchRule using(String types, String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(types)
                .allowEmptyShould(true);
    }
}
