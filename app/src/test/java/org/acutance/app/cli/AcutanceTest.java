package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.acutance.io.ImageReadException;
import org.acutance.io.ImageWriteException;
import org.acutance.math.catalogue.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AcutanceTest {
    static Stream<String> commands() {
        return Commands.CATALOGUE.names().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpBeginsWithExamples(String command) {
        Outcome help = Outcome.of(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out().lines()).startsWith("Examples:").contains("Options:");
        assertThat(help.out().lines().skip(1).findFirst().orElseThrow()).startsWith("  acutance " + command);
        assertThat(help.out()).contains("Usage: acutance " + command).contains("-h, --help");
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpSaysWhichKeysItsJsonHas(String command) {
        assertThat(Outcome.of(command, "-h").out()).contains("--json").contains("Keys of --json:");
    }

    @Test
    void theHelpOfAllListsCommandsAndExitCodes() {
        Outcome help = Outcome.of("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out().lines())
                .startsWith("Examples:", "  acutance demo")
                .contains(
                        "  deblur   deblurs an image whose blur is known",
                        "  3    stopped before convergence; the result so far is written",
                        "  130  stopped by Ctrl-C, 143 by SIGTERM; the best result so far is written");
    }

    @Test
    void withoutArgumentsTheHelpGoesToTheErrors() {
        Outcome nothing = Outcome.of();
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).startsWith("Examples:");
    }

    @Test
    void saysItsVersion() {
        Outcome version = Outcome.of("--version");
        assertThat(version.code()).isZero();
        assertThat(version.out()).matches("acutance \\d+\\.\\d+\\.\\d+\\S*, Java \\S+\\R");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deblr x.png            | acutance: unknown command 'deblr'; did you mean 'deblur'? (known: demo, deblur, blur, psf, compare, list)
            --verson               | acutance: unknown option '--verson'; did you mean '--version'? (see 'acutance --help')
            deblur                 | acutance deblur: missing IN (see 'acutance deblur --help')
            deblur x.png           | acutance deblur: missing --psf SPEC (see 'acutance deblur --help')
            deblur x.png --psff y  | acutance deblur: unknown option '--psff'; did you mean '--psf'? (see 'acutance deblur --help')
            deblur x.png --psf y z | acutance deblur: one argument too many: 'z' (see 'acutance deblur --help')
            deblur x.png --psf     | acutance deblur: missing required parameter for option '--psf' (SPEC) (see 'acutance deblur --help')
            blur x.png --psf delta | acutance blur: missing --output OUT (see 'acutance blur --help')
            compare x.png          | acutance compare: missing B (see 'acutance compare --help')
            psf delta --rank 0 -o x.npy | acutance psf: --rank: cannot use '0'; expected a whole number of at least 1
            demo --scale 1/0       | acutance demo: --scale: cannot use '1/0'; expected a positive number or fraction, 0.5 or 1/3
            demo --anti-aliasing   | acutance demo: --anti-aliasing goes with --image; the test card is drawn in its final size and needs none
            list prio              | acutance list: unknown kind 'prio'; did you mean 'prior'? (known: psf, fidelity, prior, weight, boundary, method, start, preset, noise, format)
            """)
    void misuseIsOneLineAndExitCode2(String typed, String error) {
        Outcome outcome = Outcome.of((Object[]) typed.split(" "));
        assertThat(outcome.error()).isEqualTo(error);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void everyFailureHasItsExitCode() {
        java.nio.file.Path file = java.nio.file.Path.of("x.png");
        assertThat(Refusal.of(new UsageException("u")).code().number()).isEqualTo(2);
        assertThat(Refusal.of(new SpecException("s")).code().number()).isEqualTo(2);
        assertThat(Refusal.of(new ImageReadException(file, "r")).code().number())
                .isEqualTo(4);
        assertThat(Refusal.of(new IllegalArgumentException("i")).code().number())
                .isEqualTo(4);
        assertThat(Refusal.of(new ImageWriteException(file, "w")).code().number())
                .isEqualTo(5);
        Refusal memory = Refusal.of(new OutOfMemoryError("Java heap space"));
        assertThat(memory.code().number()).isEqualTo(1);
        assertThat(memory.message())
                .startsWith("out of memory: ")
                .endsWith(" MiB were not enough; give more with ACUTANCE_OPTS=-Xmx8g, or take smaller parts by --tile");
        Refusal defect = Refusal.of(new IllegalStateException("two\nlines"));
        assertThat(defect.code().number()).isEqualTo(1);
        assertThat(defect.message())
                .isEqualTo("a defect of the program: java.lang.IllegalStateException: two; run again with"
                        + " ACUTANCE_DEBUG=1 and report what it prints");
    }

    @Test
    void aStandardOutputThatTakesNothingIsAnOutputError() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Acutance.run(
                new String[] {"list"},
                new PrintStream(full, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(5);
        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("acutance list: cannot write to the standard output");
    }
}
