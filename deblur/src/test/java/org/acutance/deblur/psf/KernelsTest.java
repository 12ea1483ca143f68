package org.acutance.deblur.psf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.deblur.image.Reference;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.catalogue.SpecException;
import org.acutance.math.linear.ConvolutionMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kernels of optics and motion, and kernels made of kernels. */
class KernelsTest {
    private static final Reference SCIPY = Reference.load(KernelsTest.class, "kernels.txt");
    private static final String G = "(gaussian-sampled:sigma=1.2x0.7,size=7x5)";

    private static Psf psf(String written, int rank) {
        return Psfs.catalogue(path -> NdArray.of(new double[] {0, 0, 3, 4}, 2, 2))
                .create(written)
                .forRank(rank);
    }

    private static NdArray kernel(String written, int rank) {
        return psf(written, rank).kernel();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "moffat:fwhm=3,size=11 | 2 | moffat | 1e-8",
                "airy:radius=2.7,size=9 | 2 | airy/radius | 1e-8",
                "airy:wavelength=520nm,na=1.4,pixel=65nm,size=7 | 2 | airy/optics | 1e-8",
                "sinc:zero=2,power=1,size=11 | 1 | sinc/1 | 1e-9",
                "sinc:zero=2.5x1.5,size=7x9 | 2 | sinc/2 | 1e-9",
                "gaussian-sampled:sigma=1x3,angle=30,size=9x13 | 2 | gaussian/rotated | 1e-16",
                "gaussian:sigma=1x3,angle=30,size=9x13 | 2 | gaussian/rotated | 1e-16",
                "convolved:" + G + "*(box:size=3) | 2 | convolved | 1e-15",
                "sum:0.7*" + G + "+0.2*(box:size=3) | 2 | sum | 1e-15",
                "product:" + G + "*(box:size=3) | 2 | product | 1e-15"
            })
    void equalsWhatScipyComputes(String written, int rank, String name, double tolerance) {
        assertThat(Reference.distance(kernel(written, rank), SCIPY.get(name))).isLessThan(tolerance);
    }

    @Test
    void halfAwayTheMoffatIsHalf() {
        assertThat(psf("moffat:fwhm=12,beta=3", 2).report().fwhm().get(0)).isCloseTo(12, within(0.05));
        assertThat(psf("moffat:alpha=3,beta=2,size=101", 2).report().beyond().orElseThrow())
                .isCloseTo(1 / (1 + 50.5 * 50.5 / 9), within(1e-12));
    }

    @Test
    void chosenSizesHoldTheLightAndSaySo() {
        for (String written : new String[] {"moffat:fwhm=3", "airy:radius=2"}) {
            Psf chosen = psf(written, 2);
            assertThat(chosen.report().beyond().orElseThrow()).isLessThanOrEqualTo(0.01);
            assertThat(chosen.report().findings().get(0).text())
                    .startsWith("the size was chosen so that at most ")
                    .endsWith(" % of the light is beyond it");
        }
    }

    /** A voxel within has one over the volume. */
    @Test
    void theBallHasItsVolume() {
        NdArray ball = kernel("ball:radius=3.2", 3);
        assertThat(ball.shape()).isEqualTo(Shape.of(7, 7, 7));
        double volume = 4 * Math.PI / 3 * Math.pow(3.2, 3);
        assertThat(ball.at(3, 3, 3)).isCloseTo(1 / volume, within(1e-5 / volume));
        assertThat(Reference.distance(ball, ball.permute(1, 2, 0))).isLessThan(1e-4 / volume);
    }

    @Test
    void aPathAlongAnAxisIsTheTimeSpent() {
        NdArray path = kernel("motion-path:points=0x0/0x4", 2);
        assertThat(path.shape()).isEqualTo(Shape.of(1, 5));
        assertThat(path.toDoubles()).containsExactly(new double[] {0.125, 0.25, 0.25, 0.25, 0.125}, within(1e-12));
        NdArray twice = kernel("motion-path:points=0x0/0x4/0x0/0x4/0x0", 2);
        assertThat(Reference.distance(twice, path)).isLessThan(1e-12);
        assertThat(kernel("motion-path:points=7x9", 2)).isEqualTo(kernel("delta", 2));
    }

    /** A corner: the centroid in time, not the middle of the box, is where the point was. */
    @Test
    void aBentPathKeepsItsShapeAndItsCentroid() {
        Psf bent = psf("motion-path:points=0x0/0x6/3x6", 2);
        bent.report().offset().forEach(offset -> assertThat(offset).isCloseTo(0, within(1e-12)));
        assertThat(Reference.distance(bent.kernel(), bent.kernel().flip())).isGreaterThan(0.01);
        assertThat(kernel("motion-path-file:any.npy", 2)).isEqualTo(kernel("motion-path:points=0x0/3x4", 2));
    }

    @Test
    void motionRisesInAVolume() {
        NdArray up = kernel("motion:length=4,elevation=90", 3);
        assertThat(up.shape().extents()).containsExactly(5, 1, 1);
        NdArray flat = kernel("motion:length=8,angle=45", 3);
        assertThat(flat.shape().extents()).containsExactly(1, 7, 7);
        assertThat(flat.at(0, 0, 6)).isPositive();
        assertThat(flat.at(0, 0, 0)).isZero();
    }

    /** The defects of others: correlation for convolution, wrapping around, a shift for even extents. */
    @Test
    void anAsymmetricKernelIsConvolvedAndDoesNotWrapAround() {
        NdArray kernel = psf("file:x", 2).kernel();
        NdArray corner = NdArray.of(
                IntStream.range(0, 25).mapToDouble(i -> i == 24 ? 7 : 0).toArray(), 5, 5);
        NdArray blurred = new ConvolutionMap(kernel, corner.shape(), ConvolutionMode.SAME, Boundary.ZERO).apply(corner);
        assertThat(kernel.shape()).isEqualTo(Shape.of(3, 3));
        assertThat(blurred.at(4, 4)).isCloseTo(4, within(1e-12));
        assertThat(blurred.at(4, 3)).isCloseTo(3, within(1e-12));
        assertThat(blurred.sum()).isCloseTo(7, within(1e-12));
        NdArray first = NdArray.of(
                IntStream.range(0, 25).mapToDouble(i -> i == 0 ? 7 : 0).toArray(), 5, 5);
        NdArray lost = new ConvolutionMap(kernel, first.shape(), ConvolutionMode.SAME, Boundary.ZERO).apply(first);
        assertThat(lost.sum()).isCloseTo(4, within(1e-12));
        assertThat(lost.at(0, 4)).isCloseTo(0, within(1e-12));
    }

    @Test
    void aCutKeepsTheEnergyAndTheMiddle() {
        Psf cut = psf("cut:energy=0.99,psf=(gaussian:sigma=2x5)", 2);
        NdArray whole = kernel("gaussian:sigma=2x5", 2);
        int[] extents = cut.kernel().shape().extents();
        assertThat(extents[0]).isBetween(9, 13);
        assertThat(extents[1]).isBetween(23, 31);
        NdArray part = Combination.fitted(Psf.of(whole), extents);
        assertThat(part.sum()).isBetween(0.99, 0.993);
        assertThat(Reference.distance(cut.kernel(), part.times(1 / part.sum()))).isLessThan(1e-15);
        assertThat(cut.report().findings().get(0).toString())
                .startsWith("note: cut from [17×41] to ")
                .endsWith("; give a larger energy to keep more");
        assertThat(kernel("cut:energy=1,psf=(box:size=5)", 2)).isEqualTo(kernel("box:size=5", 2));
    }

    /** A Gaussian stays one, its deviation in nm the same. */
    @ParameterizedTest
    @CsvSource({"65, 100, 4", "100, 65, 2.5", "130, 65, 3", "65, 65, 2"})
    void resamplingKeepsLightCentroidAndWidth(double from, double to, double sigma) {
        Psf resampled =
                psf("resampled:from=" + from + "nm,to=" + to + "nm,psf=(gaussian-sampled:sigma=" + sigma + ")", 1);
        double[] values = resampled.kernel().toDoubles();
        double variance = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * Math.pow(i - values.length / 2, 2))
                .sum();
        assertThat(Math.sqrt(variance) * to).isCloseTo(sigma * from, within(0.01 * sigma * from));
        assertThat(resampled.report().sum()).isCloseTo(1, within(1e-12));
        NdArray direct = kernel("gaussian-sampled:sigma=" + sigma * from / to + ",size=" + values.length, 1);
        assertThat(Reference.distance(resampled.kernel(), direct)).isLessThan(0.01 * direct.max());
    }

    @Test
    void aKernelThatKnowsItsPixelsNeedsNoFrom() {
        Psf psf = psf("resampled:to=100nm,psf=(widefield:na=0.9,wavelength=520nm,voxel=50nm,size=41)", 2);
        assertThat(psf.kernel().shape()).isEqualTo(Shape.of(21, 21));
        assertThat(psf.report().sampling().orElseThrow().voxel()).containsExactly(100.0, 100.0);
        assertThat(psf.report().fwhmNanometres().orElseThrow().get(0)).isCloseTo(0.51 * 520 / 0.9, within(30.0));
    }

    @Test
    void aPinholeIsAShadowWhenLargeAndAnAiryPatternWhenSmall() {
        Psf large = psf("pinhole:diameter=1mm,distance=10mm,wavelength=500nm,pixel=50um", 2);
        assertThat(large.report().fwhm().get(0)).isCloseTo(20, within(1.0));
        Psf small = psf("pinhole:diameter=0.1mm,distance=100mm,wavelength=500nm,pixel=50um", 2);
        assertThat(small.report().fwhm().get(0)).isCloseTo(1.029 * 0.5 * 100 / 0.1 / 50, within(1.0));
    }

    @Test
    void aDifferenceThatSharesOutNoLightIsRefused() {
        assertThatThrownBy(() -> psf("sum:1*(box:size=3)+-1*(box:size=3)", 2))
                .isInstanceOf(PsfException.class)
                .hasMessage(
                        "psf: the sum of the [3×3] values is 0, all of them are; give a kernel with a positive sum");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sum:0.7*gaussian | sum: cannot read 'gaussian'; write WEIGHT*(SPEC)+WEIGHT*(SPEC)",
                "sum:x*(delta) | sum: cannot read 'x'; a weight is a number",
                "sum:NaN*(delta) | sum: cannot read 'NaN'; a weight is a finite number",
                "product:(delta)*0.5 | product: cannot read '0.5'; write (SPEC)*(SPEC)",
                "sum:(delta | sum: the parentheses in '(delta' do not match; close each one that is opened",
                "convolved:(delta)*(gausian:sigma=1) | unknown point spread function 'gausian';"
                        + " did you mean 'gaussian'?",
                "cut:psf=(gaussian:sigma=0) | point spread function 'gaussian': cannot use sigma=0;"
                        + " expected positive numbers, one or one per axis as in 1x3",
                "cut:psf=(gaussian:sigma=1 | point spread function 'cut': the parentheses in"
                        + " 'psf=(gaussian:sigma=1' do not match; close each one that is opened",
                "motion-path:points=0x0/0xa | point spread function 'motion-path': cannot use points=0x0/0xa;"
                        + " expected points as in 0x0/3x4/-1x6.5",
                "widefield:na=1.4,wavelength=520,voxel=65nm | point spread function 'widefield':"
                        + " cannot use wavelength=520; expected a length above 0 with its unit as in 520nm or 0.52um"
            })
    void saysWhatCannotBeRead(String written, String message) {
        assertThatThrownBy(() -> psf(written, 2))
                .isInstanceOf(SpecException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "moffat:beta=3 | 2 | moffat: fwhm and alpha say the same and none came; give one",
                "airy:radius=2,na=1 | 2 | airy: give either radius in pixels, or wavelength, na and pixel, all three",
                "motion:length=3,elevation=10 | 2 | motion: elevation 10.0 leaves an image of rank 2;"
                        + " leave it out, or give a volume",
                "motion-path:points=0x0 | 3 | motion-path: points of 2 coordinates but the image has rank 3;"
                        + " give one per axis",
                "ball:radius=2 | 2 | ball: made for volumes of rank 3 but the image has rank 2; use disk in a picture",
                "widefield:na=1,wavelength=1um,voxel=1um | 1 | widefield: made for images of rank 2 and 3"
                        + " but the image has rank 1; use a kernel from a file",
                "widefield:na=1,wavelength=1um,voxel=1um,model=born-wolf,depth=3um | 2 | widefield: model born-wolf"
                        + " knows one medium and takes no depth; leave it out, or take gibson-lanni",
                "resampled:to=1um,psf=(delta) | 2 | resampled: the kernel does not know the size of its pixels;"
                        + " give from=65nm or the like",
                "gaussian:sigma=1x2,angle=3 | 3 | gaussian with an angle: made for pictures of rank 2"
                        + " but the image has rank 3; use a kernel from a file"
            })
    void saysWhatDoesNotFit(String written, int rank, String message) {
        assertThatThrownBy(() -> psf(written, rank))
                .isInstanceOf(PsfException.class)
                .hasMessage(message);
    }

    @Test
    void kernelsOfFilesMayBeFloat32() {
        Psf single = Psf.of(NdArray.full(Shape.of(3, 3), Precision.FLOAT32, 1.0 / 9));
        assertThat(Combination.sum(List.of(1.0), List.of(single)).kernel().precision())
                .isEqualTo(Precision.FLOAT64);
    }
}
