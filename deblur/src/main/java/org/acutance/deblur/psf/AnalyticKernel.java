package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.acutance.deblur.optics.GaussLegendre;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.special.Bessel;

/** Kernels in a picture from a profile around the middle, each value the mean over its pixel. Lengths are in pixels. */
final class AnalyticKernel {
    /** First zero of J1. */
    static final double FIRST_ZERO = 3.8317059702075125;

    private static final double LEFT_OUT = 0.01;
    private static final int LARGEST_CHOSEN = 511;
    private static final int NODES = 4;

    private AnalyticKernel() {}

    /** {@code (1 + (r / alpha)^2)^-beta} (Moffat 1969). */
    static Psf moffat(int rank, double alpha, double beta, Optional<int[]> size) {
        DoubleUnaryOperator beyond = r -> Math.pow(1 + r * r / (alpha * alpha), 1 - beta);
        return radial(
                "moffat",
                rank,
                r -> Math.pow(1 + r * r / (alpha * alpha), -beta),
                beyond,
                alpha,
                size,
                Provenance.DRAWN);
    }

    /**
     * {@code (2 J1(v) / v)^2} with the first zero at {@code radius} (Airy 1835).
     *
     * @param provenance what is known of the pixels
     */
    static Psf airy(int rank, double radius, Optional<int[]> size, Provenance provenance) {
        double scale = FIRST_ZERO / radius;
        DoubleUnaryOperator beyond = r -> Math.pow(Bessel.j(0, scale * r), 2) + Math.pow(Bessel.j(1, scale * r), 2);
        return radial("airy", rank, r -> airy(scale * r), beyond, radius / 2, size, provenance);
    }

    private static double airy(double v) {
        return v < 1e-6 ? 1 : Math.pow(2 * Bessel.j(1, v) / v, 2);
    }

    private static Psf radial(
            String owner,
            int rank,
            DoubleUnaryOperator profile,
            DoubleUnaryOperator beyond,
            double scale,
            Optional<int[]> size,
            Provenance known) {
        PerAxis.requirePlane(owner, rank);
        Shape shape = PerAxis.shape(
                owner, size.map(given -> PerAxis.odd(owner, given, rank)).orElseGet(() -> chosen(beyond)));
        double radius = Math.min(shape.extent(0), shape.extent(1)) / 2.0;
        Provenance provenance = known.withBeyond(beyond.applyAsDouble(radius));
        return Psf.normalised(means(profile, shape, NODES + (int) Math.ceil(NODES / scale)), told(provenance, size));
    }

    private static Provenance told(Provenance provenance, Optional<int[]> size) {
        return size.isPresent()
                ? provenance
                : provenance.withRemark(Finding.note(
                        String.format(
                                Locale.ROOT,
                                "the size was chosen so that at most %.2g %% of the light is beyond it",
                                100 * provenance.beyond().orElse(0)),
                        "give size=N for another"));
    }

    /** The least odd extent beyond which there is no more than a hundredth of the light, or the largest allowed. */
    private static int[] chosen(DoubleUnaryOperator beyond) {
        int extent = IntStream.iterate(3, n -> n + 2)
                .filter(n -> n >= LARGEST_CHOSEN || beyond.applyAsDouble(n / 2.0) <= LEFT_OUT)
                .findFirst()
                .orElseThrow();
        return new int[] {extent, extent};
    }

    private static NdArray means(DoubleUnaryOperator profile, Shape shape, int nodes) {
        GaussLegendre rule = new GaussLegendre(nodes, -0.5, 0.5);
        int columns = shape.extent(1);
        double[] values = new double[shape.size()];
        Arrays.setAll(values, i -> {
            int row = Math.abs(i / columns - shape.extent(0) / 2);
            int column = Math.abs(i % columns - columns / 2);
            return mean(profile, rule, nodes, row, column);
        });
        return NdArray.of(values, shape);
    }

    private static double mean(DoubleUnaryOperator profile, GaussLegendre rule, int nodes, int row, int column) {
        double sum = 0;
        for (int p = 0; p < nodes * nodes; p++) {
            double radius = Math.hypot(row + rule.node(p / nodes), column + rule.node(p % nodes));
            sum += rule.weight(p / nodes) * rule.weight(p % nodes) * profile.applyAsDouble(radius);
        }
        return sum;
    }
}
