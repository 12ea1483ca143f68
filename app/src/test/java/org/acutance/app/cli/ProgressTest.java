package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    @Test
    void theBarFills() {
        assertThat(Progress.bar(0)).isEqualTo("[....................]");
        assertThat(Progress.bar(0.52)).isEqualTo("[##########..........]");
        assertThat(Progress.bar(1)).isEqualTo("[####################]");
    }

    @Test
    void whatRemainsIsCalledAnEstimate() {
        assertThat(Progress.remaining(OptionalDouble.empty())).isEmpty();
        assertThat(Progress.remaining(OptionalDouble.of(3.2))).isEqualTo(", about 4 s left (estimate)");
        assertThat(Progress.remaining(OptionalDouble.of(600))).isEqualTo(", about 10 min left (estimate)");
    }

    @Test
    void aTerminalIsKnownByItsDevice() {
        assertThat(Screen.isTerminal("/dev/pts/3")).isTrue();
        assertThat(Screen.isTerminal("/dev/tty1")).isTrue();
        assertThat(Screen.isTerminal("pipe:[4711]")).isFalse();
        assertThat(Screen.isTerminal("/dev/null")).isFalse();
    }
}
