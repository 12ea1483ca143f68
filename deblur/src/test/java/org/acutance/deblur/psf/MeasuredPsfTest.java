package org.acutance.deblur.psf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.acutance.deblur.image.Reference;
import org.acutance.deblur.psf.MeasuredPsf.Reason;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;

class MeasuredPsfTest {
    /** A sky with noise and Gaussian stars at places between the pixels. */
    private static final class Sky {
        private final Shape shape;
        private final double[] values;
        private final double[] sigma;

        Sky(double background, double noise, double[] sigma, int... extents) {
            this.shape = Shape.of(extents);
            this.sigma = sigma;
            Random random = new Random(7);
            values = new double[shape.size()];
            Arrays.setAll(values, i -> background + noise * random.nextGaussian());
        }

        Sky star(double height, double... place) {
            int[] strides = shape.strides();
            for (int i = 0; i < values.length; i++) {
                double exponent = 0;
                for (int axis = 0; axis < place.length; axis++) {
                    double distance = i / strides[axis] % shape.extent(axis) - place[axis];
                    exponent += distance * distance / (2 * sigma[axis] * sigma[axis]);
                }
                values[i] += height * Math.exp(-exponent);
            }
            return this;
        }

        NdArray image() {
            return NdArray.of(values, shape);
        }
    }

    private static MeasuredPsf measured(NdArray image, int... size) {
        return MeasuredPsf.of(image, size, 10, Optional.empty());
    }

    @Test
    void starsGiveTheirShapeWhereverTheyStand() {
        Sky sky = new Sky(100, 0.5, new double[] {1.8, 1.8}, 160, 160);
        for (int i = 0; i < 9; i++) {
            sky.star(200 + 100 * i, 30.37 * (1 + i / 3) + 0.11 * i, 33.81 * (1 + i % 3) - 0.13 * i);
        }
        MeasuredPsf stars = measured(sky.image(), 17);
        assertThat(stars.found()).isEqualTo(9);
        assertThat(stars.used()).isEqualTo(9);
        assertThat(stars.explanation()).isEqualTo("9 points of light found, 9 used");
        NdArray expected = Psfs.catalogue()
                .create("gaussian-sampled:sigma=1.8,size=17")
                .forRank(2)
                .kernel();
        assertThat(Reference.distance(stars.psf().kernel(), expected)).isLessThan(0.02 * expected.max());
        stars.psf().report().offset().forEach(offset -> assertThat(offset).isCloseTo(0, within(0.02)));
        assertThat(stars.psf().report().fwhm().get(0)).isCloseTo(1.8 * 2.3548, within(0.1));
        assertThat(stars.psf().kernel().min()).isNotNegative();
    }

    @Test
    void beadsInAVolume() {
        Sky volume = new Sky(10, 0.05, new double[] {2.2, 1.4, 1.4}, 30, 60, 60);
        volume.star(50, 14.3, 15.2, 16.7).star(70, 15.6, 44.5, 15.1).star(60, 13.8, 30.25, 43.4);
        MeasuredPsf beads = measured(volume.image(), 13, 11, 11);
        assertThat(beads.used()).isEqualTo(3);
        assertThat(beads.psf().kernel().shape()).isEqualTo(Shape.of(13, 11, 11));
        assertThat(beads.psf().report().fwhm().get(0)).isCloseTo(2.2 * 2.3548, within(0.2));
        assertThat(beads.psf().report().fwhm().get(2)).isCloseTo(1.4 * 2.3548, within(0.15));
    }

    @Test
    void whatWouldSpoilItIsLeftOut() {
        Sky sky = new Sky(5, 0.1, new double[] {1.5, 1.5}, 150, 150);
        sky.star(100, 40.2, 40.4).star(120, 40.7, 90.1).star(90, 110.3, 60.6).star(95, 75.5, 120.5);
        sky.star(80, 3, 70).star(60, 110, 110).star(50, 115, 113).star(900, 75, 25);
        NdArray image = sky.image();
        double[] values = image.toDoubles();
        values[20 * 150 + 120] += 150;
        Arrays.setAll(values, i -> Math.min(values[i], 400));
        MeasuredPsf stars = measured(NdArray.of(values, image.shape()), 13);
        assertThat(stars.rejected())
                .containsEntry(Reason.BORDER, 1)
                .containsEntry(Reason.CROWDED, 2)
                .containsEntry(Reason.SATURATED, 1)
                .containsEntry(Reason.UNLIKE, 1);
        assertThat(stars.explanation())
                .isEqualTo("9 points of light found, 4 used; left out: 1 too near to the border, 1 saturated,"
                        + " 2 not isolated, 1 unlike the others");
        assertThat(stars.psf().report().findings().get(0))
                .hasToString("note: " + stars.explanation() + "; their mean was taken, in proportion to their light");
        assertThat(stars.psf().report().fwhm().get(1)).isCloseTo(1.5 * 2.3548, within(0.1));
    }

    @Test
    void aNamedSaturationIsRespected() {
        NdArray image = new Sky(5, 0.1, new double[] {1.5, 1.5}, 80, 80)
                .star(100, 25, 25)
                .star(50, 55, 55)
                .image();
        MeasuredPsf stars = MeasuredPsf.of(image, new int[] {11}, 10, Optional.of(90.0));
        assertThat(stars.used()).isEqualTo(1);
        assertThat(stars.rejected()).containsOnlyKeys(Reason.SATURATED);
    }

    @Test
    void withoutStarsItSaysWhatItSaw() {
        NdArray sky =
                new Sky(5, 0.1, new double[] {1.5, 1.5}, 40, 40).star(50, 2, 20).image();
        assertThatThrownBy(() -> measured(sky, 9))
                .isInstanceOf(PsfException.class)
                .hasMessage("stars: 1 points of light found, 0 used; left out: 1 too near to the border;"
                        + " give a smaller size, a lower threshold, or another image");
        assertThatThrownBy(() -> measured(NdArray.zeros(20, 20), 5))
                .isInstanceOf(PsfException.class)
                .hasMessageStartingWith("stars: 0 points of light found, 0 used; give a smaller size");
        PointSpread beads = Psfs.catalogue(path -> NdArray.zeros(40, 40)).create("beads:path=dark.npy,size=11");
        assertThatThrownBy(() -> beads.forRank(2)).hasMessageStartingWith("beads: 0 points of light found, 0 used;");
    }

    @Test
    void theCatalogueMeasures() {
        NdArray image = new Sky(5, 0.01, new double[] {1.5, 1.5}, 40, 40)
                .star(100, 20.3, 19.6)
                .image();
        PointSpread stars = Psfs.catalogue(path -> path.equals("a,b.npy") ? image : NdArray.zeros(1))
                .create("stars:path=(a,b.npy),size=11");
        assertThat(stars.forRank(2).kernel().shape()).isEqualTo(Shape.of(11, 11));
        assertThatThrownBy(() -> stars.forRank(3))
                .isInstanceOf(PsfException.class)
                .hasMessage("blur: kernel [11×11] has rank 2 but the image has rank 3;"
                        + " use a kernel with one axis per axis of the image");
    }
}
