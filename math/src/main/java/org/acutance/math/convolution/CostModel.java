package org.acutance.math.convolution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.acutance.math.array.Precision;

/**
 * Predicted times of convolutions: the number of each elementary operation times its measured cost. The costs are
 * figures in a resource, so that the choice of a method, and with it every bit of a result, is the same in every run.
 */
public final class CostModel {
    private static final CostModel STANDARD = load("convolution-costs.properties");

    private final Map<Precision, Map<Operation, Double>> nanoseconds;

    private CostModel(Map<Precision, Map<Operation, Double>> nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /** The model with the figures that come with the library; the benchmark {@code convolution --fit} makes them. */
    public static CostModel standard() {
        return STANDARD;
    }

    /** Predicted time in nanoseconds of one thread that has warmed up. */
    public double nanoseconds(Work work, Precision precision) {
        Map<Operation, Double> costs = Objects.requireNonNull(nanoseconds.get(precision));
        double sum = 0;
        for (Map.Entry<Operation, Double> cost : costs.entrySet()) {
            sum += cost.getValue() * work.count(cost.getKey());
        }
        return sum;
    }

    private static CostModel load(String resource) {
        Properties figures = new Properties();
        try (InputStream stream = Objects.requireNonNull(CostModel.class.getResourceAsStream(resource), resource)) {
            figures.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Precision, Map<Operation, Double>> costs = new EnumMap<>(Precision.class);
        for (Precision precision : Precision.values()) {
            Map<Operation, Double> own = new EnumMap<>(Operation.class);
            for (Operation operation : Operation.values()) {
                own.put(operation, figure(figures, key(precision, operation)));
            }
            costs.put(precision, own);
        }
        return new CostModel(costs);
    }

    private static double figure(Properties figures, String key) {
        return Double.parseDouble(Objects.requireNonNull(figures.getProperty(key), key));
    }

    /** The name of a figure in the resource: {@code float64.multiply-add}. */
    public static String key(Precision precision, Operation operation) {
        return precision.name().toLowerCase(Locale.ROOT) + "." + operation.key();
    }
}
