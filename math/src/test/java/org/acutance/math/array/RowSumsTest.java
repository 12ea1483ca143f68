package org.acutance.math.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSumsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 67, 127, 128, 300, 512})
    void noRunTakesThePlaceOfAnother(int length) {
        for (int first = 1; first <= RowSums.leastRun(length); first++) {
            RowSums sums = new RowSums(Shape.of(3, length));
            for (int row = 0; row < 3; row++) {
                sums.put(row * length, 1);
                for (int column = first; column < length; column += RowSums.leastRun(length)) {
                    sums.put(row * length + column, 1);
                }
            }
            int runs = 1 + Math.max(0, (length - first - 1 + RowSums.leastRun(length)) / RowSums.leastRun(length));
            assertThat(sums.total()).isEqualTo(3.0 * runs);
        }
    }

    @Test
    void wholeRowsAddUp() {
        RowSums sums = new RowSums(Shape.of(2, 2, 5));
        for (int position = 0; position < 20; position += 5) {
            sums.put(position, position);
        }
        assertThat(sums.total()).isEqualTo(30);
    }
}
