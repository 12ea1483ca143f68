package org.acutance.bench;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * The greatest quality over weights, for which the truth is needed: from a first weight up and down by factors until the
 * quality has fallen well behind its best, then closer around that.
 */
final class WeightSweep {
    private static final double FACTOR = 1.5;
    private static final double FALL = 0.1;
    private static final int MOST_STEPS = 20;
    private static final int REFINEMENTS = 2;

    private final NavigableMap<Double, Double> qualities = new TreeMap<>();
    private final DoubleUnaryOperator quality;

    private WeightSweep(DoubleUnaryOperator quality) {
        this.quality = quality;
    }

    /**
     * The greatest quality.
     *
     * @param quality of a weight, in decibels
     * @param first a weight not far from the best
     */
    static double best(DoubleUnaryOperator quality, double first) {
        WeightSweep sweep = new WeightSweep(quality);
        sweep.at(first);
        sweep.walk(first, FACTOR);
        sweep.walk(first, 1 / FACTOR);
        double step = Math.sqrt(FACTOR);
        for (int i = 0; i < REFINEMENTS; i++) {
            double middle = sweep.argument();
            sweep.at(middle * step);
            sweep.at(middle / step);
            step = Math.sqrt(step);
        }
        return sweep.best();
    }

    private double at(double weight) {
        return qualities.computeIfAbsent(weight, quality::applyAsDouble);
    }

    private void walk(double first, double factor) {
        double weight = first;
        for (int step = 0; step < MOST_STEPS; step++) {
            weight *= factor;
            if (at(weight) < best() - FALL) {
                return;
            }
        }
    }

    private double argument() {
        return qualities.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue()))
                .orElseThrow()
                .getKey();
    }

    private double best() {
        return qualities.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }
}
