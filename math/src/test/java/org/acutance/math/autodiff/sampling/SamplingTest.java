package org.acutance.math.autodiff.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.acutance.math.AgainstFigures;
import org.acutance.math.Figures;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interpolation and filters against NumPy and SciPy; the resource is made by make_sampling.py beside it. */
class SamplingTest extends AgainstFigures {
    private static final Figures EXPECTED = Figures.read(SamplingTest.class, "sampling.txt");
    private static final Tensor IMAGE = Tensor.of(
            IntStream.range(0, 30).mapToDouble(i -> i * 7 % 31 / 4.0 - 3).toArray(), 5, 6);
    private static final Tensor ROWS = Tensor.of(new double[] {0, 1.25, 3.9, -0.6, 2.5, 4.7, -2.3, 3}, 2, 4);
    private static final Tensor COLUMNS = Tensor.of(new double[] {0.5, 5, 2.2, 3.3, -1.4, 6.1, 0.1, 2}, 2, 4);
    private static final Tensor KNOTS = Tensor.of(new double[] {0, 1.5, 2, 4}, 4);
    private static final Tensor VALUES = Tensor.of(new double[] {1, -2, 3, 0.5}, 4);
    private static final Map<String, Supplier<Tensor>> RESULTS = results();

    private static Map<String, Supplier<Tensor>> results() {
        Map<String, Supplier<Tensor>> results = new HashMap<>();
        Tensor places = Tensor.of(new double[] {-1, 0, 0.7, 1.5, 4, 9}, 2, 3);
        results.put("interp", () -> Interpolation.interp(places, KNOTS, VALUES));
        Tensor later = Tensor.of(new double[] {3.2, 0.7}, 2);
        results.put("interpLater", () -> Interpolation.interp(later, KNOTS, VALUES));
        results.put("interpOfTwo", () -> Interpolation.interp(later, KNOTS.slice(0, 2, 4), VALUES.slice(0, 2, 4)));
        List<Tensor> inside = List.of(Tensor.of(new double[] {17.3, 24.5}, 2));
        results.put("cubicLong", () -> Interpolation.mapCoordinates(IMAGE.flatten(), inside, 3, Boundary.REPLICATE));
        for (Boundary boundary : Boundary.values()) {
            results.put("linear" + boundary, () -> mapped(1, boundary));
            results.put("cubic" + boundary, () -> mapped(3, boundary));
            results.put("gaussian" + boundary, () -> Smoothing.gaussianFilter(IMAGE, boundary, 0.8, 1.3));
            results.put("uniform" + boundary, () -> Smoothing.uniformFilter(IMAGE, boundary, 3, 4));
        }
        return results;
    }

    private static Tensor mapped(int order, Boundary boundary) {
        return Interpolation.mapCoordinates(IMAGE, List.of(ROWS, COLUMNS), order, boundary);
    }

    SamplingTest() {
        // SciPy begins its recursive spline filters with sums that it cuts off at 1e-15
        super(EXPECTED, RESULTS, 1e-13);
    }

    @Test
    void beyondTheKnotsThereIsNoSlope() {
        Tensor places = Tensor.of(new double[] {-1, 0.7, 1.75, 9}, 4);
        NdArray slopes = Gradients.elementwiseGrad(x -> Interpolation.interp(x, KNOTS, VALUES))
                .apply(places)
                .value();
        assertThat(slopes).isEqualTo(NdArray.vector(0, -2, 10, 0));
    }

    @Test
    void refusalsNameWhatCame() {
        refused(
                () -> Interpolation.interp(ROWS, VALUES, KNOTS),
                "interp: knot 1, -2.0, is not above the one before, 1.0; sort them");
        refused(
                () -> Interpolation.interp(ROWS, ROWS, ROWS),
                "interp: knots have shape [2×4], expected a vector of at least 2");
        refused(
                () -> Interpolation.mapCoordinates(IMAGE, List.of(ROWS), 1, Boundary.ZERO),
                "mapCoordinates: got 1 coordinates for shape [5×6]; give one tensor per axis");
        refused(
                () -> Interpolation.mapCoordinates(IMAGE, List.of(ROWS, COLUMNS), 2, Boundary.ZERO),
                "mapCoordinates: order 2 is not 1 (linear) or 3 (cubic)");
        refused(
                () -> Interpolation.splineCoefficients(IMAGE, 0, Boundary.ZERO),
                "splineCoefficients: boundary ZERO has no spline; use MIRROR, REFLECT or PERIODIC");
        refused(
                () -> Interpolation.interp(ROWS, KNOTS.slice(0, 0, 1), VALUES.slice(0, 0, 1)),
                "interp: knots have shape [1], expected a vector of at least 2");
        refused(
                () -> Interpolation.interp(ROWS, Tensor.onesLike(KNOTS), VALUES),
                "interp: knot 1, 1.0, is not above the one before, 1.0; sort them");
        refused(
                () -> Interpolation.mapCoordinates(Tensor.scalar(1), List.of(), 1, Boundary.ZERO),
                "mapCoordinates: got 0 coordinates for shape []; give one tensor per axis");
        refused(
                () -> Interpolation.mapCoordinates(IMAGE, List.of(ROWS, KNOTS), 1, Boundary.ZERO),
                "mapCoordinates, coordinates: got shape [4], expected [2×4]");
        refused(
                () -> Smoothing.uniformFilter(IMAGE, Boundary.ZERO, 1, 2, 3),
                "uniformFilter: got 3 numbers for shape [5×6]; give one, or one per axis");
        refused(
                () -> Smoothing.gaussianFilter(IMAGE, Boundary.ZERO, 1, 2, 3),
                "gaussianFilter: got 3 numbers for shape [5×6]; give one, or one per axis");
        refused(
                () -> Smoothing.gaussianFilter(IMAGE, Boundary.ZERO, -1),
                "gaussianFilter: sigma -1.0 is negative; use 0 or more");
        refused(
                () -> Smoothing.uniformFilter(IMAGE, Boundary.ZERO, 0),
                "uniformFilter: size 0 is below 1; use 1 or more");
    }

    @Test
    void aScalarPlaceGoesWithEitherPrecision() {
        Tensor found =
                Interpolation.interp(Tensor.scalar(0.5), KNOTS.to(Precision.FLOAT32), VALUES.to(Precision.FLOAT32));
        assertThat(found.item()).isEqualTo((float)
                Interpolation.interp(Tensor.scalar(0.5), KNOTS, VALUES).item());
        refused(
                () -> Interpolation.interp(ROWS.to(Precision.FLOAT32), KNOTS, VALUES),
                "interp: places are FLOAT32 and knots FLOAT64; convert one with to(Precision)");
        refused(
                () -> Interpolation.interp(ROWS, KNOTS, VALUES.to(Precision.FLOAT32)),
                "interp, values: got FLOAT32, expected FLOAT64; convert one with to(Precision)");
    }

    @Test
    void placesKeepTheirOwnPrecision() {
        Tensor image = Tensor.of(new double[] {0, 1}, 2).to(Precision.FLOAT32);
        Tensor far = Tensor.of(new double[] {30000.1}, 1);
        assertThat(Interpolation.mapCoordinates(image, List.of(far), 1, Boundary.PERIODIC)
                        .item())
                .isCloseTo(0.1, within(1e-7));
    }

    @ParameterizedTest
    @EnumSource(
            value = Boundary.class,
            names = {"MIRROR", "REFLECT", "PERIODIC"})
    void splinesGoThroughTheElements(Boundary boundary) {
        // (c[i-1] + 4 c[i] + c[i+1]) / 6 = x[i]
        for (int extent = 1; extent <= 5; extent++) {
            Tensor x = IMAGE.slice(0, 0, 1).squeeze(0).slice(0, 0, extent);
            NdArray c = Interpolation.splineCoefficients(x, 0, boundary).value();
            for (int i = 0; i < extent; i++) {
                double beside = c.get(boundary.source(i - 1, extent)) + c.get(boundary.source(i + 1, extent));
                assertThat((beside + 4 * c.get(i)) / 6).isCloseTo(x.value().get(i), within(1e-14));
            }
        }
    }

    @Test
    void farBeyondAnEdgeIsItsElement() {
        List<Tensor> places =
                List.of(Tensor.of(new double[] {-40, 60, 2, 3}, 4), Tensor.of(new double[] {5, 2, 99, -17.3}, 4));
        NdArray found = Interpolation.mapCoordinates(IMAGE, places, 3, Boundary.REPLICATE)
                .value();
        NdArray image = IMAGE.value();
        NdArray expected = NdArray.vector(image.at(0, 5), image.at(4, 2), image.at(2, 5), image.at(3, 0));
        assertThat(found.minus(expected).maxAbs()).isLessThan(1e-13);
    }

    @Test
    void splinesOfShortAxesAreRefusedLikeOthers() {
        refused(
                () -> Interpolation.splineCoefficients(ROWS.slice(0, 0, 1), 0, Boundary.ZERO),
                "splineCoefficients: boundary ZERO has no spline; use MIRROR, REFLECT or PERIODIC");
        refused(
                () -> Interpolation.splineCoefficients(ROWS.slice(0, 0, 0), 0, Boundary.MIRROR),
                "splineCoefficients: the axis is empty; its extent must be at least 1");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
