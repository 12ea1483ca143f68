package org.acutance.deblur.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the definition: the energy of each coefficient's weights, through the filter that colours white noise. */
class GroupVariancesTest {
    private static final int SIDE = 40;
    private static final int[][] CORNERS = {{12, 12}, {12, 13}, {15, 9}, {13, 12}, {2, 30}, {12, 20}, {28, 5}, {11, 12}
    };

    @ParameterizedTest
    @EnumSource(BlockBasis.class)
    void areThoseOfTheWeightsInTheNoise(BlockBasis basis) {
        Fft fft = Fft.plan(Shape.of(SIDE, SIDE), Precision.FLOAT64);
        Spectrum colour = fft.forward(NdArray.of(new double[] {1, 3, -2, 0, 5, 1, 2, 1, 0.5}, 3, 3));
        NoisePower noise = new NoisePower(Shape.of(SIDE, SIDE), colour.squaredMagnitude());
        BlockGroups groups = groups();
        float[] variances = new GroupVariances(new BlockCovariances(basis, noise, 2, 30), groups, SIDE).of(0);
        for (int at : new int[] {0, 1, 8, 63, 64, 77, 130, 200, 256, 300, 330, 511}) {
            double norm = fft.filter(colour).apply(weights(basis, at)).norm();
            double energy = norm * norm / 4;
            assertThat((double) variances[at]).isCloseTo(energy, within(2e-4 * energy));
        }
    }

    private static BlockGroups groups() {
        BlockGroups groups = new BlockGroups(1, 1, CORNERS.length);
        for (int i = 0; i < CORNERS.length; i++) {
            groups.put(0, i, CORNERS[i][0] * SIDE + CORNERS[i][1]);
        }
        groups.countAtLeast(0, CORNERS.length);
        return groups;
    }

    /** What each pixel weighs in a coefficient, from the transform of an impulse at every place of every block. */
    private static NdArray weights(BlockBasis basis, int coefficient) {
        BlockTransform transform = new BlockTransform(basis, CORNERS.length);
        double[] weights = new double[SIDE * SIDE];
        for (int impulse = 0; impulse < CORNERS.length * BlockTransform.AREA; impulse++) {
            float[] group = new float[CORNERS.length * BlockTransform.AREA];
            group[impulse] = 1;
            transform.forward(group, CORNERS.length);
            int[] corner = CORNERS[impulse / BlockTransform.AREA];
            int place = impulse % BlockTransform.AREA;
            weights[(corner[0] + place / 8) * SIDE + corner[1] + place % 8] += group[coefficient];
        }
        return NdArray.of(weights, SIDE, SIDE);
    }
}
