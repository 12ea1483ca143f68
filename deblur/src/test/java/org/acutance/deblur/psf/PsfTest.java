package org.acutance.deblur.psf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.acutance.deblur.psf.PsfException.Fault;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;

class PsfTest {
    private static void refuses(NdArray values, Fault fault, String message) {
        assertThatThrownBy(() -> Psf.of(values))
                .isInstanceOfSatisfying(PsfException.class, refusal -> assertThat(refusal.fault())
                        .isEqualTo(fault))
                .hasMessage(message);
    }

    @Test
    void refusesWhatCannotShareOutLight() {
        refuses(
                NdArray.zeros(3, 3),
                Fault.ZERO_SUM,
                "psf: the sum of the [3×3] values is 0, all of them are; give a kernel with a positive sum");
        refuses(
                NdArray.vector(0.1, 0.2, -0.3),
                Fault.ZERO_SUM,
                "psf: the sum of the [3] values is 0 within rounding; give a kernel with a positive sum");
        refuses(
                NdArray.vector(-1, 0, -1.5),
                Fault.NEGATIVE_SUM,
                "psf: the sum of the [3] values is negative (-2.5) and none is above 0;"
                        + " give shares of light, or change the sign");
        refuses(
                NdArray.vector(-1, 0.5, 0),
                Fault.NEGATIVE_SUM,
                "psf: the sum of the [3] values is negative (-0.5); give shares of light, or change the sign");
        refuses(
                NdArray.of(new double[] {0, 1, 2, 3, Double.NaN, Double.NEGATIVE_INFINITY}, 2, 3),
                Fault.NOT_FINITE,
                "psf: 2 of 6 values are NaN or infinite, the first at [1, 1]; repair the kernel");
        refuses(NdArray.zeros(0, 3), Fault.EMPTY, "psf: shape [0×3] is no kernel; give at least one value on one axis");
    }

    @Test
    void aGoodKernelIsKeptAsItIs() {
        NdArray values = NdArray.of(new double[] {0, 0.125, 0, 0.125, 0.5, 0.125, 0, 0.125, 0}, 3, 3);
        Psf psf = Psf.of(values);
        assertThat(psf.kernel()).isEqualTo(values);
        assertThat(psf.origin()).containsExactly(1, 1);
        assertThat(psf.rank()).isEqualTo(2);
        assertThat(psf.report().findings()).isEmpty();
        assertThat(psf).hasToString("psf [3×3] FLOAT64 [0.0, 0.125, 0.0, 0.125, 0.5, 0.125, 0.0, 0.125, ...]");
    }

    @Test
    void valuesAreDividedByTheirSum() {
        Psf psf = Psf.of(NdArray.vector(1, 2, 1));
        assertThat(psf.kernel()).isEqualTo(NdArray.vector(0.25, 0.5, 0.25));
        assertThat(psf.report().sum()).isEqualTo(4);
        assertThat(psf.report().findings())
                .extracting(Finding::toString)
                .containsExactly("note: the sum is 4, not 1; every value was divided by it");
    }

    @Test
    void precisionIsKept() {
        NdArray values = NdArray.full(Shape.of(3, 3), Precision.FLOAT32, 1.0 / 9);
        Psf psf = Psf.of(values);
        assertThat(psf.kernel().precision()).isEqualTo(Precision.FLOAT32);
        assertThat(psf.report().findings()).isEmpty();
    }

    @Test
    void negativeValuesAreReported() {
        Psf psf = Psf.of(NdArray.vector(-0.125, 1.25, -0.125));
        assertThat(psf.report().negativeShare()).isCloseTo(0.25 / 1.5, within(1e-15));
        assertThat(psf.report().findings())
                .extracting(Finding::toString)
                .containsExactly("warning: negative values carry 16.67 % of the weight;"
                        + " least squares takes them as they are; Richardson-Lucy needs them set to 0");
    }

    @Test
    void evenExtentsGetAMiddle() {
        Psf psf = Psf.of(NdArray.of(new double[] {0, 0, 0, 0, 1, 0, 0, 0}, 4, 2));
        assertThat(psf.kernel().shape()).isEqualTo(Shape.of(5, 3));
        assertThat(psf.report().findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "note: extent 4 along axis 0 is even and has no middle; index 2 is taken for it",
                        "note: extent 2 along axis 1 is even and has no middle; index 1 is taken for it",
                        "warning: the centroid is off the middle by [0, -1] pixels;"
                                + " the restored image moves as much the other way, unless the kernel is centred");
        assertThat(psf.centred().kernel().at(2, 2)).isEqualTo(1);
        assertThat(psf.centred().report().offset()).containsExactly(0.0, 0.0);
    }

    /** The index that MATLAB's psf2otf and NumPy's fftshift take for the origin. */
    @Test
    void aPointAtTheOriginOfAnEvenKernelDoesNotMove() {
        Psf psf = Psf.of(NdArray.vector(0, 0, 0, 1, 0, 0));
        assertThat(psf.kernel()).isEqualTo(NdArray.vector(0, 0, 0, 1, 0, 0, 0));
        assertThat(psf.report().offset()).containsExactly(0.0);
    }

    @Test
    void theOffsetIsReportedButNothingMovesUnasked() {
        Psf psf = Psf.of(NdArray.vector(0, 0, 0, 0.25, 0.75));
        assertThat(psf.kernel()).isEqualTo(NdArray.vector(0, 0, 0, 0.25, 0.75));
        assertThat(psf.report().offset()).containsExactly(1.75);
        Psf centred = psf.centred();
        assertThat(centred.kernel()).isEqualTo(NdArray.vector(0, 0, 0, 0.25, 0.75, 0, 0, 0, 0));
        assertThat(centred.report().offset()).containsExactly(-0.25);
    }

    @Test
    void widthsAreFoundBetweenPixels() {
        assertThat(widths(NdArray.vector(1))).containsExactly(1.0);
        assertThat(widths(NdArray.full(Shape.of(1, 9), Precision.FLOAT64, 1))).containsExactly(1.0, 9.0);
        assertThat(widths(NdArray.vector(0, 1, 4, 1, 0)).get(0)).isCloseTo(2 + 2.0 / 3 - 4.0 / 3, within(1e-14));
        Psf gaussian = Psfs.gaussian(4, 10).forRank(2);
        double perSigma = 2 * Math.sqrt(2 * Math.log(2));
        assertThat(gaussian.report().fwhm().get(0)).isCloseTo(4 * perSigma, within(0.02));
        assertThat(gaussian.report().fwhm().get(1)).isCloseTo(10 * perSigma, within(0.01));
    }

    private static List<Double> widths(NdArray values) {
        return Psf.of(values).report().fwhm();
    }

    @Test
    void aKernelMayBeLargerThanTheImage() {
        Psf psf = Psf.of(NdArray.full(Shape.of(5, 5), Precision.FLOAT64, 0.04));
        assertThat(psf.fit(Shape.of(5, 7))).isEmpty();
        assertThat(psf.fit(Shape.of(3, 7)))
                .extracting(Finding::toString)
                .containsExactly("note: kernel [5×5] is larger than the image [3×7] along axis 0;"
                        + " the convolution stays linear, nothing wraps around, but the border rules the result");
    }

    @Test
    void theRankMustBeTheImages() {
        Psf psf = Psf.of(NdArray.full(Shape.of(3, 3, 3), Precision.FLOAT64, 1.0 / 27));
        assertThatThrownBy(() -> psf.fit(Shape.of(171, 171)))
                .isInstanceOf(PsfException.class)
                .hasMessage("blur: kernel [3×3×3] has rank 3 but the image [171×171] has rank 2;"
                        + " use a kernel with one axis per axis of the image");
    }
}
