package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.acutance.deblur.psf.PointSpread;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;

/**
 * What every drawn point spread function must pass: a sum of 1, a middle, no negative values, and as a blur the
 * conservation of flux, a point that stays where it is, and a constant that stays constant.
 */
public final class PsfContract {
    private static final double ROUNDING = 1e-12;

    private final Psf psf;

    /** The contract for a point spread function of a rank. */
    public PsfContract(PointSpread spread, int rank) {
        this.psf = spread.forRank(rank);
        assertThat(psf.rank()).isEqualTo(rank);
    }

    /** Checks everything. */
    public void check() {
        NdArray kernel = psf.kernel();
        assertThat(kernel.sum()).isCloseTo(1, within(ROUNDING));
        assertThat(kernel.min()).isNotNegative();
        assertThat(Arrays.stream(kernel.shape().extents())).allMatch(extent -> extent % 2 == 1);
        psf.report().offset().forEach(offset -> assertThat(offset).isCloseTo(0, within(1e-9)));
        assertThat(Psf.of(kernel).kernel().minus(kernel).maxAbs()).isLessThan(ROUNDING);
        checkPoint(kernel);
        checkConstant(kernel);
    }

    private void checkPoint(NdArray kernel) {
        Shape scene = Shape.of(Arrays.stream(kernel.shape().extents())
                .map(extent -> 2 * extent - 1)
                .toArray());
        NdArray point = NdArray.builder(scene, Precision.FLOAT64)
                .write(scene.size() / 2, new double[] {1}, 0, 1)
                .build();
        NdArray blurred = blur(scene, Boundary.ZERO).apply(point);
        assertThat(blurred.sum()).as("flux").isCloseTo(1, within(1e-9));
        Psf.of(blurred).report().offset().forEach(offset -> assertThat(offset).isCloseTo(0, within(1e-9)));
    }

    private void checkConstant(NdArray kernel) {
        NdArray constant = NdArray.full(kernel.shape(), Precision.FLOAT64, 0.7);
        for (Boundary boundary : Boundary.values()) {
            if (boundary != Boundary.ZERO) {
                NdArray blurred = blur(kernel.shape(), boundary).apply(constant);
                assertThat(blurred.minus(constant).maxAbs())
                        .as("constant, " + boundary)
                        .isLessThan(ROUNDING);
            }
        }
    }

    private ConvolutionMap blur(Shape scene, Boundary boundary) {
        return new ConvolutionMap(psf.kernel().to(Precision.FLOAT64), scene, ConvolutionMode.SAME, boundary);
    }
}
