package org.acutance.math.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {
    /** A value at 0 and a slope that is all but 0, as the last steps before a minimum leave them. */
    private static Reason atTheBottom(DoubleUnaryOperator value, double slope, boolean searched) {
        Objective objective = Objective.of(x -> value.applyAsDouble(x.item()), x -> NdArray.scalar(slope));
        Line line =
                Line.steepest(objective, new Iterate(NdArray.scalar(0), value.applyAsDouble(0), NdArray.scalar(slope)));
        if (searched) {
            line.at(1e9);
        }
        return Diagnosis.of(line, 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatLiesBeyondAValleySaysNothingAboutItsBottom(boolean searched) {
        double slope = 1e-13;
        assertThat(atTheBottom(x -> 1 + x * x + slope * x, slope, searched)).isEqualTo(Reason.PRECISION_REACHED);
        assertThat(atTheBottom(x -> Math.abs(x) < 10 ? 1 + x * x + slope * x : Double.NaN, slope, searched))
                .isEqualTo(Reason.PRECISION_REACHED);
        assertThat(atTheBottom(x -> Math.abs(x) < 10 ? 1 + x * x + slope * x : -1e6, slope, searched))
                .isEqualTo(Reason.PRECISION_REACHED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSlopeThatIsFarTooFlatIsFound(boolean searched) {
        assertThat(atTheBottom(x -> 1 + x * x + x, 1e-12, searched)).isEqualTo(Reason.WRONG_GRADIENT);
        assertThat(atTheBottom(x -> 1 + x * x - x, 1e-12, searched)).isEqualTo(Reason.WRONG_GRADIENT);
    }
}
