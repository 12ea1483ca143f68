package org.acutance.math.optimize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** Rows of a table among the test resources, without its heading. */
final class Tsv {
    private Tsv() {}

    static Stream<String[]> rows(String name) {
        try (InputStream in = Objects.requireNonNull(Tsv.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split("\t", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
