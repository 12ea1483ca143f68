package org.acutance.deblur.closed;

import java.util.Random;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Spectrum;

/** How {@link UnsupervisedWiener} draws images, of whose spectrum it keeps one half, and counts the energy of both halves. */
public enum Sampling {
    /** Real images; every frequency of the whole spectrum counts once. */
    EXACT {
        @Override
        Spectrum white(Random random, Frequencies frequencies) {
            Shape shape = frequencies.fft().shape();
            return frequencies
                    .fft()
                    .forward(normal(random, shape, 1).to(frequencies.fft().precision()));
        }

        @Override
        double energy(NdArray power, Frequencies frequencies) {
            return frequencies.total(power);
        }
    },
    /**
     * As scikit-image 0.19 to 0.25: all numbers of the half spectrum are drawn without regard to those that belong together,
     * and all columns but the first count twice, so that for an even number of columns the highest frequency counts once too
     * often. Where the half spectrum is square it is taken for a whole one. This shifts the precisions by about one part in
     * the number of columns; in pictures of usual size nothing of it is to be seen.
     */
    SCIKIT_IMAGE {
        @Override
        Spectrum white(Random random, Frequencies frequencies) {
            Shape half = frequencies.power().shape();
            double deviation = Math.sqrt(frequencies.size() / 2.0);
            Precision precision = frequencies.fft().precision();
            NdArray real = normal(random, half, deviation).to(precision);
            NdArray imaginary = normal(random, half, deviation).to(precision);
            return new Spectrum(frequencies.fft().shape(), real, imaginary);
        }

        @Override
        double energy(NdArray power, Frequencies frequencies) {
            Shape half = power.shape();
            boolean square = half.rank() == 2 && half.extent(0) == half.extent(1);
            double first = power.slice(half.rank() - 1, 0, 1).sum();
            return square ? power.sum() : 2 * power.sum() - first;
        }
    };

    /** The spectrum of an image of white noise of variance 1. */
    abstract Spectrum white(Random random, Frequencies frequencies);

    /** The sum of a power over the whole spectrum, from the half that is given. */
    abstract double energy(NdArray power, Frequencies frequencies);

    private static NdArray normal(Random random, Shape shape, double deviation) {
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return NdArray.of(values, shape);
    }
}
