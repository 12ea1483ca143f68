package org.acutance.math.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.acutance.math.array.NdArray;
import org.acutance.math.linear.IdentityMap;
import org.junit.jupiter.api.Test;

class FirstPenaltiesTest {
    private static final NdArray POINT = NdArray.vector(1, -2, 4, 3);

    /** A square moves to {@code x + c / (c + penalty) (target - x)}: half of the way at the curvature c. */
    @Test
    void thatOfASquaredDistanceIsItsCurvatureHoweverNearTheTarget() {
        NdArray target = POINT.plus(NdArray.vector(0.01, 0.02, -0.01, 0));
        NdArray curvature = NdArray.vector(7, 7, 7, 7);
        assertThat(penalty(new SquaredDistance(target, curvature))).isCloseTo(7, withinPercentage(1));
    }

    /** {@code |x|} is shortened by {@code 1 / penalty}: of equal elements a, half is gone at {@code 2 / a}. */
    @Test
    void thatOfANormTakesHalfOfTheLength() {
        NdArray equal = NdArray.vector(4, -4, 4, 4);
        assertThat(found(List.of(term(new L1Norm(1))), equal).get(0)).isCloseTo(0.5, withinPercentage(1));
    }

    @Test
    void boundsTakeTheMeanOfTheOthers() {
        SquaredDistance distance = new SquaredDistance(NdArray.vector(0, 0, 0, 0), NdArray.vector(2, 2, 2, 2));
        List<Double> found = found(List.of(term(distance), term(Bounds.atLeast(0))), POINT);
        assertThat(found.get(1)).isCloseTo(found.get(0), withinPercentage(1e-6));
    }

    @Test
    void thoseThatAreGivenAreKept() {
        List<Term> terms = List.of(term(new L1Norm(1)), term(Bounds.atLeast(0)));
        List<Double> found =
                FirstPenalties.of(terms, List.of(POINT, POINT), List.of(OptionalDouble.of(3), OptionalDouble.empty()));
        assertThat(found.get(0)).isEqualTo(3);
        assertThat(found.get(1)).isCloseTo(3, withinPercentage(1e-6));
    }

    private static double penalty(Proximal function) {
        return found(List.of(term(function)), POINT).get(0);
    }

    private static List<Double> found(List<Term> terms, NdArray point) {
        int count = terms.size();
        return FirstPenalties.of(
                terms, Collections.nCopies(count, point), Collections.nCopies(count, OptionalDouble.empty()));
    }

    private static Term term(Proximal function) {
        return new Term(new IdentityMap(POINT.shape()), function);
    }
}
