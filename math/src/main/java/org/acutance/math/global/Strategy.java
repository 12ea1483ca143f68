package org.acutance.math.global;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * How differential evolution makes a trial from the population, with SciPy's names (Storn &amp; Price, Journal of Global
 * Optimization 11, 1997): the point from which differences of others lead on, how many, and how a trial mixes with the
 * member whose place it wants.
 *
 * @param base the point
 * @param binomial whether each element is chosen for itself, rather than a run of elements
 */
public record Strategy(Base base, boolean binomial) {
    /** Where the differences begin. */
    public enum Base {
        /** The best member, one difference. */
        BEST1,
        /** Any member, one difference. */
        RAND1,
        /** Any member on the way to the best one, one difference. */
        RANDTOBEST1,
        /** The member itself on the way to the best one, one difference. */
        CURRENTTOBEST1,
        /** The best member, two differences. */
        BEST2,
        /** Any member, two differences. */
        RAND2
    }

    private static final int OTHERS = 5;

    /** The name in SciPy: {@code best1bin}. */
    public String written() {
        return base.name().toLowerCase(Locale.ROOT) + (binomial ? "bin" : "exp");
    }

    /**
     * The strategy of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Strategy parse(String written) {
        return Arrays.stream(Base.values())
                .flatMap(base -> Stream.of(new Strategy(base, true), new Strategy(base, false)))
                .filter(strategy -> strategy.written().equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("strategy: unknown '" + written + "'"));
    }

    /**
     * A trial, which may leave the bounds.
     *
     * @param population the members, the best one first
     * @param member whose place the trial wants
     * @param scale of the differences
     * @param recombination share of the elements that change
     */
    double[] trial(double[][] population, int member, double scale, double recombination, SplittableRandom random) {
        double[] mutant = mutant(population, member, scale, random);
        double[] trial = population[member].clone();
        int unknowns = trial.length;
        int first = random.nextInt(unknowns);
        if (binomial) {
            for (int i = 0; i < unknowns; i++) {
                trial[i] = random.nextDouble() < recombination || i == first ? mutant[i] : trial[i];
            }
            return trial;
        }
        int i = 0;
        do {
            trial[(first + i) % unknowns] = mutant[(first + i) % unknowns];
            i++;
        } while (i < unknowns && random.nextDouble() < recombination);
        return trial;
    }

    private double[] mutant(double[][] population, int member, double scale, SplittableRandom random) {
        double[][] others = others(population, member, random);
        double[] best = population[0];
        double[] self = population[member];
        double[] mutant = new double[self.length];
        for (int i = 0; i < mutant.length; i++) {
            double first = others[0][i];
            double difference = others[1][i] - others[2][i];
            mutant[i] = switch (base) {
                case BEST1 -> best[i] + scale * difference;
                case RAND1 -> first + scale * difference;
                case RANDTOBEST1 -> first + scale * (best[i] - first) + scale * difference;
                case CURRENTTOBEST1 -> self[i] + scale * (best[i] - self[i] + difference);
                case BEST2 -> best[i] + scale * (difference + others[3][i] - others[4][i]);
                case RAND2 -> first + scale * (difference + others[3][i] - others[4][i]);
            };
        }
        return mutant;
    }

    /** Members that differ from each other and from one. */
    private static double[][] others(double[][] population, int member, SplittableRandom random) {
        int[] chosen = new int[OTHERS];
        Arrays.fill(chosen, member);
        double[][] others = new double[OTHERS][];
        for (int i = 0; i < OTHERS; i++) {
            int candidate = random.nextInt(population.length);
            while (candidate == member || contains(chosen, i, candidate)) {
                candidate = random.nextInt(population.length);
            }
            chosen[i] = candidate;
            others[i] = population[candidate];
        }
        return others;
    }

    private static boolean contains(int[] chosen, int count, int candidate) {
        for (int i = 0; i < count; i++) {
            if (chosen[i] == candidate) {
                return true;
            }
        }
        return false;
    }
}
