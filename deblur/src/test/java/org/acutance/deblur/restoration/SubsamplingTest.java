package org.acutance.deblur.restoration;

import static org.acutance.deblur.image.Reference.distance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Reference;
import org.acutance.deblur.model.Formation;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Richardson-Lucy with a point spread function on a grid finer than the pixels. */
class SubsamplingTest {
    private static final Reference REFERENCE = Reference.load(SubsamplingTest.class, "subsampling.txt");
    private static final NdArray OBSERVED = REFERENCE.get("2.observed");

    private static Plan plan(NdArray observed, String boundary, String method) {
        Settings settings =
                Settings.of("file:psf").withPrior("none").withBoundary(boundary).withMethod(method);
        return Plan.of(settings, Image.gray(observed), REFERENCE::get);
    }

    private static NdArray restore(NdArray observed, String boundary, String method) {
        return Deblurring.run(plan(observed, boundary, method))
                .image()
                .channels()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theIterationIsTheFormulas(int factor) {
        NdArray observed = REFERENCE.get(factor + ".observed");
        for (int count : List.of(1, 10, 30)) {
            String method = "richardson-lucy:tolerance=0,subsampling=" + factor + ",iterations=" + count;
            NdArray expected = REFERENCE.get(factor + ".restored." + count);
            assertThat(distance(restore(observed, "periodic", method), expected))
                    .isLessThan(1e-9);
            assertThat(distance(restore(observed, "periodic", method + ",normalise=none"), expected))
                    .isLessThan(1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "zero", "reflect", "mirror", "replicate"})
    void theResultHasThePixelsOfTheImageAndExplainsIt(String boundary) {
        Restored restored = Deblurring.run(plan(OBSERVED, boundary, "richardson-lucy:subsampling=2,iterations=200"));
        assertThat(restored.image().channels().get(0).shape()).isEqualTo(OBSERVED.shape());
        NdArray predicted = restored.problems()
                .get(0)
                .formation()
                .predict(restored.channels().get(0).x());
        assertThat(distance(predicted, OBSERVED)).isLessThan(0.05);
    }

    @Test
    void thePlanTellsTheGridOfTheScene() {
        assertThat(plan(OBSERVED, "periodic", "richardson-lucy:subsampling=2").explain())
                .contains("psf: file:psf makes a kernel of [7×5]")
                .anyMatch(line -> line.endsWith("; the scene is estimated on a canvas of [18×16], [2×2] to a pixel"));
    }

    @Test
    void negativeValuesCannotBeClippedThere() {
        NdArray psf = NdArray.of(new double[] {-0.1, 0.3, 0.8}, 1, 3);
        Settings settings = Settings.of("file:psf")
                .withPrior("none")
                .withBoundary("periodic")
                .withMethod("richardson-lucy:subsampling=2,negative-psf=clip");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(settings, Image.gray(OBSERVED), path -> psf))
                .withMessage("deblur: method richardson-lucy:subsampling=2,negative-psf=clip: negative values of the"
                        + " point spread function can be clipped with boundary unknown or periodic only, and without"
                        + " subsampling; use one of these, or clip them in the file");
    }

    @Test
    void cropAndExtendUndoEachOther() {
        Formation formation = plan(OBSERVED, "unknown", "richardson-lucy:subsampling=2")
                .channels()
                .get(0)
                .formation();
        assertThat(formation.pixel()).isEqualTo(Shape.of(2, 2));
        assertThat(distance(formation.crop(formation.extend(OBSERVED)), OBSERVED))
                .isLessThan(1e-15);
        NdArray scene = formation.extend(OBSERVED);
        assertThat(formation.crop(scene).dot(OBSERVED)).isEqualTo(scene.dot(formation.embed(OBSERVED)));
    }
}
