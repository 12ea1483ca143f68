package org.acutance.deblur.restoration;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Image;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.PeriodicConvolution;

/**
 * A blurred scene of random size, with a random point spread function and noise.
 *
 * @param scene waves, a bright block in the middle and bright points
 * @param psf sum 1
 * @param observed the scene blurred periodically, with noise
 * @param sigma standard deviation of the noise
 */
record Sample(NdArray scene, NdArray psf, NdArray observed, double sigma) {
    /** The sizes of a number: a row, a column, a line, pictures and a volume; the extents are random. */
    static Sample of(int number) {
        Random random = new Random(number);
        int a = 7 + random.nextInt(11);
        int b = 7 + random.nextInt(11);
        Shape shape =
                switch (number % 6) {
                    case 0 -> Shape.of(1, a);
                    case 1 -> Shape.of(a, 1);
                    case 2 -> Shape.of(a);
                    case 3 -> Shape.of(2 * a, 2 * b);
                    case 4 -> Shape.of(2 * a + 1, b);
                    default -> Shape.of(3 + random.nextInt(3), 1 + a / 2, 1 + b / 2);
                };
        return of(shape, psf(shape.rank(), random), 0.002 + 0.02 * random.nextDouble(), number);
    }

    /** A sample of a shape. */
    static Sample of(Shape shape, NdArray psf, double sigma, long seed) {
        NdArray scene = scene(shape, new Random(seed));
        NdArray blurred = new PeriodicConvolution(psf, shape).apply(scene);
        return new Sample(scene, psf, new GaussianNoise(sigma).addTo(blurred, seed), sigma);
    }

    private static NdArray scene(Shape shape, Random random) {
        int[] strides = shape.strides();
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            int at = i;
            double wave = IntStream.range(0, strides.length)
                    .mapToDouble(axis -> Math.sin(0.5 * (at / strides[axis] % shape.extent(axis)) + axis))
                    .sum();
            boolean block = IntStream.range(0, strides.length).allMatch(axis -> {
                int extent = shape.extent(axis);
                return extent == 1 || Math.abs(at / strides[axis] % extent - extent / 2) <= extent / 5;
            });
            values[i] = 0.3 + 0.06 * wave + (block ? 0.3 : 0) + (random.nextInt(40) == 0 ? 0.2 : 0);
        }
        return NdArray.of(values, shape);
    }

    /** A round, a lopsided or no blur. */
    private static NdArray psf(int rank, Random random) {
        int kind = random.nextInt(3);
        int side = kind == 2 ? 1 : 3 + 2 * random.nextInt(2);
        int[] extents = new int[rank];
        Arrays.fill(extents, side);
        double width = 0.6 + random.nextDouble();
        double[] values = new double[Shape.of(extents).size()];
        for (int i = 0; i < values.length; i++) {
            double squares = 0;
            for (int rest = i, axis = 0; axis < rank; axis++, rest /= side) {
                squares += Math.pow(rest % side - side / 2, 2);
            }
            values[i] = Math.exp(-squares / (2 * width * width)) * (kind == 1 ? random.nextDouble() : 1);
        }
        NdArray psf = NdArray.of(values, extents);
        return psf.times(1 / psf.sum());
    }

    /** This sample with other pixels. */
    Sample with(NdArray pixels) {
        return new Sample(scene, psf, pixels, sigma);
    }

    /** This sample with another point spread function and other pixels. */
    Sample with(NdArray kernel, NdArray pixels) {
        return new Sample(scene, kernel, pixels, sigma);
    }

    /** What settings, whose point spread function is replaced by this one, make of this sample. */
    NdArray restored(Settings settings) {
        return Deblurring.run(Plan.of(settings, Image.gray(observed), path -> psf))
                .image()
                .channels()
                .get(0);
    }

    /** An array of the shape of the scene, blurred like it. */
    NdArray blurred(NdArray array) {
        return new PeriodicConvolution(psf, array.shape()).apply(array);
    }

    /** Root mean square of an array in units of the noise. */
    double inNoise(NdArray array) {
        return array.norm() / Math.sqrt(array.size()) / sigma;
    }
}
