package org.acutance.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows in Java is what the examples compile and run. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    private static String unindented(String source) {
        return source.lines().map(String::strip).reduce("", (a, b) -> a + "\n" + b);
    }

    @Test
    void showsLinesThatRun() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String source = unindented(
                Files.readString(Path.of("src", "main", "java", "org", "acutance", "examples", "FromTheReadme.java")));
        List<String> blocks =
                BLOCK.matcher(readme).results().map(match -> match.group(1)).toList();
        assertThat(blocks).hasSize(2);
        blocks.forEach(block -> assertThat(source).contains(unindented(block)));
    }
}
