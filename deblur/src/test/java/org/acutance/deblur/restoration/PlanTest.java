package org.acutance.deblur.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.prior.Prior;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.catalogue.SpecException;
import org.acutance.math.optimize.Reason;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Image IMAGE = Image.gray(ramp(Shape.of(8, 9)));
    private static final Settings SETTINGS = Settings.of("gaussian:sigma=1");

    private static NdArray ramp(Shape shape) {
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7 / 7.0;
        }
        return NdArray.of(values, shape);
    }

    private static Plan plan(Settings settings, Image image) {
        return Plan.of(settings, image, path -> NdArray.zeros(3, 3));
    }

    @Test
    void explainsWhatWillBeDone() {
        assertThat(plan(SETTINGS.withMaxIterations(7), IMAGE).explain())
                .contains("psf: gaussian:sigma=1 makes a kernel of [9×9]")
                .contains("psf: note: kernel [9×9] is larger than the image [8×9] along axis 0; the convolution stays"
                        + " linear, nothing wraps around, but the border rules the result")
                .contains("model: image = psf * scene + noise; all samples count")
                .contains("prior: tv, since the image is too small for blocks or a line: flat regions with sharp edges")
                .contains("boundary: unknown, since a scene goes on, as a rule; the scene is estimated on a canvas of"
                        + " [16×18], which goes on beyond the frame of [8×9]")
                .anyMatch(line -> line.startsWith("method: auto from start observed, takes admm, since ")
                        && line.endsWith("; at most 7 iterations"))
                .anyMatch(line -> line.startsWith("memory: at most about "));
    }

    @Test
    void refusesNamesThatDoNotExist() {
        assertThatThrownBy(() -> plan(SETTINGS.withPrior("gradient-nrom"), IMAGE))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith("unknown prior 'gradient-nrom'; did you mean 'gradient-norm'?");
        assertThatThrownBy(() -> plan(SETTINGS.withBoundary("reflct"), IMAGE))
                .hasMessageStartingWith("unknown boundary 'reflct'; did you mean 'reflect'?");
        assertThatThrownBy(() -> plan(SETTINGS.withMethod("newton-cg:xtl=1"), IMAGE))
                .hasMessageContaining("unknown parameter 'xtl'; did you mean 'xtol'?");
    }

    @Test
    void rulesForWeightsAreCheckedAlways() {
        for (String prior : List.of("tv", "tv:weight=1", "bm3d")) {
            assertThatThrownBy(() -> plan(SETTINGS.withPrior(prior).withWeight("sur"), IMAGE))
                    .isInstanceOf(SpecException.class)
                    .hasMessageStartingWith("unknown weight rule 'sur'; did you mean 'sure'?");
        }
    }

    @Test
    void tellsOfARuleThatFindsNothing() {
        Plan plan = plan(SETTINGS.withPrior("tv:weight=1").withWeight("sure"), IMAGE);
        String told =
                "note: weight sure is not used, for prior tv:weight=1 has no weight to be found; give a prior that"
                        + " has one, such as tv";
        assertThat(plan.findings()).anyMatch(finding -> finding.toString().equals(told));
        assertThat(plan.explain()).contains("weight: " + told);
        assertThat(plan(SETTINGS.withPrior("tv").withWeight("sure"), IMAGE).findings())
                .noneMatch(finding -> finding.text().contains("weight"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(SETTINGS.withMethod("wiener").withWeight("sure"), IMAGE))
                .withMessage(
                        "deblur: method wiener cannot use weight sure, for it takes no prior; leave the weight out or"
                                + " take another method");
    }

    @Test
    void refusesSamplesWhoseSquaresAreNoNumbers() {
        for (double scale : new double[] {1e300, 1e-300}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan(
                            SETTINGS,
                            Image.gray(NdArray.of(new double[] {0, 1, 0.5, 0.25}, 2, 2)
                                    .times(scale))))
                    .withMessage("deblur: the largest sample is " + scale
                            + ", whose powers cannot be computed with; scale" + " the image so that white is about 1");
        }
    }

    @Test
    void aMethodThatWasSaidWinsOverThePresetsFidelityAndPrior() {
        Settings confocal = Presets.CATALOGUE.create("confocal");
        Settings own = Presets.under(SETTINGS.withMethod("cmle"), confocal);
        assertThat(own).isEqualTo(SETTINGS.withMethod("cmle"));
        assertThat(plan(own, IMAGE).prior().written()).isEqualTo("none");
        assertThat(Presets.under(SETTINGS.withMethod("richardson-lucy"), confocal))
                .isEqualTo(SETTINGS.withMethod("richardson-lucy").withPrior("tv+non-negative"));
        assertThat(Presets.under(SETTINGS, confocal)).isEqualTo(SETTINGS.over(confocal));
    }

    @Test
    void refusesPixelsThatAreNotNumbers() {
        double[] values = {0, 1, Double.NaN, 3, 4, Double.POSITIVE_INFINITY};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(SETTINGS, Image.gray(NdArray.of(values, 2, 3))))
                .withMessage("deblur: 2 of 6 pixels are NaN or infinite, the first at [0, 2]; replace them, or leave"
                        + " them out by --invalid mask");
    }

    @Test
    void refusesAKernelOfAnotherRank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(SETTINGS, Image.gray(ramp(Shape.of(3, 4, 5))))
                        .channels()
                        .get(0)
                        .formation()
                        .predict(NdArray.zeros(4, 5)))
                .withMessage("convolve: got shape [4×5], expected [12×12×14]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(Settings.of("gaussian:sigma=1x3"), Image.gray(ramp(Shape.of(3, 4, 5)))))
                .withMessage("gaussian: sigma has 2 values but the image has rank 3; give one, or one per axis");
    }

    @Test
    void refusesAStartOfAnotherShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(SETTINGS.withStart("file:any"), IMAGE))
                .withMessage("start: got shape [3×3], expected [8×9]");
    }

    @Test
    void keepsAlphaAndDeblursEachColour() {
        NdArray alpha = NdArray.full(Shape.of(8, 9), Precision.FLOAT64, 0.5);
        NdArray red = ramp(Shape.of(8, 9));
        Image image = Image.of(ColourModel.RGBA, List.of(red, red.times(0.5), red.times(0), alpha));
        Restored restored = Deblurring.run(plan(SETTINGS, image));
        assertThat(restored.channels()).hasSize(3);
        assertThat(restored.image().alpha()).contains(alpha);
        assertThat(restored.image().colours().get(2).maxAbs()).isZero();
        assertThat(restored.success()).isTrue();
    }

    @Test
    void odditiesOfShapeAreSolvedAndConstantsStay() {
        for (Shape shape : List.of(Shape.of(1, 1), Shape.of(1, 7), Shape.of(7, 1), Shape.of(5), Shape.of(2, 1, 3))) {
            Restored restored = Deblurring.run(plan(SETTINGS, Image.gray(ramp(shape))));
            assertThat(restored.image().channels().get(0).isFinite())
                    .as("shape " + shape)
                    .isTrue();
            NdArray constant = NdArray.full(shape, Precision.FLOAT64, 0.3);
            Restored same = Deblurring.run(plan(SETTINGS, Image.gray(constant)));
            assertThat(same.image().channels().get(0).minus(constant).maxAbs()).isLessThan(1e-12);
        }
    }

    @Test
    void stopsAtTheLimitOfIterationsAndWhenCancelled() {
        assertThat(Deblurring.run(plan(SETTINGS.withMaxIterations(1), IMAGE)).reason())
                .isEqualTo(Reason.MAX_ITERATIONS);
        Restored cancelled = new Deblurring(plan(SETTINGS, IMAGE), (stage, run) -> {}, () -> true).run();
        assertThat(cancelled.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(cancelled.image()).isEqualTo(IMAGE);
    }

    @Test
    void aStartWithoutValuesIsRefusedBeforeAnyWork() {
        NdArray start = NdArray.full(IMAGE.shape(), Precision.FLOAT64, Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(SETTINGS.withStart("file:any"), IMAGE, path -> start))
                .withMessage("start: 72 of 72 pixels are NaN or infinite, the first at [0, 0]; replace them before"
                        + " deblurring");
    }

    /** A function like a prior of the catalogue gives what that does. */
    @Test
    void takesAPriorOfTheUsersOwn() {
        Settings settings = SETTINGS.withBoundary("reflect").withMethod("l-bfgs");
        Prior own = Prior.of((Tensor x) -> along(x, 0).plus(along(x, 1)).times(0.5));
        Plan plan = plan(settings.withPrior("gradient:weight=40"), IMAGE);
        NdArray expected = Deblurring.run(plan).image().colours().get(0);
        Plan given = plan.withPrior(Regulariser.of(own, 40));
        assertThat(given.prior().reason()).isEqualTo("as given");
        NdArray found = Deblurring.run(given).image().colours().get(0);
        assertThat(found.minus(expected).maxAbs()).isLessThan(1e-3);
        assertThat(Deblurring.run(plan.withPrior(Regulariser.of(own))).weights())
                .hasSize(1);
    }

    private static Tensor along(Tensor x, int axis) {
        int extent = x.shape().extent(axis);
        return x.slice(axis, 1, extent)
                .minus(x.slice(axis, 0, extent - 1))
                .square()
                .sum();
    }

    @Test
    void aPriorOfTheUsersOwnMustSuitThePlan() {
        Plan plan = plan(SETTINGS.withPrior("tv:weight=1").withMethod("admm"), IMAGE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withPrior(Regulariser.of(Prior.of((Tensor x) -> x.sum()), 1)))
                .withMessage("deblur: method admm: prior prior has no proximal map; use method auto");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withPrior(Priors.parse("vectorial-tv:weight=1")))
                .withMessage("deblur: prior vectorial-tv is about all colours together, unlike prior tv:weight=1 of the"
                        + " plan; plan with vectorial-tv first");
    }

    /** As many iterations as are planned for a prior that is not convex are no failure. */
    @Test
    void whatIsPlannedIsComplete() {
        Plan plan = plan(SETTINGS.withPrior("log-hessian:weight=100,scale=0.01"), IMAGE);
        Restored restored = Deblurring.run(plan);
        assertThat(restored.reason()).isIn(Reason.SCHEDULE_COMPLETE, Reason.STEP_SMALL);
        assertThat(restored.success()).isTrue();
        Plan limited =
                plan(SETTINGS.withPrior("log-hessian:weight=100,scale=0.01").withMaxIterations(7), IMAGE);
        assertThat(Deblurring.run(limited).reason()).isEqualTo(Reason.MAX_ITERATIONS);
    }
}
