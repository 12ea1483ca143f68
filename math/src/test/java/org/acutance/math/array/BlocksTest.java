package org.acutance.math.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyItemIsDoneOnce(boolean parallel) {
        for (int count : new int[] {0, 1, 7, 8, 9, 100}) {
            AtomicIntegerArray done = new AtomicIntegerArray(count);
            Blocks.forEach(count, 8, parallel, (from, to) -> {
                assertThat(from % 8).isZero();
                assertThat(to - from).isBetween(1, 8);
                for (int i = from; i < to; i++) {
                    done.incrementAndGet(i);
                }
            });
            int[] once = new int[count];
            Arrays.fill(once, 1);
            assertThat(done).hasToString(Arrays.toString(once));
        }
    }
}
