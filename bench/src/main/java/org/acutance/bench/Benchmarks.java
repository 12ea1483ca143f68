package org.acutance.bench;

import java.util.List;
import java.util.Optional;

/** The list of all benchmark programs. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new ArticleBenchmark(),
            new PreconditionersBenchmark(),
            new ProcessBenchmark(),
            new ConvolutionBenchmark(),
            new FftBenchmark(),
            new RichardsonLucyBenchmark(),
            new TotalVariationBenchmark(),
            new GrowthBenchmark(),
            new TilesBenchmark(),
            new ObjectiveBenchmark(),
            new SixScenariosBenchmark(),
            new AutoWeightBenchmark(),
            new BoundariesBenchmark(),
            new NoisyArticleBenchmark(),
            new VolumeBenchmark(),
            new TasksBenchmark(),
            new ContactSheetBenchmark(),
            new MghBenchmark(),
            new HsBenchmark(),
            new GlobalBenchmark());

    private Benchmarks() {}

    /** All programs, in the order of the list that {@link Main} prints. */
    public static List<Benchmark> all() {
        return ALL;
    }

    /** The program of a name. */
    public static Optional<Benchmark> find(String name) {
        return ALL.stream().filter(benchmark -> benchmark.name().equals(name)).findFirst();
    }
}
