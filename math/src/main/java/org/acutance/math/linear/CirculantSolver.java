package org.acutance.math.linear;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Filter;
import org.acutance.math.fft.Spectrum;

/**
 * Solves {@code sum_i weights[i] adjoint_i(apply_i(x)) = right} exactly by one Fourier transform forward and one back,
 * for circulant maps. The spectra of the products are computed once and shared by solvers of other weights. Immutable;
 * two solvers are equal if their spectra and weights are.
 */
public final class CirculantSolver {
    private final Fft fft;
    private final List<NdArray> gains;
    private final List<CirculantMap> maps;
    private final double[] weights;
    private final NdArray reciprocal;
    private final Filter inverse;

    private CirculantSolver(Fft fft, List<NdArray> gains, List<CirculantMap> maps, double[] weights) {
        this.fft = fft;
        this.gains = gains;
        this.maps = maps;
        this.weights = weights;
        this.reciprocal = reciprocal(fft, gains, weights);
        this.inverse = fft.filter(new Spectrum(fft.shape(), reciprocal, reciprocal.times(0)));
    }

    /**
     * A solution and what the maps make of it.
     *
     * @param x the solution
     * @param mapped each map applied to it
     */
    public record Mapped(NdArray x, List<NdArray> mapped) {}

    /**
     * Prepares a solver.
     *
     * @param maps of one domain
     * @param precision of the arrays
     * @param weights one for each map, at least 0
     * @throws IllegalArgumentException if the domains differ, or there is not one weight for each map
     */
    public static CirculantSolver of(List<? extends CirculantMap> maps, Precision precision, double... weights) {
        requireWeights(maps.size(), weights);
        Shape domain = maps.get(0).domain();
        Fft fft = Fft.plan(domain, precision);
        double[] one = {1};
        NdArray impulse = NdArray.builder(domain, precision).write(0, one, 0, 1).build();
        List<NdArray> gains = maps.stream()
                .map(map -> {
                    map.domain().require(map.name(), domain);
                    return fft.forward(map.adjoint(map.apply(impulse))).real();
                })
                .toList();
        return new CirculantSolver(fft, gains, List.copyOf(maps), weights.clone());
    }

    private static void requireWeights(int maps, double... weights) {
        if (weights.length != maps || maps == 0) {
            throw new IllegalArgumentException(
                    "circulant solver: got " + weights.length + " weights for " + maps + " maps; give one for each");
        }
    }

    /**
     * The solver of the same maps with other weights.
     *
     * @throws IllegalArgumentException if there is not one weight for each map
     */
    public CirculantSolver weighted(double... others) {
        requireWeights(gains.size(), others);
        return Arrays.equals(weights, others) ? this : new CirculantSolver(fft, gains, maps, others.clone());
    }

    /**
     * The solution.
     *
     * @param right of the maps' domain and of the planned precision
     * @return the solution; the one of least norm, of the nearest right side, where the equations are singular
     * @throws IllegalArgumentException if shape or precision is another one
     */
    public NdArray solve(NdArray right) {
        right.shape().require("circulant solver", fft.shape());
        return inverse.apply(right);
    }

    /**
     * The solution x for the right side {@code constant + sum_i weights[i] adjoint_i(centres[i])}, and what the last maps
     * make of it. Convolutions are taken in the Fourier domain between the transforms of the solution itself, so that each
     * costs one transform forward and one back.
     *
     * @param constant of the maps' domain and of the planned precision
     * @param centres one for each of the last maps, of its range
     * @return the solution, and those maps of it
     * @throws IllegalArgumentException if there are more centres than maps, or a shape or precision is another one
     */
    public Mapped solve(NdArray constant, List<NdArray> centres) {
        int first = maps.size() - centres.size();
        constant.shape().require("circulant solver", fft.shape());
        NdArray right = constant;
        for (int i = 0; i < centres.size(); i++) {
            CirculantMap map = maps.get(first + i);
            right = map instanceof PeriodicConvolution
                    ? right
                    : right.plusScaled(weights[first + i], map.adjoint(centres.get(i)));
        }
        if (maps.stream().skip(first).noneMatch(PeriodicConvolution.class::isInstance)) {
            NdArray x = inverse.apply(right);
            return new Mapped(
                    x, maps.stream().skip(first).map(map -> map.apply(x)).toList());
        }
        Spectrum sum = fft.forward(right);
        for (int i = 0; i < centres.size(); i++) {
            if (maps.get(first + i) instanceof PeriodicConvolution convolution) {
                sum = sum.plusCorrelated(weights[first + i], fft.forward(centres.get(i)), convolution.response());
            }
        }
        return mapped(
                new Spectrum(
                        fft.shape(),
                        sum.real().times(reciprocal),
                        sum.imaginary().times(reciprocal)),
                first);
    }

    private Mapped mapped(Spectrum solution, int first) {
        NdArray x = fft.inverse(solution);
        return new Mapped(
                x,
                maps.stream()
                        .skip(first)
                        .map(map -> map instanceof PeriodicConvolution convolution
                                ? fft.inverse(solution.times(convolution.response()))
                                : map.apply(x))
                        .toList());
    }

    /** Frequencies whose gain is rounding only are those that no map sees. */
    private static NdArray reciprocal(Fft fft, List<NdArray> gains, double... weights) {
        NdArray sum = IntStream.range(0, weights.length)
                .mapToObj(i -> gains.get(i).times(weights[i]))
                .reduce(NdArray::plus)
                .orElseThrow();
        double least = 4 * fft.precision().epsilon() * sum.maxAbs();
        return NdArray.elementwise(
                "circulant solver",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] > least ? 1 / in[0][i] : 0;
                    }
                },
                sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CirculantSolver solver
                && Arrays.equals(weights, solver.weights)
                && gains.equals(solver.gains);
    }

    @Override
    public int hashCode() {
        return 31 * gains.hashCode() + Arrays.hashCode(weights);
    }
}
