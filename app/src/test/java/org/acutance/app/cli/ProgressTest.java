package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.acutance.deblur.restoration.Stage;
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
    void saysWhatIsGoingOn() {
        assertThat(Progress.phase(new Stage(0, 0), 1, 1)).isEmpty();
        assertThat(Progress.phase(new Stage(0, 3), 1, 1)).isEqualTo("finding the weight, step 3, ");
        assertThat(Progress.phase(new Stage(1, 2), 3, 1)).isEqualTo("channel 2 of 3, finding the weight, step 2, ");
        assertThat(Progress.phase(new Stage(1, 0, 4), 3, 8)).isEqualTo("tile 5 of 8, channel 2 of 3, ");
        assertThat(Progress.uncertainty(5, 64)).isEqualTo("uncertainty, 5 of 64 done, ");
    }

    @Test
    void aTerminalIsKnownByItsDevice() {
        assertThat(Screen.isTerminal("/dev/pts/3")).isTrue();
        assertThat(Screen.isTerminal("/dev/tty1")).isTrue();
        assertThat(Screen.isTerminal("pipe:[4711]")).isFalse();
        assertThat(Screen.isTerminal("/dev/null")).isFalse();
    }
}
