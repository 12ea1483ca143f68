package org.acutance.bench;

import java.util.stream.IntStream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.restoration.Deblurring;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Restored;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;

/**
 * One blurred channel and the scene behind it.
 *
 * @param truth the scene without blur, of the shape of the observation
 * @param observed with blur and, in the end, noise
 * @param kernel what blurred it
 */
record Blurred(NdArray truth, NdArray observed, NdArray kernel) {
    /** Settings whose point spread function is that of the observation, all else by default. */
    static final Settings DEFAULTS = Settings.of("file:kernel");

    /** A scene that goes on beyond the frame: the part of it that the kernel sees whole. */
    static Blurred beyondFrame(NdArray scene, NdArray kernel) {
        NdArray blurred = new ConvolutionMap(kernel, scene.shape(), ConvolutionMode.VALID, Boundary.ZERO).apply(scene);
        return new Blurred(middle(scene, blurred.shape()), blurred, kernel);
    }

    private static NdArray middle(NdArray scene, Shape shape) {
        NdArray cut = scene;
        for (int axis = 0; axis < shape.rank(); axis++) {
            int from = (scene.shape().extent(axis) - shape.extent(axis)) / 2;
            cut = cut.slice(axis, from, from + shape.extent(axis));
        }
        return cut;
    }

    /** What is not negative, but for the rounding of transforms, without that. */
    static NdArray light(NdArray blurred) {
        return NdArray.elementwise(
                "light",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.max(0, in[0][i]);
                    }
                },
                blurred);
    }

    /** The same scene seen otherwise, such as with noise. */
    Blurred observedAs(NdArray other) {
        return new Blurred(truth, other, kernel);
    }

    /** The checked problem. */
    Plan plan(Settings settings) {
        return Plan.of(settings, Image.gray(observed), path -> kernel);
    }

    /** The problem as the methods see it. */
    Problem problem(Settings settings) {
        return plan(settings).channels().get(0);
    }

    /** The sharp image. */
    Restored deblur(Settings settings) {
        return Deblurring.run(plan(settings));
    }

    /** The arrays without so many samples at each end of every axis. */
    static NdArray inner(NdArray array, int margin) {
        int[] extents = IntStream.of(array.shape().extents())
                .map(extent -> extent - 2 * margin)
                .toArray();
        return middle(array, Shape.of(extents));
    }
}
