package org.acutance.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Quality;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/**
 * How near an image is to a reference, over all colours; opacity is left out. Samples are normalised first, so that
 * the white of integers is 1.
 *
 * @param dataRange the distance between black and white that was taken
 * @param psnr peak signal-to-noise ratio in decibels; infinite for equal images
 * @param ssim mean structural similarity, the mean over the colours; empty if an axis is shorter than its window of 7
 * @param rmse root of the mean squared difference
 * @param maxDifference largest absolute difference
 */
record Scores(double dataRange, double psnr, OptionalDouble ssim, double rmse, double maxDifference) {
    /**
     * Compares images.
     *
     * @throws IllegalArgumentException if their shapes or numbers of colours differ
     */
    static Scores of(Image reference, Image image) {
        requireAlike(reference, image);
        List<NdArray> expected = colours(reference);
        List<NdArray> found = colours(image);
        double range = dataRange(expected);
        double mse = over(expected, found, Quality::mse).average().orElse(0);
        double most = over(expected, found, (a, b) -> b.minus(a).maxAbs()).max().orElse(0);
        return new Scores(
                range, 10 * Math.log10(range * range / mse), ssim(expected, found, range), Math.sqrt(mse), most);
    }

    private static List<NdArray> colours(Image image) {
        return image.normalised(Precision.FLOAT64).colours();
    }

    private static void requireAlike(Image reference, Image image) {
        if (!reference.shape().equals(image.shape())
                || reference.colours().size() != image.colours().size()) {
            throw new IllegalArgumentException("the reference is " + reference + " but the image is " + image
                    + "; give two of one shape and one number of colours");
        }
    }

    // As scikit-image has it: floats are taken to lie in [0, 1], or in [-1, 1] if some are negative. It refuses those
    // that lie beyond; here the range is then that of the values.
    private static double dataRange(List<NdArray> reference) {
        double least = reference.stream().mapToDouble(NdArray::min).min().orElse(0);
        double most = reference.stream().mapToDouble(NdArray::max).max().orElse(1);
        if (least < -1 || most > 1) {
            return least == most ? 1 : most - least;
        }
        return least < 0 ? 2 : 1;
    }

    private static OptionalDouble ssim(List<NdArray> expected, List<NdArray> found, double range) {
        List<OptionalDouble> similarities = IntStream.range(0, expected.size())
                .mapToObj(colour -> Quality.ssim(expected.get(colour), found.get(colour), range))
                .toList();
        return similarities.stream().allMatch(OptionalDouble::isPresent)
                ? similarities.stream().mapToDouble(OptionalDouble::getAsDouble).average()
                : OptionalDouble.empty();
    }

    private static DoubleStream over(
            List<NdArray> expected, List<NdArray> found, ToDoubleBiFunction<NdArray, NdArray> measure) {
        return IntStream.range(0, expected.size())
                .mapToDouble(colour -> measure.applyAsDouble(expected.get(colour), found.get(colour)));
    }

    /** PSNR in short, with its unit. */
    String psnrText() {
        return Double.isInfinite(psnr) ? "infinite" : String.format(Locale.ROOT, "%.2f", psnr);
    }

    /** SSIM in short. */
    String ssimText() {
        return ssim.isPresent() ? String.format(Locale.ROOT, "%.4f", ssim.getAsDouble()) : "undefined";
    }
}
