package org.acutance.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.acutance.testkit.architecture.fixture.high.Roof;
import org.acutance.testkit.architecture.fixture.low.Cellar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages look down only. The order here is the one place where the layers are written. */
final class LayersTest {
    /** Lowest first. A package may use those above it in this list, with all that they contain. */
    private static final List<String> LAYERS = List.of(
            "org.acutance.math.catalogue",
            "org.acutance.math.array",
            "org.acutance.math.fft",
            "org.acutance.math.convolution",
            "org.acutance.math.special",
            "org.acutance.math.autodiff",
            "org.acutance.math.scalar",
            "org.acutance.math.linear",
            "org.acutance.math.optimize",
            "org.acutance.math.leastsquares",
            "org.acutance.math.global",
            "org.acutance.deblur.stroke",
            "org.acutance.deblur.image",
            "org.acutance.deblur.optics",
            "org.acutance.deblur.psf",
            "org.acutance.deblur.noise",
            "org.acutance.deblur.model",
            "org.acutance.deblur.denoise",
            "org.acutance.deblur.prior",
            "org.acutance.deblur.plugandplay",
            "org.acutance.deblur.closed",
            "org.acutance.deblur.likelihood",
            "org.acutance.deblur.method",
            "org.acutance.deblur.weight",
            "org.acutance.deblur.certificate",
            "org.acutance.deblur.uncertainty",
            "org.acutance.deblur.restoration",
            "org.acutance.io",
            "org.acutance.app.picture",
            "org.acutance.app.cli");

    static List<String> layers() {
        return LAYERS;
    }

    @ParameterizedTest
    @MethodSource("layers")
    void looksOnlyDown(String layer) {
        onlyDown(layer, LAYERS).check(MainClasses.ALL);
    }

    @Test
    void everyPackageHasItsLayer() {
        String[] known = LAYERS.stream().map(LayersTest::within).toArray(String[]::new);
        classes()
                .that()
                .resideOutsideOfPackage("org.acutance.testkit..")
                .should()
                .resideInAnyPackage(known)
                .because("the order of the layers is written in LayersTest; give a new package its place there")
                .check(MainClasses.ALL);
    }

    @Test
    void packagesFormNoCycle() {
        noCycle("org.acutance.(**)").check(MainClasses.ALL);
    }

    @Test
    void aViolationNamesTheLayerAndTheWayOut() {
        String low = Cellar.class.getPackageName();
        JavaClasses fixture = new ClassFileImporter().importPackages(low, Roof.class.getPackageName());
        ArchRule rule = onlyDown(low, List.of(low, Roof.class.getPackageName()));
        assertThat(rule.evaluate(fixture).getFailureReport().toString())
                .contains(
                        "a layer looks only down", "move what is needed to a lower layer", "Cellar.roof", "high.Roof");
        assertThat(onlyDown(Roof.class.getPackageName(), List.of(low, Roof.class.getPackageName()))
                        .evaluate(fixture)
                        .hasViolation())
                .isFalse();
    }

    private static ArchRule onlyDown(String layer, List<String> layers) {
        String[] above = layers.subList(layers.indexOf(layer) + 1, layers.size()).stream()
                .map(LayersTest::within)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(within(layer))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .allowEmptyShould(true)
                .because("a layer looks only down (the order is in LayersTest); move what is needed to a lower layer,"
                        + " or let the upper one hand it in");
    }

    private static ArchRule noCycle(String packages) {
        return slices().matching(packages)
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because("packages that use each other can only be understood together");
    }

    private static String within(String layer) {
        return layer + "..";
    }
}
