package org.acutance.deblur.stroke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SegmentTest {
    private static final Point A = new Point(1, 2);
    private static final Point B = new Point(4, 6);

    @Test
    void theNearestPointIsWithinOrAnEnd() {
        Segment segment = new Segment(A, B);
        assertThat(segment.squaredDistance(2.5, 4)).isZero();
        assertThat(segment.squaredDistance(2.5 - 4, 4 + 3)).isEqualTo(25);
        assertThat(segment.squaredDistance(1 - 3, 2 - 4)).isEqualTo(25);
        assertThat(segment.squaredDistance(4 + 5, 6 + 12)).isEqualTo(169);
    }

    @Test
    void onePointAloneIsASegmentWithoutLength() {
        assertThat(Segment.connecting(List.of(A))).containsExactly(new Segment(A, A));
        assertThat(new Segment(A, A).squaredDistance(4, 6)).isEqualTo(25);
    }

    @Test
    void connectsEachPointWithTheNext() {
        Point c = new Point(0, 0);
        assertThat(Segment.connecting(List.of(A, B, c))).containsExactly(new Segment(A, B), new Segment(B, c));
    }
}
