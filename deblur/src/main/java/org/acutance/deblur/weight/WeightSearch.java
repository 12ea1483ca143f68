package org.acutance.deblur.weight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Finds the weight with the smallest criterion: roughly, from a weight that smooths too much downwards by factors until
 * the criterion has risen; then closely, at weights around the vertex of a parabola in the logarithm of the weight, going
 * on to the side where it falls. The vertex of a parabola through those is the result.
 */
final class WeightSearch {
    private static final double FACTOR = 2.5;
    private static final double CLOSE_FACTOR = 1.6;
    private static final int MOST_STEPS = 24;
    private static final int MOST_CLOSE_STEPS = 4;

    private final DoubleFunction<Fit> path;
    private final Criterion criterion;
    private final List<Sample> samples = new ArrayList<>();

    private record Sample(double logarithm, double value, Fit fit) {}

    private WeightSearch(DoubleFunction<Fit> path, Criterion criterion) {
        this.path = path;
        this.criterion = criterion;
    }

    /**
     * The best weight.
     *
     * @param rough what the solutions are like, roughly
     * @param close what they are like
     * @param first where to start, positive
     */
    static WeightRule.Found best(
            DoubleFunction<Fit> rough, DoubleFunction<Fit> close, Criterion criterion, double first) {
        WeightSearch search = new WeightSearch(rough, criterion);
        search.walk(first, 1 / FACTOR, MOST_STEPS);
        if (search.bestIndex() == 0) {
            search.walk(first * FACTOR, FACTOR, MOST_STEPS);
        }
        return new WeightSearch(close, criterion).around(search.vertex());
    }

    /** The path comes from below, so the lowest weight is first. */
    private WeightRule.Found around(double logarithm) {
        double middle = Math.exp(logarithm);
        double lowest = middle / CLOSE_FACTOR;
        for (double weight : new double[] {lowest, middle, middle * CLOSE_FACTOR}) {
            add(weight);
        }
        if (bestIndex() == 2) {
            walk(middle * CLOSE_FACTOR * CLOSE_FACTOR, CLOSE_FACTOR, MOST_CLOSE_STEPS);
        } else if (bestIndex() == 0) {
            walk(lowest / CLOSE_FACTOR, 1 / CLOSE_FACTOR, MOST_CLOSE_STEPS);
        }
        return new WeightRule.Found(Math.exp(vertex()), samples.get(bestIndex()).fit());
    }

    /** Steps until one does not lead lower. */
    private void walk(double from, double factor, int most) {
        double weight = from;
        for (int step = 0; step < most && add(weight); step++) {
            weight *= factor;
        }
    }

    /** Whether the value is the least so far. */
    private boolean add(double weight) {
        Fit fit = path.apply(weight);
        samples.add(new Sample(Math.log(weight), criterion.of(fit), fit));
        return bestIndex() == samples.size() - 1;
    }

    private int bestIndex() {
        int best = 0;
        for (int i = 1; i < samples.size(); i++) {
            best = samples.get(i).value() < samples.get(best).value() ? i : best;
        }
        return best;
    }

    /** The logarithm of the weight at the lowest point of the parabola through the best sample and its neighbours. */
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
        double left = (b.value() - a.value()) / (b.logarithm() - a.logarithm());
        double right = (c.value() - b.value()) / (c.logarithm() - b.logarithm());
        double middle = (a.logarithm() + b.logarithm()) / 2;
        double bend = (right - left) / ((c.logarithm() - a.logarithm()) / 2);
        return bend > 0 ? middle - left / bend : b.logarithm();
    }
}
