package org.acutance.deblur.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

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

    @Test
    void theInverseUndoesIt() {
        float[] group = random();
        BlockTransform transform = new BlockTransform(BLOCKS);
        transform.forward(group, BLOCKS);
        transform.inverse(group, BLOCKS);
        assertThat(group).containsExactly(random(), within(2e-6f));
    }

    /** The definition of the cosine transform, and of the first two functions of the Haar transform. */
    @Test
    void coefficientsAreInnerProducts() {
        float[] group = random();
        new BlockTransform(BLOCKS).forward(group, BLOCKS);
        for (int order : new int[] {0, 1, 9, 22, 63}) {
            assertThat(group[order]).isCloseTo(product(order, 1), within(2e-6f));
            assertThat(group[BlockTransform.AREA + order]).isCloseTo(product(order, -1), within(2e-6f));
        }
    }

    private static float product(int order, int secondHalf) {
        float[] group = random();
        double sum = 0;
        for (int i = 0; i < group.length; i++) {
            int place = i % BlockTransform.AREA;
            double atom = BlockTransform.atom(order / 8, place / 8) * BlockTransform.atom(order % 8, place % 8);
            sum += (i < group.length / 2 ? 1 : secondHalf) * atom * group[i] / Math.sqrt(BLOCKS);
        }
        return (float) sum;
    }
}
