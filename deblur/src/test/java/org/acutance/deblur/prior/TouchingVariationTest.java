package org.acutance.deblur.prior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Objective;
import org.junit.jupiter.api.Test;

final class TouchingVariationTest {
    private static final double EPS = 0.1;
    private static final Domain DOMAIN = Domain.of(Shape.of(6, 7), false);

    private static NdArray drawn(long seed) {
        Random random = new Random(seed);
        return NdArray.of(random.doubles(42, -1, 1).toArray(), 6, 7);
    }

    private static Evaluation at(Prior prior, NdArray x) {
        return Objective.differentiated(prior.penalty(DOMAIN).orElseThrow()).at(x);
    }

    @Test
    void touchesSmoothedTotalVariationFromAbove() {
        NdArray estimate = drawn(1);
        Prior touching = new TouchingVariation(estimate, EPS);
        Regulariser smoothed = Priors.parse("smoothed-tv:weight=1,eps=" + EPS);
        Evaluation own = at(touching, estimate);
        Evaluation variation =
                Objective.differentiated(smoothed.penalty(DOMAIN)).at(estimate);
        assertThat(own.gradient().minus(variation.gradient()).maxAbs()).isLessThan(1e-12);
        double constant = own.value() - variation.value();
        for (long seed = 2; seed < 12; seed++) {
            NdArray other = drawn(seed);
            double above = touching.penalty(DOMAIN)
                            .orElseThrow()
                            .apply(Tensor.of(other))
                            .item()
                    - constant;
            assertThat(above).isGreaterThan(smoothed.value(other, DOMAIN));
        }
    }
}
