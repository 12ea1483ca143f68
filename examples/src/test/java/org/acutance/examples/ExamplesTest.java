package org.acutance.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every program of the package as a user would: a process of its own, without arguments, in an empty folder. */
final class ExamplesTest {
    private static final int LONGEST_RUN_SECONDS = 120;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyExampleEndsWell() throws IOException {
        return programs().stream()
                .map(program -> DynamicTest.dynamicTest(program.getSimpleName(), () -> endsWell(program.getName())));
    }

    private void endsWell(String program) throws IOException, InterruptedException {
        Path output = folder.resolve(program + ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program)
                .directory(Files.createDirectory(folder.resolve(program)).toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended)
                .as("%s ends within %d s; it printed:%n%s", program, LONGEST_RUN_SECONDS, printed)
                .isTrue();
        assertThat(process.exitValue())
                .as("exit code of %s, which printed:%n%s", program, printed)
                .isZero();
    }

    private static List<Class<?>> programs() throws IOException {
        String folder = ExamplesTest.class.getPackageName().replace('.', '/');
        List<URL> places = Collections.list(ExamplesTest.class.getClassLoader().getResources(folder));
        return places.stream()
                .flatMap(place -> classes(Path.of(URI.create(place.toString()))))
                .filter(ExamplesTest::hasMain)
                .toList();
    }

    private static Stream<Class<?>> classes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .sorted()
                    .<Class<?>>map(name -> load(ExamplesTest.class.getPackageName() + "." + name.replace(".class", "")))
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ExamplesTest.class.getClassLoader());
        } catch (ClassNotFoundException failure) {
            throw new IllegalStateException("cannot load the example " + name, failure);
        }
    }

    private static boolean hasMain(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("main")
                        && List.of(method.getParameterTypes()).equals(List.of(String[].class)));
    }
}
