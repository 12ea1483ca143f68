package org.acutance.deblur.denoise;

import org.acutance.math.array.Shape;

/**
 * The variance of stationary noise in each coefficient of a block's cosine transform: its power through the basis
 * function's power spectrum (Dabov, Foi, Egiazarian 2008, eq. 6).
 */
final class BlockVariances {
    private static final int SIDE = BlockTransform.SIDE;

    private BlockVariances() {}

    /** Variances in row-major order, in units of {@code deviation^2}. */
    static float[] of(NoisePower noise, double deviation) {
        Shape shape = noise.shape();
        double[][] vertical = responses(shape.extent(0));
        double[][] horizontal = responses(shape.extent(1));
        double[][] rowwise = new double[SIDE][shape.extent(0)];
        noise.accumulate((row, column, share) -> {
            for (int order = 0; order < SIDE; order++) {
                rowwise[order][row] += share * horizontal[order][column];
            }
        });
        float[] variances = new float[BlockTransform.AREA];
        for (int i = 0; i < variances.length; i++) {
            double sum = 0;
            for (int row = 0; row < shape.extent(0); row++) {
                sum += rowwise[i % SIDE][row] * vertical[i / SIDE][row];
            }
            variances[i] = (float) (sum / (deviation * deviation));
        }
        return variances;
    }

    /** Squared magnitude of the transform of each basis function at the frequencies of an axis. */
    private static double[][] responses(int extent) {
        double[][] responses = new double[SIDE][extent];
        for (int order = 0; order < SIDE; order++) {
            for (int frequency = 0; frequency < extent; frequency++) {
                responses[order][frequency] = response(order, 2 * Math.PI * frequency / extent);
            }
        }
        return responses;
    }

    private static double response(int order, double radians) {
        double real = 0;
        double imaginary = 0;
        for (int place = 0; place < SIDE; place++) {
            real += BlockTransform.atom(order, place) * Math.cos(radians * place);
            imaginary += BlockTransform.atom(order, place) * Math.sin(radians * place);
        }
        return real * real + imaginary * imaginary;
    }
}
