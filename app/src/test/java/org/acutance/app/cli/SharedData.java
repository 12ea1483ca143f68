package org.acutance.app.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/** Reference data beside the repository; tests that need it are skipped where it is missing. */
final class SharedData {
    private static final Path ROOT = Path.of("../../shared/data");

    private SharedData() {}

    static Path file(String name) {
        Path file = ROOT.resolve(name);
        assumeThat(file).as("the reference data beside the repository").exists();
        return file;
    }
}
