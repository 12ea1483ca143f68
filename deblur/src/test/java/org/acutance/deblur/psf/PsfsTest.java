package org.acutance.deblur.psf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.acutance.deblur.image.Reference;
import org.acutance.deblur.image.Shared;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PsfsTest {
    private static final Reference SCIPY = Reference.load(PsfsTest.class, "psf.txt");
    private static final Map<String, NdArray> FILES = Map.of(
            "corner.npy", NdArray.of(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 2}, 3, 3), "zero.npy", NdArray.zeros(3, 3));
    private static final Catalogue<PointSpread> CATALOGUE =
            Psfs.catalogue(path -> Objects.requireNonNull(FILES.get(path), path));

    private static NdArray kernel(String written, int rank) {
        return CATALOGUE.create(written).forRank(rank).kernel();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gaussian:sigma=1x3,size=13 | 2 | gaussian/article | 1e-16",
                "gaussian:sigma=0.8x1.7 | 2 | gaussian/chosen | 1e-16",
                "gaussian:sigma=0.5x1x2,size=5x3x7 | 3 | gaussian/volume | 1e-16",
                "gaussian:sigma=1.5,size=5 | 1 | gaussian/line | 1e-16",
                "gaussian-sampled:sigma=1.2x2.5,size=5x9 | 2 | sampled | 1e-16",
                "disk:radius=0.3 | 2 | disk/0.3 | 1e-12",
                "disk:radius=1 | 2 | disk/1 | 1e-12",
                "disk:radius=2.5 | 2 | disk/2.5 | 1e-12",
                "disk:radius=3.7 | 2 | disk/3.7 | 1e-12",
                "motion:length=9,angle=30 | 2 | motion/9/30 | 1e-12",
                "motion:length=6.5,angle=-70 | 2 | motion/6.5/-70 | 1e-12"
            })
    void equalsWhatOthersCompute(String written, int rank, String name, double tolerance) {
        assertThat(Reference.distance(kernel(written, rank), SCIPY.get(name))).isLessThan(tolerance);
    }

    @Test
    void isTheArticlesKernel() throws IOException {
        NdArray article = Shared.npy("article/psf.npy");
        assertThat(Reference.distance(kernel("gaussian:sigma=1x3,size=13", 2), article))
                .isLessThan(1e-16);
    }

    @Test
    void theArticlesKernelFoldsItsTailsAndEndsInZeros() {
        NdArray kernel = kernel("gaussian:sigma=1x3,size=13", 2);
        for (int row : new int[] {0, 1, 11, 12}) {
            assertThat(kernel.slice(0, row, row + 1).maxAbs()).isZero();
        }
        double edge = kernel.slice(1, 0, 1).sum();
        assertThat(edge).isCloseTo(0.0267, within(5e-5));
    }

    /** MATLAB: fspecial('disk', 1). */
    @Test
    void diskHasMatlabsWeights() {
        NdArray kernel = kernel("disk:radius=1", 2);
        assertThat(kernel.at(0, 0)).isCloseTo(0.0251, within(5e-5));
        assertThat(kernel.at(0, 1)).isCloseTo(0.1453, within(5e-5));
        assertThat(kernel.at(1, 1)).isCloseTo(1 / Math.PI, within(1e-15));
    }

    @Test
    void motionAlongAnAxisIsABox() {
        NdArray ninth = NdArray.full(Shape.of(1, 9), Precision.FLOAT64, 1.0 / 9);
        assertThat(Reference.distance(kernel("motion:length=9", 2), ninth)).isLessThan(1e-15);
        assertThat(Reference.distance(kernel("motion:length=9,angle=90", 2), ninth.permute(1, 0)))
                .isLessThan(1e-15);
        assertThat(Reference.distance(kernel("motion:length=9,angle=180", 2), ninth))
                .isLessThan(1e-15);
    }

    /** A movement up and to the right; rows count downwards. */
    @Test
    void motionTurnsCounterClockwise() {
        NdArray kernel = kernel("motion:length=8,angle=45", 2);
        int last = kernel.shape().extent(1) - 1;
        assertThat(kernel.at(0, last)).isPositive();
        assertThat(kernel.at(0, 0)).isZero();
        assertThat(Reference.distance(kernel, kernel.flip())).isLessThan(1e-15);
    }

    @Test
    void boxAndDelta() {
        assertThat(kernel("box:size=3x5", 2)).isEqualTo(NdArray.full(Shape.of(3, 5), Precision.FLOAT64, 1.0 / 15));
        assertThat(kernel("delta", 3)).isEqualTo(NdArray.full(Shape.of(1, 1, 1), Precision.FLOAT64, 1));
    }

    /** Every entry that needs no file: positive weights, sum 1, the point in the middle. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gaussian:sigma=0.05",
                "gaussian:sigma=1x3",
                "gaussian:sigma=2,size=4",
                "gaussian-sampled:sigma=0.7x2",
                "gaussian-sampled:sigma=20,size=8x7",
                "box:size=9",
                "disk:radius=7.25",
                "motion:length=12.5,angle=211",
                "delta"
            })
    void sharesOutTheLight(String written) {
        Psf psf = CATALOGUE.create(written).forRank(2);
        assertThat(psf.kernel().min()).isNotNegative();
        assertThat(psf.kernel().sum()).isCloseTo(1, within(1e-15));
        assertThat(psf.report().sum()).isCloseTo(1, within(1e-15));
        for (int axis = 0; axis < 2; axis++) {
            assertThat(psf.kernel().shape().extent(axis) % 2).isOne();
        }
    }

    @Test
    void filesComeLast() {
        List<String> all = CATALOGUE.names();
        List<String> files = List.of("file", "centred-file", "motion-path-file", "stars", "beads");
        assertThat(Psfs.catalogue().names()).isEqualTo(all.subList(0, all.size() - files.size()));
        assertThat(all).endsWith(files.toArray(String[]::new));
    }

    @Test
    void filesAreReadByWhomTheCallerNames() {
        assertThat(kernel("file:corner.npy", 2).at(2, 2)).isEqualTo(1);
        NdArray centred = kernel("centred-file:corner.npy", 2);
        assertThat(centred.shape()).isEqualTo(Shape.of(5, 5));
        assertThat(centred.at(2, 2)).isEqualTo(1);
        assertThatThrownBy(() -> CATALOGUE.create("file:zero.npy"))
                .isInstanceOf(PsfException.class)
                .hasMessageContaining("the sum of the [3×3] values is 0");
    }

    @Test
    void programsNeedNoSpecification() {
        assertThat(Psfs.gaussian(1, 3).forRank(2).kernel()).isEqualTo(kernel("gaussian:sigma=1x3", 2));
        assertThat(Psfs.of(NdArray.vector(1, 2, 1)).forRank(1).kernel()).isEqualTo(NdArray.vector(0.25, 0.5, 0.25));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "gaussian:sigma=1x3 | 3 | gaussian: sigma has 2 values but the image has rank 3;"
                        + " give one, or one per axis",
                "gaussian:sigma=1,size=3x3x3 | 2 | gaussian: size has 3 values but the image has rank 2;"
                        + " give one, or one per axis",
                "box:size=3x3 | 1 | box: size has 2 values but the image has rank 1; give one, or one per axis",
                "disk:radius=2 | 3 | disk: made for pictures of rank 2 but the image has rank 3;"
                        + " use a kernel from a file",
                "motion:length=2 | 1 | motion: made for pictures of rank 2 but the image has rank 1;"
                        + " use a kernel from a file",
                "file:corner.npy | 3 | blur: kernel [3×3] has rank 2 but the image has rank 3;"
                        + " use a kernel with one axis per axis of the image",
                "box:size=1000 | 3 | box: a kernel of [1000, 1000, 1000] has more than 33554432 values;"
                        + " give a smaller size, or make the image smaller first",
                "gaussian:sigma=1e6 | 2 | gaussian: sigma 1000000.0 needs more than 4095 values along an axis;"
                        + " make the image smaller first, or give a size"
            })
    void saysWhatDoesNotFit(String written, int rank, String message) {
        PointSpread spread = CATALOGUE.create(written);
        assertThatThrownBy(() -> spread.forRank(rank))
                .isInstanceOf(PsfException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "gausian:sigma=1 | unknown point spread function 'gausian'; did you mean 'gaussian'?"
                        + " (known: gaussian, gaussian-sampled, box, disk, ball, motion, motion-path, moffat, airy,"
                        + " sinc, pinhole, delta, born-wolf, gibson-lanni, richards-wolf, widefield, confocal,"
                        + " two-photon, light-sheet, sum, convolved, product, cut, resampled, file, centred-file,"
                        + " motion-path-file, stars, beads)",
                "gaussian:sigma=1,size=0 | point spread function 'gaussian': cannot use size=0;"
                        + " expected whole numbers from 1 to 4095, one or one per axis as in 13x9",
                "disk:radius=0 | point spread function 'disk': cannot use radius=0;"
                        + " expected a number above 0 and at most 2047"
            })
    void saysWhatCannotBeRead(String written, String message) {
        assertThatThrownBy(() -> CATALOGUE.create(written))
                .isInstanceOf(SpecException.class)
                .hasMessage(message);
    }
}
