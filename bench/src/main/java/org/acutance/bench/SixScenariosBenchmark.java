package org.acutance.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.acutance.bench.Scenario.Observation;
import org.acutance.deblur.noise.NoiseLevel;
import org.acutance.math.array.NdArray;

/** The six scenarios of Danielyan, Katkovnik and Egiazarian (2012) on the pictures of a folder. */
final class SixScenariosBenchmark implements Benchmark {
    /** Each method gives the restored picture; only the yardstick looks at the truth. */
    private static final Map<String, Function<Observation, NdArray>> METHODS = new TreeMap<>(Map.of(
            "tv", BestTotalVariation::restore,
            "auto", observation -> deblurred(observation, "auto"),
            "bm3d", observation -> deblurred(observation, "bm3d")));

    /** What one method reached on one picture. */
    private record Result(
            String picture, int scenario, String method, double sigma, double improvement, double seconds) {}

    @Override
    public String name() {
        return "six-scenarios";
    }

    @Override
    public String help() {
        return "improvement in dB on blurred pictures: nothing set by hand, the same with prior bm3d, tv at its best weight"
                + " --images DIR [--methods auto,bm3d,tv]";
    }

    @Override
    public int run(List<String> written, PrintStream out) {
        return Guarded.run(this, out, () -> {
            Options options = new Options(written, "--images", "--methods");
            List<String> methods = methods(options.text("--methods").orElse(String.join(",", METHODS.keySet())));
            List<Path> files = Pictures.files(options);
            List<Result> results = new ArrayList<>();
            for (Path file : files) {
                measure(file, methods, results);
            }
            print(results, methods, out);
        });
    }

    private static List<String> methods(String written) {
        List<String> methods = Arrays.asList(written.split(",", -1));
        if (!METHODS.keySet().containsAll(methods)) {
            throw new IllegalArgumentException(
                    "methods '" + written + "' are not all known; there are " + String.join(",", METHODS.keySet()));
        }
        return methods;
    }

    private static void measure(Path file, List<String> methods, List<Result> results) {
        NdArray scene = Pictures.gray(file).times(Scenario.PEAK);
        for (Scenario scenario : Scenario.ALL) {
            Observation observation = scenario.observe(scene);
            double sigma = NoiseLevel.estimate(observation.picture(), scenario.kernel()) / observation.sigma();
            for (String method : methods) {
                long begun = System.nanoTime();
                NdArray restored = Objects.requireNonNull(METHODS.get(method)).apply(observation);
                double seconds = (System.nanoTime() - begun) * 1e-9;
                results.add(new Result(
                        "" + file.getFileName(),
                        scenario.number(),
                        method,
                        sigma,
                        observation.improvement(restored),
                        seconds));
            }
        }
    }

    /** Nothing is told but the point spread function and that the scene closes on itself. */
    private static NdArray deblurred(Observation observation, String prior) {
        NdArray picture = observation.picture().times(1 / Scenario.PEAK);
        Blurred blurred =
                new Blurred(observation.scene(), picture, observation.scenario().kernel());
        return blurred.deblur(Blurred.DEFAULTS.withPrior(prior).withBoundary("periodic"))
                .image()
                .colours()
                .get(0)
                .times(Scenario.PEAK);
    }

    private static void print(List<Result> results, List<String> methods, PrintStream out) {
        Table table = Table.of("picture", "method", "1", "2", "3", "4", "5", "6", "mean", "seconds", "sigma off by %");
        List<String> pictures = results.stream().map(Result::picture).distinct().toList();
        for (String picture : pictures) {
            for (String method : methods) {
                row(
                        table,
                        picture,
                        method,
                        results.stream()
                                .filter(result -> result.picture().equals(picture))
                                .toList());
            }
        }
        for (String method : methods) {
            row(table, "mean", method, results);
        }
        table.print(out);
    }

    private static void row(Table table, String picture, String method, List<Result> all) {
        List<Result> results =
                all.stream().filter(result -> result.method().equals(method)).toList();
        List<String> cells = new ArrayList<>(List.of(picture, method));
        for (Scenario scenario : Scenario.ALL) {
            cells.add(Table.number(
                    Table.mean(
                            results.stream()
                                    .filter(result -> result.scenario() == scenario.number())
                                    .toList(),
                            Result::improvement),
                    2));
        }
        cells.add(Table.number(Table.mean(results, Result::improvement), 2));
        cells.add(Table.number(Table.mean(results, Result::seconds), 1));
        cells.add(Table.number(Table.mean(results, result -> 100 * Math.abs(result.sigma() - 1)), 1));
        table.row(cells.toArray(String[]::new));
    }
}
