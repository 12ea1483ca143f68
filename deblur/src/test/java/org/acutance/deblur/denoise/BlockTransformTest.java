package org.acutance.deblur.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockTransformTest {
    private static final int BLOCKS = 4;

    private static float[] random() {
        Random random = new Random(6);
        float[] group = new float[BLOCKS * BlockTransform.AREA];
        for (int i = 0; i < group.length; i++) {
            group[i] = (float) random.nextGaussian();
        }
        return group;
    }

    @ParameterizedTest
    @EnumSource(BlockBasis.class)
    void theInverseUndoesIt(BlockBasis basis) {
        float[] group = random();
        BlockTransform transform = new BlockTransform(basis, BLOCKS);
        transform.forward(group, BLOCKS);
        transform.inverse(group, BLOCKS);
        assertThat(group).containsExactly(random(), within(2e-6f));
    }

    /** With the first two functions of the Haar transform. */
    @ParameterizedTest
    @EnumSource(BlockBasis.class)
    void coefficientsAreInnerProducts(BlockBasis basis) {
        float[] group = random();
        new BlockTransform(basis, BLOCKS).forward(group, BLOCKS);
        for (int order : new int[] {0, 1, 9, 22, 63}) {
            assertThat(group[order]).isCloseTo(product(basis, order, 1), within(2e-6f));
            assertThat(group[BlockTransform.AREA + order]).isCloseTo(product(basis, order, -1), within(2e-6f));
        }
    }

    private static float product(BlockBasis basis, int order, int secondHalf) {
        float[] group = random();
        double sum = 0;
        for (int i = 0; i < group.length; i++) {
            int place = i % BlockTransform.AREA;
            double atom = basis.atoms()[order / 8][place / 8] * basis.atoms()[order % 8][place % 8];
            sum += (i < group.length / 2 ? 1 : secondHalf) * atom * group[i] / Math.sqrt(BLOCKS);
        }
        return (float) sum;
    }
}
