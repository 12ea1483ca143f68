package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class JsonTest {
    @Test
    void isReadBackByALibrary() {
        String text = "quote \" backslash \\ newline \n tab \t letters äß× and \ud83d\ude00";
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", text);
        values.put("list", List.of(1, 2.5, true, List.of()));
        values.put("path", Path.of("ä.png"));
        JsonNode read = new ObjectMapper().readTree(Json.write(values));
        assertThat(read.get("text").asString()).isEqualTo(text);
        assertThat(read.get("list").get(1).asDouble()).isEqualTo(2.5);
        assertThat(read.get("path").asString()).isEqualTo("ä.png");
    }

    @Test
    void numbersKeepEveryDigit() {
        double[] numbers = {Math.PI, Double.MIN_VALUE, -Double.MAX_VALUE, 2.1643498139997903, 1e-5, -0.0, 1e22};
        for (double number : numbers) {
            assertThat(new ObjectMapper().readTree(Json.write(number)).asDouble())
                    .isEqualTo(number);
        }
    }

    @Test
    void whatIsNoNumberOrAbsentIsNull() {
        assertThat(Json.write(List.of(
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.of(1),
                        Optional.of("x"))))
                .isEqualTo("[null, null, null, null, 1.0, \"x\"]");
    }

    @Test
    void isAsciiOnOneLine() {
        assertThat(Json.write(Map.of("ä\n", "×"))).isEqualTo("{\"\\u00e4\\u000a\": \"\\u00d7\"}");
    }
}
