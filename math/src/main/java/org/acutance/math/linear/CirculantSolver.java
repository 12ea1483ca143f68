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
    private final double[] weights;
    private final Filter inverse;

    private CirculantSolver(Fft fft, List<NdArray> gains, double[] weights) {
        this.fft = fft;
        this.gains = gains;
        this.weights = weights;
        this.inverse = fft.filter(inverse(fft, gains, weights));
    }

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
        return new CirculantSolver(fft, gains, weights.clone());
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
        return Arrays.equals(weights, others) ? this : new CirculantSolver(fft, gains, others.clone());
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

    /** Frequencies whose gain is rounding only are those that no map sees. */
    private static Spectrum inverse(Fft fft, List<NdArray> gains, double... weights) {
        NdArray sum = IntStream.range(0, weights.length)
                .mapToObj(i -> gains.get(i).times(weights[i]))
                .reduce(NdArray::plus)
                .orElseThrow();
        double epsilon = fft.precision() == Precision.FLOAT32 ? Math.ulp(1f) : Math.ulp(1d);
        double least = 4 * epsilon * sum.maxAbs();
        NdArray real = NdArray.elementwise(
                "circulant solver",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] > least ? 1 / in[0][i] : 0;
                    }
                },
                sum);
        return new Spectrum(fft.shape(), real, real.times(0));
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
