package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.acutance.deblur.method.Methods;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ListCommandTest {
    @Test
    void listsEverything() {
        Outcome list = Outcome.of("list");
        assertThat(list.code()).isZero();
        assertThat(list.out().lines())
                .contains(
                        "psf: point spread functions, for --psf",
                        "boundary: what lies beyond the frame, for --boundary",
                        "format: file formats, by the ending of a name",
                        "  file              a kernel from a file, as it is",
                        "    sigma           standard deviation in pixels, one or one per axis, slowest first"
                                + " (required)");
    }

    @Test
    void listsOneKind() {
        Outcome list = Outcome.of("list", "boundary");
        assertThat(list.out().lines())
                .startsWith("boundary: what lies beyond the frame, for --boundary")
                .hasSize(9);
    }

    @Test
    void longNamesKeepTheirDistance() {
        assertThat(Outcome.of("list").out().lines())
                .anyMatch(line -> line.startsWith("    coverslip-design that for which"))
                .anyMatch(line -> line.startsWith("  gaussian-map "));
    }

    @Test
    void programsReadTheSame() {
        JsonNode methods = Outcome.of("list", "method", "--json").json().get("method");
        assertThat(methods.size()).isEqualTo(Methods.CATALOGUE.names().size());
        JsonNode xtol = methods.get(Methods.CATALOGUE.names().indexOf("newton-cg"))
                .get("parameters")
                .get(0);
        assertThat(xtol.get("name").asString()).isEqualTo("xtol");
        assertThat(xtol.get("default").asString()).isEqualTo("1e-5");
        assertThat(xtol.get("required").asBoolean()).isFalse();
    }
}
