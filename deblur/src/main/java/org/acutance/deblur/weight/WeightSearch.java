package org.acutance.deblur.weight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Finds the weight with the smallest criterion: from a weight that smooths too much downwards by factors, until the
 * criterion has risen twice, then by a parabola through the best three in the logarithm of the weight.
 */
final class WeightSearch {
    private static final double FACTOR = 2;
    private static final int MOST_STEPS = 30;
    private static final int RISES = 2;

    private final DoubleFunction<Fit> path;
    private final Criterion criterion;
    private final List<Sample> samples = new ArrayList<>();

    private record Sample(double logarithm, double value, Fit fit) {}

    /**
     * Where a search ended.
     *
     * @param weight the best weight
     * @param nearest the solution for the best of the weights that were tried
     */
    record Found(double weight, Fit nearest) {}

    private WeightSearch(DoubleFunction<Fit> path, Criterion criterion) {
        this.path = path;
        this.criterion = criterion;
    }

    /**
     * The best weight.
     *
     * @param first where to start, positive
     */
    static Found best(DoubleFunction<Fit> path, Criterion criterion, double first) {
        WeightSearch search = new WeightSearch(path, criterion);
        search.walk(first, 1 / FACTOR);
        if (search.bestIndex() == 0) {
            search.walk(first * FACTOR, FACTOR);
        }
        return new Found(
                Math.exp(search.vertex()),
                search.samples.get(search.bestIndex()).fit());
    }

    private void walk(double from, double factor) {
        int rises = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && rises < RISES; step++) {
            double weight = from * Math.pow(factor, step);
            Fit fit = path.apply(weight);
            double value = criterion.of(fit);
            samples.add(new Sample(Math.log(weight), value, fit));
            rises = value < least ? 0 : rises + 1;
            least = Math.min(least, value);
        }
    }

    private int bestIndex() {
        int best = 0;
        for (int i = 1; i < samples.size(); i++) {
            best = samples.get(i).value() < samples.get(best).value() ? i : best;
        }
        return best;
    }

    private double vertex() {
        List<Sample> sorted = samples.stream()
                .sorted(Comparator.comparingDouble(Sample::logarithm))
                .toList();
        int best = sorted.indexOf(samples.get(bestIndex()));
        if (best == 0 || best == sorted.size() - 1) {
            return sorted.get(best).logarithm();
        }
        Sample a = sorted.get(best - 1);
        Sample b = sorted.get(best);
        Sample c = sorted.get(best + 1);
        double left = b.value() - a.value();
        double right = c.value() - b.value();
        double curvature = right - left;
        return curvature > 0
                ? b.logarithm() - (c.logarithm() - a.logarithm()) / 4 * (left + right) / curvature
                : b.logarithm();
    }
}
