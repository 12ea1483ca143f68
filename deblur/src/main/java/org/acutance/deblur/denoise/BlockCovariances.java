package org.acutance.deblur.denoise;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;

/**
 * The covariance of stationary noise between the same coefficient of two blocks, by how far apart they lie: blocks that
 * overlap, or lie within the reach of the noise's correlation, share some of it (Mäkinen, Azzari, Foi 2020, "Collaborative
 * filtering of correlated noise: exact transform-domain variance for improved shrinkage and patch matching", section III).
 */
final class BlockCovariances {
    private static final int SIDE = BlockTransform.SIDE;
    private static final int LAGS = 2 * SIDE - 1;

    private final BlockBasis basis;
    private final int range;
    private final float[] table;

    /**
     * Covariances in units of {@code deviation^2}.
     *
     * @param basis whose coefficients
     * @param noise power of the noise
     * @param deviation the unit of the coefficients
     * @param range how far apart two blocks may lie along an axis, in pixels
     */
    BlockCovariances(BlockBasis basis, NoisePower noise, double deviation, int range) {
        this.basis = basis;
        this.range = range;
        this.table = new float[distances() * distances() * BlockTransform.AREA];
        double[][] lags = lags(basis);
        int wide = distances() + LAGS - 1;
        double[] correlation = correlation(noise, deviation, wide);
        for (int order = 0; order < SIDE; order++) {
            fill(order, lags, downwards(lags[order], correlation, wide), wide);
        }
    }

    /** The basis whose coefficients these are. */
    BlockBasis basis() {
        return basis;
    }

    /** The position in {@link #table} of the first coefficient, for a displacement of one block against another. */
    int at(int down, int right) {
        return ((down + range) * distances() + right + range) * BlockTransform.AREA;
    }

    /** For each displacement the covariances of all coefficients, which nobody changes. */
    float[] table() {
        return table;
    }

    /** Number of displacements along an axis. */
    private int distances() {
        return 2 * range + 1;
    }

    /** The autocorrelation of each basis function. */
    private static double[][] lags(BlockBasis basis) {
        double[][] atoms = basis.atoms();
        double[][] lags = new double[SIDE][LAGS];
        for (int order = 0; order < SIDE; order++) {
            for (int a = 0; a < SIDE; a++) {
                for (int b = 0; b < SIDE; b++) {
                    lags[order][b - a + SIDE - 1] += atoms[order][a] * atoms[order][b];
                }
            }
        }
        return lags;
    }

    /** The autocorrelation of the noise around lag 0. */
    private static double[] correlation(NoisePower noise, double deviation, int wide) {
        Shape shape = noise.shape();
        NdArray zeros = NdArray.zeros(noise.density().shape(), Precision.FLOAT64);
        double[] whole = Fft.plan(shape, Precision.FLOAT64)
                .inverse(new Spectrum(shape, noise.density(), zeros))
                .toDoubles();
        double[] part = new double[wide * wide];
        for (int i = 0; i < part.length; i++) {
            int y = Math.floorMod(i / wide - wide / 2, shape.extent(0));
            int x = Math.floorMod(i % wide - wide / 2, shape.extent(1));
            part[i] = whole[y * shape.extent(1) + x] / (deviation * deviation);
        }
        return part;
    }

    private double[] downwards(double[] lags, double[] correlation, int wide) {
        double[] through = new double[distances() * wide];
        for (int at = 0; at < through.length; at++) {
            for (int lag = 0; lag < LAGS; lag++) {
                through[at] += lags[lag] * correlation[at + lag * wide];
            }
        }
        return through;
    }

    private void fill(int vertical, double[][] lags, double[] through, int wide) {
        for (int order = 0; order < SIDE; order++) {
            for (int distance = 0; distance < distances() * distances(); distance++) {
                int at = distance / distances() * wide + distance % distances();
                double sum = 0;
                for (int lag = 0; lag < LAGS; lag++) {
                    sum += lags[order][lag] * through[at + lag];
                }
                table[distance * BlockTransform.AREA + vertical * SIDE + order] = (float) sum;
            }
        }
    }
}
