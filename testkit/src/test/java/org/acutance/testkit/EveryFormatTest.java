package org.acutance.testkit;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.acutance.io.ImageFormats;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

final class EveryFormatTest {
    @TempDir
    Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return ImageFormats.all().stream().flatMap(format -> ImageFormatContract.tests(format, folder));
    }
}
