package org.acutance.math.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Test;

/** Regions of two unknowns in different units, whose steps are known in closed form. */
class DenseModelTest {
    private static final NdArray ORIGIN = NdArray.vector(0, 0);

    /** With a gradient and the diagonal of a Hessian. */
    private static Evaluation parabola(NdArray gradient, double... diagonal) {
        NdArray curvatures = NdArray.vector(diagonal);
        return Objective.of(x -> 0, x -> gradient, (x, p) -> curvatures.times(p))
                .at(ORIGIN);
    }

    private static RegionModel model(Evaluation at, Optional<NdArray> before) {
        return DenseModel.of(at, before, ExactRegion::new);
    }

    @Test
    void theNormIsTheLargestCurvatureSoFar() {
        RegionModel first = model(parabola(NdArray.vector(1, 1), 4, 0.25), Optional.empty());
        RegionModel second = model(parabola(NdArray.vector(1, 1), 1, 9), first.curvatures());

        assertThat(first.curvatures()).contains(NdArray.vector(2, 0.5));
        assertThat(second.curvatures()).contains(NdArray.vector(2, 3));
        assertThat(second.unit()).isEqualTo(2);
    }

    @Test
    void whatStandsForAnUnknownCurvatureDoesNotLast() {
        RegionModel first = model(parabola(NdArray.vector(1, 1), 4, 0), Optional.empty());
        RegionModel second = model(parabola(NdArray.vector(1, 1), 4, 0.01), first.curvatures());

        assertThat(first.unit()).isEqualTo(2);
        assertThat(second.unit()).isCloseTo(0.1, within(1e-15));
    }

    /** Downhill as the norm measures it: along g / w^2, and as long in that norm as the radius. */
    @Test
    void withoutCurvatureTheNormIsKept() {
        Optional<NdArray> before = Optional.of(NdArray.vector(1000, 1));
        for (double curvature : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            RegionModel model = model(parabola(NdArray.vector(3000, 4), curvature, curvature), before);
            RegionStep step = model.within(10);

            assertThat(model.curvatures()).isEqualTo(before);
            assertThat(model.unit()).isEqualTo(1);
            assertThat(step.step().get(0)).isCloseTo(-0.006, within(1e-15));
            assertThat(step.step().get(1)).isCloseTo(-8, within(1e-12));
            assertThat(step.promised()).isCloseTo(50, within(1e-12));
            assertThat(step.length()).isEqualTo(10);
        }
    }

    @Test
    void aFlatDirectionWithoutSlopeDoesNotLeadToTheBoundary() {
        RegionStep step =
                model(parabola(NdArray.vector(-0.5, 0), 1, 0), Optional.empty()).within(1);

        assertThat(step.step().get(0)).isCloseTo(0.5, within(1e-15));
        assertThat(step.length()).isCloseTo(0.5, within(1e-15));
        assertThat(step.atBoundary()).isFalse();
    }

    @Test
    void aNegativeCurvatureWithoutSlopeDoes() {
        RegionStep step = model(parabola(NdArray.vector(-0.5, 0), 1, -1), Optional.empty())
                .within(1);

        assertThat(step.step().get(0)).isCloseTo(0.25, within(1e-14));
        assertThat(Math.abs(step.step().get(1))).isCloseTo(Math.sqrt(1 - 0.0625), within(1e-14));
        assertThat(step.atBoundary()).isTrue();
    }
}
