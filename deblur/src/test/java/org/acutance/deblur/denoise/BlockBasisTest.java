package org.acutance.deblur.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BlockBasisTest {
    /** The definition: sqrt(2 / 8) cos(pi (2 place + 1) order / 16), sqrt(1 / 8) for order 0. */
    @Test
    void cosines() {
        double[][] atoms = BlockBasis.COSINE.atoms();
        for (int i = 0; i < 64; i++) {
            double scale = Math.sqrt((i < 8 ? 1.0 : 2.0) / 8);
            int order = i / 8;
            double expected = scale * Math.cos(Math.PI * (2 * (i % 8) + 1) * order / 16);
            assertThat(atoms[i / 8][i % 8]).isCloseTo(expected, within(1e-7));
        }
    }

    /** The taps of the analysis low-pass filter of bior1.5 (Daubechies 1992, table 8.3), those at the ends folded over. */
    @Test
    void waveletOfOneLevel() {
        double[] taps = {
            0.01657281518405971,
            -0.01657281518405971,
            -0.12153397801643787,
            0.12153397801643787,
            0.7071067811865476,
            0.7071067811865476,
            0.12153397801643787,
            -0.12153397801643787,
            -0.01657281518405971,
            0.01657281518405971
        };
        double[] smooth = new double[8];
        for (int i = 0; i < taps.length; i++) {
            smooth[(i + 4) % 8] += taps[i];
        }
        double[][] atoms = BlockBasis.WAVELET.atoms();
        for (int place = 0; place < 8; place++) {
            double neighbours = smooth[(place + 8) % 8] - smooth[(place + 6) % 8];
            assertThat(atoms[2][place]).isCloseTo(neighbours * Math.sqrt(0.5), within(1e-7));
        }
        assertThat(atoms[4])
                .containsExactly(new double[] {Math.sqrt(0.5), -Math.sqrt(0.5), 0, 0, 0, 0, 0, 0}, within(1e-7));
    }

    @Test
    void aConstantIsInTheFirstCoefficient() {
        for (BlockBasis basis : BlockBasis.values()) {
            float[] constant = {1, 1, 1, 1, 1, 1, 1, 1};
            basis.forward(constant, 0, 1);
            assertThat(constant)
                    .containsExactly(new float[] {(float) Math.sqrt(8), 0, 0, 0, 0, 0, 0, 0}, within(1e-6f));
        }
    }
}
